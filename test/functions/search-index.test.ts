/**
 * What is searched follows the ideas: whatever the stream does with its records, and whatever breaks
 * between two writes, in the end it says what the ideas say. The audit finds and mends what is wrong.
 */
import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { reconciliationHandler } from '../../functions/reconciliation/handler.ts';
import { searchIndexHandler } from '../../functions/search-index/handler.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { type RoundId, roundAfter } from '../../shared/domain/kernel/ids.ts';
import type { Table } from '../../shared/store/client.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { ideaKey, searchPartition, searchVersionKey } from '../../shared/store/keys.ts';
import { searchIndex } from '../../shared/store/search-index.ts';
import { unpacked } from '../../shared/store/search-items.ts';
import { entryOf, searchWriter } from '../../shared/store/search-writer.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, newIdea, OCTOBER } from '../store/sample-facts.ts';
import { Breakdown, everything, type Watch, watched } from '../store/watched-table.ts';
import { NO_PICTURES } from './no-pictures.ts';
import { withRightsOf } from './rights.ts';
import { AT, foundFirm, SetClock, SILENT } from './small-firm.ts';

let table: FreshTable;
beforeEach(async () => {
  table = await freshTable();
});

const put = (idea: Idea) =>
  table.client.send(new PutCommand({ TableName: table.name, Item: toItem(idea) }));
const image = (idea: Idea) => JSON.parse(JSON.stringify(marshall(toItem(idea))));

let records = 0;
/** The record of a change of an idea, as the stream has it. */
function record(after: Idea | undefined, before?: Idea): DynamoDBRecord {
  records += 1;
  return {
    eventID: `event-${records}`,
    eventName: after ? (before ? 'MODIFY' : 'INSERT') : 'REMOVE',
    dynamodb: {
      SequenceNumber: String(records),
      ApproximateCreationDateTime: 1_790_000_000,
      ...(after && { NewImage: image(after) }),
      ...(before && { OldImage: image(before) }),
    },
  };
}

