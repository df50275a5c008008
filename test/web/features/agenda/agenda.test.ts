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
  withVote,
} from '../../../../web/features/agenda/agenda.ts';
import { withoutVoteOn } from '../../../../web/features/agenda/use-vote.ts';
import * as names from '../../../sample/names.ts';
import { agendaItem } from '../../sample.ts';

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

describe('an item with my vote', () => {
  const facts = ({ ballot: { myVote, turnout, tally } }: ReturnType<typeof agendaItem>) => ({
    myVote,
    cast: turnout?.cast,
    tally: tally && [tally.approve, tally.oppose, tally.abstain],
  });
  const open = agendaItem({ turnout: { cast: 3, eligible: 4 } });
  const mine = withVote(open, { choice: 'approve' }, { approve: 3, oppose: 1, abstain: 0 });

  it('has numbers that agree: before the answer, with it, after a change and after a failure', () => {
    expect(facts(withVote(open, { choice: 'approve' }))).toMatchObject({ cast: 4, tally: null });
    expect(facts(mine)).toEqual({ myVote: 'approve', cast: 4, tally: [3, 1, 0] });
    const changed = withVote(mine, { choice: 'oppose' });
    expect(facts(changed)).toEqual({ myVote: 'oppose', cast: 4, tally: [2, 2, 0] });
    expect(facts(withVote(changed, { choice: 'approve' }))).toEqual(facts(mine));
    const failed = withVote(withVote(open, { choice: 'approve' }), { choice: null });
    expect(facts(failed)).toEqual(facts(open));
  });

  it('tells no turnout that a secret ballot hides', () => {
    const secret = agendaItem({ rule: 'secret', turnout: null, tally: null });
    expect(withVote(secret, { choice: 'approve' }).ballot).toMatchObject({ turnout: null });
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

describe('what waits for me after a vote', () => {
  const today = (count: number, more = false) => ({
    day: names.date('2026-11-15'),
    tasks: [
      { kind: 'vote' as const, count, more, ideas: [{ id: items[1]!.id, title: '挡板' }] },
      { kind: 'screen' as const, count: 2, more: false, ideas: [] },
    ],
    round: {} as never,
  });
  const left = (count: number, more?: boolean) =>
    withoutVoteOn(items[1]!.id, today(count, more)).tasks.map(({ kind, count }) => [kind, count]);

  it('is one less, and nothing after the last one', () => {
    expect(left(3)).toEqual([
      ['vote', 2],
      ['screen', 2],
    ]);
    expect(left(1)).toEqual([['screen', 2]]);
  });

  it('is as many as before where there are more than are counted', () => {
    expect(left(20, true)).toEqual([
      ['vote', 20],
      ['screen', 2],
    ]);
  });
});
