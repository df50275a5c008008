/**
 * The audit trail in the table: an item an entry, beside the organization whose it is and in the order of time. An entry is only
 * ever written in the transaction that makes the change it tells of.
 */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type AuditEntry, type AuditPosition, auditPosition } from '../domain/audit.ts';
import type { OrganizationId } from '../domain/ids.ts';
import { MEMBER_ACTS } from '../domain/membership.ts';
import type { Table } from './client.ts';
import { AUDIT_PREFIX, auditKey, organizationPartition } from './keys.ts';
import { type Page, startingWith } from './reading.ts';
import { instant, memberId, organizationId } from './schema.ts';
import type { Action } from './transaction.ts';

const auditItem = z.object({
  organization: organizationId,
  at: instant,
  by: memberId,
  topic: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('settings') }),
    z.object({ kind: z.literal('member'), member: memberId, act: z.enum(MEMBER_ACTS) }),
  ]),
  version: z.number(),
  changes: z.array(
    z.object({
      field: z.string(),
      before: z.exactOptional(z.unknown()),
      after: z.exactOptional(z.unknown()),
    }),
  ),
}) satisfies z.ZodMiniType<AuditEntry>;

/** The action that notes a change down. */
export function noting({ name }: Table, entry: AuditEntry): Action {
  const key = auditKey(entry.organization, auditPosition(entry));
  return { Put: { TableName: name, Item: { ...key, type: 'audit', ...entry } } };
}

export function auditRepository({ client, name }: Table) {
  return {
    /** A part of the trail, the newest entries first. */
    async newestFirst(
      organization: OrganizationId,
      { cursor, limit }: { readonly cursor?: AuditPosition; readonly limit: number },
    ): Promise<Page<AuditEntry, AuditPosition>> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          ...startingWith(organizationPartition(organization), AUDIT_PREFIX),
          ScanIndexForward: false,
          ConsistentRead: true,
          // One more than asked for tells whether the list goes on.
          Limit: limit + 1,
          ...(cursor && { ExclusiveStartKey: auditKey(organization, cursor) }),
        }),
      );
      const entries = Items.map(item => auditItem.parse(item));
      const items = entries.slice(0, limit);
      const end = items.at(-1);
      return { items, ...(entries.length > limit && end && { nextCursor: auditPosition(end) }) };
    },
  };
}
