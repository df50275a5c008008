/**
 * How a list of ideas is looked at: its filters and its order. They live in the address, so going
 * back finds the list unchanged; filtering and counting is done here, over what is loaded.
 */
import { IDEA_STATUSES, type IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import { isOf, type ListedIdea, wasAdopted } from './listed-idea.ts';

/** The orders of a list; the first is the usual one. */
export const SORTS = ['newest', 'oldest', 'supported', 'discussed', 'status'] as const;
type Sort = (typeof SORTS)[number];

export interface ListView {
  readonly status: IdeaStatus | undefined;
  readonly category: string | undefined;
  readonly department: string | undefined;
  readonly mine: boolean;
  readonly carriedOver: boolean;
  /** Those that were adopted, whatever has become of them since. */
  readonly everAdopted: boolean;
  readonly sort: Sort;
}

export type Filter = keyof typeof UNFILTERED;

/** No filter: the whole list, in any order. */
export const UNFILTERED: Omit<ListView, 'sort'> = {
  status: undefined,
  category: undefined,
  department: undefined,
  mine: false,
  carriedOver: false,
  everAdopted: false,
};

/** Reads a view from an address; what means nothing is left out. */
export function viewIn(search: URLSearchParams): ListView {
  return {
    status: IDEA_STATUSES.find(one => one === search.get('status')),
    category: search.get('category') ?? undefined,
    department: search.get('department') ?? undefined,
    mine: search.get('mine') === 'yes',
    carriedOver: search.get('carried') === 'yes',
    everAdopted: search.get('adopted') === 'yes',
    sort: SORTS.find(one => one === search.get('sort')) ?? 'newest',
  };
}

/** A view as it is written into an address: only what differs from the plain list. */
export function searchFor({
  status,
  category,
  department,
  mine,
  carriedOver,
  everAdopted,
  sort,
}: ListView): URLSearchParams {
  const search = new URLSearchParams();
  if (status !== undefined) search.set('status', status);
  if (category !== undefined) search.set('category', category);
  if (department !== undefined) search.set('department', department);
  if (mine) search.set('mine', 'yes');
  if (carriedOver) search.set('carried', 'yes');
  if (everAdopted) search.set('adopted', 'yes');
  if (sort !== 'newest') search.set('sort', sort);
  return search;
}

export function isFiltered(view: ListView): boolean {
  return searchFor({ ...view, sort: 'newest' }).toString() !== '';
}

/** The ideas of a view, in its order. `ideas` are newest first. */
export function inView(
  ideas: readonly ListedIdea[],
  view: ListView,
  reader: MemberId,
): ListedIdea[] {
  return sorted(
    ideas.filter(idea => passes(idea, view, reader)),
    view.sort,
  );
}

/** The ideas that would be in view without one of the filters: what its chips count. */
export function withoutFilter(
  ideas: readonly ListedIdea[],
  view: ListView,
  reader: MemberId,
  filter: Filter,
): ListedIdea[] {
  return ideas.filter(idea => passes(idea, { ...view, [filter]: UNFILTERED[filter] }, reader));
}

/** How many ideas there are of each value, in the order of first sight. */
export function countBy<Value>(
  ideas: readonly ListedIdea[],
  keyOf: (idea: ListedIdea) => Value | undefined,
): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  for (const idea of ideas) {
    const value = keyOf(idea);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function passes(
  idea: ListedIdea,
  { status, category, department, mine, carriedOver, everAdopted }: ListView,
  reader: MemberId,
): boolean {
  return (
    (status === undefined || idea.status === status) &&
    (category === undefined || idea.category === category) &&
    (department === undefined || idea.department === department) &&
    (!mine || isOf(idea, reader)) &&
    (!carriedOver || idea.carriedOver) &&
    (!everAdopted || wasAdopted(idea))
  );
}

/** Sorting keeps the order of equals, so equals stay newest first. */
function sorted(newestFirst: readonly ListedIdea[], sort: Sort): ListedIdea[] {
  const ideas = [...newestFirst];
  switch (sort) {
    case 'newest':
      return ideas;
    case 'oldest':
      return ideas.reverse();
    case 'supported':
      return ideas.sort((a, b) => b.supports - a.supports);
    case 'discussed':
      return ideas.sort((a, b) => b.comments - a.comments);
    case 'status':
      return ideas.sort(
        (a, b) => IDEA_STATUSES.indexOf(a.status) - IDEA_STATUSES.indexOf(b.status),
      );
  }
}
