/**
 * An idea (金点子). Each state carries what only that state has: an adopted idea has a decision, a submitted one has none, an
 * accepted one has a benefit that somebody verified. What can be done with an idea stands in `screening.ts`, `deliberation.ts`,
 * `implementation.ts`, `rewarding.ts` and `claiming.ts`.
 */
import type { Department, IdeaId, MemberId, OrganizationId, RoundId } from '../kernel/ids.ts';
import type { Instant, LocalDate } from '../kernel/instant.ts';
import type { RewardProposal } from '../organization/reward-bands.ts';
import type { BallotResult, DecisionOutcome } from './decision.ts';
import {
  type Actor,
  type CoAuthor,
  contentOf,
  type HistoryEntry,
  type IdeaContent,
  type RewardShares,
} from './history.ts';
import type { IdeaStatus } from './lifecycle.ts';

export type NotOpenForSupport = { readonly code: 'not-open-for-support'; readonly status: IdeaStatus };

export interface IdeaBase extends IdeaContent {
  readonly id: IdeaId;
  readonly organization: OrganizationId;
  /** The round the idea was handed in for, and is counted in for good. */
  readonly round: RoundId;
  /** The round whose agenda it is on, or comes to next. */
  readonly agendaRound: RoundId;
  /** Absent on an unnamed idea. */
  readonly authorId?: MemberId;
  /** Where the author worked at the time; the idea itself may be about another department. */
  readonly authorDepartment?: Department;
  /** Whose ideas were merged into this one. Somebody may be here more than once, and the author too. */
  readonly coAuthors: readonly CoAuthor[];
  /** When it was handed in; for a paper slip, the time written on it. */
  readonly submittedAt: Instant;
  /** Counts the acts; the expected version of every conditional write. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
}

export interface Decision<Result extends DecisionOutcome = DecisionOutcome> {
  readonly outcome: Result;
  readonly at: Instant;
  readonly by: Actor;
  /** The round whose ballot decided; without a ballot, the one whose agenda it would have come onto. */
  readonly round: RoundId;
  readonly result: BallotResult;
  readonly reason?: string;
  /** What the author is told officially. */
  readonly reply?: string;
}

/** Declining and deferring always say why. */
type Reasoned<Result extends DecisionOutcome> = Decision<Result> & { readonly reason: string };

/** A secretary's, of an idea that has never been before the committee: there was no ballot. */
export type Dismissal = Omit<Reasoned<'declined'>, 'result'>;

/** Who carries an adopted idea out, by when, and how far it has come. */
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
  /** CNY a year net of cost, as the owner says. */
  readonly claimedBenefit: number;
}

interface Acceptance {
  readonly at: Instant;
  readonly by: MemberId;
  /** CNY a year net of cost, as somebody else has found. */
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
  | ({ readonly state: 'paid'; readonly paidBy: MemberId; readonly paidAt: Instant } & ApprovedReward);

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
  readonly decision: Decision<'adopted'>;
}
interface DeclinedIdea extends IdeaBase {
  readonly status: 'declined';
  readonly decision: Reasoned<'declined'> | Dismissal;
}
interface DeferredIdea extends IdeaBase {
  readonly status: 'deferred';
  readonly decision: Reasoned<'deferred'>;
}
interface ImplementingIdea extends IdeaBase {
  readonly status: 'implementing';
  readonly decision: Decision<'adopted'>;
  readonly implementation: Implementation;
}
interface CompletedIdea extends IdeaBase {
  readonly status: 'completed';
  readonly decision: Decision<'adopted'>;
  readonly implementation: Implementation;
  readonly completion: Completion;
}
interface AcceptedIdea extends IdeaBase {
  readonly status: 'accepted';
  readonly decision: Decision<'adopted'>;
  readonly implementation: Implementation;
  readonly completion: Completion;
  readonly acceptance: Acceptance;
  readonly reward: Reward;
}
interface AbandonedIdea extends IdeaBase {
  readonly status: 'abandoned';
  readonly decision: Decision<'adopted'>;
  readonly implementation?: Implementation;
  readonly abandonment: Abandonment;
}
interface WithdrawnIdea extends IdeaBase {
  readonly status: 'withdrawn';
}
interface MergedIdea extends IdeaBase {
  readonly status: 'merged';
  /** The idea it went into; that one may have been merged on since. */
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

/** Whether employees may still back an idea: until it is decided or gone. */
export function openForSupport({ status }: Pick<Idea, 'status'>): boolean {
  return status === 'submitted' || status === 'returned' || status === 'on-agenda' || status === 'deferred';
}

/** Who had an idea, as it is stored, or as the API shows it: a co-author by number alone. */
export interface Authored {
  readonly authorId?: MemberId | undefined;
  readonly coAuthors: readonly (MemberId | Pick<CoAuthor, 'id'>)[];
}

/** Everybody who is known to have had the idea, each once: its author, and those whose ideas were merged into it. */
export function authorsOf({ authorId, coAuthors }: Authored): MemberId[] {
  const others = coAuthors.map(one => (typeof one === 'string' ? one : one.id));
  return [...new Set([...(authorId === undefined ? [] : [authorId]), ...others])];
}

/** Whether of an idea's handing in the day alone is kept, whoever has come forward since: the time would be midnight and say nothing. */
export function isDatedByDay(history: readonly { readonly by: Pick<Actor, 'kind'> }[]): boolean {
  return history[0]?.by.kind === 'unnamed';
}

/** Whether a claim code still opens an idea: until its author has come forward, and never one that a secretary typed in. */
export function opensByCode({ authorId, history }: Pick<IdeaBase, 'authorId' | 'history'>): boolean {
  return authorId === undefined && isDatedByDay(history);
}

/** Whether there is anybody to reward for an idea, or may yet be: nobody is where a secretary typed it in without a name. */
export function canBeRewarded(idea: Idea): boolean {
  return authorsOf(idea).length > 0 || opensByCode(idea);
}

/** Whether an idea waits for a later round than the one it was handed in for. */
export function isCarriedOver({ round, agendaRound }: Pick<IdeaBase, 'round' | 'agendaRound'>): boolean {
  return agendaRound > round;
}

/** The decision that stands for an idea, if there is one. */
export function decisionOf(idea: Idea): Decision | Dismissal | undefined {
  return 'decision' in idea ? idea.decision : undefined;
}

/** What the ballot came to that a decision was made on, if there was one. */
export function resultOf(decision: Decision | Dismissal): BallotResult | undefined {
  return 'result' in decision ? decision.result : undefined;
}

/** Whether an idea was declined without ever having been before the committee. */
export function isDismissed(idea: Idea): boolean {
  return idea.status === 'declined' && resultOf(idea.decision) === undefined;
}

/** The implementation of an idea, if somebody was charged with it. */
export function implementationOf(idea: Idea): Implementation | undefined {
  return 'implementation' in idea ? idea.implementation : undefined;
}

interface Worked {
  readonly status: IdeaStatus;
  readonly implementation?: Pick<Implementation, 'due'> | undefined;
}

/** Whether an idea's implementation is late: still being carried out, and its due day over. */
export function isOverdue({ status, implementation }: Worked, today: LocalDate): boolean {
  return status === 'implementing' && implementation !== undefined && implementation.due < today;
}

/** What an idea takes along into any next state. */
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
