/**
 * From acts to states: the effect of an act on an idea, and an idea's state after its first acts.
 * Every state of an idea is made here and nowhere else, so an idea always agrees with its history.
 */
import type { RoundId } from '../kernel/ids.ts';
import { roundAfter } from '../kernel/ids.ts';
import type { Reason, ReasonCode } from './decision.ts';
import { type CoAuthor, contentOf, type HistoryEntry, lastDecision } from './history.ts';
import {
  baseOf,
  type Idea,
  type IdeaBase,
  type IdeaIn,
  type OnAgendaIdea,
  type SubmittedIdea,
} from './idea.ts';
import type { IdeaStatus } from './lifecycle.ts';

/**
 * The idea after an act. `transition.ts` has already checked whether the act is allowed; here an
 * act that does not fit the idea is a bug and throws.
 */
export function applyEvent(idea: Idea, entry: HistoryEntry): Idea {
  return step(idea, entry, () =>
    asOf(
      idea,
      idea.history.findLastIndex(({ act }) => act === 'merge'),
    ),
  );
}

/** The idea after an act; `whole` is its state before its merger, for unmerging. */
function step(idea: Idea, entry: HistoryEntry, whole: () => Idea): Idea {
  const grown = { version: idea.version + 1, history: [...idea.history, entry] };
  const base: IdeaBase = { ...baseOf(idea), ...grown };
  switch (entry.act) {
    case 'submit':
      throw new Error('an idea is handed in once');
    case 'return':
      return { ...base, status: 'returned', note: entry.reason };
    case 'revise':
      return placed({ ...base, coAuthors: renamed(idea, entry.coAuthors) }, entry);
    case 'withdraw':
    case 'take-back':
      return { ...base, status: 'withdrawn' };
    case 'correct':
      return { ...idea, ...grown };
    case 'list':
      return { ...base, agendaRound: entry.agendaRound, status: 'on-agenda' };
    case 'merge':
      return { ...base, status: 'merged', into: entry.into };
    case 'unmerge':
      return unmerged(whole(), base, entry);
    case 'absorb':
      return { ...idea, ...grown, coAuthors: [...idea.coAuthors, ...entry.coAuthors] };
    case 'release':
      return {
        ...idea,
        ...grown,
        coAuthors: idea.coAuthors.filter(({ via }) => via !== entry.idea),
      };
    case 'adopt':
      return {
        ...base,
        status: 'adopted',
        decision: {
          outcome: 'adopted',
          ...decided(idea, entry),
          ...(entry.reason !== undefined && { reason: entry.reason }),
        },
      };
    case 'decline':
      return {
        ...base,
        status: 'declined',
        decision: { outcome: 'declined', ...decided(idea, entry), ...reasonIn(entry) },
      };
    case 'defer':
      return {
        ...base,
        agendaRound: roundAfter(idea.agendaRound),
        status: 'deferred',
        decision: { outcome: 'deferred', ...decided(idea, entry), ...reasonIn(entry) },
      };
    case 'dismiss': {
      const { at, by, reason, reply, agendaRound } = entry;
      const words = { reason, ...(reply !== undefined && { reply }) };
      return {
        ...base,
        agendaRound,
        status: 'declined',
        decision: { outcome: 'declined', at, by, round: agendaRound, ...words },
      };
    }
    case 'reopen':
      return { ...base, agendaRound: entry.agendaRound, status: 'on-agenda' };
    case 'reply':
      return replied(idea, grown, entry.reply);
    case 'assign': {
      const { decision } = being('adopted', idea);
      const { owner, due, at } = entry;
      const implementation = { owner, due, assignedAt: at, progress: 0 };
      return { ...base, status: 'implementing', decision, implementation };
    }
    case 'reassign': {
      const before = being('implementing', idea);
      const { owner, due, at } = entry;
      return {
        ...before,
        ...grown,
        implementation: { ...before.implementation, owner, due, assignedAt: at },
      };
    }
    case 'report': {
      const before = being('implementing', idea);
      const { progress, note, at } = entry;
      return {
        ...before,
        ...grown,
        implementation: { ...before.implementation, progress, note, reportedAt: at },
      };
    }
    case 'complete': {
      const { decision, implementation } = being('implementing', idea);
      const { at, done, claimedBenefit, photos } = entry;
      const completion = { at, done, claimedBenefit, ...(photos && { photos }) };
      return { ...base, status: 'completed', decision, implementation, completion };
    }
    case 'send-back': {
      const { decision, implementation } = being('completed', idea);
      return { ...base, status: 'implementing', decision, implementation };
    }
    case 'accept': {
      const { decision, implementation, completion } = being('completed', idea);
      const { verifiedBenefit, proposal } = entry;
      const acceptance = { ...signed(entry), verifiedBenefit };
      const reward = { state: 'proposed', proposal } as const;
      return {
        ...base,
        status: 'accepted',
        decision,
        implementation,
        completion,
        acceptance,
        reward,
      };
    }
    case 'abandon': {
      const before = idea.status === 'adopted' ? idea : being('implementing', idea);
      const { at, by, reason } = entry;
      return {
        ...base,
        status: 'abandoned',
        decision: before.decision,
        ...('implementation' in before && { implementation: before.implementation }),
        abandonment: { at, by, reason },
      };
    }
    case 'approve-reward': {
      const before = being('accepted', idea);
      const { amount, shares } = entry;
      const { at, by } = signed(entry);
      const { proposal } = before.reward;
      const reward = {
        state: 'approved',
        proposal,
        amount,
        shares,
        approvedBy: by,
        approvedAt: at,
      } as const;
      return { ...before, ...grown, reward };
    }
    case 'pay-reward': {
      const before = being('accepted', idea);
      if (before.reward.state !== 'approved') throw new Error('a reward that was not approved');
      const { at, by } = signed(entry);
      return {
        ...before,
        ...grown,
        reward: { ...before.reward, state: 'paid', paidBy: by, paidAt: at },
      };
    }
    case 'name-excellent': {
      const { decision, ...rest } = adoptedBefore(idea);
      return { ...rest, ...grown, decision: { ...decision, excellent: signed(entry) } };
    }
    case 'unname-excellent': {
      const { decision, ...rest } = adoptedBefore(idea);
      const { excellent: _, ...others } = decision;
      return { ...rest, ...grown, decision: others };
    }
    case 'rate-outcome': {
      const { at, satisfaction, word } = entry;
      const rating = { at, satisfaction, ...(word !== undefined && { word }) };
      if (idea.status === 'declined')
        return { ...idea, ...grown, decision: { ...idea.decision, rating } };
      const { decision, ...rest } = adoptedBefore(idea);
      return { ...rest, ...grown, decision: { ...decision, rating } };
    }
    case 'appeal':
      return { ...being('declined', idea), ...grown, appeal: { at: entry.at } };
    case 'answer-appeal': {
      const before = being('declined', idea);
      if (entry.outcome === 'upheld')
        return { ...base, agendaRound: entry.agendaRound, status: 'on-agenda' };
      if (!before.appeal) throw new Error('an answer to no appeal');
      return { ...before, ...grown, appeal: { ...before.appeal, rejectedAt: entry.at } };
    }
    case 'claim':
      return { ...idea, ...grown, authorId: signed(entry).by, authorDepartment: entry.department };
    case 'acknowledge':
      return { ...idea, ...grown, coAuthors: [...idea.coAuthors, entry.coAuthor] };
    case 'refer':
    case 'give-opinion':
      return { ...idea, ...grown };
    case 'decline-authorship': {
      const { by } = signed(entry);
      return { ...idea, ...grown, coAuthors: idea.coAuthors.filter(({ id }) => id !== by) };
    }
  }
}

