/**
 * Reads many items: whole partitions, as they are needed, and sets of keys at once, however
 * DynamoDB splits its answers.
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

/** A part of a list, and its cursor if it continues. */
export interface Page<Value, Cursor extends string = string> {
  readonly items: readonly Value[];
  readonly nextCursor?: Cursor;
}

/** DynamoDB's limit on keys in one batch. */
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

/** The number of items that a query finds. DynamoDB counts them, and sends none. */
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

/**
 * Below this number of keys of one partition, reading each costs no more than reading the range
 * between them.
 */
const FEW = 4;
/** A range query reads at most this number of items for each requested key, and in addition. */
const MOST = { each: 4, besides: 20 };

/**
 * The items of keys that are close together, in no order, without missing ones and perhaps with
 * others; eventually consistent. A missing key costs as much as an item, so those of one partition
 * are read by one range query; if the range is too large, the rest is read by key.
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
 * One query for the range between values of a sort key, and the values beyond the part that it
 * read: it is cut short after `most` items.
 */
export async function queryBetween(
  { client, name }: Table,
  query: Pick<
    QueryCommandInput,
    | 'IndexName'
    | 'KeyConditionExpression'
    | 'ExpressionAttributeNames'
    | 'ExpressionAttributeValues'
    | 'ConsistentRead'
  >,
  attribute: string,
  values: readonly string[],
  most = MOST.each * values.length + MOST.besides,
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
      Limit: most,
    }),
  );
  const end: unknown = LastEvaluatedKey?.[attribute];
  return { items: Items, rest: value => typeof end === 'string' && value > end };
}

/**
 * The items of keys, in no order, without missing ones. Reads are strongly consistent by default.
 */
export async function getAll(
  { client, name }: Table,
  keys: readonly Key[],
  consistent = true,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let start = 0; start < keys.length; start += BATCH) {
    let rest: Item[] = keys.slice(start, start + BATCH);
    // Unprocessed keys are requested again until none is left.
    await retry(async () => {
      const reply: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({
          RequestItems: { [name]: { Keys: rest, ConsistentRead: consistent } },
        }),
      );
      items.push(...(reply.Responses?.[name] ?? []));
      rest = reply.UnprocessedKeys?.[name]?.Keys ?? [];
      return rest.length > 0 ? AGAIN : undefined;
    }, Number.POSITIVE_INFINITY);
  }
  return items;
}
