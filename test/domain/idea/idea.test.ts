/**
 * Derived facts of an idea: its authors, whether it may be supported, whether it is carried over or
 * overdue.
 */
import { describe, expect, it } from 'vitest';
import {
  authorsOf,
  type Idea,
  isCarriedOver,
  isOverdue,
  openForSupport,
} from '../../../shared/domain/idea/idea.ts';
import { IDEA_STATUSES } from '../../../shared/domain/idea/lifecycle.ts';
import {
  AUTHOR,
  completed,
  date,
  decided,
  ideaId,
  implementing,
  listed,
  member,
  submittedIdea,
} from '../sample.ts';

describe('support', () => {
  it('is possible until an idea is decided or gone', () => {
    expect(IDEA_STATUSES.filter(status => openForSupport({ status }))).toEqual([
      'submitted',
      'returned',
      'on-agenda',
      'deferred',
    ]);
  });
});

describe('the authors of an idea', () => {
  const joinedBy = (...others: string[]): Idea => ({
    ...submittedIdea(),
    coAuthors: others.map((id, at) => ({ id: member(id), via: ideaId(at + 2) })),
  });

  it('are its own author and those of the ideas merged into it, each once', () => {
    expect(authorsOf(joinedBy('A1', 'A2', 'A1', AUTHOR))).toEqual([AUTHOR, 'A1', 'A2']);
  });

  it('are nobody while it is unnamed, or only named co-authors', () => {
    const { authorId: _, ...unnamed } = submittedIdea({ by: { kind: 'unnamed' } });
    expect(authorsOf(unnamed)).toEqual([]);
    expect(authorsOf({ ...unnamed, coAuthors: joinedBy('A1').coAuthors })).toEqual(['A1']);
  });
});

describe('an idea', () => {
  it('is carried over from its deferral on, also on the next agenda', () => {
    expect([submittedIdea(), listed(), decided('adopted')].map(isCarriedOver)).toEqual([
      false,
      false,
      false,
    ]);
    const deferred = decided('deferred');
    expect([deferred, listed(deferred)].map(isCarriedOver)).toEqual([true, true]);
  });

  it('is overdue from the day after its due date, while it is being implemented', () => {
    const late = (idea: Idea, day: string) => isOverdue(idea, date(day));
    expect([late(implementing(), '2026-12-31'), late(implementing(), '2027-01-01')]).toEqual([
      false,
      true,
    ]);
    expect([late(completed(), '2027-01-01'), late(decided('adopted'), '2027-01-01')]).toEqual([
      false,
      false,
    ]);
  });
});
