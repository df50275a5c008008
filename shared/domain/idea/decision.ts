/**
 * The result of a ballot and its binding outcome: the types with which ballots and ideas describe
 * decisions.
 */

export const DECISION_OUTCOMES = ['adopted', 'declined', 'deferred'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** A chair's possible requests: an outcome, or the ballot's own among adopting and declining. */
export const ASKED_OUTCOMES = [...DECISION_OUTCOMES, 'as-balloted'] as const;
export type AskedOutcome = (typeof ASKED_OUTCOMES)[number];

/** Whether a chair must give a reason: not for adopting, nor for the ballot's own outcome. */
export function needsReason(outcome: AskedOutcome): boolean {
  return outcome === 'declined' || outcome === 'deferred';
}

export interface Tally {
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

/** The result of a ballot at the moment its votes were read. */
export interface BallotResult {
  /** Absent under the secret rule without a quorum: so few votes would be as good as names. */
  readonly tally?: Tally;
  readonly eligible: number;
  /** Votes needed for a quorum. */
  readonly quorum: number;
  readonly quorate: boolean;
  /** The binding outcome: `deferred` without a quorum. */
  readonly outcome: DecisionOutcome;
}
