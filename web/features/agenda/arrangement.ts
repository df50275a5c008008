/**
 * The order of an agenda while a secretary arranges it, before it is saved. Pure: an order goes in,
 * another comes out.
 */
import { type AgendaOrder, sortedBy } from '../../../shared/domain/idea/agenda.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import type { AgendaItem } from './agenda.ts';

type Arranged = Pick<AgendaItem, 'id' | 'submittedAt' | 'supports'>;

/**
 * The order with one idea moved to a position, counted from 1; a position beyond an end is that
 * end.
 */
export function moved(order: readonly IdeaId[], idea: IdeaId, place: number): IdeaId[] {
  if (!order.includes(idea)) return [...order];
  const others = order.filter(id => id !== idea);
  const at = Math.min(Math.max(Math.trunc(place) || 1, 1), order.length) - 1;
  return [...others.slice(0, at), idea, ...others.slice(at)];
}

/** All ideas by support or by time, as the API would sort them. */
export function sorted(items: readonly Arranged[], by: AgendaOrder): IdeaId[] {
  const supports = new Map(items.map(({ id, supports }) => [id, supports]));
  return sortedBy(by, items, id => supports.get(id) ?? 0);
}

/**
 * The order of the ideas that are on the agenda now: those that have left are removed, new ones
 * come last.
 */
export function reconciled(
  order: readonly IdeaId[],
  items: readonly Pick<AgendaItem, 'id'>[],
): IdeaId[] {
  const present = items.map(({ id }) => id);
  return [
    ...order.filter(id => present.includes(id)),
    ...present.filter(id => !order.includes(id)),
  ];
}
