/** Removes an erased member's personal data from the audit trail, an entry at a time. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import { type AuditEntry, auditCursorOf, redacted } from '../domain/organization/audit.ts';
import { auditItem } from './audit.ts';
import type { Table } from './client.ts';
import { AUDIT_PREFIX, auditKey, type Key, organizationPartition } from './keys.ts';
import { queryAll, startingWith } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import { andUnlessNewer } from './stored-item.ts';

export function auditRedaction(table: Table) {
  const { client, name } = table;

  async function again(Key: Key): Promise<AuditEntry> {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key, ConsistentRead: true }),
    );
    return auditItem.read(Item ?? {});
  }

  /**
   * Redacts one entry, on condition that it is the one that was read: the founding may have several
   * erased members.
   */
  async function redactOne(entry: AuditEntry, member: MemberId): Promise<void> {
    const key = auditKey(entry.organization, auditCursorOf(entry));
    const done = await retry(async attempt => {
      const before = attempt === 1 ? entry : await again(key);
      const after = redacted(before, member);
      if (after === before) return;
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: auditItem.write(key, after),
            ...andUnlessNewer(auditItem, {
              ConditionExpression: '#changes = :before',
              ExpressionAttributeNames: { '#changes': 'changes' },
              ExpressionAttributeValues: { ':before': before.changes },
            }),
          }),
        );
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return AGAIN;
        throw error;
      }
    });
    if (done === AGAIN) throw new Error('an audit entry kept changing underneath');
  }

  /**
   * Removes a member's personal data from all entries. Reads the whole trail, at a read unit for
   * each 4 KB; may be repeated.
   */
  return async (organization: OrganizationId, member: MemberId): Promise<void> => {
    const { KeyConditionExpression, ExpressionAttributeValues } = startingWith(
      organizationPartition(organization),
      AUDIT_PREFIX,
    );
    const items = queryAll(table, {
      KeyConditionExpression,
      ConsistentRead: true,
      FilterExpression: 'topic.#member = :member OR topic.kind = :founding',
      ExpressionAttributeNames: { '#member': 'member' },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ':member': member,
        ':founding': 'founding',
      },
    });
    for await (const item of items) {
      const entry = auditItem.read(item);
      await redactOne(entry, member);
    }
  };
}
