/**
 * The manager's function: a round's numbers and whether its bulletin agrees with the facts; accepting work that is done, and
 * rewarding it. Ideas it can change, and nothing else.
 */
import { exportSeries } from '../../shared/contract/routes/numbers.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import { onDemand } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import { acceptIdea, sendBackIdea } from './acceptance.ts';
import { dependencies } from './dependencies.ts';
import { getStatistics, verifyBulletin } from './numbers.ts';
import { getOpenApi } from './openapi.ts';
import { approveReward, payReward } from './rewards.ts';
import { getSeries } from './series.ts';

export function managerHandler(wiring: { readonly table: Table; readonly clock: Clock; readonly log: Log }) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api(
    [
      getOpenApi(),
      getStatistics(deps),
      getSeries(deps),
      onDemand(exportSeries, async () => (await import('./series-export.ts')).exportSeries(deps)),
      verifyBulletin(deps),
      sendBackIdea(deps),
      acceptIdea(deps),
      approveReward(deps),
      payReward(deps),
    ],
    wiring.log,
  );
}
