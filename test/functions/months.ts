/**
 * A small firm that a test leads through its months: its clock, the calendar's runs, common acts,
 * and two failures between reading and writing: a concurrent request, or an interruption.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { searchIndexHandler } from '../../functions/search-index/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import type { Route } from '../../shared/contract/route.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import { getStatistics } from '../../shared/contract/routes/numbers.ts';
import type { Choice } from '../../shared/domain/idea/ballot.ts';
import type { DecisionOutcome } from '../../shared/domain/idea/decision.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { isIdeaId } from '../../shared/domain/kernel/ids.ts';
import type {
  BallotRules,
  Member,
  Organization,
} from '../../shared/domain/organization/organization.ts';
import type { Table } from '../../shared/store/client.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { organizationToItem } from '../../shared/store/organizations.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, OCTOBER } from '../store/sample-facts.ts';
import { Breakdown, type Watch, watched } from '../store/watched-table.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { withRightsOf } from './rights.ts';
import {
  AT,
  apiOf,
  calendarOf,
  foundFirm,
  type Reply,
  type Request,
  SetClock,
  SLIP,
  TOLD_TO_NOBODY,
  type Told,
} from './small-firm.ts';

/** The moments of November's round, in UTC. */
export const NEXT = {
  opens: '2026-11-15T01:00:00.000Z',
  voting: '2026-11-16T02:00:00.000Z',
  closes: '2026-11-18T10:00:00.000Z',
  publishes: '2026-11-19T10:00:00.000Z',
} as const;

/** The part of an idea that the tests look at. */
export interface IdeaBody {
  readonly id: string;
  readonly round: string;
  readonly agendaRound: string;
  readonly status: string;
  readonly version: number;
  readonly supports: number;
  readonly supported: boolean;
  readonly coAuthors: readonly string[];
  readonly ballot: {
    readonly state: string;
    readonly tally: object | null;
    readonly eligible: number;
  };
  readonly history: readonly (Record<string, unknown> & { readonly act: string })[];
}

export type Firm = Awaited<ReturnType<typeof months>>;

export async function months({
  at = AT.collecting,
  more = [],
  ballot = 'open',
}: {
  at?: string;
  more?: Member[];
  ballot?: BallotRules['ballot'];
} = {}) {
  const table = await freshTable();
  const clock = new SetClock(at);
  const organization = await foundFirm(table, { more, ballot });
  const call = apiOf(table, clock);
  const ideas = ideaRepository(table);

  const runOn = (of: Table) => calendarOf(of, clock);
  const run = runOn(table);
  const on = (
    route: Route,
    as: string,
    idea: string,
    body?: unknown,
    version?: number,
  ): Promise<Reply<Record<string, unknown>>> => call(route, about(as, idea, body, version));
  const handIn = async (as = 'E1', facts: object = {}): Promise<string> =>
    (await call<{ id: string }>(submitIdea, { as, body: { ...SLIP, ...facts } })).body.id;
  const vote = (as: string, idea: string, choice: Choice = 'approve') =>
    on(castVote, as, idea, { choice });
  const decide = (idea: string, outcome: DecisionOutcome, words: object = {}) =>
    on(decideIdea, 'C1', idea, { outcome, ...words });

  return {
    table,
    clock,
    call,
    run,
    runOn,
    on,
    handIn,
    vote,
    decide,
    back: (as: string, idea: string) => on(supportIdea, as, idea),

    /** Sets the clock forward and lets the calendar take all steps due by then. */
    async until(now: string): Promise<void> {
      clock.set(now);
      await run();
    },

    /** The idea with its history, as a member sees it. */
    read: async (idea: string, as = 'E1'): Promise<IdeaBody> =>
      (await call<IdeaBody>(getIdea, { as, path: { idea } })).body,

    /** Its number on a round's agenda, if it is there. */
    numberOf: async (idea: string, round: string = OCTOBER): Promise<number | undefined> =>
      (
        await call<{ items: { id: string; number: number }[] }>(getAgenda, {
          as: 'S1',
          path: { round },
        })
      ).body.items.find(({ id }) => id === idea)?.number,

    /** The stored idea. */
    async stored(idea: string): Promise<Idea> {
      const found = isIdeaId(idea) && (await ideas.get(HUATAI, idea));
      if (!found) throw new Error('no such idea');
      return found;
    },

    /** While the ballots are open, has an idea adopted by all who may vote on it. */
    async adopt(idea: string): Promise<void> {
      for (const elector of ['C1', 'C2', 'C3']) await vote(elector, idea);
      const { status } = await decide(idea, 'adopted');
      if (status !== 200) throw new Error('not adopted');
    },

    /**
     * The API on a table on which something else happens between the first request's reads and its
     * write.
     */
    afterReading: (first: () => Promise<unknown>) =>
      apiOf(watched(table, { before: onceAt(1, first) }), clock),

    /** The API on a watched table. */
    watching: (watch: Watch) => apiOf(watched(table, watch), clock),

    /** Changes the organization's profile. */
    async change(facts: Partial<Organization>): Promise<void> {
      const Item = organizationToItem({ ...organization, ...facts });
      await table.client.send(new PutCommand({ TableName: table.name, Item }));
    },

    numbers: async (round: string = OCTOBER): Promise<Record<string, unknown>> =>
      (await call<{ total: Record<string, unknown> }>(getStatistics, { as: 'M1', path: { round } }))
        .body.total,
  };
}

