/**
 * Ideas in the table: creating, reading and listing them. An idea is one item with its history;
 * `idea-acts.ts` stores acts on it.
 */
import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import {
  type IdeaCursor,
  ideaCursorAfter,
  readIdeaCursor,
  readUnansweredCursor,
  readWorkCursor,
  type UnansweredCursor,
  unansweredCursorAfter,
  type WorkCursor,
  workCursorAfter,
} from '../domain/idea/cursor.ts';
import { type Idea, maySee } from '../domain/idea/idea.ts';
import type { IdeaStatus } from '../domain/idea/lifecycle.ts';
import { type Unanswered, unansweredOf } from '../domain/idea/unanswered.ts';
import type { Duty, WorkState } from '../domain/idea/work.ts';
import { base32 } from '../domain/kernel/base-32.ts';
import {
  type Category,
  type Department,
  type IdeaId,
  ideaIdOf,
  type MemberId,
  type OrganizationId,
  type RoundId,
} from '../domain/kernel/ids.ts';
import type { Instant, LocalDate } from '../domain/kernel/instant.ts';
import type { OverdueWork } from '../domain/numbers/overdue.ts';
import type { Table } from './client.ts';
import { ideaActs } from './idea-acts.ts';
import { ideaItem, toItem } from './idea-item.ts';
import {
  IDEA_PREFIX,
  ideaIn,
  ideaKey,
  ideaPositionIn,
  type MentionedAs,
  roundPartition,
} from './keys.ts';
import { mentioning, mentionRepository } from './mentions.ts';
import { countAll, getAll, type Item, type Page, queryAll, startingWith } from './query.ts';
import { category, department, ideaId, instant } from './schema.ts';
import { NewerItem, SCHEMA_VERSION } from './stored-item.ts';
import { INDEXES, type IndexDefinition, PARTITION_KEY, SORT_KEY } from './table.ts';
import { type Action, writeTogether } from './transaction.ts';

export interface IdeaFilter {
  readonly status?: IdeaStatus;
  readonly category?: Category;
  readonly department?: Department;
}

export interface PageRequest {
  readonly cursor?: IdeaCursor;
  readonly limit?: number;
}

interface WorkRequest {
  readonly cursor?: WorkCursor;
  readonly limit?: number;
}

type Created =
  | { readonly created: true }
  | { readonly created: false; readonly existing: Idea; readonly sameRequest: boolean };

/** Called for an item that cannot be parsed as an idea: its id, if it has one, and the error. */
type BadIdeas = (id: IdeaId | undefined, error: unknown) => void;

export type IdeaRepository = ReturnType<typeof ideaRepository>;

const DEFAULT_LIMIT = 50;
/**
 * A page with several filters costs about this many read units, for each requested idea and in
 * addition; it may then be short, with a cursor.
 */
const MOST_UNITS = { each: 0.18, besides: 0.5 };

/** The most successive mergers that are followed; nobody makes a chain this long by hand. */
const LONGEST_CHAIN = 20;

const fingerprintIn = ideaItem.part({ fingerprint: z.string() });
const overdueWorkIn = ideaItem.part({ category, department: z.exactOptional(department) });
const positionIn = z.object({ submittedAt: instant, id: ideaId });

/** The ideas as the system reads them, and as one member may: of all reads and acts. */
export function ideaRepository(table: Table) {
  return {
    ...ideasSeen(table, () => true),

    /**
     * The ideas as a member may see them: what they may not see is left out of lists, and is not
     * there by its id, for acts neither. Every request of a member reads through this.
     */
    seenBy: (reader: MemberId) => ideasSeen(table, idea => maySee(idea, reader)),
  };
}

