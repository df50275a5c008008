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
import { AGAIN, retry } from './retry.ts';
import { SORT_KEY } from './table.ts';

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

/** Below so many keys of one partition it costs no more to ask for each than for all that lies between them. */
const FEW = 4;
/** A query for what lies between keys looks at no more items than this, for each that is asked for and besides. */
const MOST = { each: 4, besides: 20 };

/**
 * The items behind keys that lie close together, in no order, missing ones left out and others perhaps among them; as of a moment ago.
 * A key behind which there is nothing costs as much as an item, so those of one partition are read by one query for all that lies between
 * them; where too much does, the rest is asked for key by key.
 */
export async function getClose(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const partitions = Map.groupBy(keys, ({ pk }) => pk);
  const single = [...partitions.values()].filter(({ length }) => length < FEW).flat();
  const ranges = [...partitions].filter(([, { length }]) => length >= FEW);
  const found = await Promise.all(
    ranges.map(async ([pk, those]) => {
      const { items, rest } = await queryBetween(
        table,
        { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } },
        SORT_KEY,
        those.map(({ sk }) => sk),
      );
      const missed = those.filter(({ sk }) => rest(sk));
      return [...items, ...(await getAll(table, missed, false))];
    }),
  );
  return [...(await getAll(table, single, false)), ...found.flat()];
}

/**
 * One query for all that lies between values of a sort key, and which of the values lie beyond what it looked at: it is cut short where
 * there is much more than what is asked for.
 */
export async function queryBetween(
  { client, name }: Table,
  query: Pick<
    QueryCommandInput,
    'IndexName' | 'KeyConditionExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
  >,
  attribute: string,
  values: readonly string[],
): Promise<{ readonly items: readonly Item[]; readonly rest: (value: string) => boolean }> {
  const sorted = values.toSorted();
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      ...query,
      TableName: name,
      KeyConditionExpression: `${query.KeyConditionExpression} AND ${attribute} BETWEEN :first AND :last`,
      ExpressionAttributeValues: {
        ...query.ExpressionAttributeValues,
        ':first': sorted[0],
        ':last': sorted.at(-1),
      },
      Limit: MOST.each * values.length + MOST.besides,
    }),
  );
  const end: unknown = LastEvaluatedKey?.[attribute];
  return { items: Items, rest: value => typeof end === 'string' && value > end };
}

/** The items behind keys, in no order, missing ones left out. Reads strongly consistently unless told otherwise. */
export async function getAll(
  { client, name }: Table,
  keys: readonly Key[],
  consistent = true,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    let rest: Item[] = keys.slice(start, start + BATCH);
    // What there was no room for is asked for until there is.
    await retry(async () => {
      const reply: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [name]: { Keys: rest, ConsistentRead: consistent } } }),
      );
      items.push(...(reply.Responses?.[name] ?? []));
      rest = reply.UnprocessedKeys?.[name]?.Keys ?? [];
      return rest.length > 0 ? AGAIN : undefined;
    }, Number.POSITIVE_INFINITY);
  }
  return items;
}
