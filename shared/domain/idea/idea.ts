/**
 * An idea (金点子). Each state has its own parts: an adopted idea has a decision, a submitted one
 * does not, an accepted one has a verified benefit. The acts on an idea are in `screening.ts`,
 * `deliberation.ts`, `implementation.ts`, `reward.ts` and `claim.ts`.
 */
import type { Department, IdeaId, MemberId, OrganizationId, RoundId } from '../kernel/ids.ts';
import { daysBetween, type Instant, type LocalDate } from '../kernel/instant.ts';
import type { RewardProposal } from '../organization/reward-bands.ts';
import type {
  BallotResult,
  DecisionOutcome,
  Reason,
  ReasonCode,
  Satisfaction,
} from './decision.ts';
import {
  type Actor,
  type CoAuthor,
  contentOf,
  type HistoryEntry,
  type IdeaContent,
  type RewardShares,
} from './history.ts';
import type { IdeaStatus } from './lifecycle.ts';
import type { ResultPhoto } from './photo.ts';

export type NotOpenForSupport = {
  readonly code: 'not-open-for-support';
  readonly status: IdeaStatus;
};

export interface IdeaBase extends IdeaContent {
  readonly id: IdeaId;
  readonly organization: OrganizationId;
  /** The round the idea was submitted for, and is counted in for good. */
  readonly round: RoundId;
  /** The round of its present agenda, or of its next one. */
  readonly agendaRound: RoundId;
  /** Absent on an unnamed idea. */
  readonly authorId?: MemberId;
  /** The author's department at the time; the idea itself may be about another department. */
  readonly authorDepartment?: Department;
  /**
   * The members whom the author named, and the authors of ideas that were merged into this one. A
   * member, or the author, may occur several times.
   */
  readonly coAuthors: readonly CoAuthor[];
  /** The time of submission; for a paper slip, the time written on it. */
  readonly submittedAt: Instant;
  /** Counts the acts; the expected version of every conditional write. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
}

interface DecisionFacts<Outcome extends DecisionOutcome> {
  readonly outcome: Outcome;
  readonly at: Instant;
  readonly by: Actor;
  /** The round whose ballot decided; without a ballot, the round for whose agenda it was due. */
  readonly round: RoundId;
  /** The official reply to the author. */
  readonly reply?: string;
}

interface ByBallot {
  readonly result: BallotResult;
}

/** What the author thinks of a decision that stands. They say so once. */
export interface Rating {
  readonly at: Instant;
  readonly satisfaction: Satisfaction;
  readonly word?: string;
}

interface Rated {
  readonly rating?: Rating;
}

/** The honour of an excellent idea (优秀金点子), by the chair for the committee. */
interface Excellence {
  readonly at: Instant;
  readonly by: MemberId;
}

/** Adopting needs no reason. The honour stays with the decision, so a reopened idea loses it. */
interface Adoption extends DecisionFacts<'adopted'>, ByBallot, Rated {
  readonly reason?: string;
  readonly excellent?: Excellence;
}

type BallotDecline = DecisionFacts<'declined'> & ByBallot & Rated & Reason<'not-approved'>;

/** A secretary's decision without a ballot, on an idea that was never before the committee. */
interface Dismissal extends DecisionFacts<'declined'>, Rated {
  readonly reason: string;
}

/** An idea that is deferred waits for its decision, so its author has nothing to rate yet. */
type Deferral = DecisionFacts<'deferred'> & ByBallot & Reason<'no-quorum'>;

export type Decision = Adoption | BallotDecline | Dismissal | Deferral;

/**
 * The author's appeal against a declined idea; its words and the answer's are in the history. One
 * that is upheld leads back to the agenda and is in the history alone.
 */
interface Appeal {
  readonly at: Instant;
  /** Absent while the appeal waits for the chair. */
  readonly rejectedAt?: Instant;
}

/** The owner of an adopted idea, its due date and its progress. */
export interface Implementation {
  readonly owner: MemberId;
  /** The last day on which it is not overdue. */
  readonly due: LocalDate;
  readonly assignedAt: Instant;
  /** Per cent. */
  readonly progress: number;
  readonly note?: string;
  readonly reportedAt?: Instant;
}

interface Completion {
  readonly at: Instant;
  readonly done: string;
  /** CNY a year net of cost, as the owner claims. */
  readonly claimedBenefit: number;
  /** Absent if there are none. */
  readonly photos?: readonly ResultPhoto[];
}

interface Acceptance {
  readonly at: Instant;
  readonly by: MemberId;
  /** CNY a year net of cost, as another person has verified. */
  readonly verifiedBenefit: number;
}

interface Abandonment {
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: string;
}

