/** Tables for tests, made from the real one's description, on the engine that all tests share. */
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
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

/** How many tables a database has at most: each makes all requests to it 2.6% slower. */
const TABLES = 5;

/** The databases of the test file that runs. */
const databases: { readonly key: string; tables: number }[] = [];

/** A connection to an engine in which no table has the name. */
function freshPlace(): { readonly connection: Connection; readonly name: string } {
  const database = databases.find(({ tables }) => tables < TABLES) ?? newDatabase(0);
  database.tables += 1;
  return {
    connection: connection(inject('engine'), database.key),
    name: `test-${database.tables}`,
  };
}

/** A connection to an empty database that nobody else uses. */
export function freshDatabase(): Connection {
  return connection(inject('engine'), newDatabase(TABLES).key);
}

function newDatabase(tables: number): { readonly key: string; tables: number } {
  const database = { key: crypto.randomUUID().replaceAll('-', ''), tables };
  databases.push(database);
  return database;
}

/**
 * Deletes all tables of the test file. The engine keeps searching each table for expired items:
 * for the tables of a whole run this takes a processor.
 */
export async function deleteTables(): Promise<void> {
  for (const { key } of databases.splice(0)) {
    const client = new DynamoDBClient(connection(inject('engine'), key));
    const { TableNames = [] } = await client.send(new ListTablesCommand());
    for (const TableName of TableNames) await client.send(new DeleteTableCommand({ TableName }));
    client.destroy();
  }
}