/** Delivers a batch; returns the sequence number that is reported. */
async function deliver(batch: readonly DynamoDBRecord[], to: Table = table): Promise<string[]> {
  const handle = searchIndexHandler({ table: withRightsOf('search-index', to), log: SILENT });
  const { batchItemFailures } = await handle({ Records: [...batch] });
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

/** What searches see, by a function that has just started. */
async function titles(of: Table = table): Promise<string[]> {
  const rounds = await searchIndex(of).of(HUATAI);
  return rounds.flatMap(({ entries }) => entries.map(({ title }) => title)).toSorted();
}

const revised = (idea: Idea, title: string): Idea => ({
  ...idea,
  title,
  version: idea.version + 1,
});

describe('the function', () => {
  it('writes ideas as they are now, however often, late and in which order records come', async () => {
    const first = newIdea({ key: 'a' });
    const other = newIdea({ key: 'b' });
    const [second, third] = [revised(first, '第二版'), revised(revised(first, '第二版'), '第三版')];
    for (const idea of [first, second, third, other]) await put(idea);
    const all = [record(first), record(second, first), record(third, second), record(other)];
    expect(await deliver(all)).toEqual([]);
    const right = [other.title, '第三版'].toSorted();
    expect(await titles()).toEqual(right);
    for (const one of all.toReversed()) expect(await deliver([one])).toEqual([]);
    expect(await deliver([...all, ...all])).toEqual([]);
    expect(await titles()).toEqual(right);
  });

  it('forgets a withdrawn idea with all of its text, also when an older record comes after that', async () => {
    const idea = newIdea({ key: 'a' });
    await put(idea);
    await deliver([record(idea)]);
    const gone: Idea = { ...idea, status: 'withdrawn', version: idea.version + 1 } as Idea;
    await put(gone);
    await deliver([record(gone, idea)]);
    await deliver([record(idea)]);
    expect(await titles()).toEqual([]);
    const stored = (await everything(table)).filter(({ pk }) => pk === searchPartition(HUATAI));
    for (const { entries } of stored)
      if (entries) expect(unpacked(entries as Uint8Array<ArrayBuffer>)).toEqual([]);
  });

  it('forgets an idea that is not there any more', async () => {
    const idea = newIdea({ key: 'a' });
    await put(idea);
    await deliver([record(idea)]);
    const Key = ideaKey(HUATAI, idea.id);
    await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
    await deliver([record(undefined, idea)]);
    expect(await titles()).toEqual([]);
  });

  it('writes nothing for a change that no search sees', async () => {
    const idea = newIdea({ key: 'a' });
    await put(idea);
    let writes = 0;
    const counting = watched(table, {
      before: () => {
        writes += 1;
      },
    });
    await deliver([record({ ...idea, version: 7 } as Idea, idea)], counting);
    expect(writes).toBe(0);
    await deliver([record(idea)], counting);
    expect(writes).toBe(2);
  });

  it.for([
    [
      'before the first write',
      {
        before: () => {
          throw new Breakdown();
        },
      },
    ],
    [
      'between the text and its version',
      {
        before: (write: number) => {
          if (write === 2) throw new Breakdown();
        },
      },
    ],
    [
      'after the version, whose answer is lost',
      {
        after: (write: number) => {
          if (write === 2) throw new Breakdown();
        },
      },
    ],
  ] as [string, Watch][])(
    'that stops %s is found when the record comes again',
    async ([, watch]) => {
      const kept = searchIndex(table);
      const first = newIdea({ key: 'a' });
      await put(first);
      await deliver([record(first)]);
      expect(await kept.of(HUATAI)).toHaveLength(1);
      const second = revised(first, '第二版');
      await put(second);
      const batch = [record(second, first)];
      expect(await deliver(batch, watched(table, watch))).toEqual([
        batch[0]?.dynamodb?.SequenceNumber,
      ]);
      expect(await deliver(batch)).toEqual([]);
      const [round] = await kept.of(HUATAI);
      expect(round?.entries.map(({ title }) => title)).toEqual(['第二版']);
    },
  );

  it('reports what the table refuses for a while, and takes the ideas of other rounds', async () => {
    const [here, there] = [newIdea({ key: 'a' }), newIdea({ key: 'b', round: before(OCTOBER) })];
    for (const idea of [here, there]) await put(idea);
    const refusing = watched(table, {
      before: (_, __, input) => {
        if (JSON.stringify(input).includes(`#${OCTOBER}`))
          throw new ProvisionedThroughputExceededException({ message: 'busy', $metadata: {} });
      },
    });
    const batch = [record(here), record(there)];
    expect(await deliver(batch, refusing)).toEqual([batch[0]?.dynamodb?.SequenceNumber]);
    expect(await titles()).toEqual([there.title]);
    expect(await deliver(batch)).toEqual([]);
    expect(await titles()).toEqual([here.title, there.title].toSorted());
  });

  it('takes all others of a batch with an idea that cannot be read', async () => {
    const [one, bad, two] = ['a', 'b', 'c'].map(key => newIdea({ key })) as [Idea, Idea, Idea];
    await put(one);
    await put(two);
    const Item = { ...toItem(bad), status: 'no such status' };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    const batch = [record(one), record(bad), record(two)];
    expect(await deliver(batch)).toEqual([batch[1]?.dynamodb?.SequenceNumber]);
    expect(await titles()).toEqual([one.title, two.title].toSorted());
    await put(bad);
    expect(await deliver(batch.slice(1))).toEqual([]);
    expect(await titles()).toHaveLength(3);
  });

  it('ignores what is no idea, and reports what has no id', async () => {
    const odd = {
      ...record(newIdea()),
      dynamodb: { SequenceNumber: '9', NewImage: { type: { S: 'vote' } } },
    };
    expect(await deliver([odd])).toEqual([]);
    const bad = {
      ...record(newIdea()),
      dynamodb: { SequenceNumber: '10', NewImage: { type: { S: 'idea' } } },
    };
    expect(await deliver([bad])).toEqual(['10']);
  });
});

describe('the texts of a round', () => {
  it('stay right when several write at once', async () => {
    const ideas = Array.from({ length: 24 }, (_, at) => newIdea({ key: `many ${at}` }));
    for (const idea of ideas) await put(idea);
    const writer = searchWriter(table);
    await Promise.all(
      [0, 1, 2].map(turn =>
        writer.write(
          HUATAI,
          OCTOBER,
          ideas.filter((_, at) => at % 3 === turn).map(({ id }) => id),
        ),
      ),
    );
    expect(await titles()).toEqual(ideas.map(({ title }) => title).toSorted());
  });

  it('fill further segments, none of them large, and each idea is in one', async () => {
    const long = (key: string): Idea => ({
      ...newIdea({ key }),
      problem: randomText(2000),
      proposal: randomText(2000),
    });
    const ideas = Array.from({ length: 120 }, (_, at) => long(`long ${at}`));
    for (const idea of ideas) await put(idea);
    const ids = ideas.map(({ id }) => id);
    await searchWriter(table).write(HUATAI, OCTOBER, ids);
    const longer = ideas.map(
      (idea): Idea => ({ ...idea, problem: randomText(2000), title: `改${idea.title}` }),
    );
    for (const idea of longer) await put(idea);
    await searchWriter(table).write(HUATAI, OCTOBER, ids);
    const segments = (await everything(table)).flatMap(({ entries }) =>
      entries ? [entries as Uint8Array<ArrayBuffer>] : [],
    );
    expect(segments.length).toBeGreaterThan(16);
    expect(Math.max(...segments.map(({ length }) => length))).toBeLessThan(60_000);
    const found = segments.flatMap(unpacked);
    expect(found.toSorted(byId)).toEqual(
      longer.flatMap(idea => entryOf(idea) ?? []).toSorted(byId),
    );
  });

  it('are read again only if they have changed', async () => {
    const [here, there] = [newIdea({ key: 'a' }), newIdea({ key: 'b', round: before(OCTOBER) })];
    for (const idea of [here, there]) await put(idea);
    await deliver([record(here), record(there)]);
    let reads = 0;
    const kept = searchIndex(
      watched(table, {
        sent: () => {
          reads += 1;
        },
      }),
    );
    const readsOf = async (): Promise<number> => {
      reads = 0;
      await kept.of(HUATAI);
      return reads;
    };
    expect([await readsOf(), await readsOf()]).toEqual([3, 1]);
    await put(revised(here, '另一版'));
    await deliver([record(revised(here, '另一版'), here)]);
    expect([await readsOf(), await readsOf()]).toEqual([2, 1]);
  });

  it('are kept of some organizations, the latest asked ones', async () => {
    const idea = newIdea({ key: 'a' });
    await put(idea);
    await deliver([record(idea)]);
    const kept = searchIndex(table, 1);
    const [first] = await kept.of(HUATAI);
    expect((await kept.of(HUATAI))[0]).toBe(first);
    await kept.of('another' as typeof HUATAI);
    expect((await kept.of(HUATAI))[0]).not.toBe(first);
  });
});

describe('the audit', () => {
  const logged: unknown[] = [];
  const emitted: unknown[] = [];
  /** The reports about rounds: without the stream, headcounts are open. */
  async function audit() {
    const look = reconciliationHandler({
      table: withRightsOf('reconciliation', table),
      pictures: NO_PICTURES,
      clock: new SetClock(AT.collecting),
      log: { ...SILENT, error: (...said) => logged.push(said) },
      emit: (measured: unknown) => emitted.push(measured),
      wait: async () => undefined,
    });
    return (await look({ repair: false })).filter(({ round }) => round !== undefined);
  }
  beforeEach(async () => {
    await foundFirm(table);
    logged.length = 0;
    emitted.length = 0;
  });

  it('writes the rounds of before there was a search, which are no error', async () => {
    // Merged ideas count nowhere, so that the numbers agree without the stream.
    const idea: Idea = {
      ...newIdea({ key: 'a' }),
      status: 'merged',
      into: newIdea({ key: 'b' }).id,
    };
    await put(idea);
    expect(await audit()).toEqual([]);
    expect(await titles()).toEqual([idea.title]);
    expect(emitted).toEqual([expect.objectContaining({ kind: 'audit', drift: 0 })]);
  });

  it('mends what is searched otherwise, and says so', async () => {
    const target = newIdea({ key: 'b' }).id;
    const merged = (key: string): Idea => ({ ...newIdea({ key }), status: 'merged', into: target });
    const [lost, changed, gone] = [merged('1'), merged('2'), merged('3')];
    for (const idea of [changed, gone]) await put(idea);
    await searchWriter(table).write(HUATAI, OCTOBER, [changed.id, gone.id]);
    expect(await audit()).toEqual([]);
    await put(lost);
    await put({ ...changed, title: '改了' });
    const Key = ideaKey(HUATAI, gone.id);
    await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
    expect(await audit()).toEqual([
      expect.objectContaining({ round: OCTOBER, drift: [], unsearched: 3 }),
    ]);
    expect(emitted.at(-1)).toMatchObject({ kind: 'audit', drift: 3 });
    expect(logged).toEqual([
      ['searched otherwise', { organization: HUATAI, round: OCTOBER, ideas: 3 }],
    ]);
    expect(await titles()).toEqual(['改了', lost.title].toSorted());
    expect(await audit()).toEqual([]);
  });

  it('writes all of a round whose version is gone', async () => {
    const idea: Idea = {
      ...newIdea({ key: 'a' }),
      status: 'merged',
      into: newIdea({ key: 'b' }).id,
    };
    await put(idea);
    await audit();
    const Key = searchVersionKey(HUATAI, OCTOBER);
    await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
    expect(await titles()).toEqual([]);
    await audit();
    expect(await titles()).toEqual([idea.title]);
  });
});

const before = (round: RoundId): RoundId => roundAfter(round, -1);
const byId = ({ id: one }: { id: string }, { id: other }: { id: string }) => (one < other ? -1 : 1);

/** Characters that compress badly. */
function randomText(length: number): string {
  return Array.from({ length }, () =>
    String.fromCharCode(0x4e00 + Math.floor(Math.random() * 0x4000)),
  ).join('');
}
