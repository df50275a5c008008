/**
 * An idea (金点子) and what can be done with it. Each state carries what only that state has: an adopted idea has a decision,
 * a submitted one has none. Acts are pure: they take an idea and give the next one, with its history grown by one entry.
 */
import type { BallotResult, DecisionOutcome } from './decision.ts';
import type { Category, Department, IdeaId, MemberId, OrganizationId, RoundId } from './ids.ts';
import { roundAfter } from './ids.ts';
import type { Instant } from './instant.ts';
import { accepted, type Outcome, refused } from './refusal.ts';
import {
  type IdeaAct,
  type IdeaStatus,
  type PriorStatus,
  priorStatuses,
  TRANSITIONS,
} from './transitions.ts';

/** Who did something. Of an unnamed author nothing is kept but that there was one. */
export type Actor =
  | { readonly kind: 'member'; readonly id: MemberId }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'cycle' };

export interface HistoryEntry {
  readonly act: 'submit' | IdeaAct;
  readonly at: Instant;
  readonly by: Actor;
  readonly from?: IdeaStatus;
  readonly to: IdeaStatus;
  readonly reason?: string;
}

/** What an author writes. */
export interface IdeaContent {
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly category: Category;
  readonly department?: Department;
  /** CNY a year, as the author expects. */
  readonly expectedBenefit?: number;
}

interface IdeaBase extends IdeaContent {
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
  /** When it was handed in; for a paper slip, the time written on it. */
  readonly submittedAt: Instant;
  /** Counts the acts; the expected version of every conditional write. */
  readonly version: number;
  readonly history: readonly HistoryEntry[];
}

interface Decision<Result extends DecisionOutcome = DecisionOutcome> {
  readonly outcome: Result;
  readonly at: Instant;
  readonly by: Actor;
  /** The round whose ballot decided. */
  readonly round: RoundId;
  readonly result: BallotResult;
}

/** Declining and deferring always say why. */
type Reasoned<Result extends DecisionOutcome> = Decision<Result> & { readonly reason: string };

export interface SubmittedIdea extends IdeaBase {
  readonly status: 'submitted';
}
export interface OnAgendaIdea extends IdeaBase {
  readonly status: 'on-agenda';
}
interface AdoptedIdea extends IdeaBase {
  readonly status: 'adopted';
  readonly decision: Decision<'adopted'> & { readonly reason?: string };
}
interface DeclinedIdea extends IdeaBase {
  readonly status: 'declined';
  readonly decision: Reasoned<'declined'>;
}
interface DeferredIdea extends IdeaBase {
  readonly status: 'deferred';
  readonly decision: Reasoned<'deferred'>;
}
export interface WithdrawnIdea extends IdeaBase {
  readonly status: 'withdrawn';
}

export type Idea = SubmittedIdea | OnAgendaIdea | AdoptedIdea | DeclinedIdea | DeferredIdea | WithdrawnIdea;
export type DecidedIdea = AdoptedIdea | DeclinedIdea | DeferredIdea;
type IdeaIn<Status extends IdeaStatus> = Extract<Idea, { status: Status }>;

export interface Submission {
  readonly id: IdeaId;
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly content: IdeaContent;
  readonly authorId?: MemberId;
  readonly authorDepartment?: Department;
  /** Who handed it in: the author, a secretary for them, or somebody unnamed. */
  readonly by: Actor;
  readonly submittedAt: Instant;
  readonly at: Instant;
  /** Whether the round's deliberation has already opened: the idea then goes straight onto the agenda. */
  readonly deliberating: boolean;
}

/** Hands in an idea. One that comes while its round deliberates is listed in the same breath, so that it can be voted on. */
export function submit(submission: Submission): SubmittedIdea | OnAgendaIdea {
  const { id, organization, round, content, authorId, authorDepartment, by, submittedAt, at } = submission;
  const idea: SubmittedIdea = {
    ...content,
    id,
    organization,
    round,
    agendaRound: round,
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    submittedAt,
    version: 1,
    history: [{ act: 'submit', at, by, to: 'submitted' }],
    status: 'submitted',
  };
  return submission.deliberating ? { ...listed(idea, { kind: 'cycle' }, at), version: 1 } : idea;
}

/** The idea as it was when handed in, whatever became of it: what a repeated request is answered with. */
export function asSubmitted(idea: Idea): SubmittedIdea | OnAgendaIdea {
  const [first] = idea.history;
  if (!first) throw new Error('an idea without history');
  const { id, organization, round, title, problem, proposal, category, submittedAt } = idea;
  const { department, expectedBenefit, authorId, authorDepartment } = idea;
  return submit({
    id,
    organization,
    round,
    content: {
      title,
      problem,
      proposal,
      category,
      ...(department !== undefined && { department }),
      ...(expectedBenefit !== undefined && { expectedBenefit }),
    },
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    by: first.by,
    submittedAt,
    at: first.at,
    // One that was listed in the same breath has an entry more than it has counted acts.
    deliberating: idea.history.length > idea.version,
  });
}

