/**
 * Barriers show that the stream has delivered all earlier writes of a partition. A barrier is
 * written after them, and the stream's function, which takes the records of a partition in their
 * order, marks it as seen like any other.
 */
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from './client.ts';
import { barrierEventId, barrierKey, seenKey } from './keys.ts';
import { SCHEMA_VERSION, storedItem } from './stored-item.ts';
import { adding, unlessNewer } from './transaction.ts';

/** The attributes of a barrier besides its key. */
export const BARRIER_ATTRIBUTES = ['type', SCHEMA_VERSION, 'probe'] as const;

export const barrierItem = storedItem<{ readonly probe: string }>()({
  type: 'probe',
  beside: {},
  shape: () => z.strictObject({ probe: z.string() }),
});

export function streamBarrier({ client, name }: Table) {
  return {
    /** Writes a barrier, replacing the partition's last. */
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

    /** Whether the stream has delivered it, and so all earlier writes of its partition. */
    async hasCome(probe: string): Promise<boolean> {
      const Key = seenKey(barrierEventId(probe));
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key, ConsistentRead: true }),
      );
      return Item !== undefined;
    },
  };
}