/** A request about an idea, with the version in `If-Match` if one is given. */
export function about(as: string, idea: string, body?: unknown, version?: number): Request {
  return {
    as,
    path: { idea },
    ...(body !== undefined && { body }),
    ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
  };
}

/** Does something before the nth write, and only then. */
export function onceAt(
  number: number,
  first: () => Promise<unknown>,
): NonNullable<Watch['before']> {
  return async write => {
    if (write === number) await first();
  };
}

/** Fails before the nth write, and at all later ones. */
export function brokenFrom(number: number): Watch {
  return {
    before(write) {
      if (write >= number) throw new Breakdown();
    },
  };
}

/** Loses the answer to the nth write. */
export function answerLostAt(number: number): Watch {
  return {
    after(write) {
      if (write === number) throw new Breakdown();
    },
  };
}

/**
 * The stream of a table, whose records the test delivers: again, late, in another order, to a
 * failing function. It has to be stopped in the end.
 */
export function streamOf(table: FreshTable, told: Told = TOLD_TO_NOBODY) {
  const waiting: DynamoDBRecord[] = [];
  const problems: unknown[] = [];
  const stream = new Stream(
    table.connection,
    table.streamArn,
    async ({ Records }) => {
      waiting.push(...Records);
      return { batchItemFailures: [] };
    },
    { lost: record => problems.push(record), failed: error => problems.push(error) },
  );
  stream.start();

  /**
   * Delivers a batch; returns the record from which it has to come again, the first one if the
   * batch failed as a whole.
   */
  async function deliver(records: readonly DynamoDBRecord[], to: Table = table): Promise<string[]> {
    const handle = adoptionMetricsHandler({
      pictures: NO_PICTURES,
      table: withRightsOf('adoption-metrics', to),
      ...told,
    });
    try {
      const { batchItemFailures } = await handle({ Records: [...records] });
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    } catch {
      return records.slice(0, 1).map(sequenceOf);
    }
  }

  async function index(records: readonly DynamoDBRecord[]): Promise<string[]> {
    const handle = searchIndexHandler({
      table: withRightsOf('search-index', table),
      log: told.log,
    });
    const { batchItemFailures } = await handle({ Records: [...records] });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  }

  /**
   * The records since the last call: all before a marker item that is written now, without that
   * item's own.
   */
  async function news(): Promise<DynamoDBRecord[]> {
    const Key = { pk: `MARK#${crypto.randomUUID()}`, sk: 'MARK' };
    await table.client.send(new PutCommand({ TableName: table.name, Item: Key }));
    const isMark = ({ dynamodb }: DynamoDBRecord): boolean => dynamodb?.Keys?.pk?.S === Key.pk;
    while (!waiting.some(isMark)) {
      if (problems.length > 0) throw new AggregateError(problems, 'the stream could not be read');
      stream.nudge();
      await sleep(5);
    }
    await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
    return waiting.splice(0).filter(({ dynamodb }) => !dynamodb?.Keys?.pk?.S?.startsWith('MARK#'));
  }

  return {
    deliver,
    news,
    stop: () => stream.stop(),

    /**
     * Delivers new records, and those that result from them, until there are no more; to the
     * search’s function as well.
     */
    async settle(): Promise<void> {
      for (let records = await news(); records.length > 0; records = await news()) {
        const failures = [...(await deliver(records)), ...(await index(records))];
        if (failures.length > 0) throw new Error('records could not be handled');
      }
    },
  };
}

/** The same record under another id, as it comes when its marker has expired. */
export function forgotten(record: DynamoDBRecord): DynamoDBRecord {
  return { ...record, eventID: `${record.eventID}-${crypto.randomUUID()}` };
}

export const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';
