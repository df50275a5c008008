/**
 * The dependencies of this function's parts: the clock, and the repositories it uses and no others.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { auditRepository } from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberChanges } from '../../shared/store/member-changes.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { membershipRepository } from '../../shared/store/membership-invariants.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { roundRepository } from '../../shared/store/rounds.ts';
import { settingsRepository } from '../../shared/store/settings.ts';

/** The dependencies of this function's endpoints. */
export type AdministratorDeps = ReturnType<typeof dependencies>;

export function dependencies(table: Table, clock: Clock) {
  return {
    clock,
    /** For what a rare request alone needs, and loads itself. */
    table,
    organizations: organizationRepository(table),
    settings: settingsRepository(table),
    rounds: roundRepository(table),
    members: memberRepository(table),
    changeMember: memberChanges(table, clock),
    membership: membershipRepository(table),
    audit: auditRepository(table),
  };
}
