/** An endpoint whose code is loaded by the first request for it: for what is heavy, and seldom asked for. */
import type { Route } from '../contract/route.ts';
import type { Endpoint } from './endpoint.ts';

export function onDemand(
  route: Endpoint['route'] & Pick<Route, 'success'>,
  load: () => Promise<Endpoint>,
): Endpoint {
  const { status, type = 'application/json' } = route.success;
  let loaded: Endpoint | undefined;
  return {
    route,
    status,
    type,
    async answer(event, language) {
      loaded ??= await load();
      return loaded.answer(event, language);
    },
  };
}
