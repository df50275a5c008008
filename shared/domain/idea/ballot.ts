/**
 * The ballot (表决): who may vote on an idea, the result of the votes, and the outcome that binds
 * the committee. Everything is counted from the votes themselves, never from a running total.
 */
import type { MemberId, RoundId, VoterPseudonym } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type BallotRules, hasRole, type Member } from '../organization/organization.ts';
import type { BallotClosed, DeliberatingRound, Round, RoundState } from '../round/round.ts';
import type { BallotResult, Tally } from './decision.ts';
import { decisionOf, type Idea, recusedFrom } from './idea.ts';

export type BallotNotOpen = {
  readonly code: 'ballot-not-open';
  readonly round: RoundId;
  readonly state: RoundState;
  readonly opensAt: Instant;
};
export type NotAnElector = { readonly code: 'not-an-elector' };
export type Recused = { readonly code: 'recused' };

export const CHOICES = ['approve', 'oppose', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** The common part of all votes. */
interface Cast {
  /** The round of its ballot; a deferred idea is voted on again. */
  readonly round: RoundId;
  readonly seat: VoterPseudonym;
  readonly choice: Choice;
  readonly comment?: string;
}

export interface OpenVote extends Cast {
  readonly ballot: 'open';
  readonly voter: MemberId;
  readonly castAt: Instant;
}

/**
 * No part of a secret vote leads back to the voter: neither the pseudonym nor a time, at which a
 * colleague may have seen them vote.
 */
export interface SecretVote extends Cast {
  readonly ballot: 'secret';
}

export type Vote = OpenVote | SecretVote;

/** The electors of an idea: the round's electorate without the recused (回避), above all its authors. */
export function eligibleVoters(electorate: readonly MemberId[], idea: Idea): MemberId[] {
  const recused = recusedFrom(idea);
  return electorate.filter(member => !recused.includes(member));
}

/** The right of a member to vote in an open ballot. */
export interface VotingRight {
  readonly round: DeliberatingRound;
  readonly elector: MemberId;
  readonly at: Instant;
}

/** Decides whether a member may vote on an idea now. */
export function votingRight(
  idea: Idea,
  round: Round,
  elector: MemberId,
  at: Instant,
): Result<VotingRight, BallotNotOpen | BallotClosed | NotAnElector | Recused> {
  const open = openBallot(idea, round, at);
  if (!open.ok) return open;
  if (!open.value.electorate.includes(elector)) return err({ code: 'not-an-elector' });
  if (recusedFrom(idea).includes(elector)) return err({ code: 'recused' });
  return ok({ round: open.value, elector, at });
}

/** The vote of an elector, to be stored under their pseudonym. */
export function castVote(
  { round, elector, at }: VotingRight,
  seat: VoterPseudonym,
  cast: { readonly choice: Choice; readonly comment?: string },
): Vote {
  const made = { round: round.id, seat, ...cast };
  const { ballot } = round.rules;
  return ballot === 'secret'
    ? { ballot, ...made }
    : { ballot, ...made, voter: elector, castAt: at };
}

/**
 * The round in which an idea is being voted on, if its ballot is open at the instant; else the
 * refusal.
 */
export function openBallot(
  idea: Idea,
  round: Round,
  at: Instant,
): Result<DeliberatingRound, BallotNotOpen | BallotClosed> {
  const { opensAt, closesAt } = round.schedule;
  if (round.state === 'collecting')
    return err({ code: 'ballot-not-open', round: round.id, state: round.state, opensAt });
  if (round.state !== 'deliberating' || at >= closesAt)
    return err({ code: 'ballot-closed', round: round.id, closedAt: closesAt });
  if (idea.status === 'on-agenda') return ok(round);
  const decision = decisionOf(idea);
  const waits =
    idea.status === 'submitted' || idea.status === 'returned' || idea.status === 'deferred';
  // A deferred idea waits for another round's ballot. The ballot of its former round is over.
  if (waits && decision?.round !== round.id)
    return err({ code: 'ballot-not-open', round: round.id, state: round.state, opensAt });
  return err({ code: 'ballot-closed', round: round.id, closedAt: decision?.at ?? closesAt });
}

/** Counts votes by choice. */
export function count(votes: readonly Vote[]): Tally {
  const of = (choice: Choice): number => votes.filter(vote => vote.choice === choice).length;
  return { approve: of('approve'), oppose: of('oppose'), abstain: of('abstain') };
}

/**
 * The votes that count. A member who became an author by a merger after voting is recused since
 * then.
 */
export function countedVotes(votes: readonly Vote[], eligible: readonly VoterPseudonym[]): Vote[] {
  return eligible.flatMap(one => votes.findLast(({ seat }) => seat === one) ?? []);
}

/**
 * The result of the electors' votes (design, section 3). Abstentions count towards the quorum. An
 * idea is deferred without a quorum, adopted if approve ÷ (approve + oppose) exceeds the threshold,
 * and declined otherwise. A secret ballot without a quorum has no tally, so nothing made from the
 * result can show it.
 */
export function ballotResult(
  votes: readonly Vote[],
  eligible: readonly VoterPseudonym[],
  rules: BallotRules,
): BallotResult {
  const counted = countedVotes(votes, eligible);
  const tally = count(counted);
  const quorum = quorumOf(eligible.length, rules);
  const quorate = counted.length >= quorum;
  return {
    ...((quorate || rules.ballot === 'open') && { tally }),
    eligible: eligible.length,
    quorum,
    quorate,
    outcome: !quorate ? 'deferred' : carries(tally, rules) ? 'adopted' : 'declined',
  };
}

/** Whether a tally adopts: the share of approve among approve and oppose exceeds the threshold. */
export function carries(
  { approve, oppose }: Tally,
  { threshold }: Pick<BallotRules, 'threshold'>,
): boolean {
  return approve * threshold.denominator > threshold.numerator * (approve + oppose);
}

/**
 * Votes needed for a quorum: ceil(share × eligible), and at least 1, because without eligible
 * members nothing can be decided.
 */
export function quorumOf(eligible: number, { quorumShare }: BallotRules): number {
  return Math.max(1, Math.ceil((quorumShare.numerator * eligible) / quorumShare.denominator));
}

/**
 * Whether a reader may see a ballot's tally. Everybody may once the ballot is closed. Before that,
 * under the open rule, only members who have voted may, so that no vote follows another's. Under
 * the secret rule nobody may before: a change by one vote would tell an observer whose it was.
 */
export function maySeeTally(
  ballot: 'open' | 'closed',
  hasVoted: boolean,
  rule: BallotRules['ballot'],
): boolean {
  return ballot === 'closed' || (rule === 'open' && hasVoted);
}

/** How many of an open ballot's electors have voted. */
export interface Turnout {
  readonly cast: number;
  readonly eligible: number;
}

/**
 * The turnout of an open ballot, as every member may see it: it says nothing of the choices. Under
 * the secret rule it is undefined below the quorum, because there the tally is never published, and
 * so few voters would be as good as names. Above it, two readings before and after a vote say that
 * somebody voted: the tally stays hidden, so they say no choice.
 */
export function turnoutOf(cast: number, eligible: number, rules: BallotRules): Turnout | undefined {
  const hidden = rules.ballot === 'secret' && cast < quorumOf(eligible, rules);
  return hidden ? undefined : { cast, eligible };
}

/**
 * Whether a reader may see who has voted while a ballot is open: under the open rule those who run
 * the meeting, so that they know whom to remind.
 */
export function maySeeVoters(reader: Member, rule: BallotRules['ballot']): boolean {
  return rule === 'open' && hasRole(reader, ['chair', 'secretary']);
}
