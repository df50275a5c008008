/**
 * Rewards through the API: the bands' proposal, the allowed amounts and approvers, a single
 * payment, and hidden amounts.
 */
import { describe, expect, it } from 'vitest';
import { getAgenda, replyToIdea } from '../../shared/contract/routes/deliberation.ts';
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import { getIdea, listIdeas, listMyIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
  listImplementations,
  listMyWork,
} from '../../shared/contract/routes/implementation.ts';
import { getBulletin } from '../../shared/contract/routes/numbers.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import { mergeIdea } from '../../shared/contract/routes/screening.ts';
import { claimUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { evenShares } from '../../shared/domain/idea/reward.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { newMember, OCTOBER } from '../store/sample-facts.ts';
import { about, answerLostAt, brokenFrom, type Firm, months } from './months.ts';
import { AT, SLIP } from './small-firm.ts';

const MANAGERS = [newMember('M2', ['manager']), newMember('M3', ['manager', 'employee'])];

async function opened(...authors: string[]): Promise<Firm & { ids: string[] }> {
  const firm = await months({ more: MANAGERS });
  const ids: string[] = [];
  for (const [at, author] of authors.entries())
    ids.push(await firm.handIn(author, { title: `${author} 的第 ${at} 条` }));
  await firm.until(AT.opens);
  return { ...firm, ids };
}

/** Brings an idea all the way to acceptance. */
async function accepted(firm: Firm, idea: string, verifiedBenefit: number): Promise<void> {
  await firm.adopt(idea);
  await firm.on(assignIdea, 'S1', idea, { owner: 'C3', due: '2026-12-31' });
  await firm.on(completeIdea, 'C3', idea, { done: '全部装好', claimedBenefit: verifiedBenefit });
  const { status } = await firm.on(acceptIdea, 'M1', idea, { verifiedBenefit });
  if (status !== 200) throw new Error('not accepted');
}

/** A firm with one accepted idea, E1's, with a benefit that earns from 500 to 1500 yuan. */
async function rewarding(): Promise<Firm & { idea: string }> {
  const firm = await opened('E1');
  const [idea] = firm.ids as [string];
  await accepted(firm, idea, 300_000);
  return { ...firm, idea };
}

const whole = (amount: number, member = 'E1') => ({ amount, shares: [{ member, fen: amount }] });
const rewardOf = async (firm: Firm, idea: string, as = 'M1'): Promise<object | undefined> =>
  (await firm.call<{ reward?: object }>(getIdea, about(as, idea))).body.reward;

describe('the bands', () => {
  it('propose by the verified benefit, each up to where the next begins', async () => {
    const cases = [
      [0, { least: 0, most: 300, proposed: 0 }],
      [9_999, { least: 0, most: 300, proposed: 299 }],
      [10_000, { least: 300, most: 500, proposed: 300 }],
      [300_000, { least: 500, most: 1500, proposed: 1000 }],
      [999_999, { least: 1500, most: 2500, proposed: 2499 }],
      [1_000_000, { least: 2500, most: 4000, proposed: 2500 }],
      [9_000_000_000, { least: 2500, most: 4000, proposed: 2500 }],
    ] as const;
    const firm = await opened(...cases.map(() => 'E1'));
    for (const [at, [benefit, proposal]] of cases.entries()) {
      await accepted(firm, firm.ids[at]!, benefit);
      expect(await rewardOf(firm, firm.ids[at]!)).toEqual({ state: 'proposed', ...proposal });
    }
  });

  it('are the organization’s, as they were at acceptance', async () => {
    const firm = await opened('E1', 'E1');
    const [before, after] = firm.ids as [string, string];
    await accepted(firm, before, 300_000);
    await firm.change({ rewardBands: [{ from: 0, least: 8, most: 88 }] });
    await accepted(firm, after, 300_000);
    expect(await rewardOf(firm, before)).toMatchObject({ least: 500, most: 1500 });
    expect(await rewardOf(firm, after)).toEqual({
      state: 'proposed',
      least: 8,
      most: 88,
      proposed: 8,
    });
    expect((await firm.on(approveReward, 'M1', before, whole(150_000))).status).toBe(200);
    expect((await firm.on(approveReward, 'M1', after, whole(150_000))).status).toBe(422);
  });
});

describe('approving', () => {
  it('keeps within the band, to the fen', async () => {
    const { idea, ...firm } = await rewarding();
    for (const amount of [49_999, 150_001, 0])
      expect(await firm.on(approveReward, 'M1', idea, whole(amount))).toMatchObject({
        status: 422,
        body: { code: 'reward-out-of-band', errors: [{ field: 'amount' }] },
      });
    for (const body of [
      whole(-1),
      whole(60_000.5),
      { amount: 60_000, shares: [] },
      { amount: 60_000 },
      { ...whole(60_000), paid: true },
    ])
      expect((await firm.on(approveReward, 'M1', idea, body)).status).toBe(400);
    for (const amount of [50_000, 150_000])
      expect(await firm.on(approveReward, 'M1', idea, whole(amount))).toMatchObject({
        status: 200,
        body: {
          state: 'approved',
          amount,
          approvedBy: 'M1',
          shares: [{ member: 'E1', fen: amount }],
        },
      });
  });

  it('shares it among the authors, all of it and no more, each once', async () => {
    const firm = await opened('E1', 'E2', 'C2');
    const [idea, ...merged] = firm.ids as [string, string, string];
    for (const other of merged) await firm.on(mergeIdea, 'S1', other, { into: idea });
    for (const elector of ['C1', 'C3']) await firm.vote(elector, idea);
    await accepted(firm, idea, 300_000);
    const approve = (amount: number, shares: object[]) =>
      firm.on(approveReward, 'M1', idea, { amount, shares });
    const share = (member: string, fen: number) => ({ member, fen });
    expect(await approve(100_001, [share('E1', 50_000), share('E2', 50_000)])).toMatchObject({
      status: 422,
      body: { code: 'shares-do-not-add-up', errors: [{ field: 'shares' }] },
    });
    expect(await approve(100_001, [share('E1', 50_000), share('E1', 50_001)])).toMatchObject({
      body: { code: 'shares-do-not-add-up' },
    });
    const stranger = await approve(100_001, [share('E1', 50_000), share('C3', 50_001)]);
    expect(stranger).toMatchObject({ status: 422, body: { code: 'not-an-author' } });
    expect(stranger.text).toContain('C3');

    const even = evenShares(100_001, ['E1', 'E2', 'C2'] as MemberId[]);
    expect(even.map(({ fen }) => fen)).toEqual([33_334, 33_334, 33_333]);
    expect((await approve(100_001, [...even])).body).toMatchObject({
      amount: 100_001,
      shares: even,
    });
    // An author with a small part may get nothing.
    expect((await approve(90_000, [share('C2', 90_000), share('E1', 0)])).status).toBe(200);
  });

  it('is for managers, and never for one’s own reward', async () => {
    const firm = await opened('M2', 'E1', 'M3');
    const [own, other, merged] = firm.ids as [string, string, string];
    await firm.on(mergeIdea, 'S1', merged, { into: other });
    await accepted(firm, own, 300_000);
    await accepted(firm, other, 300_000);
    for (const as of ['E1', 'S1', 'C1']) {
      expect((await firm.on(approveReward, as, own, whole(60_000, 'M2'))).status).toBe(403);
      expect((await firm.on(payReward, as, own)).status).toBe(403);
    }
    const refusal = { status: 422, body: { code: 'own-reward' } };
    expect(await firm.on(approveReward, 'M2', own, whole(60_000, 'M2'))).toMatchObject(refusal);
    // A co-author is an author, also one who gets nothing.
    expect(await firm.on(approveReward, 'M3', other, whole(60_000))).toMatchObject(refusal);
    expect((await firm.on(approveReward, 'M1', own, whole(60_000, 'M2'))).status).toBe(200);
    expect((await firm.on(approveReward, 'M2', other, whole(60_000))).status).toBe(200);
    expect(await firm.on(payReward, 'M2', own)).toMatchObject(refusal);
    expect(await firm.on(payReward, 'M3', other)).toMatchObject(refusal);
    expect((await firm.on(payReward, 'M3', own)).status).toBe(200);
  });

  it('tells the second of two managers who approve what both saw', async () => {
    const { idea, ...firm } = await rewarding();
    const { version } = await firm.stored(idea);
    const answers = await Promise.all([
      firm.on(approveReward, 'M1', idea, whole(60_000), version),
      firm.on(approveReward, 'M2', idea, whole(140_000), version),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const [first] = answers.filter(({ status }) => status === 200);
    expect(first?.body).toMatchObject({ ...(await rewardOf(firm, idea)) });
  });

  it('of an unnamed idea waits for its author to claim it', async () => {
    const firm = await months({ more: MANAGERS });
    const { body } = await firm.call<{ id: string; claimCode: string }>(submitIdea, {
      as: 'E2',
      body: { ...SLIP, unnamed: true },
    });
    await firm.until(AT.opens);
    await accepted(firm, body.id, 300_000);
    expect(await firm.on(approveReward, 'M1', body.id, whole(60_000, 'E2'))).toMatchObject({
      status: 422,
      body: { code: 'no-author' },
    });
    const claimed = await firm.call(claimUnnamedIdea, { as: 'E2', body: { code: body.claimCode } });
    expect(claimed.status).toBe(200);
    expect((await firm.on(approveReward, 'M1', body.id, whole(60_000, 'E2'))).status).toBe(200);
    expect(await rewardOf(firm, body.id, 'E2')).toMatchObject({
      state: 'approved',
      amount: 60_000,
    });
  });

  it('and paying are for accepted work only', async () => {
    const firm = await opened('E1');
    const [idea] = firm.ids as [string];
    await firm.adopt(idea);
    expect(await firm.on(approveReward, 'M1', idea, whole(60_000))).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect(await firm.on(payReward, 'M1', idea)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
  });
});

describe('paying', () => {
  it('is done once, after the approval, which may be replaced until then', async () => {
    const { idea, ...firm } = await rewarding();
    expect(await firm.on(payReward, 'M1', idea)).toMatchObject({
      status: 409,
      body: { code: 'reward-not-approved' },
    });
    await firm.on(approveReward, 'M1', idea, whole(60_000));
    expect((await firm.on(approveReward, 'M2', idea, whole(70_000))).body).toMatchObject({
      amount: 70_000,
      approvedBy: 'M2',
    });
    const { version } = await firm.stored(idea);
    const paid = await firm.on(payReward, 'M1', idea, undefined, version);
    expect(paid).toMatchObject({
      status: 200,
      headers: { etag: `"${version + 1}"` },
      body: { state: 'paid', amount: 70_000, approvedBy: 'M2', paidBy: 'M1' },
    });
    expect((await firm.on(payReward, 'M1', idea, undefined, version)).text).toBe(paid.text);
    const refusal = { status: 409, body: { code: 'reward-paid' } };
    expect(await firm.on(payReward, 'M2', idea)).toMatchObject(refusal);
    expect(await firm.on(approveReward, 'M2', idea, whole(80_000))).toMatchObject(refusal);
    expect((await firm.stored(idea)).version).toBe(version + 1);
    expect((await firm.read(idea)).history.slice(-3).map(({ act }) => act)).toEqual([
      'approve-reward',
      'approve-reward',
      'pay-reward',
    ]);
  });

  it('by two at once is done by one of them', async () => {
    const { idea, ...firm } = await rewarding();
    await firm.on(approveReward, 'M1', idea, whole(60_000));
    const answers = await Promise.all(['M1', 'M2', 'M3'].map(as => firm.on(payReward, as, idea)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect(
      (await firm.stored(idea)).history.filter(({ act }) => act === 'pay-reward'),
    ).toHaveLength(1);
  });

  it('never pays an amount whose approval was replaced meanwhile', async () => {
    const { idea, ...firm } = await rewarding();
    await firm.on(approveReward, 'M1', idea, whole(60_000));
    const { version } = await firm.stored(idea);
    const call = firm.afterReading(() => firm.on(approveReward, 'M2', idea, whole(140_000)));
    // A request with the version on screen is refused as outdated.
    expect((await call(payReward, about('M1', idea, undefined, version))).status).toBe(412);
    expect(await rewardOf(firm, idea)).toMatchObject({ state: 'approved', amount: 140_000 });
  });

  it('and approving are stored whole or not at all, and answered the same when repeated', async () => {
    const { idea, ...firm } = await rewarding();
    for (const [route, body] of [
      [approveReward, whole(60_000)],
      [payReward, undefined],
    ] as const) {
      const { version } = await firm.stored(idea);
      const request = about('M1', idea, body, version);
      expect((await firm.watching(brokenFrom(1))(route, request)).status).toBe(500);
      expect((await firm.stored(idea)).version).toBe(version);
      expect((await firm.watching(answerLostAt(1))(route, request)).status).toBe(500);
      const first = await firm.call(route, request);
      expect(first.status).toBe(200);
      expect((await firm.call(route, request)).text).toBe(first.text);
      expect((await firm.stored(idea)).version).toBe(version + 1);
    }
  });

  it('removes an idea from the list of open rewards', async () => {
    const { idea, ...firm } = await rewarding();
    const waiting = async (): Promise<string[]> =>
      (
        await firm.call<{ items: { id: string }[] }>(listImplementations, {
          as: 'M1',
          query: { state: 'accepted' },
        })
      ).body.items.map(({ id }) => id);
    await firm.on(approveReward, 'M1', idea, whole(60_000));
    expect(await waiting()).toEqual([idea]);
    await firm.on(payReward, 'M1', idea);
    expect(await waiting()).toEqual([]);
    const mine = await firm.call<{ items: { id: string }[] }>(listMyWork, {
      as: 'C3',
      query: { duty: 'done' },
    });
    expect(mine.body.items.map(({ id }) => id)).toEqual([idea]);
  });
});

describe('amounts', () => {
  /** Names and numbers that no answer to others may contain. */
  const TELLING =
    /123457|1234\.57|奖励|"(amount|shares|fen|least|most|proposed|reward)":|"proposal":\{/;

  it('are visible to managers and to the authors, in the idea itself', async () => {
    const firm = await opened('E1', 'E2');
    const [idea, merged] = firm.ids as [string, string];
    await firm.on(mergeIdea, 'S1', merged, { into: idea });
    await accepted(firm, idea, 300_000);
    const shares = [
      { member: 'E1', fen: 61_729 },
      { member: 'E2', fen: 61_728 },
    ];
    for (const route of [approveReward, payReward])
      await firm.on(
        route,
        'M1',
        idea,
        route === approveReward ? { amount: 123_457, shares } : undefined,
      );
    for (const as of ['E1', 'E2', 'M1', 'M2'])
      expect(await rewardOf(firm, idea, as), as).toMatchObject({
        state: 'paid',
        amount: 123_457,
        shares,
      });
    for (const as of ['S1', 'C1', 'C2', 'C3'])
      expect(await rewardOf(firm, idea, as), as).toBeUndefined();
  });

  it('are in no answer to others: not in idea, history, list, agenda, file, bulletin or reply', async () => {
    const { idea, ...firm } = await rewarding();
    const own = whole(123_457);
    for (const [at, act] of [
      () => Promise.resolve(),
      () => firm.on(approveReward, 'M1', idea, own),
      () => firm.on(payReward, 'M1', idea),
    ].entries()) {
      await act();
      const path = { idea, round: OCTOBER };
      for (const as of ['E2', 'S1', 'C1', 'C3']) {
        const answers = [
          await firm.call(getIdea, { as, path }),
          await firm.call(listIdeas, { as, path }),
          await firm.call(listMyIdeas, { as }),
          await firm.call(listMyWork, { as }),
          await firm.call(listMyWork, { as, query: { duty: 'done' } }),
          await firm.call(listImplementations, { as, query: { state: 'accepted' } }),
          ...(as === 'E2' ? [] : [await firm.call(getAgenda, { as, path })]),
          ...(as === 'S1' ? [await firm.call(exportIdeas, { as, path })] : []),
        ];
        for (const { status, text } of answers) {
          expect(status).toBe(200);
          expect(text, `${as} ${at}`).not.toMatch(TELLING);
        }
      }
      // Nor in the lists of readers who see them in the idea itself, except the manager's own.
      expect((await firm.call(listMyIdeas, { as: 'E1' })).text).not.toMatch(TELLING);
      const reply = await firm.on(replyToIdea, 'S1', idea, { reply: `谢谢，第 ${at} 次` });
      expect([reply.status, reply.text.match(TELLING)]).toEqual([200, null]);
    }
    await firm.until(AT.publishes);
    const bulletin = await firm.call(getBulletin, { as: 'E2', path: { round: OCTOBER } });
    expect([bulletin.status, bulletin.text.match(TELLING)]).toEqual([200, null]);
  });
});
