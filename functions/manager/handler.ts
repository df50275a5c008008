/**
 * The manager's function: a round's numbers and whether its bulletin agrees with the facts;
 * accepting completed work and rewarding it. It can change ideas, and nothing else.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import { dependencies } from './dependencies.ts';

export function managerHandler(
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
  endpointsIn(() => import('./openapi.ts'), 'getOpenApi'),
  endpointsIn(() => import('./numbers.ts'), 'getStatistics', 'verifyBulletin'),
  endpointsIn(() => import('./series.ts'), 'getSeries'),
  endpointsIn(() => import('./series-export.ts'), 'exportSeries'),
  endpointsIn(() => import('./acceptance.ts'), 'sendBackIdea', 'acceptIdea'),
  endpointsIn(() => import('./rewards.ts'), 'approveReward', 'payReward', 'payRewards'),
];
