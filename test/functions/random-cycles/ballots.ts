/**
 * Ballots recounted from the ledger: who had a vote when deliberation opened, by which rules, and
 * the result of the answered votes. Later changes of members and rules make no difference.
 */
import { expect } from 'vitest';
import { asOf } from '../../../shared/domain/idea/apply-event.ts';
import type { Choice } from '../../../shared/domain/idea/ballot.ts';
import type { BallotResult, DecisionOutcome } from '../../../shared/domain/idea/decision.ts';
import { decisionOf, type Idea, recusedFrom } from '../../../shared/domain/idea/idea.ts';
import type { OpenedRound, Round } from '../../../shared/domain/round/round.ts';
import { voteItem } from '../../../shared/store/schema.ts';
import { holders, type Ledger, votesOn } from './ledger.ts';

type Opened = Pick<OpenedRound, 'id' | 'openedAt'>;

export function electorateOf(
  ledger: Ledger,
  { openedAt }: Pick<OpenedRound, 'openedAt'>,
): string[] {
  return holders(ledger.people.at(openedAt), 'committee', 'chair');
}

/** The result of an idea's ballot at a moment. */
export function recount(ledger: Ledger, idea: Idea, round: Opened, at: string): BallotResult {
  const { ballot, quorumShare, threshold } = ledger.rules.at(round.openedAt);
  const recused: string[] = recusedFrom(idea);
  const eligible = electorateOf(ledger, round).filter(one => !recused.includes(one));
  const votes = [...votesOn(ledger, idea.id, round.id, at).values()].filter(({ voter }) =>
    eligible.includes(voter),
  );
  const of = (choice: Choice): number => votes.filter(vote => vote.choice === choice).length;
  const tally = { approve: of('approve'), oppose: of('oppose'), abstain: of('abstain') };
  // The least whole number of votes that reaches the share; and one at least.
  let quorum = 1;
  while (quorum * quorumShare.denominator < eligible.length * quorumShare.numerator) quorum += 1;
  const quorate = votes.length >= quorum;
  const carried =
    tally.approve * threshold.denominator > (tally.approve + tally.oppose) * threshold.numerator;
  const outcome = quorate ? (carried ? 'adopted' : 'declined') : 'deferred';
  // With too few secret votes nothing is shown.
  const told = quorate || ballot === 'open';
  return { ...(told && { tally }), eligible: eligible.length, quorum, quorate, outcome };
}

const DECISIONS: Partial<Record<string, DecisionOutcome>> = {
  adopt: 'adopted',
  decline: 'declined',
  defer: 'deferred',
};

/** Every decision of an idea, including reopened ones, agrees with the ballot at its time. */
export function checkDecisions(ledger: Ledger, idea: Idea, roundOf: (id: string) => Round): void {
  for (const [at, entry] of idea.history.entries()) {
    const decided = DECISIONS[entry.act];
    if (decided === undefined || !('result' in entry)) continue;
    const before = asOf(idea, at);
    const round = roundOf(before.agendaRound);
    if (round.state === 'collecting') throw new Error('decided in a round that has not opened');
    const { result } = entry;
    expect(result, `${idea.id}, act ${at}`).toEqual(recount(ledger, before, round, entry.at));
    // A chair may defer against the votes; every other decision follows them.
    if (decided !== 'deferred' || entry.by.kind === 'cycle') expect(decided).toBe(result.outcome);
    if (entry.by.kind === 'member') expect(entry.at < round.schedule.closesAt).toBe(true);
  }
  const decision = decisionOf(idea);
  if (idea.status === 'deferred') expect(idea.agendaRound > decision!.round).toBe(true);
}

/** The opening's decisions stay fixed; and the stored votes are exactly the answered ones. */
export function checkBallots(
  ledger: Ledger,
  rounds: readonly Round[],
  items: readonly Record<string, unknown>[],
): void {
  const opened = rounds.filter(round => round.state !== 'collecting');
  for (const round of opened) {
    expect(round.electorate.toSorted(), round.id).toEqual(electorateOf(ledger, round).toSorted());
    expect(round.rules, round.id).toEqual(ledger.rules.at(round.openedAt));
  }
  const kept = items.map(item => ({ idea: String(item.ideaId), item, vote: voteItem.read(item) }));
  const ballots = new Map(
    ledger.votes.map(({ idea, round }) => [`${idea} ${round}`, { idea, round }]),
  );
  let all = 0;
  for (const { idea, round } of ballots.values()) {
    const { openedAt } = opened.find(({ id }) => id === round)!;
    const cast = [...votesOn(ledger, idea, round, '9').values()];
    const found = kept.filter(one => one.idea === idea && one.vote.round === round);
    all += found.length;
    if (ledger.rules.at(openedAt).ballot === 'open')
      expect(
        found
          .map(({ vote }) => vote.ballot === 'open' && [vote.voter, vote.choice, vote.castAt])
          .toSorted(),
      ).toEqual(cast.map(({ voter, choice, at }) => [voter, choice, at]).toSorted());
    else {
      expect(found.map(({ vote }) => vote.choice).toSorted()).toEqual(
        cast.map(({ choice }) => choice).toSorted(),
      );
      for (const { item } of found) {
        expect(item.ballot).toBe('secret');
        for (const { voter, at } of cast) {
          expect(Object.values(item)).not.toContain(voter);
          expect(JSON.stringify(item)).not.toContain(at);
        }
      }
    }
  }
  expect(all).toBe(kept.length);
}
