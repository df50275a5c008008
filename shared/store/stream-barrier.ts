/**
 * Barriers: how it is known that the stream has brought what was written to a partition. A barrier is written behind it, and the
 * stream's function, which takes the records of a partition in the order in which they were made, marks it as seen like any other.
 */
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from './client.ts';
import { barrierEventId, barrierKey, seenKey } from './keys.ts';
import { SCHEMA_VERSION, storedItem } from './stored-item.ts';
import { adding, unlessNewer } from './transaction.ts';

/** What a barrier consists of besides its key. */
export const BARRIER_ATTRIBUTES = ['type', SCHEMA_VERSION, 'probe'] as const;

export const barrierItem = storedItem<{ readonly probe: string }>()({
  type: 'probe',
  beside: {},
  shape: () => z.strictObject({ probe: z.string() }),
});

export function streamBarrier({ client, name }: Table) {
  return {
    /** Writes a barrier, in place of the partition's last. */
    async send(partition: string, probe: string): Promise<void> {
      await unlessNewer(
        barrierItem,
        client.send(
          new UpdateCommand({
            TableName: name,
            Key: barrierKey(partition),
            ...adding(barrierItem, { probe }, new Map()),
          }),
        ),
      );
    },

    /** Whether the stream has brought it, and so all that was written to its partition before. */
    async hasCome(probe: string): Promise<boolean> {
      const Key = seenKey(barrierEventId(probe));
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item !== undefined;
    },
  };
}
