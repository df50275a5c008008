/**
 * Merging and unmerging ideas: both change or neither does, the authors of the merged one are
 * recused from the other, and support follows, once.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { castVote, getAgenda, reopenIdea } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, supportIdea, withdrawSupport } from '../../shared/contract/routes/ideas.ts';
import {
  mergeIdea,
  returnIdea,
  reviseIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { NOVEMBER, newMember, OCTOBER, ZHONGCHENG } from '../store/sample-facts.ts';
import { everything, watched } from '../store/watched-table.ts';
import {
  about,
  answerLostAt,
  brokenFrom,
  type Firm,
  forgotten,
  type IdeaBody,
  months,
  NEXT,
  sequenceOf,
  streamOf,
} from './months.ts';
import { AT, foundFirm, SLIP } from './small-firm.ts';

const merge = ({ on }: Pick<Firm, 'on'>, source: string, into: string, as = 'S1') =>
  on(mergeIdea, as, source, { into });
const unmerge = ({ on }: Pick<Firm, 'on'>, source: string, as = 'S1') =>
  on(unmergeIdea, as, source);

/** The ideas of members, in the order of the members. */
async function ideasOf(firm: Firm, ...authors: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [at, author] of authors.entries())
    ids.push(await firm.handIn(author, { title: `${author} 的第 ${at} 条建议` }));
  return ids;
}

