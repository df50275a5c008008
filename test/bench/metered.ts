/** A table that counts its requests, and the capacity units that AWS would bill for them. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from '../../shared/store/client.ts';
import { INDEXES } from '../../shared/store/table.ts';

export interface Meter {
  requests: number;
  reads: number;
  writes: number;
}

type Item = Readonly<Record<string, unknown>> | undefined;

const consumed = z.object({ CapacityUnits: z._default(z.number(), 0) });
const reply = z.object({
  ConsumedCapacity: z.optional(z.union([consumed, z.array(consumed)])),
  Responses: z.optional(z.record(z.string(), z.array(z.unknown()))),
});
const key = z.object({ pk: z.string(), sk: z.string() });
const part = z.object({ Key: z.optional(key), Item: z.optional(key) });
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), part)) });
const batch = z.object({
  RequestItems: z.record(
    z.string(),
    z.object({ Keys: z.array(key), ConsistentRead: z._default(z.boolean(), false) }),
  ),
});

const WRITES = /^(Put|Update|Delete|TransactWrite|BatchWrite)/;

/**
 * For most requests the local engine reports units as AWS does. There are two exceptions: it
 * reports two units for any transaction, however many items it writes, and none for missing keys in
 * a batch. Those are computed here by AWS's rules, a transaction's from the items before and after.
 * Concurrent writes would falsify that.
 */
export function metered(table: Table): { readonly table: Table; readonly meter: Meter } {
  const meter: Meter = { requests: 0, reads: 0, writes: 0 };
  const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
  const read = async (Key: z.output<typeof key>): Promise<Item> =>
    (await table.client.send(new GetCommand({ TableName: table.name, Key, ConsistentRead: true })))
      .Item;

  const counting = async (
    command: { readonly input: object; readonly constructor: { readonly name: string } },
    ...rest: unknown[]
  ): Promise<unknown> => {
    const { name } = command.constructor;
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    meter.requests += 1;
    if (name === 'TransactWriteCommand') {
      const parts = transaction.parse(command.input).TransactItems.flatMap(one =>
        Object.entries(one).flatMap(([kind, { Key, Item }]) => {
          const at = Key ?? Item;
          return at ? [{ kind, at: { pk: at.pk, sk: at.sk } }] : [];
        }),
      );
      const before = await Promise.all(parts.map(({ at }) => read(at)));
      const answer = await send(command, ...rest);
      const after = await Promise.all(parts.map(({ at }) => read(at)));
      for (const [at, { kind }] of parts.entries()) {
        meter.writes += 2 * Math.max(kilobytes(before[at]), kilobytes(after[at]), 1);
        if (kind !== 'ConditionCheck') meter.writes += indexUnits(before[at], after[at]);
      }
      return answer;
    }
    const answer = await send(command, ...rest);
    const { ConsumedCapacity = [], Responses = {} } = reply.parse(answer);
    const units = [ConsumedCapacity]
      .flat()
      .reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
    if (WRITES.test(name)) meter.writes += units;
    else meter.reads += units;
    if (name === 'BatchGetCommand')
      for (const [of, { Keys, ConsistentRead }] of Object.entries(
        batch.parse(command.input).RequestItems,
      ))
        meter.reads += (Keys.length - (Responses[of]?.length ?? 0)) * (ConsistentRead ? 1 : 0.5);
    return answer;
  };
  const client = Object.create(table.client, { send: { value: counting } }) as Table['client'];
  return { table: { ...table, client }, meter };
}

/** The requests of one piece of work. */
export async function costOf(meter: Meter, work: () => Promise<unknown>): Promise<Meter> {
  const before = { ...meter };
  await work();
  return {
    requests: meter.requests - before.requests,
    reads: meter.reads - before.reads,
    writes: meter.writes - before.writes,
  };
}

/** The units of the indexes when an item changes: a moved entry is deleted and put again. */
function indexUnits(before: Item, after: Item): number {
  return Object.values(INDEXES).reduce((sum, { partition, sort }) => {
    const [old, now] = [before, after].map(item => entryOf(item, [...partition, ...sort]));
    if (old === now)
      return now === undefined ? sum : sum + Math.max(kilobytes(before), kilobytes(after));
    return (
      sum + (old === undefined ? 0 : kilobytes(before)) + (now === undefined ? 0 : kilobytes(after))
    );
  }, 0);
}

/** The position of an item in an index; none without all of its keys. */
function entryOf(item: Item, attributes: readonly string[]): string | undefined {
  const keys = attributes.map(attribute => item?.[attribute]);
  return keys.includes(undefined) ? undefined : JSON.stringify(keys);
}

/** Started kilobytes, approximately: JSON is a little longer than DynamoDB's own measure. */
function kilobytes(item: Item): number {
  return item === undefined ? 0 : Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1024);
}
