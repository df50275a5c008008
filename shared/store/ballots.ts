/**
 * Reads a ballot: its round, its votes and their result, together with the condition under which
 * they may be acted upon. Everything is read consistently; no projection is used.
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

/** A ballot in its present state. One that has not opened has no votes and no result. */
export type Ballot = {
  readonly votes: readonly Vote[];
  /** Without the votes of members who have been recused since. */
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
  /**
   * An idea's ballot in the round whose agenda it is on, or in another, or in one that was read
   * before; undefined if there is no such round.
   */
  return async (
    idea: Idea,
    of: RoundId | Round = idea.agendaRound,
  ): Promise<Ballot | undefined> => {
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
