/**
 * The membership totals and the counted members, in the table. Members are added and changed in
 * transactions: their items, the accounts they take or release, the entries in the audit trail, the
 * directory's version, and the totals on condition that they are still those that were read. So two concurrent changes that
 * would together break a rule never both succeed.
 */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Department, MemberId, OrganizationId, Subject } from '../domain/kernel/ids.ts';
import type { AuditEntry } from '../domain/organization/audit.ts';
import { leaves } from '../domain/organization/contacts.ts';
import {
  type MembershipTotals,
  membershipTotals,
} from '../domain/organization/membership-invariants.ts';
import {
  isErased,
  type ListedMember,
  type Member,
  type Organization,
} from '../domain/organization/organization.ts';
import { noting } from './audit.ts';
import type { Table } from './client.ts';
import { renewingDirectory } from './directory-version.ts';
import { membershipTotalsKey, profileKey, subjectKey } from './keys.ts';
import { memberToItem, subjectItem, subjectToItem } from './member-items.ts';
import { memberRepository } from './members.ts';
import { department, memberItem } from './schema.ts';
import { andUnlessNewer, storedItem } from './stored-item.ts';
import { type Action, writeTogether } from './transaction.ts';

/**
 * A new member (without a `before`), a changed or an erased one, and the entry in the audit trail.
 */
export interface MemberChange {
  readonly before: Member | undefined;
  readonly after: ListedMember;
  readonly entry: AuditEntry;
}

/**
 * The number of actions for changes in one transaction, of the hundred that fit: one is for the
 * totals, one for the directory's version, one for a condition on the settings.
 */
export const MOST_ACTIONS = 97;

/**
 * The number of actions of a change: the member, the entry in the trail, and the accounts that are
 * released and taken.
 */
export function actionsOf({ before, after }: Omit<MemberChange, 'entry'>): number {
  const same =
    before?.active === after.active && !isErased(after) && before.subject === after.subject;
  return same ? 2 : 2 + Number(before?.active ?? false) + Number(after.active);
}

/** Membership totals, with their departments as a list. */
interface StoredTotals extends Omit<MembershipTotals, 'departments'> {
  readonly departments: readonly { readonly name: Department; readonly members: number }[];
}

export const membershipTotalsItem = storedItem<StoredTotals>()({
  type: 'roll',
  beside: {},
  shape: () =>
    z.strictObject({
      administrators: z.number(),
      committee: z.number(),
      departments: z.array(z.strictObject({ name: department, members: z.number() })),
      version: z.number(),
    }),
});

/** The action that stores the totals, on condition that they are still those that were read. */
export function storingTotals(
  { name }: Table,
  organization: OrganizationId,
  before: MembershipTotals,
  after: MembershipTotals,
): Action {
  const departments = [...after.departments].map(([name, members]) => ({ name, members }));
  return {
    Put: {
      TableName: name,
      Item: membershipTotalsItem.write(membershipTotalsKey(organization), {
        ...after,
        departments,
      }),
      ...(before.version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : andUnlessNewer(membershipTotalsItem, {
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': before.version },
          })),
    },
  };
}

/** The condition that the totals are still those that were read. */
export function checkingTotals(
  { name }: Table,
  organization: OrganizationId,
  { version }: MembershipTotals,
): Action {
  return {
    ConditionCheck: {
      TableName: name,
      Key: membershipTotalsKey(organization),
      ...(version === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': version },
          }),
    },
  };
}

/** The condition that an organization's settings, and so its contacts, are those that were read. */
function checkingSettings(
  { name }: Table,
  { id, version }: Pick<Organization, 'id' | 'version'>,
): Action {
  return {
    ConditionCheck: {
      TableName: name,
      Key: profileKey(id),
      ConditionExpression: 'version = :version',
      ExpressionAttributeValues: { ':version': version },
    },
  };
}

export type MembershipRepository = ReturnType<typeof membershipRepository>;

export function membershipRepository(table: Table) {
  const { client, name } = table;
  const members = memberRepository(table);
  return {
    /** The stored totals; counted from the list the first time. */
    async get({ id, departments }: Organization): Promise<MembershipTotals> {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: membershipTotalsKey(id), ConsistentRead: true }),
      );
      if (!Item) return membershipTotals(await Array.fromAsync(members.all(id)), departments);
      const totals = membershipTotalsItem.read(Item);
      return {
        ...totals,
        departments: new Map(totals.departments.map(({ name, members }) => [name, members])),
      };
    },

    /** The active member an account belongs to. */
    async holderOf(organization: OrganizationId, subject: Subject): Promise<MemberId | undefined> {
      const { Item } = await client.send(
        new GetCommand({
          TableName: name,
          Key: subjectKey(organization, subject),
          ConsistentRead: true,
        }),
      );
      return Item && subjectItem.read(Item).member;
    },

    /**
     * Stores changes of members with the resulting totals, all or none; returns whether everything
     * was still as it was read. Nobody leaves unless the organization's settings are unchanged,
     * which name contacts.
     */
    async save(
      { id: organization, version }: Pick<Organization, 'id' | 'version'>,
      changes: readonly MemberChange[],
      before: MembershipTotals,
      after: MembershipTotals,
    ): Promise<boolean> {
      if (changes.length === 0) return true;
      const leaving = changes.some(change => leaves(change.before, change.after));
      const result = await writeTogether(table, [
        ...changes.map(change => storing(table, change)),
        ...changes.map(({ entry }) => noting(table, entry)),
        ...accounts(table, organization, changes),
        ...(before === after ? [] : [storingTotals(table, organization, before, after)]),
        renewingDirectory(table, organization),
        ...(leaving ? [checkingSettings(table, { id: organization, version })] : []),
      ]);
      return result.done;
    },
  };
}

function storing({ name }: Table, { before, after }: MemberChange): Action {
  return {
    Put: {
      TableName: name,
      Item: memberToItem(after),
      ...(before
        ? andUnlessNewer(memberItem, {
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': before.version },
          })
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  };
}

/**
 * The actions on accounts: one for each that changes hands, however many of the changes involve it.
 */
function accounts(
  { name }: Table,
  organization: OrganizationId,
  changes: readonly MemberChange[],
): Action[] {
  const holders = new Map<Subject, { before?: Member; after?: Member }>();
  for (const { before, after } of changes) {
    if (before?.active) holders.set(before.subject, { ...holders.get(before.subject), before });
    if (after.active) holders.set(after.subject, { ...holders.get(after.subject), after });
  }
  return [...holders].flatMap(([subject, { before, after }]): Action[] => {
    if (before?.id === after?.id) return [];
    const condition = before
      ? andUnlessNewer(subjectItem, {
          ConditionExpression: '#member = :holder',
          ExpressionAttributeNames: { '#member': 'member' },
          ExpressionAttributeValues: { ':holder': before.id },
        })
      : { ConditionExpression: 'attribute_not_exists(pk)' };
    return after
      ? [{ Put: { TableName: name, Item: subjectToItem(after), ...condition } }]
      : [{ Delete: { TableName: name, Key: subjectKey(organization, subject), ...condition } }];
  });
}
