/**
 * The order of a round's agenda in the table. A short order is one small item, so that rearranging
 * sixty ideas is one write and never half-done. A longer one continues in further items, of which a
 * page of the agenda reads one. A new order is stored beside the old one, and takes effect when the
 * first item names it. Without any item, no order has been set yet.
 */
import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type PutCommandInput, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Numbered } from '../domain/idea/agenda.ts';
import {
  type IdeaId,
  type OrganizationId,
  type RoundId,
  roundAfter,
} from '../domain/kernel/ids.ts';
import type { Table } from './client.ts';
import { eachConcurrently } from './concurrency.ts';
import { agendaKey, agendaPartKey, agendaPartPrefix, roundPartition } from './keys.ts';
import { getAll, type Item, queryAll, startingWith } from './query.ts';
import { AGAIN, retry } from './retry.ts';
import { ideaId, organizationId, roundId } from './schema.ts';
import { storedItem } from './stored-item.ts';
import { EXPIRY } from './table.ts';
import { type Action, writeTogether } from './transaction.ts';

/** The number of ids in an item, and the most on one page of an agenda. */
const PART = 100;
/** An agenda of up to this number of ideas is read whole; the order alone defines a longer one. */
export const SHORT = 200;

/** The content of the first item. */
interface Head {
  /** The first ids … */
  readonly order: readonly IdeaId[];
  /** … and the name under which the others are stored, if there are any. */
  readonly further?: string;
  /** The total number. */
  readonly length: number;
  /** The number of ideas, from the first on, whose place a secretary has set. */
  readonly arranged: number;
  /** Counts the changes. */
  readonly revision: number;
}

/** The whole of an order. */
interface Order {
  readonly order: readonly IdeaId[];
  readonly arranged: number;
}

export const agendaItem = storedItem<Head>()({
  type: 'agenda',
  beside: { organization: organizationId, round: roundId },
  shape: () =>
    z.strictObject({
      order: z.array(ideaId),
      further: z.exactOptional(z.string()),
      length: z.number(),
      arranged: z.number(),
      revision: z.number(),
    }),
  upgraders: [inOneItem],
});

export const agendaPartItem = storedItem<{ readonly order: readonly IdeaId[] }>()({
  type: 'agenda-part',
  beside: { organization: organizationId, round: roundId, expiresAt: z.exactOptional(z.number()) },
  shape: () => z.strictObject({ order: z.array(ideaId) }),
});

const NO_ORDER: Head = { order: [], length: 0, arranged: 0, revision: 0 };

/** The number of further items that are written concurrently. */
const AT_ONCE = 16;
/** The number of further items that one transaction extends; for more, a new order is stored. */
const MOST_TOGETHER = 50;

