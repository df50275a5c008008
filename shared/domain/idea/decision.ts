/**
 * The result of a ballot and its binding outcome: the types with which ballots and ideas describe
 * decisions.
 */

export const DECISION_OUTCOMES = ['adopted', 'declined', 'deferred'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** A chair's possible requests: an outcome, or the ballot's own among adopting and declining. */
export const ASKED_OUTCOMES = [...DECISION_OUTCOMES, 'as-balloted'] as const;
export type AskedOutcome = (typeof ASKED_OUTCOMES)[number];

/**
 * The rules by which a ballot decides without a reason of a person's: a majority did not approve,
 * or too few voted. The pages word them; the tally stands beside them.
 */
export const REASON_CODES = ['not-approved', 'no-quorum'] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** The reason of a decision: a person's own, or the rule of the ballot. Never both. */
export type Reason<Code extends ReasonCode = ReasonCode> =
  | { readonly reason: string }
  | { readonly reasonCode: Code };

/** Whether a chair must give a reason: not for adopting, nor for the ballot's own outcome. */
export function needsReason(outcome: AskedOutcome): boolean {
  return outcome === 'declined' || outcome === 'deferred';
}

export interface Tally {
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

/** How content an author is with what became of their idea (满意、一般、不满意). */
export const SATISFACTIONS = ['satisfied', 'neutral', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** A chair's possible answers to an appeal: a new ballot, or none. */
export const APPEAL_OUTCOMES = ['upheld', 'rejected'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

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
