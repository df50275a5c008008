/**
 * Endpoints whose code is loaded by the first request for one of them. A function has dozens, each
 * with schemas of its own, and one that has just started is asked for one: it need not make all.
 */
import { ADDRESSES, type RouteId } from '../contract/addresses.ts';
import type { Endpoint } from './endpoint.ts';

/** Where an endpoint is, and how to get it. */
export interface OnDemand {
  readonly address: string;
  load(): Promise<Endpoint>;
}

/**
 * The endpoints of a module, which makes each by a function of the route's name. Whatever the
 * module imports, and nobody else, is loaded with it.
 */
export function endpointsIn<Id extends RouteId, Deps>(
  load: () => Promise<Record<Id, (deps: Deps) => Endpoint>>,
  ...ids: readonly Id[]
): (deps: Deps) => OnDemand[] {
  return deps =>
    ids.map(id => {
      let loaded: Endpoint | undefined;
      return {
        address: ADDRESSES[id],
        async load() {
          loaded ??= (await load())[id](deps);
          return loaded;
        },
      };
    });
}
