/**
 * Reading a ballot: the round it is held in, the votes that were cast and what they come to, together with the premise under which
 * all that may be acted upon. Everything is read consistently; a projection is never asked.
 */
import { ballotResult, countedVotes, type Vote } from '../domain/idea/ballot.ts';
import type { BallotResult } from '../domain/idea/decision.ts';
import type { Idea } from '../domain/idea/idea.ts';
import type { RoundId } from '../domain/kernel/ids.ts';
import type { CollectingRound, OpenedRound, Round } from '../domain/round/round.ts';
import type { Premise } from './idea-acts.ts';
import type { RoundRepository } from './rounds.ts';
import type { PseudonymOfVoter } from './voter-pseudonyms.ts';
import type { VoteRepository } from './votes.ts';

/** A ballot as it stands. One that has not opened has no votes and comes to nothing. */
export type Ballot = {
  readonly votes: readonly Vote[];
  /** Without those of whoever has stood back since. */
  readonly counted: readonly Vote[];
  readonly premise: Premise;
} & (
  | { readonly round: CollectingRound; readonly result?: undefined }
  | { readonly round: OpenedRound; readonly result: BallotResult }
);

export function ballotReader(sources: {
  readonly rounds: Pick<RoundRepository, 'get'>;
  readonly votes: Pick<VoteRepository, 'of'>;
  readonly pseudonyms: PseudonymOfVoter;
}) {
  /** An idea's ballot in the round whose agenda it is on, or in another, or in one that was read before; undefined if there is no such round. */
  return async (idea: Idea, of: RoundId | Round = idea.agendaRound): Promise<Ballot | undefined> => {
    const round = typeof of === 'string' ? await sources.rounds.get(idea.organization, of) : of;
    if (!round) return undefined;
    if (round.state === 'collecting')
      return { round, votes: [], counted: [], premise: { of: 'round', round } };
    const [votes, pseudonyms] = await Promise.all([
      sources.votes.of(idea.organization, idea.id, round.id),
      sources.pseudonyms(round),
    ]);
    const eligible = pseudonyms.eligible(idea);
    return {
      round,
      votes,
      counted: countedVotes(votes, eligible),
      result: ballotResult(votes, eligible, round.rules),
      premise: { of: 'ballot', idea, pseudonyms: pseudonyms.all(idea.id), votes },
    };
  };
}
