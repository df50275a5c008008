/**
 * Approving rewards and paying them: within the range of the benefit, to its authors alone, to the
 * fen, and never to oneself.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimUnnamedIdea } from '../../../shared/domain/idea/claim.ts';
import type { RewardShares } from '../../../shared/domain/idea/history.ts';
import { authorsOf, type Idea } from '../../../shared/domain/idea/idea.ts';
import { approveReward, evenShares, payReward } from '../../../shared/domain/idea/reward.ts';
import { mergeIdea } from '../../../shared/domain/idea/screening.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import {
  AUTHOR,
  acceptedWith,
  codeOf,
  completed,
  decided,
  department,
  ideaId,
  implementing,
  listed,
  MANAGER,
  member,
  OWNER,
  SECRETARY,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const managers = signed(MANAGER, '2026-12-28 09:00');
const joined = (...ids: string[]): Idea =>
  ids.reduce((target, id, at) => {
    const by = { kind: 'member', id: member(id) } as const;
    const idea = submittedIdea({ id: ideaId(at + 2), authorId: member(id), by });
    return value(mergeIdea(idea, target, signed(SECRETARY))).target;
  }, submittedIdea());
const accepted = (verified = 100_000, idea = submittedIdea()): Idea =>
  acceptedWith(verified, completed(implementing(decided('adopted', listed(idea)))));
const all = (fen: number, to: MemberId = AUTHOR): RewardShares => [{ member: to, fen }];
const approved = (): Idea => value(approveReward(accepted(), 80_000, all(80_000), managers));
const paid = (): Idea => value(payReward(approved(), managers));

describe('approving a reward', () => {
  it('stores amount and shares, who approved it and what had been proposed', () => {
    expect(approved()).toMatchObject({
      status: 'accepted',
      reward: {
        state: 'approved',
        amount: 80_000,
        shares: [{ member: AUTHOR, fen: 80_000 }],
        approvedBy: MANAGER,
        approvedAt: managers.at,
        proposal: { least: 500, most: 1500, proposed: 500 },
      },
    });
  });

  it('keeps to the range of the benefit, both ends included', () => {
    const of = (fen: number) => approveReward(accepted(), fen, all(fen), managers);
    expect([50_000, 150_000].map(fen => codeOf(of(fen)))).toEqual([undefined, undefined]);
    for (const fen of [49_999, 150_001])
      expect(of(fen)).toEqual({
        ok: false,
        refusal: { code: 'reward-out-of-band', least: 500, most: 1500 },
      });
  });

  it('adds up to the fen: any other sum is refused, and named', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50_000, max: 150_000 }),
        fc.array(fc.nat({ max: 60_000 }), { minLength: 1, maxLength: 4 }),
        (amount, fen) => {
          const idea = accepted(100_000, joined('A1', 'A2', 'A3'));
          const shares = fen.map((one, at) => ({ member: authorsOf(idea)[at]!, fen: one }));
          const sum = fen.reduce((total, one) => total + one, 0);
          const outcome = approveReward(idea, amount, shares, managers);
          if (sum === amount) expect(outcome.ok).toBe(true);
          else
            expect(outcome).toEqual({
              ok: false,
              refusal: { code: 'shares-do-not-add-up', amount, sum },
            });
          const exact = evenShares(amount, authorsOf(idea));
          const reward = value(approveReward(idea, amount, exact, managers));
          expect(reward).toMatchObject({ reward: { amount, shares: exact } });
          expect(exact.reduce((total, share) => total + share.fen, 0)).toBe(amount);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('goes to the idea’s authors alone, co-authors among them, and to each once', () => {
    const idea = accepted(100_000, joined('A1'));
    const share = (...to: MemberId[]) =>
      approveReward(idea, 60_000, evenShares(60_000, to), managers);
    expect(codeOf(share(AUTHOR, member('A1')))).toBeUndefined();
    expect(codeOf(share(member('A1')))).toBeUndefined();
    expect(share(member('a1'))).toEqual(share(member('A1')));
    expect(share(AUTHOR, OWNER)).toEqual({
      ok: false,
      refusal: { code: 'not-an-author', member: OWNER, authors: [AUTHOR, 'A1'] },
    });
    expect(codeOf(share(AUTHOR, AUTHOR))).toBe('shares-do-not-add-up');
  });

  it('is never for one’s own reward', () => {
    const own = signed(AUTHOR);
    expect(codeOf(approveReward(accepted(), 80_000, all(80_000), own))).toBe('own-reward');
    const idea = accepted(100_000, joined(MANAGER));
    expect(codeOf(approveReward(idea, 80_000, all(80_000), managers))).toBe('own-reward');
  });

  it('waits for an author of an unnamed idea to claim it', () => {
    const { authorId: _, ...unnamed } = submittedIdea({ by: { kind: 'unnamed' } });
    const refusal = { ok: false, refusal: { code: 'no-author', claimable: true } };
    expect(approveReward(accepted(100_000, unnamed), 80_000, all(80_000), managers)).toEqual(
      refusal,
    );
    // Even with another recipient, because the author would get nothing then.
    const idea = accepted(
      100_000,
      value(mergeIdea(submittedIdea({ id: ideaId(2) }), unnamed, signed(SECRETARY))).target,
    );
    expect(authorsOf(idea)).toEqual([AUTHOR]);
    expect(approveReward(idea, 80_000, all(80_000), managers)).toEqual(refusal);
    const claimed = value(claimUnnamedIdea(idea, department('装配车间'), signed(member('HT0087'))));
    expect(
      codeOf(approveReward(claimed, 80_000, evenShares(80_000, authorsOf(claimed)), managers)),
    ).toBeUndefined();
  });

  it('of an unnamed slip is for the authors of ideas merged into it, if there are any', () => {
    const { authorId: _, ...slip } = submittedIdea({ by: { kind: 'member', id: SECRETARY } });
    expect(approveReward(accepted(100_000, slip), 80_000, all(80_000), managers)).toEqual({
      ok: false,
      refusal: { code: 'no-author', claimable: false },
    });
    const idea = accepted(
      100_000,
      value(mergeIdea(submittedIdea({ id: ideaId(2) }), slip, signed(SECRETARY))).target,
    );
    expect(codeOf(approveReward(idea, 80_000, all(80_000), managers))).toBeUndefined();
  });

  it('may be repeated with another amount until it is paid; an identical one changes nothing', () => {
    const more = value(approveReward(approved(), 90_000, all(90_000), managers));
    expect(more).toMatchObject({ reward: { amount: 90_000 }, version: approved().version + 1 });
    expect(value(approveReward(more, 90_000, all(90_000), managers))).toBe(more);
    expect(codeOf(approveReward(paid(), 90_000, all(90_000), managers))).toBe('reward-paid');
  });

  it('is for accepted ideas', () => {
    for (const idea of [submittedIdea(), decided('adopted'), implementing(), completed()])
      expect(codeOf(approveReward(idea, 0, all(0), managers))).toBe('wrong-state');
  });
});

describe('paying a reward', () => {
  it('marks an approved reward as paid, with its author and time', () => {
    expect(paid()).toMatchObject({
      status: 'accepted',
      reward: { state: 'paid', amount: 80_000, paidBy: MANAGER, paidAt: managers.at },
    });
  });

  it('waits for the approval, and is done once', () => {
    expect(codeOf(payReward(accepted(), managers))).toBe('reward-not-approved');
    const again = paid();
    expect(value(payReward(again, managers))).toBe(again);
    expect(codeOf(payReward(again, signed(member('HT0004'))))).toBe('reward-paid');
  });

  it('is never for one’s own reward', () => {
    expect(codeOf(payReward(approved(), signed(AUTHOR)))).toBe('own-reward');
  });

  it('is for accepted ideas', () => {
    expect(codeOf(payReward(completed(), managers))).toBe('wrong-state');
  });
});
