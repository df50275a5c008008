/**
 * Many concurrent acts on one idea: one wins each version, every other request learns why it
 * failed, and the history is consistent.
 */
import { describe, expect, it } from 'vitest';
import type { Route } from '../../shared/contract/route.ts';
import { decideIdea, reopenIdea, replyToIdea } from '../../shared/contract/routes/deliberation.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../shared/contract/routes/implementation.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import {
  mergeIdea,
  returnIdea,
  reviseIdea,
  scheduleIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../shared/contract/routes/screening.ts';
import { asOf } from '../../shared/domain/idea/apply-event.ts';
import { nextStatuses } from '../../shared/domain/idea/lifecycle.ts';
import { newMember } from '../store/sample-facts.ts';
import { about, type Firm, months } from './months.ts';
import { AT, SLIP } from './small-firm.ts';

/** A request of a caller; its name in the history, unless it can have several. */
type Attempt = readonly [route: Route, as: string, body: unknown, act: string];

const REASON = { reason: '请说明' };
const CHARGE = { owner: 'E2', due: '2026-12-31' };
const DONE = { done: '全部装好', claimedBenefit: 120_000 };
const share = (amount: number) => ({ amount, shares: [{ member: 'E1', fen: amount }] });

/** By an idea's state: the act that leads to it, and all attempts in it. */
const STAGES: Record<
  string,
  { reach: (firm: Firm, idea: string) => Promise<unknown>; attempts: Attempt[] }
> = {
  submitted: {
    reach: () => Promise.resolve(),
    attempts: [
      [returnIdea, 'S1', REASON, 'return'],
      [returnIdea, 'S1', { reason: '请写明数量' }, 'return'],
      [reviseIdea, 'E1', { ...SLIP, title: '第二稿' }, 'revise'],
      [reviseIdea, 'E1', { ...SLIP, title: '第三稿' }, 'revise'],
      [withdrawIdea, 'E1', undefined, 'withdraw'],
      [scheduleIdea, 'S1', undefined, 'list'],
      [mergeIdea, 'S1', 'into', 'merge'],
    ],
  },
  'on-agenda': {
    reach: firm => firm.until(AT.opens),
    attempts: [
      [withdrawIdea, 'E1', undefined, 'withdraw'],
      [mergeIdea, 'S1', 'into', 'merge'],
    ],
  },
  adopted: {
    reach: (firm, idea) => firm.adopt(idea),
    attempts: [
      [assignIdea, 'S1', CHARGE, 'assign'],
      [assignIdea, 'C1', { ...CHARGE, owner: 'C3' }, 'assign'],
      [abandonIdea, 'C1', REASON, 'abandon'],
      [reopenIdea, 'C1', REASON, 'reopen'],
      [replyToIdea, 'S1', { reply: '已列入计划' }, 'reply'],
      [replyToIdea, 'C1', { reply: '感谢建议' }, 'reply'],
    ],
  },
  implementing: {
    reach: (firm, idea) => firm.on(assignIdea, 'S1', idea, CHARGE),
    attempts: [
      [reportProgress, 'E2', { progress: 30, note: '刚开始' }, 'report'],
      [reportProgress, 'E2', { progress: 60, note: '过半' }, 'report'],
      [completeIdea, 'E2', DONE, 'complete'],
      [assignIdea, 'S1', { ...CHARGE, due: '2027-01-31' }, 'reassign'],
      [abandonIdea, 'C1', REASON, 'abandon'],
      [replyToIdea, 'S1', { reply: '已列入计划' }, 'reply'],
    ],
  },
  completed: {
    reach: (firm, idea) => firm.on(completeIdea, 'E2', idea, DONE),
    attempts: [
      [sendBackIdea, 'M1', REASON, 'send-back'],
      [acceptIdea, 'M1', { verifiedBenefit: 300_000 }, 'accept'],
      [acceptIdea, 'M2', { verifiedBenefit: 200_000 }, 'accept'],
      [replyToIdea, 'C1', { reply: '感谢建议' }, 'reply'],
    ],
  },
  accepted: {
    reach: (firm, idea) => firm.on(acceptIdea, 'M1', idea, { verifiedBenefit: 300_000 }),
    attempts: [
      [approveReward, 'M1', share(60_000), 'approve-reward'],
      [approveReward, 'M2', share(70_000), 'approve-reward'],
      [payReward, 'M1', undefined, 'pay-reward'],
      [replyToIdea, 'S1', { reply: '已经完成' }, 'reply'],
    ],
  },
};
const NAMES = Object.keys(STAGES);

/**
 * A firm with a number of ideas in a state, each at the same version, and as many others for
 * mergers.
 */
async function firmIn(stage: string, many: number) {
  const firm = await months({ more: [newMember('M2', ['manager'])] });
  const pairs: { idea: string; into: string }[] = [];
  for (let number = 0; number < many; number += 1)
    pairs.push({
      idea: await firm.handIn('E1', { title: `第 ${number} 条` }),
      into: await firm.handIn('C3', { title: `另外第 ${number} 条` }),
    });
  for (const name of NAMES.slice(0, NAMES.indexOf(stage) + 1))
    for (const { idea } of pairs) await STAGES[name]!.reach(firm, idea);
  for (const { idea } of pairs) expect((await firm.stored(idea)).status).toBe(stage);
  return { ...firm, pairs };
}