export function agendaRepository(table: Table) {
  const { client, name } = table;

  async function headOf(organization: OrganizationId, round: RoundId): Promise<Head | undefined> {
    const Key = agendaKey(organization, round);
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key, ConsistentRead: true }),
    );
    return Item && agendaItem.read(Item);
  }

  async function wholeOf(organization: OrganizationId, round: RoundId, head: Head): Promise<Order> {
    const { order, further, length, arranged } = head;
    const ids = [...order];
    if (further !== undefined)
      for await (const item of queryAll(table, {
        ...startingWith(roundPartition(organization, round), agendaPartPrefix(further)),
        ConsistentRead: true,
      }))
        ids.push(...agendaPartItem.read(item).order);
    // A concurrent request may have added to it.
    return { order: ids.slice(0, length), arranged };
  }

  /** Replaces the order that was read with another one; returns whether it still was that order. */
  async function replace(
    organization: OrganizationId,
    round: RoundId,
    before: Head | undefined,
    was: readonly IdeaId[],
    { order, arranged }: Order,
  ): Promise<boolean> {
    const { order: first, further, revision } = before ?? NO_ORDER;
    const grown = further === undefined ? undefined : addedTo(first, further, was, order);
    const fitting = grown ? first.length : Math.min(order.length, PART);
    const { under, from, parts } = grown ?? {
      under: order.length > fitting ? randomUUID() : undefined,
      from: 0,
      parts: partsOf(order.slice(fitting)),
    };
    const head: Head = {
      order: order.slice(0, fitting),
      ...(under !== undefined && { further: under }),
      length: order.length,
      arranged,
      revision: revision + 1,
    };
    const keyOf = (at: number) => agendaPartKey(organization, round, under ?? '', from + at);
    const items = parts.map((order, at) =>
      agendaPartItem.write(keyOf(at), { order }, { organization, round }),
    );
    const Item = agendaItem.write(agendaKey(organization, round), head, { organization, round });
    const Put = { TableName: name, Item, ...unchangedSince(before) };
    if (grown) {
      const puts = items.map((Item): Action => ({ Put: { TableName: name, Item } }));
      return (await writeTogether(table, [{ Put }, ...puts])).done;
    }
    await eachConcurrently(items, AT_ONCE, async Item => {
      await client.send(new PutCommand({ TableName: name, Item }));
    });
    const replaced = await putIf(Put);
    if (!replaced) await forget(round, items);
    else if (further !== undefined)
      await forget(
        round,
        partsOf(was.slice(first.length)).map((_, at) =>
          agendaPartKey(organization, round, further, at),
        ),
      );
    return replaced;
  }

  async function putIf(input: PutCommandInput): Promise<boolean> {
    try {
      await client.send(new PutCommand(input));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }

  /**
   * Lets obsolete further items expire long after the round, so that present readers are not
   * disturbed.
   */
  async function forget(round: RoundId, items: readonly Item[]): Promise<void> {
    const { ofThisVersion } = agendaPartItem;
    const expiresAt = Date.parse(`${roundAfter(round, 2)}-01T00:00:00Z`) / 1000;
    await eachConcurrently(items, AT_ONCE, async ({ pk, sk }) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk, sk },
          UpdateExpression: 'SET #expiry = :at',
          ConditionExpression: `attribute_exists(pk) AND ${ofThisVersion.ConditionExpression}`,
          ExpressionAttributeNames: { '#expiry': EXPIRY },
          ExpressionAttributeValues: {
            ':at': expiresAt,
            ...ofThisVersion.ExpressionAttributeValues,
          },
        }),
      );
    });
  }

  /**
   * Changes the order with the given function, which is called again after a concurrent change.
   * Returns the resulting order; writes nothing without a change.
   */
  async function changed(
    organization: OrganizationId,
    round: RoundId,
    next: (before: Order) => Order,
  ): Promise<readonly IdeaId[]> {
    const order = await retry(async () => {
      const head = await headOf(organization, round);
      const before = await wholeOf(organization, round, head ?? NO_ORDER);
      const after = next(before);
      const same = isSame(before.order, after.order) && before.arranged === after.arranged;
      return same || (await replace(organization, round, head, before.order, after))
        ? after.order
        : AGAIN;
    });
    if (order === AGAIN) throw new Error('an agenda kept changing underneath');
    return order;
  }

  return {
    /** The order as it was set; empty if it was not. */
    async order(organization: OrganizationId, round: RoundId): Promise<readonly IdeaId[]> {
      return (await wholeOf(organization, round, (await headOf(organization, round)) ?? NO_ORDER))
        .order;
    },

    /** The number of ideas with a place in the order. */
    async length(organization: OrganizationId, round: RoundId): Promise<number> {
      return ((await headOf(organization, round)) ?? NO_ORDER).length;
    },

    /** The ids after a number, up to a hundred of them, by their numbers; and the total number. */
    async stretch(
      organization: OrganizationId,
      round: RoundId,
      after: number,
      limit: number,
    ): Promise<{ readonly ids: Numbered<IdeaId>[]; readonly length: number }> {
      const { order, further, length } = (await headOf(organization, round)) ?? NO_ORDER;
      const end = Math.min(after + Math.min(limit, PART), length);
      const found = order.slice(after, end).map((item, at) => ({ number: after + at + 1, item }));
      if (further === undefined || end <= order.length) return { ids: found, length };
      const first = Math.max(0, Math.floor((after - order.length) / PART));
      const last = Math.floor((end - 1 - order.length) / PART);
      const keys = Array.from({ length: last - first + 1 }, (_, at) =>
        agendaPartKey(organization, round, further, first + at),
      );
      const items = new Map((await getAll(table, keys)).map(item => [item.sk, item]));
      const ids = keys.flatMap(({ sk }, at) => {
        const item = items.get(sk);
        if (!item) throw new Error('an order without one of its parts');
        const start = order.length + (first + at) * PART;
        return agendaPartItem
          .read(item)
          .order.map((id, place) => ({ number: start + place + 1, item: id }));
      });
      return {
        ids: [...found, ...ids.filter(({ number }) => number > after && number <= end)],
        length,
      };
    },

    /**
     * Sets the order, replacing any earlier one, if the ideas that a secretary has placed so far
     * are as the caller expects; returns whether they were.
     */
    async arrange(
      organization: OrganizationId,
      round: RoundId,
      order: readonly IdeaId[],
      expected: (placed: readonly IdeaId[]) => boolean = () => true,
    ): Promise<boolean> {
      let stored = true;
      await changed(organization, round, before => {
        stored = expected(before.order.slice(0, before.arranged));
        return stored ? { order, arranged: order.length } : before;
      });
      return stored;
    },

    /** Changes the order; the caller has to keep the places that a secretary has set. */
    change(
      organization: OrganizationId,
      round: RoundId,
      next: (before: readonly IdeaId[], arranged: readonly IdeaId[]) => readonly IdeaId[],
    ): Promise<readonly IdeaId[]> {
      return changed(organization, round, ({ order, arranged }) => ({
        order: next(order, order.slice(0, arranged)),
        arranged,
      }));
    },
  };
}

/** Version 1 had the whole order in one item, and a secretary had set all of it. */
function inOneItem(item: Item): Item {
  const { order } = item;
  return Array.isArray(order)
    ? { ...item, length: order.length, arranged: order.length, revision: 0 }
    : item;
}

/** The condition that the first item is the one that was read, or that there is none. */
function unchangedSince(head: Head | undefined) {
  if (!head) return { ConditionExpression: 'attribute_not_exists(pk)' };
  return {
    ConditionExpression:
      head.revision === 0 ? 'attribute_not_exists(revision)' : 'revision = :revision',
    ...(head.revision > 0 && { ExpressionAttributeValues: { ':revision': head.revision } }),
  };
}

/**
 * The changed parts if ids are only added to an order: the last one, and new ones after it;
 * undefined otherwise.
 */
function addedTo(
  first: readonly IdeaId[],
  further: string,
  was: readonly IdeaId[],
  order: readonly IdeaId[],
):
  | { readonly under: string; readonly from: number; readonly parts: readonly IdeaId[][] }
  | undefined {
  if (order.length < was.length || was.some((id, at) => id !== order[at])) return undefined;
  const from = Math.floor((was.length - first.length) / PART);
  const parts = partsOf(order.slice(first.length)).slice(from);
  return parts.length > MOST_TOGETHER ? undefined : { under: further, from, parts };
}

function partsOf(ids: readonly IdeaId[]): IdeaId[][] {
  return Array.from({ length: Math.ceil(ids.length / PART) }, (_, at) =>
    ids.slice(at * PART, (at + 1) * PART),
  );
}

function isSame(one: readonly IdeaId[], other: readonly IdeaId[]): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
