/** The stream's function: real records of a real table, and hand-made ones that go wrong, come to right numbers and right metrics. */

import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { Stream } from '../../infra/local/stream.ts';
import type { Idea } from '../../shared/domain/idea.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { fold, headcountOf, type ScopeTotals, scopeKey, totals } from '../../shared/domain/statistics.ts';
import { embeddedMetrics } from '../../shared/metrics/embedded.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { standingRepository } from '../../shared/store/standings.ts';
import { statisticsRepository } from '../../shared/store/statistics.ts';
import { supportRepository } from '../../shared/store/supports.ts';
import { voteRepository } from '../../shared/store/votes.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import {
  COMMITTEE,
  decided,
  department,
  granted,
  HUATAI,
  listed,
  member,
  newIdea,
  newMember,
  OCTOBER,
  organization,
  seatsOf,
  unanimous,
  voteOf,
  withdrawn,
} from '../store/sample-facts.ts';
import { Breakdown, watched } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { SILENT } from './small-firm.ts';

let table: FreshTable;
beforeAll(async () => {
  table = await freshTable();
});

function metricsFunction(of: FreshTable = table) {
  const lines: Record<string, unknown>[] = [];
  const writes: string[] = [];
  const handle = adoptionMetricsHandler({
    table: withRightsOf(
      'adoption-metrics',
      watched(of, { before: (_, command) => void writes.push(command) }),
    ),
    log: SILENT,
    publish: embeddedMetrics({ namespace: 'GoldenIdeas', isWatched: () => true }, line =>
      lines.push(JSON.parse(line)),
    ),
  });
  const deliver = async (records: readonly DynamoDBRecord[]): Promise<string[]> =>
    (await handle({ Records: [...records] })).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { lines, writes, deliver, handle };
}

let records = 0;
function record(before: object | undefined, after: object | undefined, type = 'idea'): DynamoDBRecord {
  records += 1;
  const image = (item: object): DynamoDBRecord['dynamodb'] & object =>
    JSON.parse(JSON.stringify(marshall({ type, ...item }, { removeUndefinedValues: true })));
  return {
    eventID: `made-${records}`,
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    dynamodb: {
      SequenceNumber: String(1000 + records),
      // Markers last sixteen days from here; the engine sweeps what has run out.
      ApproximateCreationDateTime: 4_000_000_000,
      ...(before && { OldImage: image(before) as Record<string, never> }),
      ...(after && { NewImage: image(after) as Record<string, never> }),
    },
  };
}

const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb!.SequenceNumber!;

async function totalOf(of: OrganizationId): Promise<Record<string, number>> {
  const total = await statisticsRepository(table).totalOf(of, OCTOBER);
  return Object.fromEntries([...(total?.counts ?? [])].filter(([, value]) => value !== 0));
}

