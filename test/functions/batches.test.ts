/**
 * The same act on many ideas at once: each answered on its own, safe to repeat, and whatever cannot
 * be done in time or for lack of capacity reported as not done.
 */
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Route } from '../../shared/contract/route.ts';
import {
  acceptIdea,
  assignIdeas,
  completeIdea,
  reportProgress,
} from '../../shared/contract/routes/implementation.ts';
import { approveReward, payRewards } from '../../shared/contract/routes/rewards.ts';
import { returnIdea, scheduleIdea, scheduleIdeas } from '../../shared/contract/routes/screening.ts';
import { Breakdown } from '../store/watched-table.ts';
import { type Firm, months } from './months.ts';
import { AT } from './small-firm.ts';

interface Outcomes {
  readonly ideas: readonly {
    readonly idea: string;
    readonly outcome: string;
    readonly version?: number;
    readonly problem?: { readonly code: string; readonly title: string };
  }[];
}

const DUE = '2026-12-31';

async function firmWith(count: number) {
  const firm = await months();
  const ideas: string[] = [];
  for (let n = 0; n < count; n += 1) ideas.push(await firm.handIn('E2', { title: `第 ${n} 条` }));
  return { firm, ideas };
}

async function adopted(count: number) {
  const { firm, ideas } = await firmWith(count);
  await firm.until(AT.voting);
  for (const idea of ideas) await firm.adopt(idea);
  return { firm, ideas };
}

const send = ({ call }: Pick<Firm, 'call'>, route: Route, body: object, as = 'S1') =>
  call<Outcomes>(route, { as, body });
const toldOf = ({ body }: { readonly body: Outcomes }) =>
  body.ideas.map(({ outcome, problem }) =>
    outcome === 'refused' ? `refused: ${problem?.code}` : outcome,
  );

class Throttled extends Error {
  override readonly name = 'ThrottlingException';
}

describe('scheduling many', () => {
  it('puts each on the agenda that may be, says of each other why not, and each once', async () => {
    const { firm, ideas } = await firmWith(3);
    const [one, other, returned] = ideas as [string, string, string];
    await firm.on(returnIdea, 'S1', returned, { reason: '请写明数量' });
    const asked = [one, returned, other, one];
    const first = await send(firm, scheduleIdeas, { ideas: asked });
    expect(first.body.ideas.map(({ idea }) => idea)).toEqual([one, returned, other]);
    expect(toldOf(first)).toEqual(['done', 'refused: wrong-state', 'done']);
    // The next act on one of them applies to the version that this one left.
    expect(first.body.ideas.map(({ version }) => version)).toEqual([2, undefined, 2]);
    expect(first.body.ideas[1]?.problem?.title).toMatch(/\p{Script=Han}/u);
    const before = await firm.stored(one);
    expect((await send(firm, scheduleIdeas, { ideas: asked })).body).toEqual(first.body);
    expect(await firm.stored(one)).toEqual(before);
  });

  it('keeps to the versions that were read, and not when it is repeated', async () => {
    const { firm, ideas } = await firmWith(2);
    const [seen, changed] = ideas as [string, string];
    const asked = { ideas: [seen, changed].map((idea, at) => ({ idea, version: 1 + at })) };
    const told = ['done', 'refused: version-mismatch'];
    expect(toldOf(await send(firm, scheduleIdeas, asked))).toEqual(told);
    expect(toldOf(await send(firm, scheduleIdeas, asked))).toEqual(told);
    const twice = { ideas: [seen, { idea: seen, version: 7 }] };
    expect(await send(firm, scheduleIdeas, twice)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'ideas', rule: 'unique' }] },
    });
  });

  it('takes from one to a hundred ideas, from the secretary alone', async () => {
    const { firm, ideas } = await firmWith(1);
    const many = Array.from({ length: 101 }, (_, n) => `2026-10-${String(n).padStart(26, '0')}`);
    for (const asked of [[], many])
      expect((await send(firm, scheduleIdeas, { ideas: asked })).status).toBe(400);
    for (const as of ['E1', 'C1', 'M1'])
      expect((await send(firm, scheduleIdeas, { ideas }, as)).status).toBe(403);
  });

  it('reports what the table had no capacity for as not done, and does it when asked again', async () => {
    const { firm, ideas } = await firmWith(24);
    const call = firm.watching({
      before: write => {
        if (write > 10) throw new Throttled();
      },
    });
    const reply = await send({ call }, scheduleIdeas, { ideas });
    expect(reply.status).toBe(200);
    const told = toldOf(reply);
    expect(told.filter(outcome => outcome === 'done')).toHaveLength(10);
    expect(told.filter(outcome => outcome === 'not-done')).toHaveLength(14);
    for (const { outcome, problem } of reply.body.ideas)
      expect(problem?.code).toBe(outcome === 'done' ? undefined : 'busy');
    expect(new Set(toldOf(await send(firm, scheduleIdeas, { ideas })))).toEqual(new Set(['done']));
    for (const idea of ideas) expect((await firm.stored(idea)).version).toBe(2);
  });

  it('that lost the answer of a write does not do it twice', async () => {
    const { firm, ideas } = await firmWith(3);
    const call = firm.watching({
      after: write => {
        if (write === 2) throw new Throttled();
      },
    });
    expect(toldOf(await send({ call }, scheduleIdeas, { ideas }))).toContain('not-done');
    expect(toldOf(await send(firm, scheduleIdeas, { ideas }))).toEqual(['done', 'done', 'done']);
    for (const idea of ideas) expect((await firm.stored(idea)).version).toBe(2);
  });

  it('begins no more once the time is over', async () => {
    const { firm, ideas } = await firmWith(12);
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => clock.mockRestore());
    const call = firm.watching({
      // None is done yet, so none has made room for another.
      before: write => {
        if (write === 1) now = 15_001;
      },
    });
    const told = toldOf(await send({ call }, scheduleIdeas, { ideas }));
    // Those under way as the time ended are done too.
    expect(told.filter(outcome => outcome === 'done')).toHaveLength(8);
    expect(told.filter(outcome => outcome === 'not-done')).toHaveLength(4);
  });

  it('fails as a whole at a bug, which is no lack of capacity', async () => {
    const { firm, ideas } = await firmWith(2);
    const call = firm.watching({
      before: () => {
        throw new Breakdown();
      },
    });
    expect((await send({ call }, scheduleIdeas, { ideas })).status).toBe(500);
  });
});

