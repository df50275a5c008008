/**
 * Changes an idea in every cached reply that contains it: a list, its pages, the agenda, the idea
 * itself. Otherwise one place on the screen would show what another has not heard of yet.
 */
import type { QueryClient } from '@tanstack/preact-query';
import { type IdeaId, isIdeaId } from '../../../shared/domain/kernel/ids.ts';
import type { ListedIdea } from './listed-idea.ts';

/** An idea in a cached reply; not every reply has its counts. */
export type CachedIdea = Pick<ListedIdea, 'id' | 'version'> &
  Partial<Pick<ListedIdea, 'supports' | 'supported' | 'comments'>>;

export function changeCachedIdea(
  queryClient: QueryClient,
  id: IdeaId,
  how: (idea: CachedIdea) => CachedIdea,
): void {
  for (const { queryKey, state } of queryClient.getQueryCache().getAll()) {
    const after = withChanged(state.data, id, how);
    // What was read is as old as before.
    if (after !== state.data)
      queryClient.setQueryData(queryKey, after, { updatedAt: state.dataUpdatedAt });
  }
}

/**
 * Shows an act's answer everywhere, where it is an idea, or the outcomes of many: a second act that
 * begins before the lists have been read again then applies to the version that the first one left.
 */
export function showAnswer(queryClient: QueryClient, answer: unknown): void {
  for (const { idea: id, version } of outcomesIn(answer))
    changeCachedIdea(queryClient, id, idea =>
      idea.version < version ? { ...idea, version } : idea,
    );
  if (!isIdea(answer)) return;
  changeCachedIdea(queryClient, answer.id, idea =>
    idea.version < answer.version ? { ...idea, ...answer } : idea,
  );
}

/** The data with the changed idea; the same data if it does not contain the idea. */
function withChanged(data: unknown, id: IdeaId, how: (idea: CachedIdea) => CachedIdea): unknown {
  if (Array.isArray(data)) {
    const after = data.map(one => withChanged(one, id, how));
    return after.some((one, at) => one !== data[at]) ? after : data;
  }
  if (isIdea(data)) return data.id === id ? how(data) : data;
  if (typeof data !== 'object' || data === null) return data;
  for (const list of ['pages', 'items', 'hits', 'ideas', 'idea'] as const) {
    const within: unknown = list in data ? Reflect.get(data, list) : undefined;
    const after = withChanged(within, id, how);
    if (after !== within) return { ...data, [list]: after };
  }
  return data;
}

interface Outcome {
  readonly idea: IdeaId;
  readonly version: number;
}

/** What a batch has done. */
function outcomesIn(answer: unknown): Outcome[] {
  if (typeof answer !== 'object' || answer === null || !('ideas' in answer)) return [];
  return Array.isArray(answer.ideas) ? answer.ideas.filter(isDone) : [];
}

function isDone(value: unknown): value is Outcome {
  return (
    typeof value === 'object' &&
    value !== null &&
    'idea' in value &&
    'version' in value &&
    typeof value.version === 'number'
  );
}

function isIdea(value: unknown): value is CachedIdea {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    'version' in value &&
    typeof value.id === 'string' &&
    isIdeaId(value.id)
  );
}