/**
 * The idea after its first acts, recomputed from its history. One act gives the idea as submitted.
 */
export function asOf(idea: Idea, acts: number): Idea {
  const [first, ...rest] = idea.history.slice(0, acts);
  if (!first) throw new RangeError('an idea has at least one act');
  const { id, organization, round, history } = idea;
  const claimed = history.some(({ act }) => act === 'claim');
  const later = history.slice(acts);
  const changed = later.find(entry => entry.act === 'revise' || entry.act === 'correct');
  const corrected = later.find(entry => entry.act === 'correct');
  const { submittedAt, authorId, authorDepartment } = corrected?.former ?? idea;
  const begun: SubmittedIdea | OnAgendaIdea = {
    ...contentOf(changed?.former ?? idea),
    id,
    organization,
    round,
    agendaRound: round,
    ...(!claimed && authorId !== undefined && { authorId }),
    ...(!claimed && authorDepartment !== undefined && { authorDepartment }),
    coAuthors: (first.act === 'submit' && first.coAuthors) || [],
    submittedAt,
    version: 1,
    history: [first],
    status: first.to === 'on-agenda' ? 'on-agenda' : 'submitted',
  };
  let now: Idea = begun;
  let whole: Idea = begun;
  for (const entry of rest) {
    const before = now;
    now = step(before, entry, () => whole);
    if (entry.act === 'merge') whole = before;
  }
  return now;
}

