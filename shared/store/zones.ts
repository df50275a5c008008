/**
 * A zone's numbers in the table: for each of its organizations one small item a round, all in one
 * partition. It is created empty when the organization's round begins, and filled once, when it is
 * published; so one query shows the published and the awaited organizations.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type RoundId, roundsFrom, type ZoneId } from '../domain/kernel/ids.ts';
import type { OrganizationRound, Placed, ZoneRound } from '../domain/numbers/roll-up.ts';
import type { Organization } from '../domain/organization/organization.ts';
import type { Table } from './client.ts';
import { ZONE_COUNTERS } from './counted-items.ts';
import {
  roundOfZoneKey,
  zoneNumbersPartition,
  zoneRoundKey,
  zoneRoundPrefix,
  zoneRoundsFrom,
} from './keys.ts';
import { type Item, queryAll, startingWith } from './query.ts';
import { organizationId } from './schema.ts';
import { countsIn } from './statistics.ts';
import { andUnlessNewer, storedItem } from './stored-item.ts';
import { SORT_KEY } from './table.ts';
import type { Action } from './transaction.ts';

/** An organization with its place in a zone. */
export interface Placement extends Placed {
  readonly zone: ZoneId;
}

/** Organizations that are read at a time, to find an awaited one. */
const FEW = 25;

type StoredCounts = Partial<Readonly<Record<string, number>>>;

/** An organization's published numbers, by name. */
interface StoredPublished extends Omit<OrganizationRound, 'counts' | 'work'> {
  readonly state: 'published';
  readonly counts: StoredCounts;
  readonly work: Omit<OrganizationRound['work'], 'counts'> & {
    readonly counts: StoredCounts;
  };
}
type StoredZoneRound = ({ readonly state: 'awaited' } & Placed) | StoredPublished;

const placed = { organization: organizationId, name: z.string(), district: z.string() };
const counts = z.partialRecord(z.enum(ZONE_COUNTERS), z.number());
export const zoneRoundItem = storedItem<StoredZoneRound>()({
  type: 'zone-round',
  beside: {},
  shape: () =>
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('awaited'), ...placed }),
      z.strictObject({
        state: z.literal('published'),
        ...placed,
        publicBulletin: z.boolean(),
        counts,
        participants: z.number(),
        headcount: z.number(),
        work: z.strictObject({ counts, participants: z.number(), overdue: z.number() }),
      }),
    ]),
});

/** An organization's place in its zone; undefined if it is in none. */
export function placementOf({ id, name, zone, district }: Organization): Placement | undefined {
  return zone === undefined || district === undefined
    ? undefined
    : { zone, organization: id, name, district };
}

export function zoneRepository(table: Table) {
  async function put(input: PutCommandInput): Promise<void> {
    try {
      await table.client.send(new PutCommand(input));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    /**
     * Announces that an organization is going to publish a round; an announced or published one is
     * left unchanged, and one of a round that is shown already is not announced.
     */
    async expect(placement: Placement, round: RoundId): Promise<void> {
      if (await isShown(table, placement.zone, round)) return;
      await put(noteOf(table, placement, round));
    },

    /**
     * Sends an announced organization's published numbers of a round to its zone, once; earlier ones
     * stay unchanged. Numbers that were not announced are ignored: the round may be shown already,
     * and its totals before and after would differ by exactly these.
     */
    async tell(zone: ZoneId, round: RoundId, told: OrganizationRound): Promise<void> {
      const item = zoneRoundItem.write(zoneRoundKey(zone, told.organization, round), {
        state: 'published',
        ...told,
        counts: Object.fromEntries(told.counts),
        work: { ...told.work, counts: Object.fromEntries(told.work.counts) },
      });
      await put(whereAwaited(table, item, '#state = :awaited'));
    },

    /**
     * The published numbers of a zone's organizations for a round, and the awaited organizations.
     */
    async round(zone: ZoneId, round: RoundId): Promise<ZoneRound> {
      const query = startingWith(zoneNumbersPartition(zone), zoneRoundPrefix(round));
      return zoneRoundIn(await Array.fromAsync(queryAll(table, query)));
    },

    /**
     * The same of the rounds from one to another, in this order: one query, of which one round at a
     * time is kept.
     */
    async *rounds(
      zone: ZoneId,
      from: RoundId,
      to: RoundId,
    ): AsyncGenerator<{ readonly round: RoundId; readonly known: ZoneRound }, void, undefined> {
      const [first, last] = zoneRoundsFrom(from, to);
      const items = queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': zoneNumbersPartition(zone),
          ':first': first,
          ':last': last,
        },
      });
      const rest = roundsFrom(from, to);
      let found: Item[] = [];
      for await (const item of items) {
        for (; rest[0] !== undefined && rest[0] < roundOfZoneKey(item[SORT_KEY]); rest.shift()) {
          yield { round: rest[0], known: zoneRoundIn(found) };
          found = [];
        }
        found.push(item);
      }
      for (const round of rest) {
        yield { round, known: zoneRoundIn(found) };
        found = [];
      }
    },
  };
}

/**
 * Whether a round has numbers of all organizations that were announced. Usually the first one is
 * still awaited, so it reads in small pages until it finds one.
 */
export async function isShown(table: Table, zone: ZoneId, round: RoundId): Promise<boolean> {
  let published = false;
  const query = startingWith(zoneNumbersPartition(zone), zoneRoundPrefix(round));
  const items = queryAll(table, { ...query, Limit: FEW, ConsistentRead: true });
  for await (const raw of items) {
    if (zoneRoundItem.read(raw).state === 'awaited') return false;
    published = true;
  }
  return published;
}

/** The action that announces to a zone that an organization is going to publish a round. */
export function expecting(table: Table, placement: Placement, round: RoundId): Action {
  return { Put: noteOf(table, placement, round) };
}

function noteOf(table: Table, placement: Placement, round: RoundId): PutCommandInput {
  return whereAwaited(
    table,
    zoneRoundItem.write(zoneRoundKey(placement.zone, placement.organization, round), {
      state: 'awaited',
      ...placeOf(placement),
    }),
    'attribute_not_exists(pk) OR #state = :awaited',
  );
}

/** A publication is sent once and for all; an announcement may be repeated. */
function whereAwaited({ name }: Table, item: Item, condition: string): PutCommandInput {
  return {
    TableName: name,
    Item: item,
    ...andUnlessNewer(zoneRoundItem, {
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':awaited': 'awaited' },
    }),
  };
}

function zoneRoundIn(items: readonly Item[]): ZoneRound {
  const published: OrganizationRound[] = [];
  const awaited: Placed[] = [];
  for (const raw of items) {
    const item = zoneRoundItem.read(raw);
    if (item.state === 'awaited') awaited.push(placeOf(item));
    else published.push(toldIn(item));
  }
  return { published, awaited };
}

function toldIn(item: StoredPublished): OrganizationRound {
  const { publicBulletin, participants, headcount, work } = item;
  return {
    ...placeOf(item),
    publicBulletin,
    counts: countsIn(item.counts),
    participants,
    headcount,
    work: { ...work, counts: countsIn(work.counts) },
  };
}

function placeOf({ organization, name, district }: Placed): Placed {
  return { organization, name, district };
}
