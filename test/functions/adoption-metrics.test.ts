/**
 * The stream's function: real records of a real table, and synthetic faulty ones, lead to right
 * numbers and right metrics.
 */
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isTooOld } from '../../functions/adoption-metrics/dead-letter.ts';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { changesOf, readRecord } from '../../functions/adoption-metrics/stream-record.ts';
import { Stream } from '../../infra/local/stream.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import {
  fold,
  headcountOf,
  type ScopeTotals,
  scopeKey,
  totals,
} from '../../shared/domain/numbers/statistics.ts';
import { embeddedMetrics } from '../../shared/metrics/embedded.ts';
import { ideaItem, toItem } from '../../shared/store/idea-item.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { seenKey } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { getAll } from '../../shared/store/query.ts';
import { readerSummaryRepository } from '../../shared/store/reader-summaries.ts';
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
import { NO_PICTURES } from './no-pictures.ts';
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
    pictures: NO_PICTURES,
    table: withRightsOf(
      'adoption-metrics',
      watched(of, { before: (_, command) => void writes.push(command) }),
    ),
    log: SILENT,
    emit: embeddedMetrics({ namespace: 'GoldenIdeas', isWatched: () => true }, line =>
      lines.push(JSON.parse(line)),
    ),
  });
  const deliver = async (records: readonly DynamoDBRecord[]): Promise<string[]> =>
    (await handle({ Records: [...records] })).batchItemFailures.map(
      ({ itemIdentifier }) => itemIdentifier,
    );
  return { lines, writes, deliver, handle };
}

