/**
 * Doing an act: repeated requests, acts that the table of transitions lacks, and full histories.
 */
import { describe, expect, it } from 'vitest';
import { decideIdea, reopenIdea, replyToIdea } from '../../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../../shared/domain/idea/implementation.ts';
import type { IdeaAct } from '../../../shared/domain/idea/lifecycle.ts';
import { approveReward, evenShares, payReward } from '../../../shared/domain/idea/reward.ts';
import {
  mergeIdea,
  returnIdea,
  reviseIdea,
  scheduleIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../../shared/domain/idea/screening.ts';
import { record, type Signature, signedBy } from '../../../shared/domain/idea/transition.ts';
import type { Result } from '../../../shared/domain/kernel/result.ts';
import { REASON } from '../../../shared/domain/kernel/text.ts';
import { DEFAULT_CALENDAR } from '../../../shared/domain/organization/calendar.ts';
import { DEFAULT_BANDS } from '../../../shared/domain/organization/reward-bands.ts';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import {
  AUTHOR,
  acceptedWith,
  CHAIR,
  CYCLE,
  codeOf,
  committee,
  completed,
  content,
  date,
  decided,
  deliberating,
  ideaId,
  implementing,
  listed,
  MANAGER,
  member,
  OWNER,
  resultOf,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const LONG = '字'.repeat(REASON.max);
const BEFORE = { round: submittedIdea().round, deliberating: false };
const by = signed(SECRETARY);
const own = signed(AUTHOR);
const owns = signed(OWNER);
const manages = signed(MANAGER);
const chair = { by: CHAIR, at: shanghai('2026-10-16 09:00') };
const round = deliberating(committee(9));

/** An idea with little room left; half its history would do as well as its text. */
const HEAVY = submittedIdea({ content: { ...content, problem: '字'.repeat(56_000) } });
const MANY = Array.from({ length: 99 }, (_, at) => member(`A${at}`));

/**
 * Each way to add ever more text to an idea: from which state, and how. The turn distinguishes the
 * repetitions.
 */
const TALK: Record<
  string,
  [Idea, (idea: Idea, words: string, turn: number) => Result<Idea, Refusal>]
> = {
  returning: [
    submittedIdea(),
    (idea, words) =>
      idea.status === 'submitted'
        ? returnIdea(idea, words, by)
        : reviseIdea(idea, content, own, BEFORE),
  ],
  revising: [
    submittedIdea(),
    (idea, words, turn) =>
      reviseIdea(idea, { ...content, problem: words, expectedBenefit: turn }, own, BEFORE),
  ],
  'merging others in': [
    HEAVY,
    (idea, _, turn) => {
      const merger = mergeIdea(
        submittedIdea({ id: ideaId(turn + 1), authorId: member(`A${turn}`) }),
        idea,
        by,
      );
      return merger.ok ? { ok: true, value: merger.value.target } : merger;
    },
  ],
  'merging it and taking it out': [
    HEAVY,
    idea => {
      const other = submittedIdea({ id: ideaId(2) });
      const merger =
        idea.status === 'merged'
          ? unmergeIdea(idea, other, 0, by, BEFORE)
          : mergeIdea(idea, other, by);
      return merger.ok ? { ok: true, value: merger.value.source } : merger;
    },
  ],
  'putting off': [
    listed(),
    (idea, reason) =>
      idea.status === 'on-agenda'
        ? decideIdea(idea, resultOf({}), { outcome: 'deferred', reason, ...chair })
        : scheduleIdea(idea, by, BEFORE),
  ],
  reopening: [
    listed(),
    (idea, reason) =>
      idea.status === 'on-agenda'
        ? decideIdea(idea, resultOf({ approve: 9 }), { outcome: 'adopted', ...chair })
        : reopenIdea(idea, round, reason, chair, DEFAULT_CALENDAR),
  ],
  replying: [
    decided('adopted'),
    (idea, words, turn) => replyToIdea(idea, `${words.slice(4)}${turn}`, by),
  ],
  'handing it to another': [
    implementing(decided('adopted', listed(HEAVY))),
    (idea, _, turn) =>
      assignIdea(
        idea,
        { owner: member(`A${turn}`), due: date('2026-12-31') },
        by,
        date('2026-11-02'),
      ),
  ],
  reporting: [
    implementing(),
    (idea, note, turn) => reportProgress(idea, { progress: turn % 100, note }, owns),
  ],
  'completing and sending back': [
    implementing(),
    (idea, words) =>
      idea.status === 'implementing'
        ? completeIdea(idea, { done: words, claimedBenefit: 0 }, owns)
        : sendBackIdea(idea, words, manages),
  ],
  'approving a reward': [
    acceptedWith(5000, { ...completed(), coAuthors: MANY.map(id => ({ id, via: ideaId(2) })) }),
    (idea, _, turn) => approveReward(idea, turn, evenShares(turn, MANY), manages),
  ],
};

/** An idea with no room left for one more act of a kind, however short. */
function full(way: keyof typeof TALK): Idea {
  const [begin, say] = TALK[way]!;
  let [idea, turn] = [begin, 0];
  for (const words of [LONG, '二十个字以内的一句话', '好的'])
    for (;;) {
      turn += 1;
      expect(turn, 'a history without end').toBeLessThan(1000);
      const outcome = say(idea, words, turn);
      if (!outcome.ok) {
        expect(outcome.refusal.code).toBe('history-full');
        break;
      }
      expect(outcome.value).not.toBe(idea);
      idea = outcome.value;
    }
  return idea;
}

describe('a history', () => {
  it.each(Object.keys(TALK))('is full at some time of %s', way => {
    expect(full(way).history.length).toBeGreaterThan(20);
  });

  it('that is full of texts still takes the decision with all its words, the work and the reward', () => {
    const talked = full('revising');
    const words = { reason: LONG, reply: LONG };
    const adopted = value(
      decideIdea(listed(talked), resultOf({ approve: 9 }), {
        outcome: 'adopted',
        ...chair,
        ...words,
      }),
    );
    const assigned = implementing(adopted);
    expect(codeOf(reportProgress(assigned, { progress: 50, note: '过半' }, owns))).toBe(
      'history-full',
    );
    const done = value(completeIdea(assigned, { done: LONG, claimedBenefit: 5000 }, owns));
    const accepted = value(acceptIdea(done, 5000, manages, DEFAULT_BANDS));
    const approved = value(approveReward(accepted, 100, [{ member: AUTHOR, fen: 100 }], manages));
    expect(value(payReward(approved, manages))).toMatchObject({ reward: { state: 'paid' } });
  });

  it('that is full of reports can still be completed, even after being sent back once more', () => {
    const reported = full('reporting');
    expect(codeOf(completeIdea(reported, { done: LONG, claimedBenefit: 0 }, owns))).toBeUndefined();
    const sentBack = full('completing and sending back');
    const mended =
      sentBack.status === 'completed'
        ? sentBack
        : value(completeIdea(sentBack, { done: LONG, claimedBenefit: 0 }, owns));
    expect(codeOf(acceptIdea(mended, 5000, manages, DEFAULT_BANDS))).toBeUndefined();
  });

  it('that is full of texts can still be withdrawn, or declined, and the calendar can defer it', () => {
    const talked = full('revising');
    expect(codeOf(withdrawIdea(talked, 0, own))).toBeUndefined();
    const against = { outcome: 'declined', reason: LONG, ...chair } as const;
    expect(codeOf(decideIdea(listed(talked), resultOf({ oppose: 9 }), against))).toBeUndefined();
    const off = { outcome: 'deferred', reason: '未达到法定票数', at: chair.at } as const;
    expect(codeOf(decideIdea(listed(talked), resultOf({}), { ...off, by: CYCLE }))).toBeUndefined();
    expect(
      codeOf(decideIdea(listed(talked), resultOf({}), { ...off, by: CHAIR, reason: LONG })),
    ).toBe('history-full');
  });
});

describe('an act', () => {
  it.each<[string, Idea, (idea: Idea, signature: Signature) => Result<Idea, Refusal>]>([
    ['return', submittedIdea(), (idea, signature) => returnIdea(idea, '请补充', signature)],
    ['list', submittedIdea(), (idea, signature) => scheduleIdea(idea, signature, BEFORE)],
    ['reply', decided('declined'), (idea, signature) => replyToIdea(idea, '谢谢', signature)],
    ['accept', completed(), (idea, signature) => acceptIdea(idea, 5000, signature, DEFAULT_BANDS)],
  ])(
    '— %s — repeated by the same person is done once, and by another is refused',
    (_, before, act) => {
      const after = value(act(before, signedBy(MANAGER, shanghai('2026-12-28 09:00'))));
      expect(value(act(after, signedBy(MANAGER, shanghai('2026-12-29 09:00'))))).toBe(after);
      const others = act(after, signedBy(SECRETARY, shanghai('2026-12-28 09:00')));
      if (others.ok) expect(others.value.version).toBe(after.version + 1);
      else expect(others.refusal.code).toBe('wrong-state');
    },
  );

  it('that the table of transitions lacks throws, because its permission was never checked', () => {
    const impossible: [IdeaAct, Idea][] = [
      ['withdraw', decided('adopted')],
      ['pay-reward', submittedIdea()],
    ];
    for (const [act, idea] of impossible)
      expect(() => record(idea, { act } as { act: 'withdraw' }, by)).toThrow('does not lead from');
    expect(() =>
      record(submittedIdea(), { act: 'list', agendaRound: round.id }, by, 'adopted'),
    ).toThrow('to adopted');
  });
});
