/** A table that says what is asked of it: how many requests, and how many capacity units AWS would bill for them. */
import * as z from 'zod/mini';
import type { Table } from '../../shared/store/client.ts';

export interface Meter {
  requests: number;
  reads: number;
  writes: number;
}

const consumed = z.object({ CapacityUnits: z._default(z.number(), 0) });
const reply = z.object({ ConsumedCapacity: z.optional(z.union([consumed, z.array(consumed)])) });

const WRITES = /^(Put|Update|Delete|TransactWrite|BatchWrite)/;

/**
 * The local engine reports half of what AWS bills for a transaction, which prepares each item before it writes it; so its units
 * count double here.
 */
export function metered(table: Table): { readonly table: Table; readonly meter: Meter } {
  const meter: Meter = { requests: 0, reads: 0, writes: 0 };
  const send = table.client.send.bind(table.client) as (...sent: unknown[]) => Promise<unknown>;
  const counting = async (
    command: { readonly input: object; readonly constructor: { readonly name: string } },
    ...rest: unknown[]
  ): Promise<unknown> => {
    const { name } = command.constructor;
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    const answer = await send(command, ...rest);
    const { ConsumedCapacity = [] } = reply.parse(answer);
    const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
    meter.requests += 1;
    if (WRITES.test(name)) meter.writes += units * (name.startsWith('Transact') ? 2 : 1);
    else meter.reads += units;
    return answer;
  };
  const client = Object.create(table.client, { send: { value: counting } }) as Table['client'];
  return { table: { ...table, client }, meter };
}

/** What one piece of work asks for. */
export async function costOf(meter: Meter, work: () => Promise<unknown>): Promise<Meter> {
  const before = { ...meter };
  await work();
  return {
    requests: meter.requests - before.requests,
    reads: meter.reads - before.reads,
    writes: meter.writes - before.writes,
  };
}
