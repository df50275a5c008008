/**
 * The function that searches: by words, and for ideas that are like one being typed. The index
 * tells which ideas, in which order; what is answered of them is read from the table, and as far as
 * the reader may see it.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import { dependencies } from './dependencies.ts';

export function searchHandler(
  wiring: ApiWiring & {
    readonly table: Table;
    readonly clock: Clock;
    readonly photoSecret: string;
  },
) {
  const deps = dependencies(wiring.table, wiring.clock, wiring.photoSecret);
  return api(
    ENDPOINTS.flatMap(endpoints => endpoints(deps)),
    wiring,
  );
}

const ENDPOINTS = [
  endpointsIn(() => import('./search-ideas.ts'), 'searchIdeas'),
  endpointsIn(() => import('./similar-ideas.ts'), 'findSimilarIdeas'),
];
