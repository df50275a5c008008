/**
 * The manager's function: a round's numbers and whether its bulletin agrees with the facts; accepting work that is done, and
 * rewarding it. Ideas it can change, and nothing else.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { confirmWork, findUndone } from './acceptance.ts';
import { dependencies } from './dependencies.ts';
import { checkBulletin, readStatistics } from './numbers.ts';
import { readOpenApi } from './openapi.ts';
import { approve, markPaid } from './rewards.ts';
import { readSeries, writeSeries } from './series.ts';

export function managerHandler(wiring: { readonly table: Table; readonly clock: Clock; readonly log: Log }) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api(
    [
      readOpenApi(),
      readStatistics(deps),
      readSeries(deps),
      writeSeries(deps),
      checkBulletin(deps),
      findUndone(deps),
      confirmWork(deps),
      approve(deps),
      markPaid(deps),
    ],
    wiring.log,
  );
}
