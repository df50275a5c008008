/**
 * An operator puts the system into service from a file: it founds an organization with its first
 * administrators, declares a zone's people, makes an administrator where the last one can no longer
 * sign in, or fills in the accounts of people who are listed. The whole file is checked before anything is written, and it may be sent again at
 * will. No route of the API leads to this function, because a person who may invoke it may appoint
 * anybody.
 */
import type { OrganizationId, ZoneId } from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { accountFiller } from './accounts.ts';
import { administratorMaker } from './administrator.ts';
import { type Declared, readFile } from './file.ts';
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
  const makeAdministrator = administratorMaker(table, clock);
  const fillIn = accountFiller(table, clock);
  const act = (declared: Declared, preview: boolean): Promise<FoundingReport> => {
    switch (declared.kind) {
      case 'organization':
        return found(declared, preview);
      case 'zone':
        return appoint(declared, preview);
      case 'administrator':
        return makeAdministrator(declared, preview);
      case 'accounts':
      case 'zone-accounts':
        return fillIn(declared, preview);
    }
  };
  return async ({ file, preview }: FoundingOrder): Promise<FoundingReport> => {
    const read = readFile(file);
    if (!read.ok) return { outcome: 'invalid', errors: [...read.errors] };
    const { declared } = read;
    const report = await act(declared, preview);
    const id = tenantOf(declared);
    log.info('founding', { what: declared.kind, id, outcome: report.outcome, preview });
    return report;
  };
}

/** The organization or the zone that a file is about. */
function tenantOf(declared: Declared): OrganizationId | ZoneId {
  switch (declared.kind) {
    case 'organization':
    case 'zone':
      return declared.id;
    case 'administrator':
    case 'accounts':
      return declared.organization;
    case 'zone-accounts':
      return declared.zone;
  }
}
