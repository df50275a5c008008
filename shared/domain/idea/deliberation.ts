/**
 * Deciding: adopting, declining and deferring as the ballot says, reopening a decision until the
 * round is published, and the official reply to the author.
 */
import type { RoundId } from '../kernel/ids.ts';
import { roundAfter } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Calendar } from '../organization/calendar.ts';
import type { BallotRules } from '../organization/organization.ts';
import { agendaPlace } from '../round/placement.ts';
import type { Round } from '../round/round.ts';
import {
  type AskedOutcome,
  type BallotResult,
  type DecisionOutcome,
  needsReason,
  type Reason,
  type ReasonCode,
} from './decision.ts';
import { type DecisionWords, type Happening, lastDecision } from './history.ts';
import { decisionOf, type Idea, isDismissed, resultOf } from './idea.ts';
import type { IdeaAct } from './lifecycle.ts';
import type { HistoryFull, WrongState } from './transition.ts';
import { admitted, isRepeated, record, recordWithinRoom, type Signature } from './transition.ts';

export type NoQuorum = {
  readonly code: 'no-quorum';
  /** Absent for a secret ballot. */
  readonly cast?: number;
  readonly quorum: number;
};
/** Under the secret rule the chair requests the ballot's outcome without naming it. */
export type SecretBallot = { readonly code: 'secret-ballot' };
export type AgainstTheBallot = {
  readonly code: 'against-the-ballot';
  readonly outcome: DecisionOutcome;
};
export type ReasonRequired = { readonly code: 'reason-required' };
export type RoundPublished = { readonly code: 'round-published'; readonly round: RoundId };

export interface DecisionRequest extends Signature, DecisionWords {
  readonly outcome: AskedOutcome;
}

/** The act of a decision. */
export const ACT_OF = {
  adopted: 'adopt',
  declined: 'decline',
  deferred: 'defer',
} as const satisfies Record<DecisionOutcome, IdeaAct>;

/**
 * Whether a chair may request a decision at all, judged without the votes. Under the secret rule
 * the chair cannot name an outcome that binds: each refusal would reveal something of the votes.
 */
export function mayAskFor(
  { outcome, reason }: Pick<DecisionRequest, 'outcome' | 'reason'>,
  rule: BallotRules['ballot'],
): Result<undefined, ReasonRequired | SecretBallot> {
  const bound = outcome === 'adopted' || outcome === 'declined';
  if (bound && rule === 'secret') return err({ code: 'secret-ballot' });
  return reason !== undefined || !needsReason(outcome)
    ? ok(undefined)
    : err({ code: 'reason-required' });
}

/**
 * Decides an idea as its ballot says. Adopting and declining need a quorum and the ballot's own
 * outcome. Deferring is always possible but needs a reason, and puts the idea on the next round's
 * agenda. Decided as balloted without a reason of a person's, the reason is the ballot's rule; the
 * calendar, when the ballots close, defers so an idea without a quorum.
 */
export function decideIdea(
  idea: Idea,
  result: BallotResult,
  request: DecisionRequest,
): Result<Idea, WrongState | NoQuorum | AgainstTheBallot | ReasonRequired | HistoryFull> {
  const { reply } = request;
  const outcome = request.outcome === 'as-balloted' ? result.outcome : request.outcome;
  const act = ACT_OF[outcome];
  const prior = admitted(act, idea);
  if (!prior.ok) return prior;
  if (request.outcome !== 'deferred') {
    if (!result.quorate && request.by.kind !== 'cycle')
      return err({ code: 'no-quorum', quorum: result.quorum, ...castIn(result) });
    if (outcome !== result.outcome)
      return err({ code: 'against-the-ballot', outcome: result.outcome });
  }
  const answered = { result, ...(reply !== undefined && { reply }) };
  if (outcome === 'adopted') {
    const written = request.reason === undefined ? {} : { reason: request.reason };
    return ok(record(idea, { act: 'adopt', ...answered, ...written }, request));
  }
  if (outcome === 'declined') {
    const reason = reasonFor(request, 'not-approved');
    if (!reason) return err({ code: 'reason-required' });
    return ok(record(idea, { act: 'decline', ...answered, ...reason }, request));
  }
  const reason = reasonFor(request, 'no-quorum');
  if (!reason) return err({ code: 'reason-required' });
  return recordWithinRoom(idea, { act: 'defer', ...answered, ...reason }, request);
}

