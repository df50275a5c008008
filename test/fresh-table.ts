/** A table of its own for a test file, made from the same description as the real one. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { ensureTable } from '../infra/local/create-table.ts';
import { connection } from '../infra/local/engine.ts';
import { openTable, type Table } from '../shared/store/client.ts';

export interface FreshTable extends Table {
  readonly endpoint: string;
  readonly streamArn: string;
}

export async function freshTable(): Promise<FreshTable> {
  const endpoint = inject('dynamodb');
  const client = new DynamoDBClient(connection(endpoint));
  const name = `test-${crypto.randomUUID()}`;
  const { streamArn } = await ensureTable(client, name);
  return { ...openTable(client, name), endpoint, streamArn };
}
