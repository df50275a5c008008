/**
 * Endpoints whose code is loaded by the first request for one of them. A function has dozens, each
 * with its own schemas, and a new instance gets a request for one: it need not make all.
 */
import { ADDRESSES, type RouteId } from '../contract/addresses.ts';
import type { Endpoint } from './endpoint.ts';

/** The address of an endpoint, and how to load it. */
export interface OnDemand {
  readonly address: string;
  load(): Promise<Endpoint>;
}

/**
 * The endpoints of a module, which makes each by a function with the route's name. Modules that
 * only this one imports are loaded with it.
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