describe('assigning many', () => {
  it('gives all to one owner, or each to its own, and the same again changes nothing', async () => {
    const { firm, ideas } = await adopted(3);
    const [one, other, third] = ideas as [string, string, string];
    const forAll = { ideas: [one, other], owner: 'C3', due: DUE };
    expect(toldOf(await send(firm, assignIdeas, forAll, 'C1'))).toEqual(['done', 'done']);
    // The owner has begun before the request comes again.
    await firm.on(reportProgress, 'C3', one, { progress: 10, note: '已开工' });
    const before = await firm.stored(one);
    expect(toldOf(await send(firm, assignIdeas, forAll, 'C1'))).toEqual(['done', 'done']);
    expect(await firm.stored(one)).toEqual(before);

    const each = [
      { idea: other, owner: 'e1', due: DUE },
      { idea: third, owner: 'E2', due: '2027-01-31' },
    ];
    expect(toldOf(await send(firm, assignIdeas, { ideas: each }))).toEqual(['done', 'done']);
    expect(await firm.stored(other)).toMatchObject({ implementation: { owner: 'E1', due: DUE } });
    expect(await firm.stored(third)).toMatchObject({
      implementation: { owner: 'E2', due: '2027-01-31' },
    });
  });

  it('refuses only those with an unknown owner, a past day, or without an adoption', async () => {
    const { firm, ideas } = await adopted(3);
    const [good, nobodys, late] = ideas as [string, string, string];
    const new_ = await firm.handIn('E1');
    const each = [
      { idea: good, owner: 'C3', due: DUE },
      { idea: nobodys, owner: 'X9', due: DUE },
      { idea: late, owner: 'C3', due: '2026-01-01' },
      { idea: new_, owner: 'C3', due: DUE },
    ];
    const told = [
      'done',
      'refused: unknown-owner',
      'refused: due-in-the-past',
      'refused: wrong-state',
    ];
    expect(toldOf(await send(firm, assignIdeas, { ideas: each }))).toEqual(told);
    expect(toldOf(await send(firm, assignIdeas, { ideas: each }))).toEqual(told);
    const twice = [each[0], { ...each[0], owner: 'C2' }];
    expect((await send(firm, assignIdeas, { ideas: twice })).status).toBe(400);
    expect((await send(firm, assignIdeas, { ideas: [good] })).status).toBe(400);
    expect((await send(firm, assignIdeas, { ideas: each }, 'C2')).status).toBe(403);
  });
});

describe('paying many', () => {
  it('pays approved rewards once, and says which are not approved', async () => {
    const { firm, ideas } = await adopted(2);
    const [approved, accepted] = ideas as [string, string];
    await send(firm, assignIdeas, { ideas, owner: 'C3', due: DUE });
    for (const idea of ideas) {
      await firm.on(completeIdea, 'C3', idea, { done: '已装好', claimedBenefit: 5000 });
      await firm.on(acceptIdea, 'M1', idea, { verifiedBenefit: 5000 });
    }
    const shares = [{ member: 'E2', fen: 10_000 }];
    await firm.on(approveReward, 'M1', approved, { amount: 10_000, shares });
    const told = ['done', 'refused: reward-not-approved'];
    expect(toldOf(await send(firm, payRewards, { ideas }, 'M1'))).toEqual(told);
    const before = await firm.stored(approved);
    expect(toldOf(await send(firm, payRewards, { ideas }, 'M1'))).toEqual(told);
    expect(await firm.stored(approved)).toEqual(before);
    expect(await firm.stored(accepted)).toMatchObject({ reward: { state: 'proposed' } });
    expect((await send(firm, payRewards, { ideas }, 'S1')).status).toBe(403);
  });
});

it('one idea and many at once meet: each is done, and nothing twice', async () => {
  const { firm, ideas } = await firmWith(4);
  const [first] = ideas as [string];
  const [, batch] = await Promise.all([
    firm.on(scheduleIdea, 'S1', first),
    send(firm, scheduleIdeas, { ideas }),
  ]);
  expect(toldOf(batch)).toEqual(['done', 'done', 'done', 'done']);
  for (const idea of ideas) expect((await firm.stored(idea)).version).toBe(2);
});
