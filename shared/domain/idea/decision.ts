/**
 * What a ballot comes to and what it binds the committee to: the words in which ballots and ideas speak of decisions.
 */

export const DECISION_OUTCOMES = ['adopted', 'declined', 'deferred'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** What a chair may ask for: an outcome, or whatever of adopting and declining the ballot says. */
export const ASKED_OUTCOMES = [...DECISION_OUTCOMES, 'as-balloted'] as const;
export type AskedOutcome = (typeof ASKED_OUTCOMES)[number];

/** Whether a chair must say why: not where the outcome is adopting, or what the ballot says. */
export function needsReason(outcome: AskedOutcome): boolean {
  return outcome === 'declined' || outcome === 'deferred';
}

export interface Tally {
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

/** What a ballot comes to at the moment its votes were read. */
export interface BallotResult {
  /** Absent under the secret rule without a quorum: so few votes would be as good as names. */
  readonly tally?: Tally;
  readonly eligible: number;
  /** Votes needed for a quorum. */
  readonly quorum: number;
  readonly quorate: boolean;
  /** What the ballot binds to: `deferred` for want of a quorum. */
  readonly outcome: DecisionOutcome;
}