/**
 * The idea as its ballot decided it, if that decision stands. A member who has become a co-author
 * since then could still vote at the time.
 */
export function asDecided(idea: Idea): Idea {
  if (!('decision' in idea)) return idea;
  return asOf(idea, lastDecision(idea.history) + 1);
}

/** The idea narrowed to one state. */
function being<Status extends IdeaStatus>(status: Status, idea: Idea): IdeaIn<Status> {
  if (!is(status, idea))
    throw new Error(`an act for an idea that is ${status} met one that is ${idea.status}`);
  return idea;
}

function is<Status extends IdeaStatus>(status: Status, idea: Idea): idea is IdeaIn<Status> {
  return idea.status === status;
}

function placed(
  base: IdeaBase,
  { agendaRound, to }: { readonly agendaRound: RoundId; readonly to: IdeaStatus },
): Idea {
  return { ...base, agendaRound, status: to === 'on-agenda' ? to : 'submitted' };
}

/** The idea narrowed to the states of one that was adopted. */
function adoptedBefore(
  idea: Idea,
): IdeaIn<'adopted' | 'implementing' | 'completed' | 'accepted' | 'abandoned'> {
  switch (idea.status) {
    case 'adopted':
    case 'implementing':
    case 'completed':
    case 'accepted':
    case 'abandoned':
      return idea;
    default:
      throw new Error(`an act for an adopted idea met one that is ${idea.status}`);
  }
}

/** An idea's co-authors after its author has named others; without new ones, the present ones. */
function renamed({ coAuthors }: Idea, named: readonly CoAuthor[] | undefined) {
  return named ? [...named, ...coAuthors.filter(({ via }) => via !== undefined)] : coAuthors;
}

/** A merged idea in its former state; straight onto the agenda if its round deliberates. */
function unmerged(
  before: Idea,
  base: IdeaBase,
  entry: HistoryEntry & { readonly act: 'unmerge' },
): Idea {
  const { agendaRound } = entry;
  if (entry.to === 'returned')
    return { ...base, agendaRound, status: 'returned', note: being('returned', before).note };
  if (entry.to === 'deferred')
    return {
      ...base,
      agendaRound,
      status: 'deferred',
      decision: being('deferred', before).decision,
    };
  return placed(base, entry);
}

function decided(
  idea: Idea,
  entry: HistoryEntry & { readonly act: 'adopt' | 'decline' | 'defer' },
) {
  const { at, by, result, reply } = entry;
  return { at, by, round: idea.agendaRound, result, ...(reply !== undefined && { reply }) };
}

/** The reason of an act: a person's, or the ballot's rule. */
function reasonIn<Code extends ReasonCode>(entry: Reason<Code>): Reason<Code> {
  return 'reason' in entry ? { reason: entry.reason } : { reasonCode: entry.reasonCode };
}

/**
 * The idea with its decision's reply; each state separately, so that no state loses its own parts.
 */
function replied(idea: Idea, grown: Pick<Idea, 'version' | 'history'>, reply: string): Idea {
  switch (idea.status) {
    case 'adopted':
      return { ...idea, ...grown, decision: { ...idea.decision, reply } };
    case 'declined':
      return { ...idea, ...grown, decision: { ...idea.decision, reply } };
    case 'deferred':
      return { ...idea, ...grown, decision: { ...idea.decision, reply } };
    case 'implementing':
    case 'completed':
    case 'accepted':
    case 'abandoned':
      return { ...idea, ...grown, decision: { ...idea.decision, reply } };
    case 'submitted':
    case 'returned':
    case 'on-agenda':
    case 'withdrawn':
    case 'merged':
      throw new Error(`no decision to reply with: ${idea.status}`);
  }
}

/** The author and time of an act that only a person can do. */
function signed({ at, by }: HistoryEntry) {
  if (by.kind !== 'member') throw new Error('an act that only a member can do');
  return { at, by: by.id };
}
