/**
 * Handing in: how an idea's history begins.
 */
import { describe, expect, it } from 'vitest';
import { asSubmitted } from '../../shared/domain/submission.ts';
import { AUTHOR, acceptedWith, actor, handedIn, implementing, listed, shanghai } from './sample.ts';

describe('handing in', () => {
  it('begins an idea’s history with its author and counts as its first act', () => {
    const idea = handedIn();
    expect(idea).toMatchObject({ status: 'submitted', version: 1, round: '2026-10', agendaRound: '2026-10' });
    expect(idea.history).toEqual([
      { act: 'submit', at: shanghai('2026-10-08 10:00'), by: actor(AUTHOR), to: 'submitted' },
    ]);
  });

  it('while the round deliberates puts the idea on the agenda by the same act', () => {
    const idea = handedIn({ deliberating: true, at: shanghai('2026-10-15 10:00') });
    expect([idea.status, idea.version]).toEqual(['on-agenda', 1]);
    expect(idea.history.map(({ act, to }) => [act, to])).toEqual([['submit', 'on-agenda']]);
  });

  it('can be answered again as it was at first, whatever became of the idea', () => {
    for (const idea of [listed(), implementing(), acceptedWith(5000)])
      expect(asSubmitted(idea)).toEqual(handedIn());
    const onAgenda = handedIn({ deliberating: true });
    expect(asSubmitted(onAgenda)).toEqual(onAgenda);
  });
});