export type Reward =
  | { readonly state: 'proposed'; readonly proposal: RewardProposal }
  | ({ readonly state: 'approved' } & ApprovedReward)
  | ({
      readonly state: 'paid';
      readonly paidBy: MemberId;
      readonly paidAt: Instant;
    } & ApprovedReward);

interface ApprovedReward {
  readonly proposal: RewardProposal;
  /** In fen; the shares add up to it. */
  readonly amount: number;
  readonly shares: RewardShares;
  readonly approvedBy: MemberId;
  readonly approvedAt: Instant;
}

export interface SubmittedIdea extends IdeaBase {
  readonly status: 'submitted';
}
interface ReturnedIdea extends IdeaBase {
  readonly status: 'returned';
  /** What the author is asked to mend. */
  readonly note: string;
}
export interface OnAgendaIdea extends IdeaBase {
  readonly status: 'on-agenda';
}
interface AdoptedIdea extends IdeaBase {
  readonly status: 'adopted';
  readonly decision: Adoption;
}
interface DeclinedIdea extends IdeaBase {
  readonly status: 'declined';
  readonly decision: BallotDecline | Dismissal;
  readonly appeal?: Appeal;
}
interface DeferredIdea extends IdeaBase {
  readonly status: 'deferred';
  readonly decision: Deferral;
}
interface ImplementingIdea extends IdeaBase {
  readonly status: 'implementing';
  readonly decision: Adoption;
  readonly implementation: Implementation;
}
interface CompletedIdea extends IdeaBase {
  readonly status: 'completed';
  readonly decision: Adoption;
  readonly implementation: Implementation;
  readonly completion: Completion;
}
interface AcceptedIdea extends IdeaBase {
  readonly status: 'accepted';
  readonly decision: Adoption;
  readonly implementation: Implementation;
  readonly completion: Completion;
  readonly acceptance: Acceptance;
  readonly reward: Reward;
}
interface AbandonedIdea extends IdeaBase {
  readonly status: 'abandoned';
  readonly decision: Adoption;
  readonly implementation?: Implementation;
  readonly abandonment: Abandonment;
}
interface WithdrawnIdea extends IdeaBase {
  readonly status: 'withdrawn';
}
interface MergedIdea extends IdeaBase {
  readonly status: 'merged';
  /** The idea it was merged into, which may itself have been merged since. */
  readonly into: IdeaId;
}

export type Idea =
  | SubmittedIdea
  | ReturnedIdea
  | OnAgendaIdea
  | AdoptedIdea
  | DeclinedIdea
  | DeferredIdea
  | ImplementingIdea
  | CompletedIdea
  | AcceptedIdea
  | AbandonedIdea
  | WithdrawnIdea
  | MergedIdea;

export type IdeaIn<Status extends IdeaStatus> = Extract<Idea, { status: Status }>;

/** Whether employees may still support an idea: until it is decided or gone. */
export function openForSupport({ status }: Pick<Idea, 'status'>): boolean {
  return (
    status === 'submitted' ||
    status === 'returned' ||
    status === 'on-agenda' ||
    status === 'deferred'
  );
}

/** The authors of an idea, as stored or as in the API, which gives only a co-author's number. */
export interface Authored {
  readonly authorId?: MemberId | undefined;
  readonly coAuthors: readonly (MemberId | Pick<CoAuthor, 'id'>)[];
}

/** All known authors of an idea, each once: its own, those it names, and those of merged ideas. */
export function authorsOf({ authorId, coAuthors }: Authored): MemberId[] {
  const others = coAuthors.map(one => (typeof one === 'string' ? one : one.id));
  return [...new Set([...(authorId === undefined ? [] : [authorId]), ...others])];
}

/** The co-authors whom the author has named, each once. */
export function namedCoAuthors({ coAuthors }: Pick<Idea, 'coAuthors'>): CoAuthor[] {
  return coAuthors.filter(({ via }) => via === undefined);
}

/**
 * The members who are recused (回避) from an idea: its authors, and those who declined their
 * authorship after its ballot had opened. Nobody gains a vote by declining.
 */
export function recusedFrom(idea: Pick<Idea, 'authorId' | 'coAuthors' | 'history'>): MemberId[] {
  const declined = idea.history.flatMap(entry =>
    entry.act === 'decline-authorship' && entry.recused && entry.by.kind === 'member'
      ? [entry.by.id]
      : [],
  );
  return [...new Set([...authorsOf(idea), ...declined])];
}

/**
 * Whether a member may read an idea, and with it its comments, support and history. A withdrawn
 * idea belongs to its authors alone, whatever the reader's roles: for everybody else it is not
 * there. (Whoever holds its claim code opens it by that.) The secretary who typed it from a slip is
 * no author of it; one who took a slip back still sees what they did.
 */
