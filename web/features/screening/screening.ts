/**
 * The screening list: ideas that wait for the secretary come first, filters narrow it down, and a
 * merge finds ideas with similar content. Pure, so that order and search can be tested without a
 * page.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { listIdeas } from '../../../shared/contract/routes/ideas.ts';
import { type IdeaStatus, priorStatuses } from '../../../shared/domain/idea/lifecycle.ts';
import { type IdeaId, roundOfIdea } from '../../../shared/domain/kernel/ids.ts';

export type ListedIdea = ReplyOf<typeof listIdeas>['items'][number];

/**
 * An idea to screen; with its agenda number if it has one, which is final once the idea is on the
 * agenda.
 */
export type ScreenedIdea = ListedIdea & {
  readonly number?: number;
  /**
   * Whether the idea it was merged into was withdrawn, so that it is stuck until it is unmerged.
   */
  readonly stranded?: boolean;
  /** Whether it was submitted for an earlier round. */
  readonly earlier?: boolean;
};

/** Merged ideas that are stuck until the secretary takes them out of a withdrawn idea. */
const STRANDED = -1;

/** Ideas that need attention come first; those with a result come last. */
const RANKS: Readonly<Record<IdeaStatus, number>> = {
  submitted: 0,
  returned: 1,
  deferred: 2,
  'on-agenda': 3,
  merged: 4,
  adopted: 5,
  implementing: 5,
  completed: 5,
  accepted: 5,
  abandoned: 5,
  declined: 5,
  withdrawn: 6,
};

type Ranked = Pick<ScreenedIdea, 'id' | 'status' | 'submittedAt' | 'into' | 'stranded'>;

/**
 * Each idea once: stuck or waiting ones first, and within that the oldest first. Later lists
 * override earlier ones. Complete lists have all ideas of a round that the reader may see.
 */
export function inScreeningOrder<Item extends Ranked>(
  lists: readonly (readonly Item[])[],
  { complete }: { readonly complete: boolean },
): Item[] {
  const each = new Map(lists.flat().map(item => [item.id, item]));
  // A withdrawn idea is left out of a round's list, except for its authors. Ideas of other rounds
  // may be in none of the lists and still be there.
  const isStranded = ({ id, into }: Item) =>
    into !== undefined &&
    (each.has(into) ? each.get(into)?.status === 'withdrawn' : complete && isOfOneRound(id, into));
  return [...each.values()]
    .map(item => (isStranded(item) ? { ...item, stranded: true } : item))
    .toSorted(
      (a, b) =>
        rankOf(a) - rankOf(b) || compare(a.submittedAt, b.submittedAt) || compare(a.id, b.id),
    );
}

function isOfOneRound(one: IdeaId, other: IdeaId): boolean {
  return roundOfIdea(one) === roundOfIdea(other);
}

function rankOf(item: Ranked): number {
  return item.stranded === true ? STRANDED : RANKS[item.status];
}

/** Adopted ideas, the earliest adoption first. */
export function longestAdoptedFirst<Item extends Pick<ListedIdea, 'id' | 'decision'>>(
  items: readonly Item[],
): Item[] {
  return items.toSorted(
    (a, b) => compare(a.decision?.at ?? '', b.decision?.at ?? '') || compare(a.id, b.id),
  );
}

/** Whether an idea waits for the secretary. */
export function isWaiting({
  status,
  stranded,
}: Pick<ScreenedIdea, 'status' | 'stranded'>): boolean {
  return status === 'submitted' || stranded === true;
}

/** The acts that a secretary may do on many ideas at once. */
export type BatchAct = 'list' | 'dismiss';

/** Whether an idea's state allows an act on it together with others. */
export function allows(act: BatchAct, { status }: Pick<ScreenedIdea, 'status'>): boolean {
  return priorStatuses(act).includes(status);
}

/** Whether anything can be done with an idea together with others. */
export function isChoosable(idea: Pick<ScreenedIdea, 'status'>): boolean {
  return allows('list', idea) || allows('dismiss', idea);
}

/** The next waiting idea after the given one, wrapping around; undefined if there is none. */
export function nextWaiting<Item extends Pick<ScreenedIdea, 'id' | 'status' | 'stranded'>>(
  items: readonly Item[],
  from: IdeaId | undefined,
): Item | undefined {
  const start = items.findIndex(({ id }) => id === from) + 1;
  return [...items.slice(start), ...items.slice(0, start)].find(
    item => item.id !== from && isWaiting(item),
  );
}

type Mergeable = Pick<ScreenedIdea, 'id' | 'status' | 'title' | 'number'>;

/**
 * The ideas that another can be merged into, filtered by the typed text: a part of a title or of an
 * id, or a number on the agenda. The most similar titles come first.
 */
export function mergeTargets<Item extends Mergeable>(
  items: readonly Item[],
  source: Pick<Item, 'id' | 'title'>,
  typed: string,
): Item[] {
  const wanted = plain(typed);
  const open = priorStatuses('absorb');
  return items
    .filter(({ id, status }) => id !== source.id && open.includes(status))
    .filter(
      ({ id, status, title, number }) =>
        wanted === '' ||
        (status === 'on-agenda' && String(number) === wanted) ||
        plain(title).includes(wanted) ||
        id.includes(wanted),
    )
    .map(item => ({ item, alike: alikeness(source.title, item.title) }))
    .toSorted((a, b) => b.alike - a.alike)
    .map(({ item }) => item);
}

/** The ideas of several lists, each once, that another can be merged into. */
export function joinedTargets<Item extends Pick<ScreenedIdea, 'id' | 'status'>>(
  lists: readonly (readonly Item[])[],
  source: Pick<Item, 'id'>,
): Item[] {
  const open = priorStatuses('absorb');
  const each = new Map<IdeaId, Item>();
  for (const item of lists.flat())
    if (item.id !== source.id && open.includes(item.status) && !each.has(item.id))
      each.set(item.id, item);
  return [...each.values()];
}

/**
 * The similarity of two titles, from 0 to 1: the share of adjacent pairs of characters that they
 * have in common.
 */
export function alikeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  if (a.size + b.size === 0) return 0;
  return (2 * [...a].filter(pair => b.has(pair)).length) / (a.size + b.size);
}

function pairs(title: string): Set<string> {
  const characters = [...plain(title).replaceAll(/[\p{P}\p{Z}]/gu, '')];
  return new Set(characters.slice(1).map((character, at) => `${characters[at]}${character}`));
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
