/**
 * Reading many items: whole partitions, as they are needed, and sets of keys at once, however DynamoDB cuts its answers up.
 */
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  QueryCommand,
  type QueryCommandInput,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from './client.ts';
import type { Key } from './keys.ts';
import { pause } from './transaction.ts';

export type Item = Record<string, unknown>;

/** A part of a list, and where it goes on if it does. */
export interface Page<Value, Cursor extends string = string> {
  readonly items: readonly Value[];
  readonly nextCursor?: Cursor;
}

/** How many keys DynamoDB takes in one batch. */
const BATCH = 100;

/** All items of a query, page after page, as they are needed. */
export async function* queryAll(
  { client, name }: Table,
  input: Omit<QueryCommandInput, 'TableName'>,
): AsyncGenerator<Item, void, undefined> {
  let from: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({ ...input, TableName: name, ...(from && { ExclusiveStartKey: from }) }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** How many items a query finds. They are counted where they lie, and none is sent. */
export async function countAll(
  { client, name }: Table,
  input: Omit<QueryCommandInput, 'TableName'>,
): Promise<number> {
  let count = 0;
  let from: Item | undefined;
  do {
    const page: QueryCommandOutput = await client.send(
      new QueryCommand({
        ...input,
        TableName: name,
        Select: 'COUNT',
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  } while (from);
  return count;
}

/** The query for all items of a partition whose sort key starts with a prefix. */
export function startingWith(
  partition: string,
  prefix: string,
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues'> {
  return {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': partition, ':prefix': prefix },
  };
}

/** The items behind keys, in no order, missing ones left out. Reads strongly consistently unless told otherwise. */
export async function getAll(
  { client, name }: Table,
  keys: readonly Key[],
  consistent = true,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    let rest: Item[] | undefined = keys.slice(start, start + BATCH);
    for (let attempt = 1; rest && rest.length > 0; attempt += 1) {
      const reply: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: rest, ConsistentRead: consistent } } }),
      );
      items.push(...(reply.Responses?.[name] ?? []));
      rest = reply.UnprocessedKeys?.[name]?.Keys;
      if (rest && rest.length > 0) await pause(attempt);
    }
  }
  return items;
}
