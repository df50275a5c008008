/**
 * What an operator does to put the system into service, from a file: founds an organization with its first administrators, or says who a
 * zone's people are. All of a file is looked at before anything of it is written, and it may be sent again as often as one likes. There is no
 * way to this function from the API: whoever may invoke it may appoint anybody.
 */
import type { Clock } from '../../shared/domain/instant.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { readFile } from './file.ts';
import type { FoundingOrder } from './order.ts';
import { founder } from './organization.ts';
import type { FoundingReport } from './report.ts';
import { appointer } from './zone.ts';

export interface FoundingWiring {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
}

export function foundingHandler({ table, clock, log }: FoundingWiring) {
  const found = founder(table, clock);
  const appoint = appointer(table, clock);
  return async ({ file, preview }: FoundingOrder): Promise<FoundingReport> => {
    const read = readFile(file);
    if (!read.ok) return { outcome: 'invalid', errors: [...read.errors] };
    const { declared } = read;
    const report =
      declared.kind === 'organization' ? await found(declared, preview) : await appoint(declared, preview);
    log.info('founding', { what: declared.kind, id: declared.id, outcome: report.outcome, preview });
    return report;
  };
}