let records = 0;
function record(
  before: object | undefined,
  after: object | undefined,
  type = 'idea',
): DynamoDBRecord {
  records += 1;
  const image = (item: object): DynamoDBRecord['dynamodb'] & object =>
    JSON.parse(JSON.stringify(marshall({ type, ...item }, { removeUndefinedValues: true })));
  return {
    eventID: `made-${records}`,
    eventName: before ? (after ? 'MODIFY' : 'REMOVE') : 'INSERT',
    dynamodb: {
      SequenceNumber: String(1000 + records),
      // Markers last sixteen days from here; the engine sweeps expired items.
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

/** The idea with a number of co-authors, from a number of departments. */
function withCoAuthors(idea: Idea, coAuthors: number, departments: number): Idea {
  return {
    ...idea,
    coAuthors: Array.from({ length: coAuthors }, (_, at) => ({
      id: member(`C${at}`),
      department: department(`车间 ${at % departments}`),
      via: newIdea().id,
    })),
  };
}

/** Totals without zeros, in the shape of a fold. */
const comparable = (all: readonly ScopeTotals[]): unknown =>
  new Map(
    all
      .filter(
        ({ counts, participants }) => participants !== 0 || [...counts.values()].some(Boolean),
      )
      .map(({ scope, counts, participants }) => [
        scopeKey(scope),
        {
          participants,
          counts: new Map([...counts].filter(([, value]) => value !== 0).toSorted()),
        },
      ]),
  );
const folded = (...ideas: Idea[]): unknown => comparable(totals(fold(ideas)));
const numbersOf = async (of: OrganizationId): Promise<unknown> =>
  comparable(await statisticsRepository(table).ofRound(of, OCTOBER));

it('reads each item of a record once, whatever depends on it', async () => {
  const read = vi.spyOn(ideaItem, 'read');
  const idea = newIdea({ organization: organization('read-once') });
  const { deliver } = metricsFunction();
  // It is counted, comes onto an agenda, and might have been a merger.
  expect(await deliver([record(toItem(idea), toItem(listed(idea)))])).toEqual([]);
  const ofThisRecord = read.mock.calls.filter(([item]) => item.id === idea.id);
  read.mockRestore();
  expect(ofThisRecord.map(([{ version }]) => version)).toEqual([1, 2]);
});

describe('synthetic records', () => {
  it('count once, however often they are delivered', async () => {
    const of = organization('often');
    const batch = [1, 2, 3].map(() => record(undefined, newIdea({ organization: of })));
    const { deliver } = metricsFunction();
    expect(await deliver(batch)).toEqual([]);
    expect(await deliver([...batch, ...batch])).toEqual([]);
    expect(await totalOf(of)).toEqual({ submitted: 3, followed: 3 });
  });

  it('that cannot be read are reported alone, and records before and behind them count', async () => {
    const of = organization('unreadable');
    const good = [1, 2].map(() => record(undefined, newIdea({ organization: of })));
    const bad = record(undefined, { ...newIdea({ organization: of }), status: 'no such status' });
    const after = record(undefined, newIdea({ organization: of }));
    const { deliver } = metricsFunction();
    expect(await deliver([...good, bad, after])).toEqual([sequenceOf(bad)]);
    expect(await totalOf(of)).toEqual({ submitted: 3, followed: 3 });
    // The stream continues from the reported record; when it gives up, it gives up all records from
    // there on.
    expect(await deliver([bad, after])).toEqual([sequenceOf(bad)]);
    expect(await totalOf(of)).toEqual({ submitted: 3, followed: 3 });
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

  it('that change nothing counted of an idea emit nothing', async () => {
    const { deliver, lines } = metricsFunction();
    const idea = newIdea({ organization: organization('unmoved') });
    await deliver([record(idea, listed(idea))]);
    expect(lines).toEqual([]);
  });

  it('that could not be stored fail as a whole, so that the batch is bisected', async () => {
    const of = organization('unstored');
    const batch = [1, 2, 3].map(() => record(undefined, newIdea({ organization: of })));
    const failing = adoptionMetricsHandler({
      pictures: NO_PICTURES,
      table: watched(table, {
        before: () => {
          throw new Error('no connection');
        },
      }),
      log: SILENT,
      emit: () => undefined,
    });
    await expect(failing({ Records: batch })).rejects.toThrow('not counted');
    await metricsFunction().deliver(batch);
    expect(await totalOf(of)).toEqual({ submitted: 3, followed: 3 });
  });
});

describe('a repeated record', () => {
  const DAY = 24 * 60 * 60;

  it('finds its marker as long as it may come: a day from the stream, two weeks from the dead-letter bucket', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_700_000_000, max: 4_000_000_000 }),
        fc.integer({ min: 0, max: 15 * DAY }),
        (madeAt, later) => {
          const one = record(undefined, newIdea());
          const again = { ...one.dynamodb, ApproximateCreationDateTime: madeAt };
          const [change] = changesOf(readRecord({ ...one, dynamodb: again }));
          expect(change?.forgetAt).toBeGreaterThan(madeAt + later);
          // It has the day and no more.
          expect((change?.forgetAt ?? 1) % DAY).toBe(0);
          if (later > 14 * DAY)
            expect(isTooOld([{ dynamodb: again }], instantOf((madeAt + later) * 1000))).toBe(true);
        },
      ),
    );
  });

  it.for([1, 15])('counts once after %i days', async days => {
    const of = organization(`after-${days}-days`);
    const one = record(undefined, newIdea({ organization: of }));
    // As if it had been made that long ago; the engine sweeps markers that have expired.
    const dynamodb = {
      ...one.dynamodb,
      ApproximateCreationDateTime: Math.floor(Date.now() / 1000) - days * DAY,
    };
    const { deliver } = metricsFunction();
    await deliver([{ ...one, dynamodb }]);
    await deliver([{ ...one, dynamodb }]);
    expect(await totalOf(of)).toEqual({ submitted: 1, followed: 1 });
    const [marker] = await getAll(table, [seenKey(one.eventID ?? '')]);
    expect(marker?.expiresAt).toBeGreaterThan(Date.now() / 1000);
  });
});

