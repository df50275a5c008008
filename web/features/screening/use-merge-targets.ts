/**
 * The ideas that another can be merged into. Before anything is typed, those that are alike come
 * first, and then those of the page by their titles; for a typed text those of the page that have it
 * in their title or number, and then what a search of all rounds finds.
 */
import type { People } from '../../ui/person.tsx';
import { searchOf, useFound, useSimilar } from '../search/index.ts';
import { joinedTargets, mergeTargets, type ScreenedIdea } from './screening.ts';

interface Targets {
  readonly found: readonly ScreenedIdea[];
  /** Those of other rounds. */
  readonly people: People;
  /** Whether all are there that will be. */
  readonly complete: boolean;
}

export function useMergeTargets(
  source: ScreenedIdea,
  items: readonly ScreenedIdea[],
  typed: string,
): Targets {
  const { id: except, title, problem } = source;
  const similar = useSimilar({ title, problem, except });
  const found = useFound(searchOf(typed));
  const pages = typed === '' ? [] : (found.data?.pages ?? []);
  const ofPage = mergeTargets(items, source, typed);
  // The page's own has a number on the agenda, which the others lack.
  const known = (idea: ScreenedIdea) => items.find(({ id }) => id === idea.id) ?? idea;
  const alike = (similar.data?.ideas ?? []).map(({ idea }) => known(idea));
  const hits = pages.flatMap(({ hits }) => hits.map(({ idea }) => known(idea)));
  const asked = typed === '' ? similar : found;
  return {
    found: joinedTargets(typed === '' ? [alike, ofPage] : [ofPage, hits], source),
    people: Object.assign({}, similar.data?.people, ...pages.map(({ people }) => people)),
    complete: asked.data !== undefined || asked.error !== null,
  };
}
