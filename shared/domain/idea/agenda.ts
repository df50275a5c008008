/**
 * The agenda (议程) of a round: the order and the numbers of its ideas. The secretary may set the
 * order; ideas they have not placed follow by support. The order is fixed when deliberation opens.
 * A later idea is added at the end when it is first seen, so no idea loses its number during the
 * meeting.
 */
import type { IdeaId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { BallotClosed, Round } from '../round/round.ts';
import { type Idea, isDismissed } from './idea.ts';

export type NotOnThisAgenda = {
  readonly code: 'not-on-this-agenda';
  readonly ideas: readonly IdeaId[];
};

/** The parts of an idea that its order on an agenda needs. */
export type AgendaIdea = Pick<Idea, 'id' | 'submittedAt'>;

export interface Numbered<Item> {
  /** From 1. Numbers of ideas that have left the agenda stay unused. */
  readonly number: number;
  readonly item: Item;
}

export const AGENDA_ORDERS = ['support', 'handed-in'] as const;
export type AgendaOrder = (typeof AGENDA_ORDERS)[number];

/**
 * Whether an idea is on its agenda: it is up for decision, will be scheduled automatically, or was
 * decided there. All others have left.
 */
export function isOnAgenda(idea: Idea): boolean {
  return !isDismissed(idea) && !hasLeftAgenda(idea);
}

/** Whether an idea has left its agenda: returned, merged or withdrawn. */
export function hasLeftAgenda({ status }: Pick<Idea, 'status'>): boolean {
  return status === 'returned' || status === 'merged' || status === 'withdrawn';
}

/**
 * The ideas that the order names, each with its position from 1. An idea not in the order has no
 * number yet.
 */
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
 * The ideas that have arrived since the order was fixed, by arrival. For an unnamed author's act
 * only the day of arrival is known.
 */
export function latecomers(ideas: readonly Idea[], order: readonly IdeaId[]): IdeaId[] {
  const placed = new Set(order);
  const late = ideas.filter(({ id }) => !placed.has(id));
  return late
    .map(idea => ({ id: idea.id, submittedAt: cameUpAt(idea) }))
    .toSorted(bySubmission)
    .map(({ id }) => id);
}

/** All of the ideas in order: the secretary's placed ones first, then the most supported first. */
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

/** The ideas sorted by support, the most supported first, or by submission, the oldest first. */
export function sortedBy(
  by: AgendaOrder,
  ideas: readonly AgendaIdea[],
  supports: (idea: IdeaId) => number,
): IdeaId[] {
  const oldestFirst = ideas.toSorted(bySubmission).map(({ id }) => id);
  return by === 'support' ? oldestFirst.toSorted((a, b) => supports(b) - supports(a)) : oldestFirst;
}

/** The round, if its agenda may still be arranged: until its ballots close. */
export function arrangeable(round: Round, at: Instant): Result<Round, BallotClosed> {
  const { closesAt } = round.schedule;
  if (round.state === 'collecting') return ok(round);
  return round.state === 'deliberating' && at < closesAt
    ? ok(round)
    : err({ code: 'ballot-closed', round: round.id, closedAt: closesAt });
}

/**
 * The agenda's new order: the ideas that the secretary names, each once, then the others in their
 * former order.
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

/**
 * Whether the order that a secretary has set is the one that another saw, as far as both have the
 * same ideas: ideas come and leave, and those that nobody placed move with their support.
 */
export function isSeenAs(placed: readonly IdeaId[], seen: readonly IdeaId[]): boolean {
  const [set, known] = [new Set(placed), new Set(seen)];
  const left = seen.filter(id => set.has(id));
  return placed.filter(id => known.has(id)).every((id, at) => id === left[at]);
}

/** When an idea first came onto its present agenda; its submission time, if it still waits. */
function cameUpAt({ history, round, agendaRound, submittedAt }: Idea): Instant {
  const first = history.find(
    entry =>
      entry.to === 'on-agenda' &&
      ('agendaRound' in entry ? entry.agendaRound : round) === agendaRound,
  );
  return first?.at ?? submittedAt;
}

function bySubmission(a: AgendaIdea, b: AgendaIdea): number {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
