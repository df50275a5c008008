/**
 * The agenda (议程) of a round: in which order its ideas come up, and under which number. The order is the secretary's as far as
 * they have set it, and by support for the rest; it is fixed when deliberation opens, and what comes later is added at its end as soon
 * as it is seen, so that nobody loses a number in the meeting.
 */
import type { IdeaId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { BallotClosed, Round } from '../round/round.ts';
import { type Idea, isDismissed } from './idea.ts';

export type NotOnThisAgenda = { readonly code: 'not-on-this-agenda'; readonly ideas: readonly IdeaId[] };

/** What can be on an agenda, as far as its order is concerned. */
export type AgendaIdea = Pick<Idea, 'id' | 'submittedAt'>;

export interface Numbered<Item> {
  /** From 1. Numbers of ideas that have left the agenda stay free. */
  readonly number: number;
  readonly item: Item;
}

export const AGENDA_ORDERS = ['support', 'handed-in'] as const;
export type AgendaOrder = (typeof AGENDA_ORDERS)[number];

/** Whether an idea is up for decision on the agenda it is found on, will be by itself, or was. The rest has left. */
export function isOnAgenda(idea: Idea): boolean {
  return !isDismissed(idea) && !hasLeftAgenda(idea);
}

/** Whether an idea has left the agenda it is found on by what became of it: returned, merged or withdrawn. */
export function hasLeftAgenda({ status }: Pick<Idea, 'status'>): boolean {
  return status === 'returned' || status === 'merged' || status === 'withdrawn';
}

/** The ideas under their places in the order; what it does not name has no number yet. */
export function numbered<Item extends Pick<Idea, 'id'>>(
  ideas: readonly Item[],
  order: readonly IdeaId[],
): Numbered<Item>[] {
  const found = new Map(ideas.map(idea => [idea.id, idea]));
  return order.flatMap((id, at) => {
    const item = found.get(id);
    return item ? [{ number: at + 1, item }] : [];
  });
}

/**
 * The ideas that have come since the order was fixed, as they are to follow it: in the order of their coming, which of what an unnamed
 * author did is known by the day alone.
 */
export function latecomers(ideas: readonly Idea[], order: readonly IdeaId[]): IdeaId[] {
  const placed = new Set(order);
  const late = ideas.filter(({ id }) => !placed.has(id));
  return late
    .map(idea => ({ id: idea.id, submittedAt: cameUpAt(idea) }))
    .toSorted(byHandingIn)
    .map(({ id }) => id);
}

/** All of the ideas in order: the secretary's as far as it goes, then the most backed first. */
export function ordered(
  ideas: readonly AgendaIdea[],
  order: readonly IdeaId[],
  supports: (idea: IdeaId) => number,
): IdeaId[] {
  const present = new Set(ideas.map(({ id }) => id));
  const placed = order.filter(id => present.has(id));
  const taken = new Set(placed);
  const rest = ideas.filter(({ id }) => !taken.has(id));
  return [...placed, ...sortedBy('support', rest, supports)];
}

/** The ideas sorted by support, the most backed first, or by when they were handed in, the oldest first. */
export function sortedBy(
  by: AgendaOrder,
  ideas: readonly AgendaIdea[],
  supports: (idea: IdeaId) => number,
): IdeaId[] {
  const oldestFirst = ideas.toSorted(byHandingIn).map(({ id }) => id);
  return by === 'support' ? oldestFirst.toSorted((a, b) => supports(b) - supports(a)) : oldestFirst;
}

/** Whether an agenda may still be arranged: until the round's ballots close. */
export function arrangeable(round: Round, at: Instant): Result<Round, BallotClosed> {
  const { closesAt } = round.schedule;
  if (round.state === 'collecting') return ok(round);
  return round.state === 'deliberating' && at < closesAt
    ? ok(round)
    : err({ code: 'ballot-closed', round: round.id, closedAt: closesAt });
}

/**
 * An order as a secretary sets it: every idea of the agenda at most once. Those that are left out keep their order, after it.
 */
export function arrangeAgenda(
  wanted: readonly IdeaId[],
  before: readonly IdeaId[],
): Result<readonly IdeaId[], NotOnThisAgenda> {
  const known = new Set(before);
  const strangers = wanted.filter(id => !known.has(id));
  if (strangers.length > 0) return err({ code: 'not-on-this-agenda', ideas: strangers });
  const first = new Set(wanted);
  return ok([...first, ...before.filter(id => !first.has(id))]);
}

/** When an idea first came up on the agenda it is on now; when it was handed in, if it only waits to. */
function cameUpAt({ history, round, agendaRound, submittedAt }: Idea): Instant {
  const first = history.find(
    entry => entry.to === 'on-agenda' && ('agendaRound' in entry ? entry.agendaRound : round) === agendaRound,
  );
  return first?.at ?? submittedAt;
}

function byHandingIn(a: AgendaIdea, b: AgendaIdea): number {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
