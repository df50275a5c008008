/** Tables for tests, made from the real one's description, on the engine that all tests share. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { inject } from 'vitest';
import { ensureTable } from '../infra/local/create-table.ts';
import { type Connection, connection } from '../infra/local/engine.ts';
import { openTable, type Table } from '../shared/store/client.ts';
import { PARTITION_KEY, SORT_KEY } from '../shared/store/table.ts';

export interface FreshTable extends Table {
  readonly connection: Connection;
  readonly streamArn: string;
}

/** A table's name; each has a database to itself. */
const NAME = 'test';

export async function freshTable(): Promise<FreshTable> {
  const connection = freshDatabase();
  const client = new DynamoDBClient(connection);
  const { streamArn } = await ensureTable(client, NAME);
  return { ...openTable(client, NAME), connection, streamArn };
}

/**
 * A table with its keys alone: without indexes and stream the engine stores thousands of items four
 * times as fast.
 */
export async function bareTable(): Promise<Table> {
  const client = new DynamoDBClient(freshDatabase());
  await client.send(
    new CreateTableCommand({
      TableName: NAME,
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
  return openTable(client, NAME);
}

/** A connection to an empty database that nobody else uses. */
export function freshDatabase(): Connection {
  return connection(inject('engine'), crypto.randomUUID().replaceAll('-', ''));
}
