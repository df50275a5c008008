/**
 * A table whose client is observed: every write is reported before it is sent, and may be made to
 * fail.
 */
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/store/client.ts';

const WRITES: ReadonlySet<string> = new Set([
  'PutCommand',
  'UpdateCommand',
  'DeleteCommand',
  'TransactWriteCommand',
]);

export class Breakdown extends Error {
  override readonly name = 'Breakdown';
}

export interface Watch {
  /**
   * Receives the name and input of each write, in order, from 1. Throwing keeps the write from
   * being sent.
   */
  before?(write: number, command: string, input: unknown): void | Promise<void>;
  /** Called for each write once it is stored. Throwing loses the answer, not the write. */
  after?(write: number, command: string, input: unknown): void | Promise<void>;
  /** Receives the name of every command, reads included. */
  sent?(command: string): void;
}

export function watched(table: Table, watch: Watch): Table {
  let writes = 0;
  const { client } = table;
  const watchedClient: DynamoDBDocumentClient = Object.create(client, {
    send: {
      async value(command: Parameters<typeof client.send>[0]): Promise<unknown> {
        const { name } = command.constructor;
        watch.sent?.(name);
        if (!WRITES.has(name)) return client.send(command);
        writes += 1;
        const write = writes;
        await watch.before?.(write, name, command.input);
        const answer = await client.send(command);
        await watch.after?.(write, name, command.input);
        return answer;
      },
    },
  });
  return { name: table.name, client: watchedClient };
}

/** All items of a table, for tests that bypass the repositories. */
export async function everything({ client, name }: Table): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const reply = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    items.push(...(reply.Items ?? []));
    from = reply.LastEvaluatedKey;
  } while (from);
  return items;
}
