/**
 * A reader's view of an idea: its facts, its history, its work and its reward, each as far as the
 * reader may see it.
 */
import type * as z from 'zod/mini';
import type { Actor } from '../domain/idea/history.ts';
import {
  authorsOf,
  canBeRewarded,
  decisionOf,
  type Idea,
  implementationOf,
  isCarriedOver,
  isExcellent,
  isOverdue,
  opensByCode,
  type Reward,
  ratingOf,
  reasonCodeOf,
  reasonOf,
  resultOf,
} from '../domain/idea/idea.ts';
import type { MemberId } from '../domain/kernel/ids.ts';
import type { LocalDate } from '../domain/kernel/instant.ts';
import { hasRole, type Member } from '../domain/organization/organization.ts';
import type { idea, ideaDetail, rating, workItem } from './schemas/idea.ts';
import type { reward } from './schemas/reward.ts';

export type IdeaView = z.input<typeof idea>;
type HistoryView = z.input<typeof ideaDetail>['history'];
type WorkView = z.input<typeof workItem>;
type RewardView = z.input<typeof reward>;
type RatingView = z.input<typeof rating>;

/**
 * The part of an idea that every member may see. It excludes its author's department and its
 * reward.
 */
export function ideaView(idea: Idea): IdeaView {
  const { id, organization, round, agendaRound, status, version } = idea;
  const { title, problem, proposal, category, department, expectedBenefit, authorId, submittedAt } =
    idea;
  return {
    id,
    organization,
    round,
    agendaRound,
    status,
    version,
    title,
    problem,
    proposal,
    category,
    department,
    expectedBenefit,
    authorId,
    unnamed: authorId === undefined,
    claimable: opensByCode(idea),
    submittedAt,
    coAuthors: authorsOf(idea).filter(author => author !== authorId),
    carriedOver: isCarriedOver(idea),
    note: idea.status === 'returned' ? idea.note : undefined,
    into: idea.status === 'merged' ? idea.into : undefined,
    decision: decisionView(idea),
    excellent: isExcellent(idea),
    appeal: 'appeal' in idea ? idea.appeal : undefined,
    implementation: implementationOf(idea),
    completion: 'completion' in idea ? idea.completion : undefined,
    acceptance: 'acceptance' in idea ? idea.acceptance : undefined,
    abandonment: 'abandonment' in idea ? idea.abandonment : undefined,
  };
}

/**
 * An idea's history. It excludes the amounts of rewards, which are between managers and authors,
 * and what its author thinks of the outcome.
 */
export function historyView({ history }: Idea): HistoryView {
  return history.map(({ by, ...entry }) => ({ ...entry, by: actorView(by) }));
}

/**
 * The reward of an idea for its authors and for managers; undefined for all other readers, and
 * without a reward.
 */
export function rewardFor(idea: Idea, reader: Member): RewardView | undefined {
  if (idea.status !== 'accepted' || !canBeRewarded(idea)) return undefined;
  const concerned = hasRole(reader, ['manager']) || authorsOf(idea).includes(reader.id);
  return concerned ? rewardView(idea.reward) : undefined;
}

/**
 * What the author thinks of the outcome, for those who can do something about it and for the author
 * themselves; undefined for all other readers, who get only counts.
 */
export function ratingFor(idea: Idea, reader: Member): RatingView | undefined {
  const concerned =
    hasRole(reader, ['chair', 'secretary', 'manager']) || idea.authorId === reader.id;
  return concerned ? ratingOf(idea) : undefined;
}

/** An idea with an owner, and whether it is overdue today. */
export function workView(idea: Idea, today: LocalDate, reader: Member): WorkView {
  return { ...ideaView(idea), overdue: isOverdue(idea, today), reward: rewardFor(idea, reader) };
}

export function rewardView(reward: Reward): RewardView {
  const { state, proposal } = reward;
  if (state === 'proposed') return { state, ...proposal };
  const { amount, shares, approvedBy, approvedAt } = reward;
  return {
    state,
    ...proposal,
    amount,
    shares: shares.map(share => ({ ...share })),
    approvedBy,
    approvedAt,
    ...(state === 'paid' && { paidBy: reward.paidBy, paidAt: reward.paidAt }),
  };
}

function decisionView(idea: Idea): IdeaView['decision'] {
  const decision = decisionOf(idea);
  if (!decision) return undefined;
  const { outcome, at, by, round, reply } = decision;
  const { tally, eligible, quorum } = resultOf(decision) ?? {};
  return {
    outcome,
    at,
    by: actorView(by),
    round,
    reason: reasonOf(decision),
    reasonCode: reasonCodeOf(decision),
    reply,
    tally,
    eligible,
    quorum,
  };
}

function actorView(actor: Actor): { kind: Actor['kind']; id?: MemberId } {
  return actor.kind === 'member' ? { kind: actor.kind, id: actor.id } : { kind: actor.kind };
}
