/**
 * What a reader is shown of an idea and its ballot, and what is kept from them.
 */
import { describe, expect, it } from 'vitest';
import { idea as ideaReply, round as roundReply } from '../../shared/contract/schemas.ts';
import { ballotView, historyView, ideaView, roundView } from '../../shared/contract/views.ts';
import type { Choice } from '../../shared/domain/ballot.ts';
import type { DecisionOutcome } from '../../shared/domain/decision.ts';
import { decide } from '../../shared/domain/idea.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { close, endIntake, publish } from '../../shared/domain/round.ts';
import { AUTHOR, collecting, deliberating, handedIn, member, shanghai, value } from './sample.ts';

const onAgenda = handedIn({ onAgenda: true });
const MORNING = shanghai('2026-10-15 10:00');
const RUNNING = { approve: 1, oppose: 1, abstain: 0 };
const reader = (id: MemberId, choice?: Choice, at = MORNING) => ({ id, choice, at });
const DECIDED_TALLY = { approve: 3, oppose: 0, abstain: 0 };

function decided(outcome: DecisionOutcome) {
  const result = { tally: DECIDED_TALLY, eligible: 3, quorum: 2, quorate: true, outcome };
  const by = { kind: 'member', id: member('K2') } as const;
  return value(decide(onAgenda, result, { outcome, reason: '经表决', by, at: MORNING }));
}

describe('a ballot', () => {
  it('hides its tally from an elector who has not voted, and shows it to one who has', () => {
    expect(ballotView(onAgenda, deliberating, reader(member('K2')), RUNNING)).toEqual({
      state: 'open',
      mayVote: true,
      myVote: null,
      tally: null,
      eligible: 3,
      quorum: 2,
    });
    expect(ballotView(onAgenda, deliberating, reader(member('K2'), 'oppose'), RUNNING)).toMatchObject({
      mayVote: true,
      myVote: 'oppose',
      tally: RUNNING,
    });
  });

  it('hides its tally while it is open from the author and from those who are no electors', () => {
    for (const other of [AUTHOR, member('HT0132')])
      expect(ballotView(onAgenda, deliberating, reader(other), RUNNING)).toMatchObject({
        state: 'open',
        mayVote: false,
        tally: null,
      });
  });

  it('shows its tally to everybody from the instant it closes', () => {
    const { closesAt } = deliberating.schedule;
    const before = shanghai('2026-10-18 17:59:59.999');
    expect(
      ballotView(onAgenda, deliberating, reader(member('K2'), undefined, before), RUNNING).tally,
    ).toBeNull();
    expect(
      ballotView(onAgenda, deliberating, reader(member('K2'), undefined, closesAt), RUNNING),
    ).toMatchObject({
      state: 'closed',
      mayVote: false,
      tally: RUNNING,
    });
  });

  it('shows the tally it was decided on, not what a projection says later', () => {
    expect(ballotView(decided('adopted'), deliberating, reader(member('K3')), RUNNING)).toMatchObject({
      state: 'closed',
      mayVote: false,
      tally: DECIDED_TALLY,
    });
  });

  it('is not open, and says nothing, before deliberation and without a round', () => {
    expect(ballotView(handedIn(), collecting, reader(member('K2')), RUNNING)).toEqual({
      state: 'not-open',
      mayVote: false,
      myVote: null,
      tally: null,
    });
    expect(ballotView(handedIn(), undefined, reader(member('K2')), RUNNING).tally).toBeNull();
  });

  it('of a deferred idea is not open until its next round lists it', () => {
    expect(ballotView(decided('deferred'), collecting, reader(member('K2')), RUNNING)).toMatchObject({
      state: 'not-open',
      tally: null,
    });
  });
});

describe('an idea', () => {
  it('is shown as the contract promises, in every state', () => {
    for (const idea of [handedIn(), onAgenda, decided('adopted'), decided('declined'), decided('deferred')])
      expect(ideaReply.safeParse(ideaView(idea)).error?.issues ?? []).toEqual([]);
  });

  it('without a name says so and names nobody, in its history neither', () => {
    const idea = handedIn({ unnamed: true });
    expect(ideaView(idea)).toMatchObject({ unnamed: true });
    expect('authorId' in ideaView(idea)).toBe(false);
    expect(historyView(idea).map(({ by }) => by)).toEqual([{ kind: 'unnamed' }]);
    expect(ideaView(handedIn())).toMatchObject({ unnamed: false, authorId: AUTHOR });
  });

  it('shows its decision with tally and quorum', () => {
    expect(ideaView(decided('adopted')).decision).toEqual({
      outcome: 'adopted',
      at: MORNING,
      by: { kind: 'member', id: 'K2' },
      round: '2026-10',
      reason: '经表决',
      tally: DECIDED_TALLY,
      eligible: 3,
      quorum: 2,
    });
  });
});

describe('a round', () => {
  it('is shown as the contract promises, in every state', () => {
    const { closesAt, publishesAt } = deliberating.schedule;
    const closed = close(endIntake(deliberating), closesAt);
    for (const round of [collecting, deliberating, closed, publish(closed, publishesAt)]) {
      const parsed = roundReply.safeParse(roundView(round));
      expect(parsed.error?.issues ?? []).toEqual([]);
      expect(parsed.data?.state).toBe(round.state);
    }
  });
});
