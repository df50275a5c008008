/** Progress through an agenda, and the next idea. */
import { describe, expect, it } from 'vitest';
import type { Choice } from '../../../../shared/domain/idea/ballot.ts';
import { IDEA_STATUSES } from '../../../../shared/domain/idea/lifecycle.ts';
import { ideaIdOf } from '../../../../shared/domain/kernel/ids.ts';
import {
  eligibility,
  nextUnvoted,
  onAgenda,
  progress,
} from '../../../../web/features/agenda/agenda.ts';
import * as names from '../../../sample/names.ts';

const round = names.round('2026-11');
const me = names.member('HT0132');

function item(number: number, myVote: Choice | null, mayVote = true) {
  return {
    id: ideaIdOf(round, String(number).padStart(26, '0')),
    coAuthors: [],
    ballot: { state: 'open' as const, mayVote, myVote, tally: null, turnout: null },
  };
}

const items = [
  item(1, 'approve'),
  item(2, null),
  item(3, null, false),
  item(4, null),
  item(5, 'abstain'),
];

describe('progress', () => {
  it('counts the ideas that I may vote on, and nothing else', () => {
    expect(progress(items)).toEqual({ done: 2, all: 4 });
    expect(progress([item(1, null, false)])).toEqual({ done: 0, all: 0 });
  });
});

describe('the next idea', () => {
  it('is the next one without my vote, wrapping around to the beginning', () => {
    expect(nextUnvoted(items, undefined)).toBe(items[1]);
    expect(nextUnvoted(items, items[1]?.id)).toBe(items[3]);
    expect(nextUnvoted(items, items[3]?.id)).toBe(items[1]);
  });

  it('is none when nothing is left', () => {
    expect(nextUnvoted([item(1, 'oppose'), item(2, null)], item(2, null).id)).toBeUndefined();
  });
});

describe('eligibility', () => {
  it('distinguishes recusal from not being an elector', () => {
    expect(eligibility({ ...item(1, null, false), authorId: me }, me)).toBe('recused');
    expect(eligibility({ ...item(1, null, false), coAuthors: [me] }, me)).toBe('recused');
    expect(eligibility(item(1, null, false), me)).toBe('not-elector');
    expect(eligibility(item(1, null), me)).toBe('may-vote');
  });
});

describe('the agenda', () => {
  const all = IDEA_STATUSES.map(status => ({ status }));
  const shown = (collecting: boolean) => onAgenda(all, collecting).map(({ status }) => status);

  it('has the ideas up for decision and the decided ones, and none that have left it', () => {
    expect(shown(false)).toEqual([
      'on-agenda',
      'adopted',
      'declined',
      'implementing',
      'completed',
      'accepted',
      'abandoned',
    ]);
  });

  it('has, until deliberation opens, the ideas that will come onto it automatically', () => {
    expect(shown(true)).toEqual(expect.arrayContaining(['submitted', 'deferred', 'on-agenda']));
    expect(shown(true)).not.toContain('returned');
  });
});