describe('merging', () => {
  it('keeps one idea for both, with both authors, and records it in both histories', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    const merged = await merge(firm, a, b);
    expect(merged).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { id: a, status: 'merged', into: b, version: 2 },
    });
    expect(await firm.read(b)).toMatchObject({
      status: 'submitted',
      authorId: 'E2',
      coAuthors: ['E1'],
      version: 2,
      history: [{ act: 'submit' }, { act: 'absorb', idea: a, by: { kind: 'member', id: 'S1' } }],
    });
    expect((await firm.read(a)).history.at(-1)).toMatchObject({ act: 'merge', into: b });

    await firm.until(AT.publishes);
    expect((await firm.stored(a)).status).toBe('merged');
  });

  it('is for the secretary, and a repeated one is answered the same', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    for (const as of ['E1', 'E2', 'C1', 'M1']) {
      expect((await merge(firm, a, b, as)).status).toBe(403);
      expect((await unmerge(firm, a, as)).status).toBe(403);
    }
    expect((await firm.on(mergeIdea, 'S1', a, { into: b }, 9)).status).toBe(412);
    const first = await firm.on(mergeIdea, 'S1', a, { into: b }, 1);
    expect((await firm.on(mergeIdea, 'S1', a, { into: b }, 1)).text).toBe(first.text);
    expect((await firm.stored(b)).version).toBe(2);
    const out = await firm.on(unmergeIdea, 'S1', a, undefined, 2);
    expect(out).toMatchObject({ status: 200, body: { status: 'submitted', version: 3 } });
    expect((await firm.on(unmergeIdea, 'S1', a, undefined, 2)).text).toBe(out.text);
    expect((await firm.stored(b)).version).toBe(3);
  });

  it('is refused into itself, into a missing idea, into or out of a closed one', async () => {
    const firm = await months();
    const [a, b, c] = (await ideasOf(firm, 'E1', 'E2', 'E1')) as [string, string, string];
    expect(await merge(firm, a, a)).toMatchObject({
      status: 422,
      body: { code: 'merge-into-itself' },
    });
    expect((await merge(firm, a, `${OCTOBER}-${'0'.repeat(26)}`)).status).toBe(404);
    expect((await merge(firm, `${OCTOBER}-${'0'.repeat(26)}`, a)).status).toBe(404);
    expect((await merge(firm, a, 'no id')).status).toBe(400);
    expect(await unmerge(firm, a)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    await firm.until(AT.opens);
    await firm.adopt(b);
    await firm.on(withdrawIdea, 'E1', c);
    expect(await merge(firm, a, b)).toMatchObject({
      status: 409,
      body: { code: 'target-not-open' },
    });
    expect(await merge(firm, b, a)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect((await merge(firm, a, c)).status).toBe(404);
    expect((await merge(firm, c, a)).status).toBe(404);
    expect((await firm.stored(a)).coAuthors).toEqual([]);
  });

  it('into an idea that was itself merged leads to its target', async () => {
    const firm = await months();
    const [a, b, c, d] = (await ideasOf(firm, 'E1', 'E2', 'C2', 'M1')) as [
      string,
      string,
      string,
      string,
    ];
    await merge(firm, a, b);
    await merge(firm, b, c);
    expect((await merge(firm, d, a)).body).toMatchObject({ into: c });
    expect(await firm.read(c)).toMatchObject({ coAuthors: ['E2', 'E1', 'M1'] });
    expect(await merge(firm, c, a)).toMatchObject({
      status: 422,
      body: { code: 'merge-into-itself' },
    });

    // The middle of the chain cannot be unmerged; from its end on, one by one.
    expect(await unmerge(firm, a)).toMatchObject({
      status: 409,
      body: { code: 'target-not-open' },
    });
    expect((await unmerge(firm, b)).status).toBe(200);
    expect(await firm.read(c)).toMatchObject({ coAuthors: ['M1'] });
    expect(await firm.read(b)).toMatchObject({ status: 'submitted', coAuthors: ['E1'] });
    expect((await firm.read(a)).status).toBe('merged');
    expect((await unmerge(firm, a)).status).toBe(200);
    expect(await firm.read(b)).toMatchObject({ status: 'submitted', coAuthors: [] });
  });

  it('may cross rounds, and each idea stays counted in its own', async () => {
    const firm = await months();
    const [old] = (await ideasOf(firm, 'E1')) as [string];
    await firm.until(AT.opens);
    await firm.decide(old, 'deferred', { reason: '需要论证' });
    await firm.until(AT.publishes);
    firm.clock.set('2026-11-02T02:00:00.000Z');
    const [fresh] = (await ideasOf(firm, 'E2')) as [string];
    expect((await merge(firm, old, fresh)).body).toMatchObject({ status: 'merged', into: fresh });
    await firm.until(NEXT.opens);
    expect(await firm.read(fresh)).toMatchObject({ status: 'on-agenda', coAuthors: ['E1'] });
    const out = await unmerge(firm, old);
    // Its own round is long closed, and the one that it was deferred to deliberates.
    expect(out.body).toMatchObject({ status: 'on-agenda', round: OCTOBER, agendaRound: NOVEMBER });
    expect((await firm.vote('C2', old)).status).toBe(200);
  });
});

