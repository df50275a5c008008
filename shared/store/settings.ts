/**
 * Changes of an organization's settings in the table. Each is one transaction: the profile, on
 * condition that it is still the one that was read, the entry in the audit trail, and every
 * dependent item.
 */
import type { RoundId } from '../domain/kernel/ids.ts';
import type { AuditEntry } from '../domain/organization/audit.ts';
import type { MembershipTotals } from '../domain/organization/membership-invariants.ts';
import type { Organization } from '../domain/organization/organization.ts';
import type { CollectingRound } from '../domain/round/round.ts';
import { noting } from './audit.ts';
import type { Table } from './client.ts';
import { checkingTotals, storingTotals } from './membership-invariants.ts';
import { organizationToItem } from './organizations.ts';
import { notBegun, rescheduling } from './rounds.ts';
import { organizationItem } from './schema.ts';
import { andUnlessNewer } from './stored-item.ts';
import { type Action, writeTogether } from './transaction.ts';

/** A change of the profile, and its entry in the audit trail. */
export interface SettingsChange {
  readonly before: Organization;
  readonly after: Organization;
  readonly entry: AuditEntry;
}

export function settingsRepository(table: Table) {
  async function save(
    { before, after, entry }: SettingsChange,
    ...beside: Action[]
  ): Promise<boolean> {
    const profile: Action = {
      Put: {
        TableName: table.name,
        Item: organizationToItem(after),
        ...andUnlessNewer(organizationItem, {
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': before.version },
        }),
      },
    };
    return (await writeTogether(table, [profile, noting(table, entry), ...beside])).done;
  }

  // Each returns whether everything was still as it was read.
  return {
    save: (change: SettingsChange): Promise<boolean> => save(change),

    /** Departments change together with the totals, which count those on offer. */
    saveDepartments: (
      change: SettingsChange,
      before: MembershipTotals,
      after: MembershipTotals,
    ): Promise<boolean> => save(change, storingTotals(table, change.after.id, before, after)),

    /**
     * Contacts are active members, so no member may have changed since the totals were read: each
     * deactivation changes them.
     */
    saveContacts: (change: SettingsChange, totals: MembershipTotals): Promise<boolean> =>
      save(change, checkingTotals(table, change.after.id, totals)),

    /** Rules that hold from a round on, on condition that it has not begun. */
    saveRules: (change: SettingsChange, from: RoundId): Promise<boolean> =>
      save(change, notBegun(table, change.after.id, from)),

    /** A day moves together with its round, if that has begun. */
    saveDay: (
      change: SettingsChange,
      round: { readonly before: CollectingRound; readonly after: CollectingRound } | RoundId,
    ): Promise<boolean> =>
      save(
        change,
        typeof round === 'string'
          ? notBegun(table, change.after.id, round)
          : rescheduling(table, round.before, round.after),
      ),
  };
}
