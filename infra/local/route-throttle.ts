/**
 * Throttles each route as API Gateway does: a bucket of tokens for each, refilled at its rate. On
 * AWS the limits are targets, kept as well as possible; here they are exact.
 */
import { type Route, routeKey } from '../../shared/contract/route.ts';
import { requestClassOf, type Throttles } from '../../shared/contract/throttles.ts';

/** Returns whether a request to a route is admitted; `now` in milliseconds. */
export function routeThrottle(
  throttles: Throttles,
  now: () => number = () => performance.now(),
): (route: Route) => boolean {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return route => {
    const { rate, burst } = throttles[requestClassOf(route)];
    const key = routeKey(route);
    const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now() };
    const time = now();
    const full = Math.min(burst, tokens + ((time - at) / 1000) * rate);
    const admitted = full >= 1;
    buckets.set(key, { tokens: admitted ? full - 1 : full, at: time });
    return admitted;
  };
}