/** The history is one chain of allowed steps, and determines the idea. */
async function expectOneStory(firm: Firm, idea: string) {
  const stored = await firm.stored(idea);
  expect(stored.version).toBe(stored.history.length);
  expect(asOf(stored, stored.version)).toEqual(stored);
  for (const [at, entry] of stored.history.entries()) {
    const before = stored.history[at - 1];
    expect(entry.from).toBe(before?.to);
    if (entry.act !== 'submit' && entry.from)
      expect(nextStatuses(entry.act, entry.from)).toContain(entry.to);
  }
  return stored;
}

/** A withdrawn idea is its author's alone. */
const GONE = [404, 'not-found'] as const;
const isWithdrawn = (possible: readonly Attempt[], won: readonly number[]): boolean =>
  won.some(at => possible[at]?.[3] === 'withdraw');

const bodyOf = (body: unknown, into: string): unknown => (body === 'into' ? { into } : body);

describe.each(NAMES)('%s', stage => {
  it('of the requests with the same expected version one wins, and all others are refused as outdated', async () => {
    const firm = await firmIn(stage, 4);
    const { attempts } = STAGES[stage]!;
    for (const { idea, into } of firm.pairs) {
      const { version } = await firm.stored(idea);
      const possible = attempts.filter(([route]) => route !== payReward);
      const answers = await Promise.all(
        possible.map(([route, as, body]) =>
          firm.call(route, about(as, idea, bodyOf(body, into), version)),
        ),
      );
      const won = answers.flatMap(({ status }, at) => (status === 200 ? [at] : []));
      expect(won, JSON.stringify(answers.map(({ body }) => body.code))).toHaveLength(1);
      for (const [at, { status, body }] of answers.entries())
        if (at !== won[0])
          expect([
            [412, 'version-mismatch'],
            ...(isWithdrawn(possible, won) ? [GONE] : []),
          ]).toContainEqual([status, body.code]);
      const { history } = await expectOneStory(firm, idea);
      expect(history).toHaveLength(version + 1);
      expect(history.at(-1)?.act).toBe(possible[won[0]!]![3]);
    }
  });

  it('each request without a version is applied to the state of its moment, or refused for that state', async () => {
    const firm = await firmIn(stage, 4);
    const { attempts } = STAGES[stage]!;
    for (const { idea, into } of firm.pairs) {
      const { version } = await firm.stored(idea);
      const possible = attempts.filter(([route]) => route !== reviseIdea);
      const answers = await Promise.all(
        possible.map(([route, as, body]) => firm.call(route, about(as, idea, bodyOf(body, into)))),
      );
      const { history } = await expectOneStory(firm, idea);
      const done = possible
        .filter((_, at) => answers[at]!.status === 200)
        .map(([, , , act]) => act);
      // Answered acts have happened, and no others.
      const since = history
        .slice(version)
        .map(({ act }) => (act === 'reassign' && stage === 'adopted' ? 'assign' : act));
      expect(since.toSorted()).toEqual(done.toSorted());
      expect(done.length).toBeGreaterThan(0);
      for (const { status, body } of answers)
        if (status !== 200 && !(done.includes('withdraw') && status === GONE[0])) {
          expect(status).toBe(409);
          expect([
            'wrong-state',
            'changed-meanwhile',
            'reward-not-approved',
            'reward-paid',
          ]).toContain(body.code);
        }
    }
  });
});

it('concurrent votes, decisions, mergers and withdrawals on an open ballot leave a consistent state', async () => {
  const firm = await firmIn('on-agenda', 8);
  for (const { idea, into } of firm.pairs) {
    const answers = await Promise.all([
      ...['C1', 'C2', 'C3'].map(as => firm.vote(as, idea)),
      firm.decide(idea, 'deferred', REASON),
      firm.on(withdrawIdea, 'E1', idea),
      firm.on(mergeIdea, 'S1', idea, { into }),
      firm.on(unmergeIdea, 'S1', idea),
      firm.call(decideIdea, about('C1', idea, { outcome: 'adopted' })),
    ]);
    const stored = await expectOneStory(firm, idea);
    // Whoever comes after a withdrawal sees the idea no more.
    const refused = stored.status === 'withdrawn' ? [GONE[0], 409] : [409];
    for (const { status, body } of answers) {
      expect([200, 422, ...refused], JSON.stringify(body)).toContain(status);
      if (status !== 200) expect(body.code).not.toBe('internal');
    }
    const other = await expectOneStory(firm, into);
    expect(other.coAuthors.map(({ via }) => via)).toEqual(stored.status === 'merged' ? [idea] : []);
    if (stored.status === 'adopted')
      expect(stored.decision.result.tally?.approve).toBeGreaterThan(1);
    if (stored.status === 'withdrawn')
      for (const { status } of answers.slice(0, 3)) expect(refused).toContain(status);
  }
});
