/**
 * The agenda (议程) of a round: in which order its ideas come up, and under which number. The order is the secretary's as far as
 * they have set it, and by support for the rest; it is fixed when deliberation opens, so that nobody loses a number in the meeting.
 */
import type { Idea } from './idea.ts';
import type { IdeaId } from './ids.ts';
import type { Instant } from './instant.ts';
import { accepted, type Outcome, refused } from './refusal.ts';

/** What can be on an agenda, as far as its order is concerned. */
export type AgendaIdea = Pick<Idea, 'id' | 'submittedAt'>;

export interface Numbered<Item> {
  /** From 1. Numbers of ideas that have left the agenda stay free. */
  readonly number: number;
  readonly item: Item;
}

export const AGENDA_ORDERS = ['support', 'handed-in'] as const;
export type AgendaOrder = (typeof AGENDA_ORDERS)[number];

/** Whether an idea comes up in the meeting of its agenda's round: not while its author is to mend it, nor once it is gone. */
export function comesUp({ status }: Pick<Idea, 'status'>): boolean {
  return status !== 'returned' && status !== 'withdrawn' && status !== 'merged';
}

/** The ideas with their numbers: those that `order` names under their places in it, all others after it, oldest first. */
export function numbered<Item extends AgendaIdea>(
  ideas: readonly Item[],
  order: readonly IdeaId[],
): Numbered<Item>[] {
  const places = new Map(order.map((id, at) => [id, at + 1]));
  const late = ideas.filter(({ id }) => !places.has(id)).toSorted(byHandingIn);
  const numbers = new Map([
    ...places,
    ...late.map(({ id }, at): [IdeaId, number] => [id, order.length + at + 1]),
  ]);
  return ideas
    .map(item => ({ item, number: numbers.get(item.id) ?? 0 }))
    .toSorted((a, b) => a.number - b.number);
}

/**
 * A round's agenda as it is shown, from all the ideas that are found on it: what is up for decision or decided, under its number. Ideas
 * that come after `order` was fixed follow it as they come up.
 */
export function upOnAgenda(ideas: readonly Idea[], order: readonly IdeaId[]): Numbered<Idea>[] {
  const up = ideas.filter(isUp).map(idea => ({ id: idea.id, submittedAt: cameUpAt(idea), idea }));
  return numbered(up, order).map(({ number, item }) => ({ number, item: item.idea }));
}

/** Whether an idea is up for decision on the agenda it is found on, will be by itself, or was. The rest has left. */
export function isUp({ status }: Pick<Idea, 'status'>): boolean {
  return status !== 'returned' && status !== 'merged' && status !== 'withdrawn';
}

/** All of the ideas in order: the secretary's as far as it goes, then the most backed first. */
export function ordered(
  ideas: readonly AgendaIdea[],
  order: readonly IdeaId[],
  supports: (idea: IdeaId) => number,
): IdeaId[] {
  const placed = order.filter(id => ideas.some(idea => idea.id === id));
  const rest = ideas.filter(({ id }) => !placed.includes(id));
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

/**
 * An order as a secretary sets it: every idea of the agenda at most once. Those that are left out keep their order, after it.
 * Refuses `not-on-this-agenda`.
 */
export function arrange(wanted: readonly IdeaId[], before: readonly IdeaId[]): Outcome<readonly IdeaId[]> {
  const known = new Set(before);
  const strangers = wanted.filter(id => !known.has(id));
  if (strangers.length > 0) return refused({ code: 'not-on-this-agenda', ideas: strangers });
  const first = [...new Set(wanted)];
  return accepted([...first, ...before.filter(id => !first.includes(id))]);
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
