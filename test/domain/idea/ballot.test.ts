/** The ballot: who may vote and when, the quorum, and how the votes bind the committee. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ballotResult,
  CHOICES,
  type Choice,
  castVote,
  count,
  eligibleVoters,
  maySeeTally,
  type OpenVote,
  type SecretVote,
  votingRight,
} from '../../../shared/domain/idea/ballot.ts';
import { decideIdea } from '../../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { scheduleIdea } from '../../../shared/domain/idea/screening.ts';
import {
  type MemberId,
  type VoterPseudonym,
  voterPseudonymOf,
} from '../../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../../shared/domain/kernel/instant.ts';
import { ok } from '../../../shared/domain/kernel/result.ts';
import {
  type BallotRules,
  DEFAULT_RULES,
  type Share,
} from '../../../shared/domain/organization/organization.ts';
import { closeRound, newRound, type Round } from '../../../shared/domain/round/round.ts';
import {
  AUTHOR,
  CHAIR,
  CYCLE,
  codeOf,
  committee,
  deliberating,
  huatai,
  member,
  resultOf,
  seatsOf,
  shanghai,
  submittedIdea,
  value,
  voteOf,
  votes,
} from '../sample.ts';

const MORNING = shanghai('2026-10-15 10:00');
const approve = { choice: 'approve' } as const;
const round = deliberating([...committee(5), AUTHOR]);
const onAgenda = value(
  scheduleIdea(submittedIdea(), { by: CYCLE, at: round.openedAt }, { round: round.id }),
);
const oneOf = (share: Share, rules: Partial<BallotRules> = {}): BallotRules => ({
  ...DEFAULT_RULES,
  threshold: share,
  ...rules,
});
const justBefore = (instant: Instant): Instant => instantOf(Date.parse(instant) - 1);

describe('the quorum', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 4],
    [6, 4],
    [7, 5],
    [9, 6],
    [12, 8],
  ])('of two thirds among %i is %i votes', (eligible, quorum) => {
    const at = (cast: number) =>
      ballotResult(votes({ approve: cast }), seatsOf(committee(eligible)), DEFAULT_RULES);
    expect(at(0).quorum).toBe(quorum);
    expect(at(quorum).quorate).toBe(true);
    expect(at(quorum - 1).quorate).toBe(false);
  });

  it('counts abstentions', () => {
    expect(resultOf({ approve: 1, abstain: 5 })).toMatchObject({
      quorate: true,
      outcome: 'adopted',
    });
  });

  it('is never reached without an eligible member: the idea is deferred', () => {
    expect(ballotResult([], [], DEFAULT_RULES)).toMatchObject({
      quorate: false,
      outcome: 'deferred',
    });
  });

  it('of a zero share still needs one vote', () => {
    const none = { ...DEFAULT_RULES, quorumShare: { numerator: 0, denominator: 1 } };
    expect(ballotResult([], seatsOf(committee(3)), none)).toMatchObject({
      quorate: false,
      outcome: 'deferred',
    });
  });
});

describe('the threshold', () => {
  it('of a half is not reached by a half', () => {
    expect(resultOf({ approve: 4, oppose: 4 }).outcome).toBe('declined');
    expect(resultOf({ approve: 5, oppose: 4 }).outcome).toBe('adopted');
  });

  it('of two thirds is not reached by exactly two thirds, in exact arithmetic', () => {
    const rules = oneOf({ numerator: 2, denominator: 3 });
    for (const third of [1, 2, 3, 7]) {
      const electors = seatsOf(committee(third * 3 + 1));
      const at = votes({ approve: third * 2, oppose: third });
      expect(ballotResult(at, electors, rules).outcome).toBe('declined');
      const above = votes({ approve: third * 2 + 1, oppose: third });
      expect(ballotResult(above, electors, rules).outcome).toBe('adopted');
    }
  });

  it('does not count abstentions', () => {
    expect(resultOf({ approve: 2, oppose: 1, abstain: 6 }).outcome).toBe('adopted');
  });

  it('is not reached if all abstain', () => {
    expect(resultOf({ abstain: 9 }).outcome).toBe('declined');
  });
});

describe('the electors of an idea', () => {
  it('are the round’s electorate without the author, who is recused', () => {
    expect(eligibleVoters(round.electorate, onAgenda)).toEqual(committee(5));
  });

  it('are all of them if the idea is unnamed or its author is not on the committee', () => {
    expect(eligibleVoters(committee(3), onAgenda)).toEqual(committee(3));
    const { authorId: _, ...unnamed } = onAgenda;
    expect(eligibleVoters(round.electorate, unnamed)).toEqual(round.electorate);
  });

  it('do not count for the quorum if they are recused', () => {
    const eligible = seatsOf(eligibleVoters([AUTHOR, ...committee(3)], onAgenda));
    expect(ballotResult([], eligible, DEFAULT_RULES)).toMatchObject({ eligible: 3, quorum: 2 });
  });

  it('are nobody if the author is the whole committee', () => {
    const eligible = seatsOf(eligibleVoters([AUTHOR], onAgenda));
    expect(ballotResult([voteOf(AUTHOR, 'approve')], eligible, DEFAULT_RULES).outcome).toBe(
      'deferred',
    );
  });
});

describe('any votes', () => {
  const share = fc
    .record({ numerator: fc.nat({ max: 12 }), denominator: fc.integer({ min: 1, max: 12 }) })
    .filter(({ numerator, denominator }) => numerator <= denominator);
  const rules = fc.record({
    ballot: fc.constant('open' as const),
    quorumShare: share,
    threshold: share,
  });
  const voters = committee(12);
  const electors = seatsOf(voters);
  const outsiders = ['X1', 'X2', 'X3'].map(member);
  const anyVotes = (of: MemberId[]) =>
    fc
      .array(
        fc.record({ voter: fc.constantFrom(...of), choice: fc.constantFrom<Choice>(...CHOICES) }),
      )
      .map(all => all.map(({ voter, choice }) => voteOf(voter, choice)));
  const lastOfEach = (cast: readonly OpenVote[]): OpenVote[] => [
    ...new Map(cast.map(vote => [vote.seat, vote] as const)).values(),
  ];

  it('make a tally of exactly the counted votes', () => {
    fc.assert(
      fc.property(anyVotes(voters), rules, (cast, rules) => {
        const kept = lastOfEach(cast);
        const { tally, quorate, quorum } = ballotResult(kept, electors, rules);
        expect(quorate).toBe(kept.length >= quorum);
        const told = quorate || rules.ballot === 'open';
        expect(tally).toEqual(told ? count(kept) : undefined);
      }),
    );
  });

  it('count one vote a member, the last one', () => {
    fc.assert(
      fc.property(anyVotes(voters), rules, (cast, rules) => {
        expect(ballotResult(cast, electors, rules)).toEqual(
          ballotResult(lastOfEach(cast), electors, rules),
        );
      }),
    );
  });

  it('of members who are no electors change nothing', () => {
    fc.assert(
      fc.property(anyVotes(voters), anyVotes(outsiders), rules, (cast, others, rules) => {
        const kept = lastOfEach(cast);
        expect(ballotResult([...others, ...kept], electors, rules)).toEqual(
          ballotResult(kept, electors, rules),
        );
      }),
    );
  });

  it('have the same result under either rule, whatever the seats are called', () => {
    const pseudonym = new Map(voters.map((voter, at) => [voter, voterPseudonymOf(`p${97 - at}`)]));
    const secretly = ({ voter, round, choice }: OpenVote): SecretVote => ({
      ballot: 'secret',
      round,
      seat: pseudonym.get(voter)!,
      choice,
    });
    fc.assert(
      fc.property(anyVotes(voters), rules, (cast, rules) => {
        const secret = lastOfEach(cast)
          .map(secretly)
          .toSorted((a, b) => (a.seat < b.seat ? -1 : 1));
        const { tally, ...open } = ballotResult(lastOfEach(cast), electors, {
          ...rules,
          ballot: 'open',
        });
        expect(
          ballotResult(secret, [...pseudonym.values()], { ...rules, ballot: 'secret' }),
        ).toEqual({
          ...open,
          ...(open.quorate && { tally }),
        });
      }),
    );
  });

  it('adopt only above the threshold, and one more approval never harms', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.nat({ max: 5 }), rules, (approving, opposing, rules) => {
        const result = ballotResult(
          votes({ approve: approving, oppose: opposing }),
          electors,
          rules,
        );
        const { numerator, denominator } = rules.threshold;
        if (result.outcome === 'adopted')
          expect(approving * denominator).toBeGreaterThan(numerator * (approving + opposing));
        const more = ballotResult(
          votes({ approve: approving + 1, oppose: opposing }),
          electors,
          rules,
        );
        if (result.outcome === 'adopted') expect(more.outcome).toBe('adopted');
      }),
    );
  });
});

/** The result of a member's attempt to vote. */
function vote(
  idea: Idea,
  of: Round,
  { id, seat }: { readonly id: MemberId; readonly seat: VoterPseudonym },
  cast: { readonly choice: Choice; readonly comment?: string },
  at: Instant,
) {
  const right = votingRight(idea, of, id, at);
  return right.ok ? ok(castVote(right.value, seat, cast)) : right;
}