function ideasSeen(table: Table, sees: (idea: Idea) => boolean) {
  const { client, name } = table;
  const mentions = mentionRepository(table);

  async function page(
    index: IndexDefinition,
    organization: OrganizationId,
    rest: Readonly<Record<string, string>>,
    { cursor, limit = DEFAULT_LIMIT }: PageRequest,
    filter: Readonly<Record<string, string>> = {},
  ): Promise<Page<Idea, IdeaCursor>> {
    const partition = { organization, ...rest };
    const equal = (attributes: object): string =>
      Object.keys(attributes)
        .map(attribute => `#${attribute} = :${attribute}`)
        .join(' AND ');
    const filtered = Object.keys(filter).length > 0;
    const named = Object.entries({ ...partition, ...filter });
    const found: Idea[] = [];
    let last: Item | undefined = cursor && ideaPositionIn(index, partition, readIdeaCursor(cursor));
    const most = MOST_UNITS.besides + MOST_UNITS.each * limit;
    let [read, units] = [0, 0];
    // One more than requested shows whether the list continues.
    let next = limit + 1;
    do {
      const reply: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: index.name,
          KeyConditionExpression: equal(partition),
          ...(filtered && { FilterExpression: equal(filter) }),
          ExpressionAttributeNames: Object.fromEntries(
            named.map(([attribute]) => [`#${attribute}`, attribute]),
          ),
          ExpressionAttributeValues: Object.fromEntries(
            named.map(([attribute, value]) => [`:${attribute}`, value]),
          ),
          ScanIndexForward: false,
          Limit: next,
          ReturnConsumedCapacity: 'TOTAL',
          ...(last && { ExclusiveStartKey: last }),
        }),
      );
      found.push(...(reply.Items ?? []).map(item => ideaItem.read(item)).filter(sees));
      read += reply.ScannedCount ?? 0;
      units += reply.ConsumedCapacity?.CapacityUnits ?? 0;
      // As many as still fit the budget, by the cost of those before.
      next = Math.floor((most - units) / (units / read));
      last = reply.LastEvaluatedKey;
    } while (last && found.length <= limit && next >= 1);
    const items = found.slice(0, limit);
    const end = found.length > limit ? items.at(-1) : last && positionIn.parse(last);
    return { items, ...(end && { nextCursor: ideaCursorAfter(end) }) };
  }

  /**
   * A page of work; both of its indexes are sorted by due date, the earliest first unless
   * `latestFirst`.
   */
  async function workPage(
    index: IndexDefinition,
    partition: { readonly organization: OrganizationId } & Readonly<Record<string, string>>,
    {
      cursor,
      limit = DEFAULT_LIMIT,
      dueBefore,
      latestFirst = false,
    }: WorkRequest & { readonly dueBefore?: LocalDate; readonly latestFirst?: boolean },
  ): Promise<Page<Idea, WorkCursor>> {
    const from = cursor && readWorkCursor(cursor);
    // DynamoDB refuses a start position outside the query's range.
    if (from && dueBefore !== undefined && from.due >= dueBefore) return { items: [] };
    const equal = Object.keys(partition).map(attribute => `#${attribute} = :${attribute}`);
    const names = Object.keys(partition).map(attribute => [`#${attribute}`, attribute]);
    const values = Object.entries(partition).map(([attribute, value]) => [`:${attribute}`, value]);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        IndexName: index.name,
        KeyConditionExpression: [
          ...equal,
          ...(dueBefore === undefined ? [] : ['due < :dueBefore']),
        ].join(' AND '),
        ExpressionAttributeNames: Object.fromEntries(names),
        ExpressionAttributeValues: {
          ...Object.fromEntries(values),
          ...(dueBefore !== undefined && { ':dueBefore': dueBefore }),
        },
        ScanIndexForward: !latestFirst,
        // One more than requested shows whether the list continues.
        Limit: limit + 1,
        ...(from && {
          ExclusiveStartKey: ideaPositionIn(index, partition, from),
        }),
      }),
    );
    // Ideas with an owner were decided, and so never withdrawn: no reader is kept from one.
    const found = Items.map(item => ideaItem.read(item));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, ...(found.length > limit && last && { nextCursor: workCursorAfter(last) }) };
  }

  /** A page of the ideas that name a member, newest first. */
  async function mentionedAs(
    as: MentionedAs,
    organization: OrganizationId,
    member: MemberId,
    { limit = DEFAULT_LIMIT, ...request }: PageRequest,
  ): Promise<Page<Idea, IdeaCursor>> {
    const { items, ...rest } = await mentions.of(organization, member, as, { ...request, limit });
    const keys = items.map(id => ideaKey(organization, id));
    const found = (await getAll(table, keys, false)).map(item => ideaItem.read(item));
    return { items: found.filter(sees), ...rest };
  }

  async function stored(organization: OrganizationId, id: IdeaId): Promise<Idea | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: ideaKey(organization, id), ConsistentRead: true }),
    );
    return Item && ideaItem.read(Item);
  }

  /** The idea, as of now; undefined if there is none. */
  async function get(organization: OrganizationId, id: IdeaId): Promise<Idea | undefined> {
    return seen(await stored(organization, id));
  }

  function seen(idea: Idea | undefined): Idea | undefined {
    return idea && sees(idea) ? idea : undefined;
  }

  /**
   * The idea that stands for another: itself, or the target of its mergers; undefined if there is
   * none.
   */
  async function follow(organization: OrganizationId, id: IdeaId): Promise<Idea | undefined> {
    const idea = await stored(organization, id);
    return seen(idea && ((await mergedInto(idea)).at(-1) ?? idea));
  }

  /**
   * The ideas that one was merged into: first its own target, then that one's target, and so on.
   * They are for following a merger, not to be shown.
   */
  async function mergedInto(idea: Idea): Promise<Idea[]> {
    const chain: Idea[] = [];
    for (let last = idea; last.status === 'merged' && chain.length < LONGEST_CHAIN; ) {
      const next = await stored(last.organization, last.into);
      if (!next) throw new Error('an idea was merged into one that is not there');
      chain.push(next);
      last = next;
    }
    return chain;
  }

  async function* readSeen(
    items: Iterable<Item> | AsyncIterable<Item>,
    bad?: BadIdeas,
  ): AsyncGenerator<Idea, void, undefined> {
    for await (const idea of readEach(items, bad)) if (sees(idea)) yield idea;
  }

  /** Stores a new idea with its mentions, all or none. */
  async function createWith(
    mentions: readonly Action[],
    idea: Idea,
    fingerprint: string,
  ): Promise<Created> {
    const Item = toItem(idea, fingerprint);
    const put = { TableName: name, Item, ConditionExpression: 'attribute_not_exists(pk)' };
    const written = await writeTogether(table, [{ Put: put }, ...mentions]);
    if (written.done) return { created: true };
    const [earlier] = await getAll(table, [ideaKey(idea.organization, idea.id)]);
    if (!earlier) throw new Error('an idea that is there and is not');
    return existing(earlier, fingerprint);
  }

  return {
    ...ideaActs(table, get),

    get,
    follow,
    mergedInto,

    /**
     * Stores a new idea with a single conditional put, or, if it names co-authors, with one
     * transaction. If its id is taken, or one of the `others` under which the same request may have
     * stored it in an earlier round, returns the existing idea.
     */
    async create(idea: Idea, others: readonly IdeaId[], fingerprint: string): Promise<Created> {
      const keys = others.map(id => ideaKey(idea.organization, id));
      const [earlier] = await getAll(table, keys);
      if (earlier) return existing(earlier, fingerprint);
      const mentions = mentioning(table, undefined, idea);
      if (mentions.length > 0) return createWith(mentions, idea, fingerprint);
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: toItem(idea, fingerprint),
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        );
        return { created: true };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
        return existing(unmarshall(error.Item), fingerprint);
      }
    },

    /**
     * The idea that `create` would find, without creating anything; undefined if the request has
     * made none yet.
     */
    async madeBy(
      idea: Idea,
      others: readonly IdeaId[],
      fingerprint: string,
    ): Promise<Created | undefined> {
      const keys = [idea.id, ...others].map(id => ideaKey(idea.organization, id));
      const [earlier] = await getAll(table, keys);
      return earlier && existing(earlier, fingerprint);
    },

    /** A round's ideas, newest first. */
    byRound(
      organization: OrganizationId,
      round: RoundId,
      { status, category, department }: IdeaFilter,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaCursor>> {
      if (status !== undefined)
        return page(
          INDEXES.ideasByStatus,
          organization,
          { round, status },
          request,
          given({ category, department }),
        );
      if (category !== undefined)
        return page(
          INDEXES.ideasByCategory,
          organization,
          { round, category },
          request,
          given({ department }),
        );
      if (department !== undefined)
        return page(INDEXES.ideasByDepartment, organization, { round, department }, request);
      return page(INDEXES.ideasByRound, organization, { round }, request);
    },

    /** The ideas of all rounds in a state, the newest round's first. */
    byStatus(
      organization: OrganizationId,
      status: IdeaStatus,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaCursor>> {
      return page(INDEXES.ideasByStatus, organization, { status }, request);
    },

    /** A member's named ideas of all rounds, and those that name them as co-author, newest first. */
    async byAuthor(
      organization: OrganizationId,
      authorId: MemberId,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaCursor>> {
      const { limit = DEFAULT_LIMIT } = request;
      const pages = await Promise.all([
        page(INDEXES.ideasByAuthor, organization, { authorId }, request),
        mentionedAs('co-author', organization, authorId, request),
      ]);
      return newestOf(pages, limit);
    },

    /**
     * The ideas of some departments in some rounds, and those that wait for a member's opinion,
     * newest first.
     */
    async forContact(
      organization: OrganizationId,
      member: MemberId,
      of: { readonly rounds: readonly RoundId[]; readonly departments: readonly Department[] },
      request: PageRequest,
    ): Promise<Page<Idea, IdeaCursor>> {
      const { limit = DEFAULT_LIMIT } = request;
      const { ideasByDepartment } = INDEXES;
      const pages = await Promise.all([
        mentionedAs('adviser', organization, member, request),
        ...of.rounds.flatMap(round =>
          of.departments.map(department =>
            page(ideasByDepartment, organization, { round, department }, request),
          ),
        ),
      ]);
      return newestOf(pages, limit);
    },

    /** The ideas of a round's agenda, decided ones included, newest first. */
    byAgenda(
      organization: OrganizationId,
      agendaRound: RoundId,
      request: PageRequest,
    ): Promise<Page<Idea, IdeaCursor>> {
      return page(INDEXES.ideasByAgenda, organization, { agendaRound }, request);
    },

    /**
     * A member's open work, in all rounds, the most urgent first; or their completed work, the
     * latest due date first.
     */
    byOwner(
      organization: OrganizationId,
      owner: MemberId,
      duty: Duty,
      request: WorkRequest,
    ): Promise<Page<Idea, WorkCursor>> {
      const latestFirst = duty === 'done';
      return workPage(
        INDEXES.ideasByOwner,
        { organization, owner, duty },
        { ...request, latestFirst },
      );
    },

    /**
     * Open work of one kind, the most urgent first; with `dueBefore`, only work that was due before
     * that day.
     */
    byWork(
      organization: OrganizationId,
      openWork: WorkState,
      request: WorkRequest & { readonly dueBefore?: LocalDate },
    ): Promise<Page<Idea, WorkCursor>> {
      return workPage(INDEXES.ideasByWork, { organization, openWork }, request);
    },

    /** Ideas whose author waits for a reply, or for an appeal's answer; the oldest wait first. */
    async byUnanswered(
      organization: OrganizationId,
      waitsFor: Unanswered,
      {
        cursor,
        limit = DEFAULT_LIMIT,
      }: { readonly cursor?: UnansweredCursor; readonly limit?: number },
    ): Promise<Page<{ readonly idea: Idea; readonly since: Instant }, UnansweredCursor>> {
      const index = INDEXES.ideasByWork;
      const partition = { organization, openWork: waitsFor };
      const from = cursor && readUnansweredCursor(cursor);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: index.name,
          KeyConditionExpression: 'organization = :organization AND openWork = :openWork',
          ExpressionAttributeValues: { ':organization': organization, ':openWork': waitsFor },
          // One more than requested shows whether the list continues.
          Limit: limit + 1,
          ...(from && {
            ExclusiveStartKey: ideaPositionIn(index, partition, { id: from.id, due: from.since }),
          }),
        }),
      );
      const found = Items.flatMap(item => {
        const idea = ideaItem.read(item);
        const since = unansweredOf(idea)?.since;
        return since === undefined ? [] : [{ idea, since }];
      });
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return {
        items,
        ...(found.length > limit &&
          last && { nextCursor: unansweredCursorAfter({ since: last.since, id: last.idea.id }) }),
      };
    },

    /** The number of ideas in implementation that were due before the day. */
    countOverdue(organization: OrganizationId, today: LocalDate): Promise<number> {
      return countAll(table, overdueOn(organization, today));
    },

    /**
     * The attributes by which the same work is counted. Nothing else is sent, and it costs no more
     * than the count.
     */
    async overdueWork(organization: OrganizationId, today: LocalDate): Promise<OverdueWork[]> {
      const items = queryAll(table, {
        ...overdueOn(organization, today),
        ProjectionExpression: `category, department, ${SCHEMA_VERSION}`,
      });
      return Array.fromAsync(items, overdueWorkIn);
    },

    /** Every idea of a round's agenda, as the index has it. */
    wholeAgenda(
      organization: OrganizationId,
      agendaRound: RoundId,
      bad?: BadIdeas,
    ): AsyncGenerator<Idea, void, undefined> {
      return readSeen(queryAll(table, agendaQuery(organization, agendaRound)), bad);
    },

    /**
     * Every idea of a round's agenda if there are no more than the limit; undefined if there are.
     */
    async agendaUpTo(
      most: number,
      organization: OrganizationId,
      agendaRound: RoundId,
      bad: BadIdeas,
    ): Promise<Idea[] | undefined> {
      const found: Item[] = [];
      for await (const item of queryAll(table, {
        ...agendaQuery(organization, agendaRound),
        Limit: most + 1,
      })) {
        found.push(item);
        if (found.length > most) return undefined;
      }
      return Array.fromAsync(readSeen(found, bad));
    },

    /**
     * The ideas of the ids, eventually consistent by default, in no order; missing ones are left
     * out.
     */
    async getMany(
      organization: OrganizationId,
      ids: readonly IdeaId[],
      { consistent = false, bad }: { readonly consistent?: boolean; readonly bad?: BadIdeas } = {},
    ): Promise<Idea[]> {
      const keys = ids.map(id => ideaKey(organization, id));
      return Array.fromAsync(readSeen(await getAll(table, keys, consistent), bad));
    },

    /**
     * Every idea submitted for a round, or those whose ids come after one, in the order of ids;
     * read consistently, page by page as needed: the facts from which its numbers are folded.
     */
    async *wholeRound(
      organization: OrganizationId,
      round: RoundId,
      { after, bad }: { readonly after?: IdeaId; readonly bad?: BadIdeas } = {},
    ): AsyncGenerator<Idea, void, undefined> {
      const partition = roundPartition(organization, round);
      const items = queryAll(table, {
        ...startingWith(partition, IDEA_PREFIX),
        ...(after !== undefined && {
          ExclusiveStartKey: {
            [PARTITION_KEY]: partition,
            [SORT_KEY]: ideaKey(organization, after).sk,
          },
        }),
        ConsistentRead: true,
      });
      yield* readSeen(items, bad);
    },
  };
}

