/**
 * The administrator's function: settings, calendar, members, and the trail of changes. It reads and
 * writes the organization's own partition, and no idea.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { type ApiWiring, api } from '../../shared/http/api.ts';
import { endpointsIn } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import { dependencies } from './dependencies.ts';

export function administratorHandler(
  wiring: ApiWiring & {
    readonly table: Table;
    readonly clock: Clock;
  },
) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api(
    ENDPOINTS.flatMap(endpoints => endpoints(deps)),
    wiring,
  );
}

const ENDPOINTS = [
  endpointsIn(
    () => import('./settings.ts'),
    'getSettings',
    'putProfile',
    'putRules',
    'putLimits',
    'putFollowUp',
    'putTargets',
    'putRewardBands',
    'putDepartments',
    'putCategories',
    'putContacts',
  ),
  endpointsIn(() => import('./calendar.ts'), 'putCalendar', 'moveRoundDay', 'restoreRoundDay'),
  endpointsIn(
    () => import('./members.ts'),
    'listMembers',
    'addMember',
    'getMember',
    'putMember',
    'deactivateMember',
    'reactivateMember',
  ),
  endpointsIn(() => import('./erasure.ts'), 'eraseMember'),
  endpointsIn(() => import('./member-import.ts'), 'importMembers'),
  endpointsIn(() => import('./member-export.ts'), 'exportMembers'),
  endpointsIn(() => import('./audit.ts'), 'listAudit'),
];