export function maySee(
  idea: Authored & Pick<Idea, 'status' | 'history'>,
  reader: MemberId,
): boolean {
  return (
    idea.status !== 'withdrawn' || authorsOf(idea).includes(reader) || isTakenBackBy(idea, reader)
  );
}

function isTakenBackBy({ history }: Pick<Idea, 'history'>, reader: MemberId): boolean {
  const last = history[history.length - 1];
  return last?.act === 'take-back' && last.by.kind === 'member' && last.by.id === reader;
}

/**
 * Whether only the day of an idea's submission is stored. This holds even after a claim. The time
 * of day would be midnight and mean nothing.
 */
export function isDatedByDay(history: readonly { readonly by: Pick<Actor, 'kind'> }[]): boolean {
  return history[0]?.by.kind === 'unnamed';
}

/**
 * Whether a claim code still opens an idea: until it is claimed. An idea that a secretary typed has
 * no claim code.
 */
export function opensByCode({
  authorId,
  history,
}: Pick<IdeaBase, 'authorId' | 'history'>): boolean {
  return authorId === undefined && isDatedByDay(history);
}

/**
 * Whether an idea has, or may still get, an author to reward. An idea that a secretary typed
 * without a name never gets one.
 */
export function canBeRewarded(idea: Idea): boolean {
  return authorsOf(idea).length > 0 || opensByCode(idea);
}

/**
 * An idea's author and time as they were first stored, before any correction. Keys are made of the
 * first time, because keys cannot change.
 */
export function firstFacts({
  authorId,
  submittedAt,
  history,
}: Pick<IdeaBase, 'authorId' | 'submittedAt' | 'history'>): Pick<
  IdeaBase,
  'authorId' | 'submittedAt'
> {
  const corrected = history.find(entry => entry.act === 'correct');
  return corrected
    ? corrected.former
    : { ...(authorId !== undefined && { authorId }), submittedAt };
}

/** Whether an idea waits for a later round than the one it was submitted for. */
export function isCarriedOver({
  round,
  agendaRound,
}: Pick<IdeaBase, 'round' | 'agendaRound'>): boolean {
  return agendaRound > round;
}

/** The present decision on an idea, if there is one. */
export function decisionOf(idea: Idea): Decision | undefined {
  return 'decision' in idea ? idea.decision : undefined;
}

/** A person's reason for a decision; undefined if there is none, or the ballot's rule is it. */
export function reasonOf(decision: Decision): string | undefined {
  return 'reason' in decision ? decision.reason : undefined;
}

/** The rule by which the ballot decided; undefined if a person gave a reason, or none is needed. */
export function reasonCodeOf(decision: Decision): ReasonCode | undefined {
  return 'reasonCode' in decision ? decision.reasonCode : undefined;
}

/** What the author thinks of the outcome, if they have said so. */
export function ratingOf(idea: Idea): Rating | undefined {
  const decision = decisionOf(idea);
  return decision && 'rating' in decision ? decision.rating : undefined;
}

/** Whether the committee has named an idea excellent. */
export function isExcellent(idea: Idea): boolean {
  const decision = decisionOf(idea);
  return decision !== undefined && 'excellent' in decision && decision.excellent !== undefined;
}

/** The ballot's result behind a decision, if there was a ballot. */
export function resultOf(decision: Decision): BallotResult | undefined {
  return 'result' in decision ? decision.result : undefined;
}

/** Whether an idea was declined without ever having been before the committee. */
export function isDismissed(idea: Idea): boolean {
  return idea.status === 'declined' && resultOf(idea.decision) === undefined;
}

/** The implementation of an idea, if it has an owner. */
export function implementationOf(idea: Idea): Implementation | undefined {
  return 'implementation' in idea ? idea.implementation : undefined;
}

interface Worked {
  readonly status: IdeaStatus;
  readonly implementation?: Pick<Implementation, 'due'> | undefined;
}

/** Whether an idea's implementation is overdue: still in progress, and past its due date. */
export function isOverdue({ status, implementation }: Worked, today: LocalDate): boolean {
  return status === 'implementing' && implementation !== undefined && implementation.due < today;
}

/**
 * The days until an idea's work is due, negative if it is overdue; undefined once there is none to
 * do.
 */
export function daysLeft({ status, implementation }: Worked, today: LocalDate): number | undefined {
  if (status !== 'implementing' || implementation === undefined) return undefined;
  return daysBetween(today, implementation.due);
}

/** The parts of an idea that pass into every next state. */
export function baseOf(idea: Idea): IdeaBase {
  const { id, organization, round, agendaRound, authorId, authorDepartment, coAuthors } = idea;
  const { submittedAt, version, history } = idea;
  return {
    ...contentOf(idea),
    id,
    organization,
    round,
    agendaRound,
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    coAuthors,
    submittedAt,
    version,
    history,
  };
}