describe('voting', () => {
  const elector = (number: string) => ({ id: member(number), seat: voterPseudonymOf(number) });

  it('under the secret rule keeps the choice and the comment, and neither voter nor time', () => {
    const secret = deliberating(committee(5), { ...DEFAULT_RULES, ballot: 'secret' });
    const cast = { choice: 'oppose', comment: '费用过高' } as const;
    const seat = voterPseudonymOf('0123456789abcdefghjkmnpqrs');
    expect(value(vote(onAgenda, secret, { id: member('K1'), seat }, cast, MORNING))).toEqual({
      ballot: 'secret',
      round: '2026-10',
      seat,
      choice: 'oppose',
      comment: '费用过高',
    });
    expect(codeOf(vote(onAgenda, secret, { id: member('K9'), seat }, cast, MORNING))).toBe(
      'not-an-elector',
    );
  });

  it('keeps the choice, the comment and the time', () => {
    const cast = { choice: 'oppose', comment: '费用过高' } as const;
    expect(value(vote(onAgenda, round, elector('K1'), cast, MORNING))).toEqual({
      ballot: 'open',
      round: '2026-10',
      seat: 'K1',
      voter: 'K1',
      choice: 'oppose',
      comment: '费用过高',
      castAt: MORNING,
    });
  });

  it('is refused before deliberation opens', () => {
    const collecting = newRound(huatai.id, round.id, round.schedule);
    expect(
      vote(submittedIdea(), collecting, elector('K1'), approve, justBefore(round.schedule.opensAt)),
    ).toEqual({
      ok: false,
      refusal: {
        code: 'ballot-not-open',
        round: '2026-10',
        state: 'collecting',
        opensAt: round.schedule.opensAt,
      },
    });
  });

  it('is possible to the last millisecond before closing, and refused from then on', () => {
    const { closesAt } = round.schedule;
    expect(
      codeOf(vote(onAgenda, round, elector('K1'), approve, justBefore(closesAt))),
    ).toBeUndefined();
    expect(vote(onAgenda, round, elector('K1'), approve, closesAt)).toEqual({
      ok: false,
      refusal: { code: 'ballot-closed', round: '2026-10', closedAt: closesAt },
    });
    expect(
      codeOf(vote(onAgenda, round, elector('K1'), approve, shanghai('2026-10-20 09:00'))),
    ).toBe('ballot-closed');
  });

  it('is refused in a closed round, even before its closing time', () => {
    const closed = closeRound(round, round.schedule.closesAt);
    expect(codeOf(vote(onAgenda, closed, elector('K1'), approve, MORNING))).toBe('ballot-closed');
  });

  it('is refused on an idea that is not on the agenda yet', () => {
    expect(codeOf(vote(submittedIdea(), round, elector('K1'), approve, MORNING))).toBe(
      'ballot-not-open',
    );
  });

  it('is refused after the chair’s decision, with its time', () => {
    const decided = value(
      decideIdea(onAgenda, resultOf({ approve: 9 }), {
        outcome: 'adopted',
        by: CHAIR,
        at: MORNING,
      }),
    );
    expect(vote(decided, round, elector('K1'), approve, shanghai('2026-10-15 11:00'))).toEqual({
      ok: false,
      refusal: { code: 'ballot-closed', round: '2026-10', closedAt: MORNING },
    });
  });

  it('is for electors only, and not for the author even if they are one', () => {
    expect(codeOf(vote(onAgenda, round, elector('K9'), approve, MORNING))).toBe('not-an-elector');
    expect(codeOf(vote(onAgenda, round, elector(AUTHOR), approve, MORNING))).toBe('recused');
  });
});

describe('a tally', () => {
  it('is hidden from a member who has not voted until the ballot is closed', () => {
    expect(maySeeTally('open', false, 'open')).toBe(false);
    expect(maySeeTally('open', true, 'open')).toBe(true);
    expect(maySeeTally('closed', false, 'open')).toBe(true);
  });

  it('of a secret ballot is hidden until it is closed even from voters', () => {
    expect(maySeeTally('open', true, 'secret')).toBe(false);
    expect(maySeeTally('closed', false, 'secret')).toBe(true);
  });
});