/**
 * The page of several lists together, each newest first. Of a list that continues, nothing is known
 * beyond its page, so the common page ends no later than the first such end.
 */
function newestOf(pages: readonly Page<Idea, IdeaCursor>[], limit: number): Page<Idea, IdeaCursor> {
  const all = new Map(
    pages.flatMap(({ items }) => items).map(idea => [ideaCursorAfter(idea), idea]),
  );
  const ends = pages.flatMap(({ nextCursor }) => nextCursor ?? []);
  const end = ends.reduce<IdeaCursor | undefined>(
    (first, one) => (first !== undefined && first > one ? first : one),
    undefined,
  );
  const cursors = [...all.keys()].filter(cursor => end === undefined || cursor >= end);
  const shown = cursors.toSorted().reverse().slice(0, limit);
  const nextCursor = cursors.length > limit ? shown.at(-1) : end;
  return {
    items: shown.flatMap(cursor => all.get(cursor) ?? []),
    ...(nextCursor && { nextCursor }),
  };
}

/** The query for a round's agenda. */
function agendaQuery(organization: OrganizationId, agendaRound: RoundId) {
  return {
    IndexName: INDEXES.ideasByAgenda.name,
    KeyConditionExpression: 'organization = :organization AND agendaRound = :agendaRound',
    ExpressionAttributeValues: { ':organization': organization, ':agendaRound': agendaRound },
  };
}

