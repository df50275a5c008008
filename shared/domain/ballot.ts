/**
 * The ballot (表决): who may vote on an idea, what the votes come to, and what outcome they bind the committee to.
 * Everything is counted from the votes themselves, never from a running total.
 */
import type { BallotResult, Tally } from './decision.ts';
import type { Idea } from './idea.ts';
import type { MemberId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { BallotRules } from './organization.ts';
import { accepted, type Outcome, refused } from './refusal.ts';
import type { Round } from './round.ts';

export const CHOICES = ['approve', 'oppose', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Vote {
  /** The round whose ballot it belongs to; a deferred idea is voted on afresh. */
  readonly round: RoundId;
  readonly voter: MemberId;
  readonly choice: Choice;
  readonly comment?: string;
  readonly castAt: Instant;
}

/** How many may sit on a committee: a decision is stored together with a condition on each elector's vote, and a transaction has room for so many. */
export const MOST_ELECTORS = 99;

/** The electors of an idea: the round's electorate less the idea's own author, who stands back (回避). */
export function eligibleVoters(electorate: readonly MemberId[], idea: Idea): MemberId[] {
  return electorate.filter(member => member !== idea.authorId);
}

/**
 * Decides whether a member may vote on an idea now, and makes the vote.
 * Refuses `wrong-state`, `ballot-not-open`, `ballot-closed`, `not-an-elector`, `recused`.
 */
export function vote(
  idea: Idea,
  round: Round,
  voter: MemberId,
  cast: { readonly choice: Choice; readonly comment?: string },
  at: Instant,
): Outcome<Vote> {
  const open = openBallot(idea, round, at);
  if (!open.ok) return open;
  if (!open.value.includes(voter)) return refused({ code: 'not-an-elector' });
  if (voter === idea.authorId) return refused({ code: 'recused' });
  return accepted({ round: round.id, voter, ...cast, castAt: at });
}

/** The electorate of an idea's ballot if that is open at the instant; else why it is not. */
export function openBallot(idea: Idea, round: Round, at: Instant): Outcome<readonly MemberId[]> {
  const { opensAt, closesAt } = round.schedule;
  if (round.state === 'collecting')
    return refused({ code: 'ballot-not-open', round: round.id, state: round.state, opensAt });
  if (round.state !== 'deliberating' || at >= closesAt)
    return refused({ code: 'ballot-closed', round: round.id, closedAt: closesAt });
  if (idea.status === 'submitted' || idea.status === 'deferred')
    return refused({ code: 'ballot-not-open', round: round.id, state: round.state, opensAt });
  if (idea.status !== 'on-agenda')
    return refused({ code: 'ballot-closed', round: round.id, closedAt: decidedAt(idea) ?? closesAt });
  return accepted(round.electorate);
}

/** Counts votes by choice. */
export function count(votes: readonly Vote[]): Tally {
  const of = (choice: Choice): number => votes.filter(vote => vote.choice === choice).length;
  return { approve: of('approve'), oppose: of('oppose'), abstain: of('abstain') };
}

/**
 * What the votes come to (design, section 3): quorum = ceil(share × eligible), abstentions count towards it;
 * adopted if approve ÷ (approve + oppose) exceeds the threshold, declined otherwise, deferred without a quorum.
 * Where nobody is eligible nothing can be decided, so at least one vote is always needed.
 */
export function ballotResult(
  votes: readonly Vote[],
  eligible: readonly MemberId[],
  { quorumShare, threshold }: BallotRules,
): BallotResult {
  const counted = eligible.flatMap(elector => votes.findLast(({ voter }) => voter === elector) ?? []);
  const tally = count(counted);
  const quorum = Math.max(1, Math.ceil((quorumShare.numerator * eligible.length) / quorumShare.denominator));
  const quorate = counted.length >= quorum;
  const carried =
    tally.approve * threshold.denominator > threshold.numerator * (tally.approve + tally.oppose);
  return {
    tally,
    eligible: eligible.length,
    quorum,
    quorate,
    outcome: !quorate ? 'deferred' : carried ? 'adopted' : 'declined',
  };
}

/** Why a ballot came out as it did, in the committee's language: the reason given where nobody wrote one. */
export function reasonOf({ tally, quorate, quorum }: BallotResult): string {
  const { approve, oppose, abstain } = tally;
  const votes = `赞成 ${approve} 票，反对 ${oppose} 票，弃权 ${abstain} 票`;
  return quorate ? `表决结果：${votes}` : `未达到法定票数：${votes}，至少需要 ${quorum} 票`;
}

/**
 * Whether a reader may see how a ballot stands: everybody once it is closed; before that only those who have
 * voted, so that nobody's vote follows another's.
 */
export function maySeeTally(ballot: 'open' | 'closed', hasVoted: boolean): boolean {
  return ballot === 'closed' || hasVoted;
}

function decidedAt(idea: Idea): Instant | undefined {
  return idea.status === 'adopted' || idea.status === 'declined' ? idea.decision.at : undefined;
}
