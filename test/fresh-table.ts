/**
 * Tables of their own for tests, made from the same description as the real one, on an engine in memory that comes and goes with the
 * test file: one that keeps the tables and streams of all files becomes several times as slow.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll } from 'vitest';
import { ensureTable } from '../infra/local/create-table.ts';
import { connection, startEngine } from '../infra/local/engine.ts';
import { openTable, type Table } from '../shared/store/client.ts';

export interface FreshTable extends Table {
  readonly endpoint: string;
  readonly streamArn: string;
}

let engine: ReturnType<typeof startEngine> | undefined;

afterAll(async () => {
  await (await engine)?.stop();
});

export async function freshTable(): Promise<FreshTable> {
  engine ??= startEngine(undefined, new AbortController().signal);
  const { endpoint } = await engine;
  const client = new DynamoDBClient(connection(endpoint));
  const name = `test-${crypto.randomUUID()}`;
  const { streamArn } = await ensureTable(client, name);
  return { ...openTable(client, name), endpoint, streamArn };
}
