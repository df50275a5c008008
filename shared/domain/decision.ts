/**
 * What a ballot comes to and what it binds the committee to: the words in which ballots and ideas speak of decisions.
 */

export const DECISION_OUTCOMES = ['adopted', 'declined', 'deferred'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export interface Tally {
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

/** What a ballot comes to at the moment its votes were read. */
export interface BallotResult {
  readonly tally: Tally;
  readonly eligible: number;
  /** Votes needed for a quorum. */
  readonly quorum: number;
  readonly quorate: boolean;
  /** What the ballot binds to: `deferred` for want of a quorum. */
  readonly outcome: DecisionOutcome;
}