/**
 * Parses one item after the other. One with a wrong shape is reported and left out, if the caller
 * wants reports.
 */
async function* readEach(
  items: Iterable<Item> | AsyncIterable<Item>,
  bad?: BadIdeas,
): AsyncGenerator<Idea, void, undefined> {
  for await (const item of items) {
    let idea: Idea;
    try {
      idea = ideaItem.read(item);
    } catch (error) {
      if (!bad || error instanceof NewerItem) throw error;
      bad(ideaIn(item), error);
      continue;
    }
    yield idea;
  }
}

/**
 * Derives an idea's id from the request's identity (author and key; or the content of the slip), so
 * that a repeated request finds the idea it made before. The parts are hashed and cannot be read
 * back.
 */
export function ideaIdFor(round: RoundId, sameness: readonly string[]): IdeaId {
  const digest = createHash('sha256').update(JSON.stringify(sameness)).digest();
  return ideaIdOf(round, base32(digest.subarray(0, 26)));
}

/** The query for work in implementation that was due before a day. */
function overdueOn(organization: OrganizationId, today: LocalDate) {
  const openWork: WorkState = 'implementing';
  return {
    IndexName: INDEXES.ideasByWork.name,
    KeyConditionExpression:
      'organization = :organization AND openWork = :openWork AND due < :today',
    ExpressionAttributeValues: {
      ':organization': organization,
      ':openWork': openWork,
      ':today': today,
    },
  };
}

function existing(item: Item, fingerprint: string): Extract<Created, { created: false }> {
  return {
    created: false,
    existing: ideaItem.read(item),
    sameRequest: fingerprintIn(item).fingerprint === fingerprint,
  };
}

function given(filter: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
