/**
 * Bulletins (公示) in the table: the published numbers in one item and the list of ideas in pages
 * beside it. The pages are written first and the numbers last, and nothing is shown before the
 * numbers are there; so a crash between two writes leaves nothing half-published.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { REASON_CODES } from '../domain/idea/decision.ts';
import { IDEA_STATUSES } from '../domain/idea/lifecycle.ts';
import type { Department, OrganizationId, RoundId } from '../domain/kernel/ids.ts';
import type { Instant } from '../domain/kernel/instant.ts';
import type { Bulletin, BulletinEntry } from '../domain/numbers/bulletin.ts';
import type { FollowUp } from '../domain/numbers/follow-up.ts';
import type { Rate } from '../domain/numbers/rate.ts';
import type { Published } from '../domain/numbers/series.ts';
import type { RoundStatistics } from '../domain/numbers/statistics.ts';
import type { Table } from './client.ts';
import { bulletinKey, bulletinPageKey, type Key } from './keys.ts';
import { getAll, type Item } from './query.ts';
import { withReasonCode } from './reason-sentences.ts';
import { category, department, ideaId, instant, roundId } from './schema.ts';
import { storedItem } from './stored-item.ts';

export type BulletinRepository = ReturnType<typeof bulletinRepository>;

/**
 * The bytes of JSON in a page: well under DynamoDB's 400 KB; a monthly list of sixty ideas is one
 * page.
 */
const PAGE_BYTES = 250_000;

function followUp(rate: z.ZodMiniType<Rate>) {
  const rewards = z.strictObject({ ideas: z.number(), fen: z.number() });
  return z.strictObject({
    daysToFirstReply: z.strictObject({ mean: z.nullable(z.number()), replied: z.number() }),
    rewardsApproved: z.exactOptional(z.nullable(rewards)),
    rewardsPaid: z.exactOptional(z.nullable(rewards)),
    satisfaction: z.exactOptional(
      z.nullable(
        z.strictObject({
          satisfied: z.number(),
          neutral: z.number(),
          dissatisfied: z.number(),
          rate,
        }),
      ),
    ),
    excellent: z.number(),
  }) satisfies z.ZodMiniType<FollowUp>;
}

function statistics() {
  const rate = z.strictObject({
    numerator: z.number(),
    denominator: z.number(),
    value: z.nullable(z.number()),
  });
  const numbers = {
    submitted: z.number(),
    adopted: z.number(),
    declined: z.number(),
    decided: z.number(),
    deferred: z.number(),
    undecided: z.number(),
    accepted: z.number(),
    abandoned: z.number(),
    adoptionRate: rate,
    adoptionRateOfDecided: rate,
    decisionRate: rate,
    implementationRate: rate,
    claimedBenefit: z.number(),
    verifiedBenefit: z.number(),
    daysToDecision: z.strictObject({
      mean: z.nullable(z.number()),
      percentile90: z.nullable(z.number()),
    }),
    followUp: z.exactOptional(followUp(rate)),
  };
  const people = { participation: rate, ideasPerHead: z.exactOptional(rate) };

  return z.strictObject({
    total: z.strictObject({ ...numbers, ...people }),
    departments: z.array(z.strictObject({ department, ...numbers, ...people })),
    categories: z.array(z.strictObject({ category, ...numbers })),
  }) satisfies z.ZodMiniType<RoundStatistics>;
}

/** A bulletin without its list, and the number of its pages. */
interface StoredBulletin extends Omit<Bulletin, 'entries' | 'headcount'> {
  readonly headcount: {
    readonly total: number;
    readonly departments: readonly (readonly [Department, number])[];
  };
  readonly pages: number;
}

export const bulletinItem = storedItem<StoredBulletin>()({
  type: 'bulletin',
  beside: {},
  upgraders: [item => ({ ...item, edition: 1 })],
  shape: () =>
    z.strictObject({
      round: roundId,
      publishedAt: instant,
      edition: z.union([z.literal(1), z.literal(2)]),
      statistics: statistics(),
      merged: z.array(z.strictObject({ id: ideaId, acts: z.number() })),
      headcount: z.strictObject({
        total: z.number(),
        departments: z.array(z.tuple([department, z.number()])),
      }),
      pages: z.number(),
    }),
});
export const bulletinPageItem = storedItem<Pick<Bulletin, 'entries'>>()({
  type: 'bulletin-page',
  beside: {},
  /** Before version 2 the rules of ballots were published as sentences, like written reasons. */
  upgraders: [withPublishedCodes],
  shape: () =>
    z.strictObject({
      entries: z.array(
        z.strictObject({
          id: ideaId,
          title: z.string(),
          category,
          department: z.exactOptional(department),
          status: z.enum(IDEA_STATUSES),
          reason: z.exactOptional(z.string()),
          reasonCode: z.exactOptional(z.enum(REASON_CODES)),
          reply: z.exactOptional(z.string()),
          tally: z.exactOptional(
            z.strictObject({ approve: z.number(), oppose: z.number(), abstain: z.number() }),
          ),
          acts: z.number(),
        }),
      ),
    }),
});

