/**
 * The administrator's function: settings, calendar, members, and the trail of what was changed. It reads and writes in the
 * organization's own partition, and no idea.
 */
import { exportMembers, importMembers } from '../../shared/contract/routes/members.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import { onDemand } from '../../shared/http/on-demand.ts';
import type { Table } from '../../shared/store/client.ts';
import { listAudit } from './audit.ts';
import { moveRoundDay, putCalendar, restoreRoundDay } from './calendar.ts';
import { dependencies } from './dependencies.ts';
import {
  addMember,
  deactivateMember,
  getMember,
  listMembers,
  putMember,
  reactivateMember,
} from './members.ts';
import {
  getSettings,
  putCategories,
  putDepartments,
  putLimits,
  putProfile,
  putRewardBands,
  putRules,
  putTargets,
} from './settings.ts';

export function administratorHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api(
    [
      getSettings(deps),
      putProfile(deps),
      putRules(deps),
      putLimits(deps),
      putTargets(deps),
      putRewardBands(deps),
      putCalendar(deps),
      putDepartments(deps),
      putCategories(deps),
      moveRoundDay(deps),
      restoreRoundDay(deps),
      listMembers(deps),
      addMember(deps),
      onDemand(importMembers, async () => (await import('./member-import.ts')).importMembers(deps)),
      onDemand(exportMembers, async () => (await import('./member-export.ts')).exportMembers(deps)),
      getMember(deps),
      putMember(deps),
      deactivateMember(deps),
      reactivateMember(deps),
      listAudit(deps),
    ],
    wiring.log,
  );
}
