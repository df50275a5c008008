/** The table on one machine: made once, and not taken for what it is no more. */
import { DynamoDBClient, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { expect, it } from 'vitest';
import { ensureTable } from '../../infra/local/create-table.ts';
import { connection } from '../../infra/local/engine.ts';
import { INDEXES } from '../../shared/store/table.ts';
import { freshTable } from '../fresh-table.ts';

it('is found again as it is, and refused with what to do where its indexes are not those of today', async () => {
  const { endpoint, name, streamArn } = await freshTable();
  const client = new DynamoDBClient(connection(endpoint));
  expect(await ensureTable(client, name)).toEqual({ streamArn });
  const Delete = { IndexName: INDEXES.ideasByStatus.name };
  await client.send(new UpdateTableCommand({ TableName: name, GlobalSecondaryIndexUpdates: [{ Delete }] }));
  // The engine takes a moment for it.
  const again = () => ensureTable(client, name).catch(String);
  await expect.poll(again, { timeout: 60_000 }).toMatch(/other indexes.*--fresh/);
});