describe('both ideas change or neither does', () => {
  it('wherever it stops', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    for (const [route, body] of [
      [mergeIdea, { into: b }],
      [unmergeIdea, undefined],
    ] as const) {
      const before = [await firm.stored(a), await firm.stored(b)];
      const request = about('S1', a, body);
      expect((await firm.watching(brokenFrom(1))(route, request)).status).toBe(500);
      expect([await firm.stored(a), await firm.stored(b)]).toEqual(before);
      expect((await firm.watching(answerLostAt(1))(route, request)).status).toBe(500);
      const after = [await firm.stored(a), await firm.stored(b)];
      expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version + 1));
      expect((await firm.call(route, request)).status).toBe(200);
      expect([await firm.stored(a), await firm.stored(b)]).toEqual(after);
    }
  });

  it('if the other one changes meanwhile, and that change is kept', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    const call = firm.afterReading(() => firm.on(returnIdea, 'S1', b, { reason: '请写明数量' }));
    expect((await call(mergeIdea, about('S1', a, { into: b }))).status).toBe(200);
    expect((await firm.stored(b)).history.map(({ act }) => act)).toEqual([
      'submit',
      'return',
      'absorb',
    ]);
  });

  it('if the other one is gone meanwhile', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    const call = firm.afterReading(() => firm.on(withdrawIdea, 'E2', b));
    expect(await call(mergeIdea, about('S1', a, { into: b }))).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    });
    expect((await firm.stored(a)).version).toBe(1);
  });

  it('if the other one keeps changing, until the retries end', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    let version = 1;
    const call = firm.watching({
      async before() {
        const title = `第 ${version} 稿`;
        expect((await firm.on(reviseIdea, 'E2', b, { ...SLIP, title }, version)).status).toBe(200);
        version += 1;
      },
    });
    expect(await call(mergeIdea, about('S1', a, { into: b }))).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect((await firm.stored(a)).version).toBe(1);
    expect((await firm.stored(b)).coAuthors).toEqual([]);
  });

  it('if two are merged into each other at once', async () => {
    const firm = await months();
    const pairs: string[][] = [];
    for (let turn = 0; turn < 6; turn += 1) pairs.push(await ideasOf(firm, 'E1', 'E2'));
    for (const [a, b] of pairs as [string, string][]) {
      const answers = await Promise.all([merge(firm, a, b), merge(firm, b, a)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
      expect(answers.find(({ status }) => status !== 200)?.body).toMatchObject({
        code: 'merge-into-itself',
      });
      const states = [(await firm.stored(a)).status, (await firm.stored(b)).status];
      expect(states.toSorted()).toEqual(['merged', 'submitted']);
    }
  });

  it('if the target is itself merged meanwhile: then it follows', async () => {
    const firm = await months();
    const [a, b, c] = (await ideasOf(firm, 'E1', 'E2', 'C2')) as [string, string, string];
    const call = firm.afterReading(() => merge(firm, b, c));
    expect((await call(mergeIdea, about('S1', a, { into: b }))).body).toMatchObject({ into: c });
    expect((await firm.read(c)).coAuthors).toEqual(['E2', 'E1']);
    expect((await firm.read(b)).coAuthors).toEqual([]);
  });
});

describe('the author of a merged idea', () => {
  it('is recused from the ballot of its target, and does not count for its quorum', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'C2', 'E1')) as [string, string];
    await firm.until(AT.opens);
    // A vote cast before counts no more.
    expect((await firm.vote('C2', b, 'oppose')).status).toBe(200);
    await merge(firm, a, b);
    expect(await firm.vote('C2', b)).toMatchObject({ status: 422, body: { code: 'recused' } });
    expect((await firm.vote('C1', b)).body).toMatchObject({
      tally: { approve: 1, oppose: 0, abstain: 0 },
    });
    expect(await firm.decide(b, 'adopted')).toMatchObject({
      status: 422,
      body: { code: 'no-quorum', detail: expect.stringContaining('2') },
    });
    // Nor does it on the agenda, nor among the votes.
    const { body } = await firm.call<{ items: IdeaBody[] }>(getAgenda, {
      as: 'C1',
      path: { round: OCTOBER },
    });
    expect(body.items.find(({ id }) => id === b)?.ballot).toMatchObject({
      tally: { approve: 1, oppose: 0, abstain: 0 },
      turnout: { cast: 1, eligible: 2 },
      eligible: 2,
    });
    const votes = async (as: string) =>
      (await firm.call<{ votes?: { voter: string }[] }>(getIdea, { as, path: { idea: b } })).body
        .votes;
    expect((await votes('C1'))?.map(({ voter }) => voter)).toEqual(['C1']);
    expect((await firm.read(b, 'C2')).ballot).toMatchObject({ myVote: null, tally: null });
    await firm.vote('C3', b);
    expect(await firm.decide(b, 'adopted')).toMatchObject({
      status: 200,
      body: { decision: { eligible: 2, quorum: 2, tally: { approve: 2, oppose: 0, abstain: 0 } } },
    });
  });

  it.each(['open', 'secret'] as const)(
    'does not vote even if the merger comes between reading and voting, under the %s rule',
    async ballot => {
      const firm = await months({ ballot });
      const [a, b] = (await ideasOf(firm, 'C2', 'E1')) as [string, string];
      await firm.until(AT.opens);
      const call = firm.afterReading(() => merge(firm, a, b));
      await call(castVote, about('C2', b, { choice: 'oppose' }));
      await firm.vote('C1', b);
      await firm.vote('C3', b);
      await firm.until(AT.closes);
      expect(await firm.stored(b)).toMatchObject({
        status: 'adopted',
        decision: { result: { eligible: 2, tally: { approve: 2, oppose: 0, abstain: 0 } } },
      });
    },
  );

  it('votes again once their idea has been unmerged', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'C2', 'E1')) as [string, string];
    await firm.until(AT.opens);
    await merge(firm, a, b);
    expect((await firm.vote('C2', b)).status).toBe(422);
    await unmerge(firm, a);
    expect((await firm.vote('C2', b)).status).toBe(200);
    expect((await firm.vote('C2', a)).status).toBe(422);
  });
});

