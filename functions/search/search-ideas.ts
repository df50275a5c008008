/** Searches the ideas of an organization by words. */
import * as contract from '../../shared/contract/routes/search.ts';
import {
  type HitPlace,
  readSearchCursor,
  searchCursorAfter,
} from '../../shared/domain/idea/cursor.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { fold } from '../../shared/domain/search/folding.ts';
import {
  candidatesIn,
  type JoinedTexts,
  joinedTexts,
} from '../../shared/domain/search/joined-texts.ts';
import { marksOf, scoreOf, snippetOf } from '../../shared/domain/search/matching.ts';
import { type SearchTerm, termsOf } from '../../shared/domain/search/search-terms.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { IdeaFilter } from '../../shared/store/ideas.ts';
import { perRound, type SearchedRound } from '../../shared/store/search-index.ts';
import type { SearchEntry } from '../../shared/store/search-items.ts';
import { listed } from '../listed-ideas.ts';
import type { SearchDeps } from './dependencies.ts';
import { foundIdeas } from './found-ideas.ts';

type Filter = IdeaFilter & { readonly round?: Idea['round'] };

const USUAL_LIMIT = 20;

export function searchIdeas(deps: SearchDeps): Endpoint {
  const joinedOf = perRound(({ entries }) => joinedTexts(entries));
  return endpoint(contract.searchIdeas, memberOf(deps.members), async ({ path, query, member }) => {
    const { q, cursor, limit = USUAL_LIMIT, ...filter } = query;
    const terms = termsOf(q);
    const places = ranked(terms, filter, await deps.index.of(path.organization), joinedOf);
    const ranking = new Set(places.map(({ id }) => id));
    const find = foundIdeas(path.organization, deps.ideas.seenBy(member.id));
    const found = new Map<IdeaId, Idea>();
    let [at, last] = [cursor === undefined ? 0 : placeAfter(places, cursor), places[0]];
    // Of what the index finds, some may have changed since: a page goes on until it is full.
    while (found.size < limit && at < places.length) {
      const next = places.slice(at, at + limit - found.size);
      for (const { hit, idea } of await find(next.map(({ id }) => id))) {
        const elsewhere = hit !== idea.id && ranking.has(idea.id);
        if (!elsewhere && passes(idea, filter) && (hit !== idea.id || isFound(idea, terms)))
          found.set(idea.id, idea);
      }
      at += next.length;
      last = next[next.length - 1];
    }
    const ideas = [...found.values()];
    const rows = await listed(ideas, member, deps);
    return answer({
      hits: rows.map((idea, place) => ({
        idea,
        marks: { title: marksOf(terms, idea.title) },
        ...snippetIn(terms, ideas[place]),
      })),
      total: places.length,
      ...(at < places.length && last && { nextCursor: searchCursorAfter(last) }),
    });
  });
}

/** What the index finds, the best first, and of equally good ones the newer first. */
function ranked(
  terms: readonly SearchTerm[],
  filter: Filter,
  rounds: readonly SearchedRound[],
  joinedOf: (round: SearchedRound) => JoinedTexts,
): HitPlace[] {
  if (terms.length === 0) return [];
  const places: HitPlace[] = [];
  for (const round of rounds)
    for (const at of candidatesIn(joinedOf(round), terms)) {
      const entry = round.entries[at];
      // A merged idea leads to another one, which has to pass.
      if (!entry || (entry.status !== 'merged' && !passes(entry, filter))) continue;
      const score = scoreOf(terms, entry);
      if (score > 0) places.push({ score, id: entry.id });
    }
  return places.sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

function isBefore(one: HitPlace, other: HitPlace): boolean {
  return one.score === other.score ? one.id > other.id : one.score > other.score;
}

function placeAfter(
  places: readonly HitPlace[],
  cursor: Parameters<typeof readSearchCursor>[0],
): number {
  const end = readSearchCursor(cursor);
  const at = places.findIndex(place => isBefore(end, place));
  return at < 0 ? places.length : at;
}

function passes(
  idea: Pick<SearchEntry, 'id' | 'status' | 'category'> & Partial<Pick<SearchEntry, 'department'>>,
  { round, status, category, department }: Filter,
): boolean {
  return (
    (round === undefined || idea.id.startsWith(`${round}-`)) &&
    (status === undefined || idea.status === status) &&
    (category === undefined || idea.category === category) &&
    (department === undefined || idea.department === department)
  );
}

function isFound({ title, problem, proposal }: Idea, terms: readonly SearchTerm[]): boolean {
  const texts = { title: fold(title), problem: fold(problem), proposal: fold(proposal) };
  return scoreOf(terms, texts) > 0;
}

function snippetIn(terms: readonly SearchTerm[], idea: Idea | undefined) {
  const snippet = idea && snippetOf(terms, idea);
  return snippet && { snippet };
}
