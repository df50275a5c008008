/** Writes an organization's initial list of members, of any length. */
import { BatchWriteCommand, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Member } from '../domain/organization/organization.ts';
import type { Table } from './client.ts';
import { newDirectoryVersion } from './directory-version.ts';
import { directoryKey } from './keys.ts';
import { memberToItem, subjectToItem } from './member-items.ts';
import type { Item } from './query.ts';
import { AGAIN, retry } from './retry.ts';

/** DynamoDB's limit on one batch of writes. */
const BATCH = 25;

type Writes = NonNullable<BatchWriteCommandOutput['UnprocessedItems']>[string];

/**
 * Writes members in batches and without looking at existing ones. Each item is written by itself,
 * so an interrupted list can be written again. Until all are, their directories have no version.
 */
export async function putMembers(table: Table, members: readonly Member[]): Promise<void> {
  const organizations = [...new Set(members.map(({ organization }) => organization))];
  await write(
    table,
    organizations.map(one => ({ DeleteRequest: { Key: directoryKey(one) } })),
  );
  const items = members.flatMap(member => [
    memberToItem(member),
    ...(member.active ? [subjectToItem(member)] : []),
  ]);
  await write(table, items.map(putting));
  await write(table, organizations.map(newDirectoryVersion).map(putting));
}

function putting(item: Item): Writes[number] {
  return { PutRequest: { Item: item } };
}

async function write({ client, name }: Table, writes: Writes): Promise<void> {
  for (let start = 0; start < writes.length; start += BATCH) {
    let rest = writes.slice(start, start + BATCH);
    // Unprocessed items are written again until none is left.
    await retry(async () => {
      const reply: BatchWriteCommandOutput = await client.send(
        new BatchWriteCommand({ RequestItems: { [name]: rest } }),
      );
      rest = reply.UnprocessedItems?.[name] ?? [];
      return rest.length > 0 ? AGAIN : undefined;
    }, Number.POSITIVE_INFINITY);
  }
}