/** Puts an idea on the agenda. Refuses `wrong-state`. */
export function list(idea: Idea, by: Actor, at: Instant): Outcome<OnAgendaIdea> {
  const prior = admitted('list', idea);
  return prior.ok ? accepted(listed(prior.value, by, at)) : prior;
}

/** Takes an idea back, as long as nobody has voted on it. Refuses `wrong-state`, `ballot-has-votes`. */
export function withdraw(idea: Idea, votesCast: number, by: Actor, at: Instant): Outcome<WithdrawnIdea> {
  const prior = admitted('withdraw', idea);
  if (!prior.ok) return prior;
  if (votesCast > 0) return refused({ code: 'ballot-has-votes' });
  return accepted({
    ...carried(prior.value),
    ...recorded('withdraw', prior.value, by, at),
    status: 'withdrawn',
  });
}

export interface DecisionRequest {
  readonly outcome: DecisionOutcome;
  readonly reason?: string;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * Decides an idea as its ballot says. Adopting and declining need a quorum and the ballot's own outcome; deferring is always
 * open but must say why, and puts the idea on the next round's agenda.
 * Refuses `wrong-state`, `no-quorum`, `against-the-ballot`, `reason-required`.
 */
export function decide(idea: Idea, result: BallotResult, request: DecisionRequest): Outcome<DecidedIdea> {
  const { outcome, reason, by, at } = request;
  const act = ACT_OF[outcome];
  const prior = admitted(act, idea);
  if (!prior.ok) return prior;
  if (outcome !== 'deferred') {
    if (!result.quorate) {
      const { approve, oppose, abstain } = result.tally;
      return refused({ code: 'no-quorum', cast: approve + oppose + abstain, quorum: result.quorum });
    }
    if (outcome !== result.outcome) return refused({ code: 'against-the-ballot', outcome: result.outcome });
  }
  const base = { ...carried(prior.value), ...recorded(act, prior.value, by, at, reason) };
  const facts = { at, by, round: prior.value.agendaRound, result };
  if (outcome === 'adopted')
    return accepted({
      ...base,
      status: outcome,
      decision: { ...facts, outcome, ...(reason !== undefined && { reason }) },
    });
  if (reason === undefined) return refused({ code: 'reason-required' });
  return outcome === 'declined'
    ? accepted({ ...base, status: outcome, decision: { ...facts, outcome, reason } })
    : accepted({
        ...base,
        agendaRound: roundAfter(prior.value.agendaRound),
        status: outcome,
        decision: { ...facts, outcome, reason },
      });
}

/** The act that brings a decision about. */
export const ACT_OF = { adopted: 'adopt', declined: 'decline', deferred: 'defer' } as const satisfies Record<
  DecisionOutcome,
  IdeaAct
>;

/** Whether employees may still back an idea: until it is decided or gone. */
export function openForSupport({ status }: Pick<Idea, 'status'>): boolean {
  return status === 'submitted' || status === 'on-agenda' || status === 'deferred';
}

function listed(idea: SubmittedIdea | DeferredIdea, by: Actor, at: Instant): OnAgendaIdea {
  return { ...carried(idea), ...recorded('list', idea, by, at), status: 'on-agenda' };
}

function admitted<Act extends IdeaAct>(act: Act, idea: Idea): Outcome<IdeaIn<PriorStatus<Act>>> {
  return isPrior(act, idea) ? accepted(idea) : refused({ code: 'wrong-state', act, status: idea.status });
}

function isPrior<Act extends IdeaAct>(act: Act, idea: Idea): idea is IdeaIn<PriorStatus<Act>> {
  return priorStatuses(act).includes(idea.status);
}

/** What an idea takes along into any next state; a former decision stays behind in the history. */
function carried(idea: Idea): IdeaBase {
  if ('decision' in idea) {
    const { decision: _decision, status: _status, ...base } = idea;
    return base;
  }
  const { status: _status, ...base } = idea;
  return base;
}

function recorded(
  act: IdeaAct,
  idea: Idea,
  by: Actor,
  at: Instant,
  reason?: string,
): Pick<IdeaBase, 'version' | 'history'> {
  const entry: HistoryEntry = {
    act,
    at,
    by,
    from: idea.status,
    to: TRANSITIONS[act].to,
    ...(reason !== undefined && { reason }),
  };
  return { version: idea.version + 1, history: [...idea.history, entry] };
}
