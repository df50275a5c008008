/**
 * Tables of their own for tests, made from the same description as the real one, on an engine in memory that comes and goes with the
 * test file: one that keeps the tables and streams of all files becomes several times as slow.
 */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { ensureTable } from '../infra/local/create-table.ts';
import { connection, startEngine } from '../infra/local/engine.ts';
import { openTable, type Table } from '../shared/store/client.ts';
import { PARTITION_KEY, SORT_KEY } from '../shared/store/table.ts';

export interface FreshTable extends Table {
  readonly endpoint: string;
  readonly streamArn: string;
}

let engine: ReturnType<typeof startEngine> | undefined;

afterAll(async () => {
  await (await engine)?.stop();
});

export async function freshTable(): Promise<FreshTable> {
  const { client, endpoint, name } = await freshName();
  const { streamArn } = await ensureTable(client, name);
  return { ...openTable(client, name), endpoint, streamArn };
}

/** A table with its keys alone: without indexes and stream the engine takes thousands of items four times as fast. */
export async function bareTable(): Promise<Table> {
  const { client, name } = await freshName();
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [
        { AttributeName: PARTITION_KEY, KeyType: 'HASH' },
        { AttributeName: SORT_KEY, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [PARTITION_KEY, SORT_KEY].map(AttributeName => ({
        AttributeName,
        AttributeType: 'S',
      })),
    }),
  );
  return openTable(client, name);
}

async function freshName() {
  engine ??= startEngine(undefined, new AbortController().signal);
  const { endpoint } = await engine;
  return {
    endpoint,
    client: new DynamoDBClient(connection(endpoint)),
    name: `test-${crypto.randomUUID()}`,
  };
}