export function bulletinRepository(table: Table) {
  const { client, name } = table;

  async function read(Key: Key): Promise<Record<string, unknown> | undefined> {
    return (await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }))).Item;
  }

  async function readNumbers(organization: OrganizationId, round: RoundId) {
    const item = await read(bulletinKey(organization, round));
    if (!item) return undefined;
    const { headcount, ...facts } = bulletinItem.read(item);
    return { ...facts, headcount: { ...headcount, departments: new Map(headcount.departments) } };
  }

  async function readPage(
    organization: OrganizationId,
    bulletin: Pick<Bulletin, 'round' | 'publishedAt'>,
    page: number,
  ): Promise<readonly BulletinEntry[]> {
    const list = await read(bulletinPageKey(organization, bulletin, page));
    return list ? bulletinPageItem.read(list).entries : [];
  }

  return {
    /**
     * Freezes a bulletin; an existing one stays unchanged. Returns when the stored one was
     * published.
     */
    async publish(organization: OrganizationId, { entries, ...facts }: Bulletin): Promise<Instant> {
      const existing = await read(bulletinKey(organization, facts.round));
      if (existing) return bulletinItem.read(existing).publishedAt;
      const pages = paged(entries);
      for (const [at, page] of pages.entries())
        await client.send(
          new PutCommand({
            TableName: name,
            Item: bulletinPageItem.write(bulletinPageKey(organization, facts, at), {
              entries: page,
            }),
          }),
        );
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: bulletinItem.write(bulletinKey(organization, facts.round), {
              ...facts,
              headcount: {
                total: facts.headcount.total,
                departments: [...facts.headcount.departments],
              },
              pages: pages.length,
            }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        );
        return facts.publishedAt;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return bulletinItem.read((await read(bulletinKey(organization, facts.round))) ?? {})
          .publishedAt;
      }
    },

    /** The numbers and one page of the list, from 0; undefined if the round has no bulletin. */
    async get(
      organization: OrganizationId,
      round: RoundId,
      page: number,
    ): Promise<(Bulletin & { readonly nextPage?: number }) | undefined> {
      const numbers = await readNumbers(organization, round);
      if (!numbers) return undefined;
      const { pages, ...facts } = numbers;
      const entries = await readPage(organization, facts, page);
      return { ...facts, entries, ...(page + 1 < pages && { nextPage: page + 1 }) };
    },

    /**
     * The published numbers of rounds, without the lists; rounds without a bulletin are left out.
     */
    async numbersOf(
      organization: OrganizationId,
      rounds: readonly RoundId[],
      consistent = true,
    ): Promise<Published[]> {
      const items = await getAll(
        table,
        rounds.map(round => bulletinKey(organization, round)),
        consistent,
      );
      return items.map(item => {
        const { round, publishedAt, statistics } = bulletinItem.read(item);
        return { round, publishedAt, statistics };
      });
    },

    /** The whole bulletin, with every page of its list; undefined if the round has none. */
    async whole(organization: OrganizationId, round: RoundId): Promise<Bulletin | undefined> {
      const numbers = await readNumbers(organization, round);
      if (!numbers) return undefined;
      const { pages, ...facts } = numbers;
      const entries: BulletinEntry[] = [];
      for (let page = 0; page < pages; page += 1)
        entries.push(...(await readPage(organization, facts, page)));
      return { ...facts, entries };
    },
  };
}

function withPublishedCodes(item: Item): Item {
  const { entries } = item;
  if (!Array.isArray(entries)) return item;
  return {
    ...item,
    entries: entries.map((entry: Item) => withReasonCode(entry, entry.status)),
  };
}

function paged(entries: readonly BulletinEntry[]): BulletinEntry[][] {
  const pages: BulletinEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    const page = pages.at(-1);
    if (page && size <= room) page.push(entry);
    else {
      pages.push([entry]);
      room = PAGE_BYTES;
    }
    room -= size;
  }
  return pages;
}