/** Whether this very request has already decided the idea, so that it is a repeat. */
export function isDecidedBy(idea: Idea, request: DecisionRequest): boolean {
  const { outcome: asked, reason, reply, ...signature } = request;
  const decision = decisionOf(idea);
  if (!decision || (asked === 'as-balloted' && decision.outcome === 'deferred')) return false;
  const outcome = asked === 'as-balloted' ? decision.outcome : asked;
  if (!resultOf(decision)) return false;
  const ruled = reason === undefined && asked === 'as-balloted' && outcome === 'declined';
  const reasonCode = ruled ? 'not-approved' : undefined;
  return isRepeated(idea, { act: ACT_OF[outcome], reason, reasonCode, reply }, signature);
}

/** The reason of a decision that needs one: the request's, or the rule of the ballot it follows. */
function reasonFor<Code extends ReasonCode>(
  { outcome: asked, reason }: DecisionRequest,
  reasonCode: Code,
): Reason<Code> | undefined {
  if (reason !== undefined) return { reason };
  return asked === 'as-balloted' ? { reasonCode } : undefined;
}

/** The number of votes, if it may be revealed. */
function castIn({ tally }: BallotResult): { readonly cast?: number } {
  return tally ? { cast: tally.approve + tally.oppose + tally.abstain } : {};
}

/**
 * Whether an idea whose decision is reopened at the instant returns to its former ballot with its
 * votes: while the ballots of its round are open. A secret ballot never continues, because a chair
 * could decide and reopen repeatedly and read the votes from the tallies. A ballot also does not
 * continue if another idea has been unmerged from this one since, because those votes were for
 * both.
 */
function goesOnVoting(idea: Idea, round: Round, at: Instant): boolean {
  const { history } = idea;
  if (isDismissed(idea)) return false;
  if (
    round.state !== 'deliberating' ||
    at >= round.schedule.closesAt ||
    round.rules.ballot === 'secret'
  )
    return false;
  return !history.slice(lastDecision(history)).some(({ act }) => act === 'release');
}

/**
 * Reopens a decision until its round is published. The decision stays in the history. If the idea's
 * ballot does not continue, the idea goes before the committee of the next round that has not
 * closed by then, with a new ballot. An idea declined without a ballot goes before the committee of
 * the round it was kept from. `round` is the round of the decision.
 */
export function reopenIdea(
  idea: Idea,
  round: Round,
  reason: string,
  signature: Signature,
  calendar: Calendar,
): Result<Idea, WrongState | RoundPublished | HistoryFull> {
  if (isRepeated(idea, { act: 'reopen', reason }, signature)) return ok(idea);
  const prior = admitted('reopen', idea);
  if (!prior.ok) return prior;
  if (round.state === 'published' || (round.state === 'decided' && round.sealed))
    return err({ code: 'round-published', round: round.id });
  const next = isDismissed(idea) ? idea : { ...idea, agendaRound: roundAfter(round.id) };
  const agendaRound = goesOnVoting(idea, round, signature.at)
    ? round.id
    : agendaPlace(next, signature.at, calendar).round;
  return recordWithinRoom(idea, { act: 'reopen', reason, agendaRound }, signature);
}

/** Gives the author the official reply. */
export function replyToIdea(
  idea: Idea,
  words: string,
  signature: Signature,
): Result<Idea, WrongState | HistoryFull> {
  const happening: Happening & { act: 'reply' } = { act: 'reply', reply: words };
  if (isRepeated(idea, happening, signature)) return ok(idea);
  const prior = admitted('reply', idea);
  return prior.ok ? recordWithinRoom(idea, happening, signature) : prior;
}
