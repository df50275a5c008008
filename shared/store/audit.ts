/**
 * The audit trail in the table: an item for each entry, in its organization's partition and in the
 * order of time. An entry is written only in the transaction of the change that it describes, and
 * changed only by the erasure of a member's data (`audit-redaction.ts`).
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { OrganizationId } from '../domain/kernel/ids.ts';
import {
  AUDITED_ACTS,
  type AuditCursor,
  type AuditEntry,
  auditCursorOf,
  type FoundingEntry,
  isFounding,
} from '../domain/organization/audit.ts';
import type { Table } from './client.ts';
import { AUDIT_PREFIX, auditKey, organizationPartition } from './keys.ts';
import { type Page, startingWith } from './query.ts';
import { instant, memberId, organizationId } from './schema.ts';
import { storedItem } from './stored-item.ts';
import type { Action } from './transaction.ts';

const change = z.strictObject({
  field: z.string(),
  before: z.exactOptional(z.unknown()),
  after: z.exactOptional(z.unknown()),
});
const facts = {
  organization: organizationId,
  at: instant,
  by: z.exactOptional(memberId),
  version: z.number(),
  changes: z.array(change),
};
export const auditItem = storedItem<AuditEntry>()({
  type: 'audit',
  beside: {},
  /** Before version 2 no member's data was erased. */
  upgraders: [item => item],
  shape: () =>
    z.union([
      z.strictObject({ ...facts, topic: z.strictObject({ kind: z.literal('founding') }) }),
      z.strictObject({
        ...facts,
        topic: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('settings') }),
          z.strictObject({
            kind: z.literal('member'),
            member: memberId,
            act: z.enum(AUDITED_ACTS),
          }),
        ]),
      }),
    ]),
});

/** The action that stores the entry of a change. */
export function noting({ name }: Table, entry: AuditEntry): Action {
  const key = auditKey(entry.organization, auditCursorOf(entry));
  return { Put: { TableName: name, Item: auditItem.write(key, entry) } };
}

export function auditRepository({ client, name }: Table) {
  return {
    /**
     * The founding of an organization, with which its trail begins; undefined if it begins
     * otherwise.
     */
    async founding(organization: OrganizationId): Promise<FoundingEntry | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...startingWith(organizationPartition(organization), AUDIT_PREFIX),
          ConsistentRead: true,
          Limit: 1,
        }),
      );
      const [item] = Items;
      const first = item && auditItem.read(item);
      return first && isFounding(first) ? first : undefined;
    },

    /** A part of the trail, the newest entries first. */
    async newestFirst(
      organization: OrganizationId,
      { cursor, limit }: { readonly cursor?: AuditCursor; readonly limit: number },
    ): Promise<Page<AuditEntry, AuditCursor>> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...startingWith(organizationPartition(organization), AUDIT_PREFIX),
          ScanIndexForward: false,
          ConsistentRead: true,
          // One more than requested shows whether the list continues.
          Limit: limit + 1,
          ...(cursor && { ExclusiveStartKey: auditKey(organization, cursor) }),
        }),
      );
      const entries = Items.map(item => auditItem.read(item));
      const items = entries.slice(0, limit);
      const end = items.at(-1);
      return { items, ...(entries.length > limit && end && { nextCursor: auditCursorOf(end) }) };
    },
  };
}
