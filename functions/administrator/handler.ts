/**
 * The administrator's function: settings, calendar, members, and the trail of what was changed. It reads and writes in the
 * organization's own partition, and no idea.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { api } from '../../shared/http/api.ts';
import type { Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { readAudit } from './audit.ts';
import { moveDayOfRound, replaceCalendar, restoreDayOfRound } from './calendar.ts';
import { dependencies } from './dependencies.ts';
import { writeMembers } from './member-export.ts';
import { importMemberFile } from './member-import.ts';
import { enrol, letGo, readMember, readMembers, replaceFacts, takeBack } from './members.ts';
import {
  readSettings,
  replaceBands,
  replaceCategories,
  replaceDepartments,
  replaceLimits,
  replaceProfile,
  replaceRules,
  replaceTargets,
} from './settings.ts';

export function administratorHandler(wiring: {
  readonly table: Table;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const deps = dependencies(wiring.table, wiring.clock);
  return api(
    [
      readSettings(deps),
      replaceProfile(deps),
      replaceRules(deps),
      replaceLimits(deps),
      replaceTargets(deps),
      replaceBands(deps),
      replaceCalendar(deps),
      replaceDepartments(deps),
      replaceCategories(deps),
      moveDayOfRound(deps),
      restoreDayOfRound(deps),
      readMembers(deps),
      enrol(deps),
      importMemberFile(deps),
      writeMembers(deps),
      readMember(deps),
      replaceFacts(deps),
      letGo(deps),
      takeBack(deps),
      readAudit(deps),
    ],
    wiring.log,
  );
}