describe('hand-made records', () => {
  it('count once, however often they are delivered', async () => {
    const of = organization('often');
    const batch = [1, 2, 3].map(() => record(undefined, newIdea({ organization: of })));
    const { deliver } = metricsFunction();
    expect(await deliver(batch)).toEqual([]);
    expect(await deliver([...batch, ...batch])).toEqual([]);
    expect(await totalOf(of)).toEqual({ submitted: 3 });
  });

  it('that cannot be read are reported alone, and what stands before and behind them counts', async () => {
    const of = organization('unreadable');
    const good = [1, 2].map(() => record(undefined, newIdea({ organization: of })));
    const bad = record(undefined, { ...newIdea({ organization: of }), status: 'no such status' });
    const after = record(undefined, newIdea({ organization: of }));
    const { deliver } = metricsFunction();
    expect(await deliver([...good, bad, after])).toEqual([sequenceOf(bad)]);
    expect(await totalOf(of)).toEqual({ submitted: 3 });
    // The stream goes on from the reported record; where it gives up, it gives up all that comes with it.
    expect(await deliver([bad, after])).toEqual([sequenceOf(bad)]);
    expect(await totalOf(of)).toEqual({ submitted: 3 });
  });

  it('without id or time are reported', async () => {
    const { deliver } = metricsFunction();
    const { eventID: _, ...nameless } = record(undefined, newIdea());
    expect(await deliver([nameless])).toEqual([sequenceOf(nameless)]);
  });

  it('of items that are not counted cause no write at all, not even of a marker', async () => {
    const { deliver, writes, lines } = metricsFunction();
    const others = [
      'round',
      'organization',
      'statistics',
      'tally',
      'supports',
      'participant',
      'headcount',
      'bulletin',
    ];
    const batch = others.map(type =>
      record({ organization: HUATAI, submitted: 1 }, { organization: HUATAI, submitted: 2 }, type),
    );
    const marker = record(undefined, { eventId: 'made-1', expiresAt: 1 });
    delete (marker.dynamodb!.NewImage as Record<string, unknown>).type;
    expect(await deliver([...batch, marker])).toEqual([]);
    expect(writes).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('that change nothing of an idea that is counted publish nothing', async () => {
    const { deliver, lines } = metricsFunction();
    const idea = newIdea({ organization: organization('unmoved') });
    await deliver([record(idea, listed(idea))]);
    expect(lines).toEqual([]);
  });

  it('that could not be stored fail as a whole, so that the batch is cut in half', async () => {
    const of = organization('unstored');
    const batch = [1, 2, 3].map(() => record(undefined, newIdea({ organization: of })));
    const failing = adoptionMetricsHandler({
      table: watched(table, {
        before: () => {
          throw new Error('no connection');
        },
      }),
      log: SILENT,
      publish: () => undefined,
    });
    await expect(failing({ Records: batch })).rejects.toThrow('not counted');
    await metricsFunction().deliver(batch);
    expect(await totalOf(of)).toEqual({ submitted: 3 });
  });
});

describe('an idea that many others were merged into', () => {
  /** An idea with so many co-authors, from departments of their own or all from one. */
  const shared = (of: OrganizationId, coAuthors: number, departments: number): Idea => ({
    ...newIdea({ organization: of, author: 'E1' }),
    coAuthors: Array.from({ length: coAuthors }, (_, at) => ({
      id: member(`C${at}`),
      department: department(`车间 ${at % departments}`),
      via: newIdea().id,
    })),
  });
  const comparable = (all: readonly ScopeTotals[]): unknown =>
    new Map(
      all
        .filter(({ counts, participants }) => participants !== 0 || [...counts.values()].some(Boolean))
        .map(({ scope, counts, participants }) => [
          scopeKey(scope),
          { participants, counts: new Map([...counts].filter(([, value]) => value !== 0).toSorted()) },
        ]),
    );
  const numbersOf = async (of: OrganizationId): Promise<unknown> =>
    comparable(await statisticsRepository(table).ofRound(of, OCTOBER));
  const folded = (...ideas: Idea[]): unknown => comparable(totals(fold(ideas)));

  it.for([
    [60, 1],
    [60, 60],
    [300, 1],
    [300, 300],
  ] as const)(
    'counts with %i co-authors of %i departments, and no more once it is withdrawn',
    async ([coAuthors, departments]) => {
      const of = organization(`shared-${coAuthors}-${departments}`);
      const idea = shared(of, coAuthors, departments);
      const other = newIdea({ organization: of, author: 'C7' });
      const { deliver } = metricsFunction();
      const batch = [record(undefined, other), record(undefined, idea)];
      expect(await deliver(batch)).toEqual([]);
      expect(await deliver(batch.toReversed())).toEqual([]);
      expect(await numbersOf(of)).toEqual(folded(other, idea));
      expect(await deliver([record(idea, withdrawn(idea))])).toEqual([]);
      expect(await numbersOf(of)).toEqual(folded(other));
    },
  );

  it('counts once, wherever counting breaks off and is begun again', async () => {
    const of = organization('shared-broken-off');
    const idea = shared(of, 150, 3);
    const batch = [record(undefined, idea), record(undefined, newIdea({ organization: of }))];
    let writes = 0;
    for (let done = false; !done; writes += 1) {
      let left = 1;
      const failing = adoptionMetricsHandler({
        // One write goes through, then its answer is lost.
        table: watched(table, {
          after: () => {
            left -= 1;
            if (left === 0) throw new Breakdown();
          },
        }),
        log: SILENT,
        publish: () => undefined,
      });
      done = await failing({ Records: batch }).then(
        () => true,
        () => false,
      );
    }
    expect(writes).toBeGreaterThan(4);
    const last = newIdea({ organization: of, author: 'C1' });
    await metricsFunction().deliver([...batch, record(undefined, last), ...batch]);
    expect((await totalOf(of)).submitted).toBe(3);
    expect((await statisticsRepository(table).totalOf(of, OCTOBER))?.participants).toBe(152);
  });
});

describe('metrics', () => {
  it('carry the round’s numbers, after each batch that changes them', async () => {
    const of = organization('measured');
    const { deliver, lines } = metricsFunction();
    const path = (choice: 'approve' | 'oppose'): [Idea, Idea, Idea] => {
      const idea = newIdea({ organization: of, author: 'E1' });
      return [idea, listed(idea), decided(listed(idea), unanimous(choice)).after];
    };
    await deliver([record(undefined, newMember('E1', ['employee'], of), 'member')]);
    for (const [idea, onAgenda, after] of [path('approve'), path('oppose')])
      await deliver([record(undefined, idea), record(idea, onAgenda), record(onAgenda, after)]);
    await deliver([record(undefined, newIdea({ organization: of, author: 'E1' }))]);

    expect(lines.map(({ IdeasSubmitted }) => IdeasSubmitted)).toEqual([1, 2, 3]);
    expect(lines.at(-1)).toMatchObject({
      kind: 'round',
      organization: of,
      round: OCTOBER,
      IdeasSubmitted: 3,
      IdeasAdopted: 1,
      IdeasDecided: 2,
      AdoptionRate: 33.33,
      Participation: 100,
      DecisionDays: expect.any(Number),
      IdeasAccepted: 0,
      VerifiedBenefit: 0,
    });
    expect(await totalOf(of)).toMatchObject({ submitted: 3, adopted: 1, declined: 1 });
  });

  it('tell no adoption rate where nothing is submitted', async () => {
    const of = organization('emptied');
    const { deliver, lines } = metricsFunction();
    const idea = newIdea({ organization: of });
    await deliver([record(undefined, idea)]);
    await deliver([record(idea, withdrawn(idea))]);
    expect(lines.at(-1)).toMatchObject({ organization: of, IdeasSubmitted: 0 });
    expect(lines.at(-1)).not.toHaveProperty('AdoptionRate');
  });
});

describe('the table’s own stream', () => {
  let own: FreshTable;
  let stream: Stream;
  const problems: unknown[] = [];
  beforeAll(async () => {
    own = await freshTable();
    stream = new Stream(own.endpoint, own.streamArn, metricsFunction(own).handle, {
      lost: record => problems.push(record),
      failed: error => problems.push(error),
    });
    stream.start();
  });
  afterAll(() => stream.stop());

  it('brings ideas, votes, supports and members into the numbers', async () => {
    const [ideas, votes, supports] = [ideaRepository(own), voteRepository(own), supportRepository(own)];
    const people = ['E1', 'E2', 'E3'].map(id => newMember(id));
    for (const one of people) await memberRepository(own).put(one);
    await memberRepository(own).put({ ...people[0]!, roles: ['employee', 'secretary'] });
    const idea = newIdea({ author: 'E1' });
    await ideas.create(idea, [], 'print');
    const onAgenda = granted(await ideas.save(idea, listed(idea)));
    await votes.cast(onAgenda, voteOf('C1', 'oppose'));
    const cast = unanimous('approve');
    for (const vote of cast) granted(await votes.cast(onAgenda, vote));
    for (const backer of ['E1', 'E2', 'E3']) await supports.add(HUATAI, idea.id, member(backer));
    await supports.remove(HUATAI, idea.id, member('E2'));
    const { after } = decided(onAgenda, cast);
    const premise = { of: 'ballot', idea: onAgenda, seats: seatsOf(COMMITTEE), votes: cast } as const;
    granted(await ideas.saveTogether([{ before: onAgenda, after }], [premise]));
    await stream.drained();

    const statistics = statisticsRepository(own);
    expect((await statistics.totalOf(HUATAI, OCTOBER))?.participants).toBe(1);
    expect(Object.fromEntries((await statistics.totalOf(HUATAI, OCTOBER))!.counts)).toMatchObject({
      submitted: 1,
      adopted: 1,
    });
    expect(await statistics.headcount(HUATAI)).toEqual(headcountOf(people));
    const standing = (await standingRepository(own).of([idea], member('E3')))(idea.id);
    expect(standing).toMatchObject({
      supports: 2,
      supported: true,
      tally: { approve: 5, oppose: 0, abstain: 0 },
    });
    expect(problems).toEqual([]);
  });
});