it('in any history of ideas with any number of authors, any delivery with any interruption leads to the fold', async () => {
  let firms = 0;
  const life = fc.record({
    authors: fc.oneof(fc.nat(3), fc.integer({ min: 35, max: 130 })),
    departments: fc.integer({ min: 1, max: 90 }),
    merged: fc.boolean(),
    ending: fc.constantFrom('handed in', 'adopted', 'withdrawn'),
  });
  /**
   * How many records go forward in a batch, how many of them repeat, and at which write it stops.
   */
  const delivery = fc.record({
    forward: fc.integer({ min: 1, max: 6 }),
    back: fc.nat(4),
    breaks: fc.nat(6),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(life, { minLength: 1, maxLength: 6 }),
      fc.array(delivery, { maxLength: 8 }),
      async (lives, deliveries) => {
        firms += 1;
        const of = organization(`any-${firms}`);
        const ideas: Idea[] = [];
        const batch: DynamoDBRecord[] = [];
        for (const { authors, departments, merged, ending } of lives) {
          const alone = newIdea({ organization: of, author: 'A0' });
          const together = withCoAuthors(alone, authors, departments);
          const states = merged ? [alone, together] : [together];
          const before = states.at(-1) ?? alone;
          if (ending === 'withdrawn') states.push(withdrawn(before));
          if (ending === 'adopted') {
            const onAgenda = listed(before);
            states.push(onAgenda, decided(onAgenda, unanimous('approve')).after);
          }
          batch.push(...states.map((after, at) => record(states[at - 1], after)));
          ideas.push(states.at(-1) ?? alone);
        }
        let from = 0;
        for (const { forward, back, breaks } of deliveries) {
          const failing = adoptionMetricsHandler({
            pictures: NO_PICTURES,
            table: watched(table, {
              after: write => {
                if (write === breaks) throw new Breakdown();
              },
            }),
            log: SILENT,
            emit: () => undefined,
          });
          const Records = batch.slice(from, from + forward);
          const went = await failing({ Records }).then(
            () => true,
            () => false,
          );
          // Failed records come again, and some of the successful ones too.
          if (went) from = Math.max(0, Math.min(from + forward, batch.length) - back);
        }
        expect(await metricsFunction().deliver(batch.slice(from))).toEqual([]);
        expect(await numbersOf(of)).toEqual(folded(...ideas));
      },
    ),
    { numRuns: 12 },
  );
});

describe('an idea with many others merged into it', () => {
  it.for([
    [60, 1],
    [60, 60],
    [300, 1],
    [300, 300],
  ] as const)(
    'counts with %i co-authors of %i departments, and no more once it is withdrawn',
    async ([coAuthors, departments]) => {
      const of = organization(`shared-${coAuthors}-${departments}`);
      const idea = withCoAuthors(
        newIdea({ organization: of, author: 'E1' }),
        coAuthors,
        departments,
      );
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

  it('counts once, wherever counting stops and starts again', async () => {
    const of = organization('shared-broken-off');
    const idea = withCoAuthors(newIdea({ organization: of, author: 'E1' }), 150, 3);
    const batch = [record(undefined, idea), record(undefined, newIdea({ organization: of }))];
    let writes = 0;
    for (let done = false; !done; writes += 1) {
      let left = 1;
      const failing = adoptionMetricsHandler({
        pictures: NO_PICTURES,
        // One write goes through, then its answer is lost.
        table: watched(table, {
          after: () => {
            left -= 1;
            if (left === 0) throw new Breakdown();
          },
        }),
        log: SILENT,
        emit: () => undefined,
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

  it('have no adoption rate without submissions', async () => {
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
    stream = new Stream(own.connection, own.streamArn, metricsFunction(own).handle, {
      lost: record => problems.push(record),
      failed: error => problems.push(error),
    });
    stream.start();
  });
  afterAll(() => stream.stop());

  it('brings ideas, votes, supports and members into the numbers', async () => {
    const [ideas, votes, supports] = [
      ideaRepository(own),
      voteRepository(own),
      supportRepository(own),
    ];
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
    const premise = {
      of: 'ballot',
      idea: onAgenda,
      pseudonyms: seatsOf(COMMITTEE),
      votes: cast,
    } as const;
    granted(await ideas.saveTogether([{ before: onAgenda, after }], [premise]));
    await stream.drained();

    const statistics = statisticsRepository(own);
    expect((await statistics.totalOf(HUATAI, OCTOBER))?.participants).toBe(1);
    expect(Object.fromEntries((await statistics.totalOf(HUATAI, OCTOBER))!.counts)).toMatchObject({
      submitted: 1,
      adopted: 1,
    });
    expect(await statistics.headcount(HUATAI)).toEqual(headcountOf(people));
    const summaries = (await readerSummaryRepository(own).of([idea], member('E3')))(idea.id);
    expect(summaries).toMatchObject({
      supports: 2,
      supported: true,
      tally: { approve: 5, oppose: 0, abstain: 0 },
    });
    expect(problems).toEqual([]);
  });
});
