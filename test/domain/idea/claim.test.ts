/** Claiming: the author of an unnamed idea gives their name. */
import { describe, expect, it } from 'vitest';
import { claimUnnamedIdea } from '../../../shared/domain/idea/claim.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { approveReward } from '../../../shared/domain/idea/reward.ts';
import { withdrawIdea } from '../../../shared/domain/idea/screening.ts';
import {
  fold,
  headcountOf,
  statistics,
  totals,
} from '../../../shared/domain/numbers/statistics.ts';
import {
  AUTHOR,
  acceptedWith,
  codeOf,
  completed,
  decided,
  department,
  implementing,
  listed,
  MANAGER,
  member,
  person,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const HERE = department('装配车间');
const own = signed(AUTHOR, '2026-12-26 09:00');
const unnamed = (): Idea => {
  const { authorId: _, ...idea } = submittedIdea({ by: { kind: 'unnamed' } });
  return idea;
};
const accepted = (): Idea =>
  acceptedWith(100_000, completed(implementing(decided('adopted', listed(unnamed())))));

describe('claiming', () => {
  it('gives an unnamed idea its author and their department, and changes nothing else', () => {
    for (const idea of [
      unnamed(),
      listed(unnamed()),
      decided('declined', listed(unnamed())),
      accepted(),
    ]) {
      const { history, version, ...claimed } = value(claimUnnamedIdea(idea, HERE, own));
      const { history: before, version: __, ...rest } = idea;
      expect(claimed).toEqual({ ...rest, authorId: AUTHOR, authorDepartment: HERE });
      expect(history).toEqual([
        ...before,
        { act: 'claim', department: HERE, ...own, from: idea.status, to: idea.status },
      ]);
      expect(version).toBe(history.length);
    }
  });

  it('is impossible for a withdrawn idea, which has nothing more to give its author', () => {
    const gone = value(withdrawIdea(unnamed(), 0, { ...own, by: { kind: 'unnamed' } }));
    expect(codeOf(claimUnnamedIdea(gone, HERE, own))).toBe('wrong-state');
  });

  it('is done once: an idea with its author gets no other', () => {
    expect(codeOf(claimUnnamedIdea(submittedIdea(), HERE, own))).toBe('already-claimed');
    const claimed = value(claimUnnamedIdea(unnamed(), HERE, own));
    expect(codeOf(claimUnnamedIdea(claimed, HERE, signed(member('A1'))))).toBe('already-claimed');
    expect(value(claimUnnamedIdea(claimed, HERE, own))).toBe(claimed);
  });

  it('makes its author counted and rewarded from then on', () => {
    const claimed = value(claimUnnamedIdea(accepted(), HERE, own));
    const people = headcountOf([person(AUTHOR, ['employee'], HERE)]);
    const participants = (idea: Idea) =>
      statistics(totals(fold([idea])), people).total.participation.numerator;
    expect([participants(accepted()), participants(claimed)]).toEqual([0, 1]);
    const shares = [{ member: AUTHOR, fen: 80_000 }];
    expect(codeOf(approveReward(claimed, 80_000, shares, signed(MANAGER)))).toBeUndefined();
  });
});