describe('unmerging', () => {
  it('restores an idea, and puts it onto the agenda if that has opened meanwhile', async () => {
    const firm = await months();
    const [a, b, c] = (await ideasOf(firm, 'E1', 'E1', 'E2')) as [string, string, string];
    await firm.on(returnIdea, 'S1', b, { reason: '请写明数量' });
    for (const idea of [a, b]) await merge(firm, idea, c);
    await firm.until(AT.opens);
    expect((await unmerge(firm, a)).body).toMatchObject({
      status: 'on-agenda',
      agendaRound: OCTOBER,
    });
    // A returned idea is still returned.
    expect((await unmerge(firm, b)).body).toMatchObject({ status: 'returned', note: '请写明数量' });
    expect((await firm.vote('C2', a)).status).toBe(200);
  });

  it('is possible from a withdrawn idea, whose author spoke for nobody else', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    await merge(firm, a, b);
    await firm.on(withdrawIdea, 'E2', b);
    expect((await unmerge(firm, a)).body).toMatchObject({ status: 'submitted' });
  });

  it('is possible until a vote on the other', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
    await merge(firm, a, b);
    await firm.until(AT.opens);
    await firm.vote('C2', b, 'abstain');
    expect(await unmerge(firm, a)).toMatchObject({
      status: 409,
      body: { code: 'ballot-has-votes' },
    });
    await firm.adopt(b);
    expect(await unmerge(firm, a)).toMatchObject({
      status: 409,
      body: { code: 'target-not-open' },
    });
  });

  it('is possible from a deferred one, which is then not given back to the votes for both', async () => {
    const firm = await months();
    const [a, b] = (await ideasOf(firm, 'C2', 'E2')) as [string, string];
    await merge(firm, a, b);
    await firm.until(AT.opens);
    await firm.vote('C3', b);
    await firm.decide(b, 'deferred', { reason: '需要论证' });
    expect((await unmerge(firm, a)).body).toMatchObject({
      status: 'on-agenda',
      agendaRound: OCTOBER,
    });
    expect((await firm.on(reopenIdea, 'C1', b, { reason: '有新材料' })).body).toMatchObject({
      status: 'on-agenda',
      agendaRound: NOVEMBER,
    });
  });

  it.each(['open', 'secret'] as const)(
    'is refused after a concurrent vote, under the %s rule',
    async ballot => {
      for (const opened of [true, false]) {
        const firm = await months({ ballot });
        const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
        await merge(firm, a, b);
        if (opened) await firm.until(AT.opens);
        firm.clock.set(AT.opens);
        const call = firm.afterReading(async () => {
          await firm.run();
          expect((await firm.vote('C2', b)).status).toBe(200);
        });
        expect(await call(unmergeIdea, about('S1', a))).toMatchObject({
          status: 409,
          body: { code: 'ballot-has-votes' },
        });
        expect((await firm.stored(a)).status).toBe('merged');
      }
      const firm = await months({ ballot });
      const [a, b] = (await ideasOf(firm, 'E1', 'E2')) as [string, string];
      await merge(firm, a, b);
      await firm.until(AT.opens);
      const call = firm.afterReading(() => unmerge(firm, a));
      expect((await call(castVote, about('C2', b, { choice: 'approve' }))).status).toBe(200);
      expect(await firm.read(b)).toMatchObject({ status: 'on-agenda', coAuthors: [] });
    },
  );
});

