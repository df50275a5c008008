/**
 * A reader's view of an idea: its facts, its history, its work and its reward, each as far as the
 * reader may see it.
 */
import type * as z from 'zod/mini';
import { lastDeferral } from '../domain/idea/deferral.ts';
import type { Actor, Happening } from '../domain/idea/history.ts';
import {
  authorsOf,
  canBeRewarded,
  daysLeft,
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
  recusedFrom,
  resultOf,
} from '../domain/idea/idea.ts';
import { nextStepOf, trackerOf } from '../domain/idea/next-step.ts';
import { opinionOf, referralOf } from '../domain/idea/opinion.ts';
import type { MemberId } from '../domain/kernel/ids.ts';
import type { Instant, LocalDate } from '../domain/kernel/instant.ts';
import { excerptOf } from '../domain/kernel/text.ts';
import { type Calendar, localDate } from '../domain/organization/calendar.ts';
import { hasRole, type Member, type Organization } from '../domain/organization/organization.ts';
import type { Round } from '../domain/round/round.ts';
import type { idea, ideaDetail, listedIdea, rating, workItem } from './schemas/idea.ts';
import type { reward } from './schemas/reward.ts';

export type IdeaView = z.input<typeof idea>;
type PhotosView = IdeaView['photos'];
type HistoryView = z.input<typeof ideaDetail>['history'];
type WorkView = z.input<typeof workItem>;
type RewardView = z.input<typeof reward>;
type DeferralView = z.input<typeof ideaDetail>['lastDeferral'];
type AdviceView = Pick<z.input<typeof ideaDetail>, 'referral' | 'opinion'>;
type RatingView = z.input<typeof rating>;
type RowFacts = Pick<z.input<typeof listedIdea>, 'excerpt' | 'nextStep' | 'tracker'>;

/** The time and day by an organization's calendar. */
export interface Present {
  readonly now: Instant;
  readonly today: LocalDate;
  readonly calendar: Calendar;
}

/** The present of an organization, for any number of its ideas. */
export function presentOf({ calendar }: Pick<Organization, 'calendar'>, now: Instant): Present {
  return { now, today: localDate(now, calendar), calendar };
}

/**
 * The part of an idea that every member may see. It excludes its author's department and its
 * reward.
 */
export function ideaView(
  idea: Idea,
  { today }: Pick<Present, 'today'>,
  photos: PhotosView,
): IdeaView {
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
    photos,
    implementation: implementationView(idea, today),
    completion: 'completion' in idea ? completionView(idea.completion) : undefined,
    acceptance: 'acceptance' in idea ? idea.acceptance : undefined,
    abandonment: 'abandonment' in idea ? idea.abandonment : undefined,
  };
}

/**
 * An idea's history. It excludes the amounts of rewards, which are between managers and authors,
 * and what its author thinks of the outcome.
 */
export function historyView({ history }: Idea): HistoryView {
  return history.map(({ by, ...entry }) => ({ ...entry, ...namedIn(entry), by: actorView(by) }));
}

/** The members whom an act names as co-authors. */
function namedIn(happening: Happening): { readonly coAuthorIds?: MemberId[] } {
  return (happening.act === 'submit' || happening.act === 'revise') && happening.coAuthors
    ? { coAuthorIds: happening.coAuthors.map(({ id }) => id) }
    : {};
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

/**
 * An idea's referral and opinion, for the committee, its secretary, and whoever was asked or gave
 * it; never for an author, who sees in the history only that there is one.
 */
export function adviceFor(idea: Idea, reader: Member): AdviceView {
  const [referral, opinion] = [referralOf(idea), opinionOf(idea)];
  const concerned =
    hasRole(reader, ['committee', 'chair', 'secretary']) ||
    (opinion ? opinion.by : referral?.adviser) === reader.id;
  return concerned && !recusedFrom(idea).includes(reader.id) ? { referral, opinion } : {};
}

/** An idea as a row of a list has it. `deciding` is the round of its decision, if it was read. */
export function rowView(
  idea: Idea,
  present: Present,
  photos: PhotosView,
  deciding?: Round,
): IdeaView & RowFacts {
  return {
    ...ideaView(idea, present, photos),
    excerpt: excerptOf(idea.problem),
    ...progressView(idea, present, deciding),
  };
}

/** What comes next for an idea, and its place in the tracker. */
export function progressView(
  idea: Idea,
  { now, calendar }: Present,
  deciding?: Round,
): Pick<RowFacts, 'nextStep' | 'tracker'> {
  return { nextStep: nextStepOf(idea, now, calendar, deciding), tracker: trackerOf(idea) };
}

/** Why an idea was deferred last time, for the next committee; undefined if it was not. */
export function deferralView(idea: Idea): DeferralView {
  const deferral = lastDeferral(idea);
  if (!deferral) return undefined;
  const { round, at } = deferral;
  const { tally } = resultOf(deferral) ?? {};
  return { round, at, reason: reasonOf(deferral), reasonCode: reasonCodeOf(deferral), tally };
}

/** An idea with an owner. */
export function workView(
  idea: Idea,
  present: Present,
  photos: PhotosView,
  reader: Member,
): WorkView {
  return { ...rowView(idea, present, photos), reward: rewardFor(idea, reader) };
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

/** Its photos are among the idea's. */
function completionView({
  at,
  done,
  claimedBenefit,
}: NonNullable<IdeaView['completion']>): IdeaView['completion'] {
  return { at, done, claimedBenefit };
}

function implementationView(idea: Idea, today: LocalDate): IdeaView['implementation'] {
  const implementation = implementationOf(idea);
  if (!implementation) return undefined;
  const late = isOverdue(idea, today);
  return { ...implementation, overdue: late, daysLeft: daysLeft(idea, today) };
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
