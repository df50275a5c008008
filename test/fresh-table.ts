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

export async function freshTable(): Promise<FreshTable> {
  const { connection, name } = freshPlace();
  const client = new DynamoDBClient(connection);
  const { streamArn } = await ensureTable(client, name);
  return { ...openTable(client, name), connection, streamArn };
}

/**
 * A table with its keys alone: without indexes and stream the engine stores thousands of items four
 * times as fast.
 */
export async function bareTable(): Promise<Table> {
  const { connection, name } = freshPlace();
  const client = new DynamoDBClient(connection);
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

/**
 * The number of a worker's tables in one database. Each table makes all requests to it 2.6% slower;
 * each database takes 3 ms of processor time a second as long as the engine runs.
 */
const TABLES = 10;
const shared = { tables: TABLES, database: '' };

/** A connection to an engine in which no table has the name. */
function freshPlace(): { readonly connection: Connection; readonly name: string } {
  if (shared.tables === TABLES) Object.assign(shared, { tables: 0, database: newKey() });
  shared.tables += 1;
  return { connection: connection(inject('engine'), shared.database), name: `test-${shared.tables}` };
}

/** A connection to an empty database that nobody else uses. */
export function freshDatabase(): Connection {
  return connection(inject('engine'), newKey());
}

const newKey = (): string => crypto.randomUUID().replaceAll('-', '');