describe('support', () => {
  let firm: Firm;
  let stream: ReturnType<typeof streamOf>;
  beforeAll(async () => {
    firm = await months({ more: ['B1', 'B2', 'B3', 'B4', 'B5'].map(id => newMember(id)) });
    stream = streamOf(firm.table);
  });
  afterAll(() => stream.stop());

  /** Two ideas with their supports, all counted. */
  async function backed(...backers: string[][]): Promise<string[]> {
    const ids = await ideasOf(firm, ...backers.map(() => 'E1'));
    for (const [at, id] of ids.entries())
      for (const backer of backers[at] ?? [])
        expect((await firm.back(backer, id)).status).toBe(200);
    await stream.settle();
    return ids;
  }
  const backersOf = async (idea: string): Promise<unknown[]> =>
    (await everything(firm.table))
      .filter(({ type, ideaId }) => type === 'support' && ideaId === idea)
      .map(({ member }) => member)
      .toSorted();
  const supportsOf = async (idea: string, as = 'E1'): Promise<[number, boolean]> => {
    const { supports, supported } = await firm.read(idea, as);
    return [supports, supported];
  };
  const mergersIn = (records: readonly DynamoDBRecord[]): DynamoDBRecord[] =>
    records.filter(({ dynamodb }) => dynamodb?.Keys?.sk?.S?.startsWith('IDEA#'));

  it('follows the idea, counts nobody twice, and returns with it', async () => {
    const [a, b] = (await backed(['B1', 'B2'], ['B2', 'B3'])) as [string, string];
    await merge(firm, a, b);
    await stream.settle();
    expect(await backersOf(b)).toEqual(['B1', 'B2', 'B3']);
    expect(await supportsOf(b, 'B1')).toEqual([3, true]);
    await unmerge(firm, a);
    await stream.settle();
    expect([await backersOf(a), await backersOf(b)]).toEqual([
      ['B1', 'B2'],
      ['B2', 'B3'],
    ]);
    expect([await supportsOf(a, 'B1'), await supportsOf(b, 'B1')]).toEqual([
      [2, true],
      [2, false],
    ]);
  });

  it('of two ideas that were merged into one stays with it until both are unmerged', async () => {
    const [a, b, c] = (await backed(['B1', 'B2'], ['B2', 'B3'], ['B4'])) as [
      string,
      string,
      string,
    ];
    await merge(firm, a, c);
    await merge(firm, b, c);
    await stream.settle();
    expect(await supportsOf(c, 'B2')).toEqual([4, true]);
    await unmerge(firm, a);
    await stream.settle();
    expect(await backersOf(c)).toEqual(['B2', 'B3', 'B4']);
    expect(await supportsOf(c, 'B2')).toEqual([3, true]);
    await unmerge(firm, b);
    await stream.settle();
    expect(await backersOf(c)).toEqual(['B4']);
    expect(await supportsOf(c, 'B2')).toEqual([1, false]);
  });

  it('follows once, however often the record comes, and however late after the unmerging', async () => {
    const [a, b] = (await backed(['B1', 'B2'], ['B3'])) as [string, string];
    await merge(firm, a, b);
    const merged = await stream.news();
    for (let turn = 0; turn < 3; turn += 1) expect(await stream.deliver(merged)).toEqual([]);
    expect(await stream.deliver(merged.map(forgotten))).toEqual([]);
    await stream.settle();
    expect(await supportsOf(b)).toEqual([3, false]);

    await unmerge(firm, a);
    const out = await stream.news();
    await stream.deliver(out);
    for (const late of [merged, out, merged.map(forgotten)].map(mergersIn)) {
      // Without markers the idea itself would count again; here it is about its supports.
      expect(await stream.deliver(late)).toEqual([]);
      expect(await backersOf(b)).toEqual(['B3']);
    }
    await stream.settle();
    expect([(await supportsOf(a))[0], (await supportsOf(b))[0]]).toEqual([2, 1]);
  });

  it('follows the idea’s present state when its records come all at once, or the older after the newer', async () => {
    const [a, b, c] = (await backed(['B1', 'B2'], ['B3'], ['B4'])) as [string, string, string];
    await merge(firm, a, b);
    await unmerge(firm, a);
    await merge(firm, a, c);
    const records = mergersIn(await stream.news());
    for (const record of records.toReversed()) expect(await stream.deliver([record])).toEqual([]);
    await stream.settle();
    expect([await backersOf(a), await backersOf(b), await backersOf(c)]).toEqual([
      ['B1', 'B2'],
      ['B3'],
      ['B1', 'B2', 'B4'],
    ]);
  });

  it('follows completely wherever the function stops, there and back', async () => {
    let broken = 0;
    for (let write = 1, failed = true; failed; write += 1) {
      const [a, b] = (await backed(['B1', 'B2', 'B3'], ['B3', 'B4'])) as [string, string];
      failed = false;
      for (const [act, backers] of [
        [() => merge(firm, a, b), ['B1', 'B2', 'B3', 'B4']],
        [() => unmerge(firm, a), ['B3', 'B4']],
      ] as const) {
        expect((await act()).status).toBe(200);
        const records = await stream.news();
        const reported = await stream.deliver(records, watched(firm.table, brokenFrom(write)));
        if (reported.length > 0) {
          failed = true;
          broken += 1;
          const from = records.findIndex(record => reported.includes(sequenceOf(record)));
          expect(await stream.deliver(records.slice(from))).toEqual([]);
        }
        await stream.settle();
        expect(await backersOf(b), `write ${write}`).toEqual(backers);
        expect((await supportsOf(b))[0]).toBe(backers.length);
      }
    }
    expect(broken).toBeGreaterThan(6);
  });

  it('that was withdrawn after an interruption does not come again with the next try', async () => {
    const [a, b] = (await backed(['B1', 'B2'], [])) as [string, string];
    await merge(firm, a, b);
    const records = await stream.news();
    // All is copied, but not marked as done.
    const marking = watched(firm.table, {
      before(_, __, input) {
        if (JSON.stringify(input).includes('#SUPPORTS"')) throw new Error('no connection');
      },
    });
    expect(await stream.deliver(records, marking)).toHaveLength(1);
    expect((await firm.on(withdrawSupport, 'B1', b)).status).toBe(200);
    expect(await stream.deliver(records)).toEqual([]);
    await stream.settle();
    expect(await backersOf(b)).toEqual(['B2']);
    expect(await supportsOf(b, 'B1')).toEqual([1, false]);
    // Nor does it come back with the idea that it was given to.
    await unmerge(firm, a);
    await stream.settle();
    expect([await backersOf(a), await backersOf(b)]).toEqual([['B2'], []]);
  });

  it('follows through a chain of mergers, in whatever order they become known', async () => {
    for (const turned of [false, true]) {
      const [a, b, c] = (await backed(['B1', 'B4'], ['B2', 'B4'], ['B3'])) as [
        string,
        string,
        string,
      ];
      const deliver = async (): Promise<void> => {
        const records = mergersIn(await stream.news());
        for (const record of turned ? records.toReversed() : records)
          expect(await stream.deliver([record])).toEqual([]);
        await stream.settle();
      };
      await merge(firm, a, b);
      await merge(firm, b, c);
      await deliver();
      expect(await backersOf(c), String(turned)).toEqual(['B1', 'B2', 'B3', 'B4']);
      expect(await supportsOf(c, 'B1')).toEqual([4, true]);
      await unmerge(firm, b);
      await unmerge(firm, a);
      await deliver();
      expect([await backersOf(a), await backersOf(b), await backersOf(c)], String(turned)).toEqual([
        ['B1', 'B4'],
        ['B2', 'B4'],
        ['B3'],
      ]);
    }
  });

  it('given to a merged idea counts for its target, and is withdrawn from there', async () => {
    const [a, b, c] = (await backed([], [], [])) as [string, string, string];
    await merge(firm, a, b);
    await merge(firm, b, c);
    await stream.settle();
    expect(await firm.back('B1', a)).toMatchObject({ status: 200, body: { supported: true } });
    await firm.back('B1', b);
    await firm.back('B1', c);
    await stream.settle();
    expect([await backersOf(a), await backersOf(b), await backersOf(c)]).toEqual([[], [], ['B1']]);
    expect((await firm.on(withdrawSupport, 'B1', a)).body).toEqual({ supported: false });
    await stream.settle();
    expect(await supportsOf(c, 'B1')).toEqual([0, false]);
  });

  it('given while the idea is being merged is not lost, whether or not the rest has followed by then', async () => {
    for (const followed of [false, true]) {
      const [a, b] = (await backed(['B1'], [])) as [string, string];
      const call = firm.afterReading(async () => {
        expect((await merge(firm, a, b)).status).toBe(200);
        if (followed) await stream.settle();
      });
      expect((await call(supportIdea, about('B2', a))).status).toBe(200);
      await stream.settle();
      expect(await backersOf(b)).toEqual(['B1', 'B2']);
      expect(await supportsOf(b, 'B2')).toEqual([2, true]);
      // It was meant for the one, and returns with it.
      await unmerge(firm, a);
      await stream.settle();
      expect([await backersOf(a), await backersOf(b)]).toEqual([['B1', 'B2'], []]);
    }
  });

  it('withdrawn while the idea is being merged is gone from both', async () => {
    for (const followed of [false, true]) {
      const [a, b] = (await backed(['B1', 'B2'], [])) as [string, string];
      const call = firm.afterReading(async () => {
        expect((await merge(firm, a, b)).status).toBe(200);
        if (followed) await stream.settle();
      });
      expect((await call(withdrawSupport, about('B2', a))).status).toBe(200);
      await stream.settle();
      expect([await backersOf(a), await backersOf(b)]).toEqual([['B1'], ['B1']]);
      expect(await supportsOf(b, 'B2')).toEqual([1, false]);
    }
  });

  it('of a decided idea is neither given nor withdrawn through one that was merged into it', async () => {
    const own = await months();
    const [a, b] = (await ideasOf(own, 'E1', 'E2')) as [string, string];
    await merge(own, a, b);
    await own.until(AT.opens);
    await own.adopt(b);
    for (const route of [supportIdea, withdrawSupport])
      expect(await own.on(route, 'E2', a)).toMatchObject({
        status: 409,
        body: { code: 'not-open-for-support' },
      });
  });
});

it('an idea of another organization can neither be merged nor be a target', async () => {
  const firm = await months();
  const [a] = (await ideasOf(firm, 'E1')) as [string];
  await foundFirm(firm.table, { id: ZHONGCHENG });
  const theirs = await firm.call<IdeaBody>(mergeIdea, {
    as: 'S1',
    path: { organization: ZHONGCHENG, idea: a },
    body: { into: a },
  });
  expect(theirs.status).toBe(404);
  expect((await firm.stored(a)).version).toBe(1);
});
