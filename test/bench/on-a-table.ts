/** A measurement on a table of its own, on an engine in memory that ends with it. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '../../infra/local/create-table.ts';
import { connection, startEngine } from '../../infra/local/engine.ts';
import { openTable, type Table } from '../../shared/store/client.ts';

/** Runs the measurement; the engine also ends if it throws or is interrupted. */
export async function onATable(measure: (table: Table) => Promise<void>): Promise<void> {
  const engine = await startEngine(undefined, new AbortController().signal);
  const client = new DynamoDBClient(connection(engine.endpoint));
  process.once('SIGINT', () => void engine.stop().then(() => process.exit(130)));
  try {
    const name = `bench-${crypto.randomUUID()}`;
    await ensureTable(client, name);
    await measure(openTable(client, name));
  } finally {
    client.destroy();
    await engine.stop();
  }
}
