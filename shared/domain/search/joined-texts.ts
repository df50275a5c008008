/**
 * The texts of many ideas as one. Chinese has no blanks, so each text has to be gone through; to go
 * through a long one once takes a fraction of the time of as many short ones.
 */
import type { SearchedTexts } from './matching.ts';
import type { SearchTerm, Wording } from './search-terms.ts';
import { neededPairs } from './search-terms.ts';

export interface JoinedTexts {
  readonly text: string;
  /** Where each idea's texts end in it. */
  readonly ends: Uint32Array;
}

/** Parts texts and ideas. No term has it. */
const BREAK = '\n';

/** Joins the texts of ideas, which keep their order. */
export function joinedTexts(ideas: readonly SearchedTexts[]): JoinedTexts {
  const ends = new Uint32Array(ideas.length);
  const parts: string[] = [];
  let length = 0;
  for (const [at, { title, problem, proposal }] of ideas.entries()) {
    parts.push(title, problem, proposal);
    length += title.length + problem.length + proposal.length + 3 * BREAK.length;
    ends[at] = length;
  }
  return { text: parts.join(BREAK), ends };
}

/**
 * The places of the ideas that may have all the terms, in order. It leaves out no idea that has
 * them; whether one has, and how well, `scoreOf` says.
 */
export function candidatesIn(joined: JoinedTexts, terms: readonly SearchTerm[]): number[] {
  const having = new Uint8Array(joined.ends.length);
  for (const [before, term] of terms.entries()) {
    const found = new Uint8Array(joined.ends.length);
    // Other words for a thing leave most of a long term's pairs the same.
    const known = new Map<string, readonly number[]>();
    const ideasWith = (word: string): readonly number[] => {
      const ideas = known.get(word) ?? placesOf(joined, word);
      known.set(word, ideas);
      return ideas;
    };
    for (const wording of [term, ...term.variants]) addCandidates(wording, ideasWith, found);
    for (let at = 0; at < found.length; at += 1)
      if (having[at] === before && found[at]) having[at] = before + 1;
  }
  const places: number[] = [];
  for (let at = 0; at < having.length; at += 1) if (having[at] === terms.length) places.push(at);
  return places;
}

/** Notes the ideas that have a wording, or enough of its pairs. */
function addCandidates(
  wording: Wording,
  ideasWith: (word: string) => readonly number[],
  found: Uint8Array,
): void {
  for (const at of ideasWith(wording.text)) found[at] = 1;
  if (wording.pairs.length === 0) return;
  const needed = neededPairs(wording);
  const pairs = new Uint16Array(found.length);
  for (const pair of wording.pairs)
    for (const at of ideasWith(pair)) {
      pairs[at] = (pairs[at] ?? 0) + 1;
      if (pairs[at] === needed) found[at] = 1;
    }
}

/** The places of the ideas with a word in their texts, each once. */
function placesOf({ text, ends }: JoinedTexts, word: string): number[] {
  const places: number[] = [];
  let [idea, at] = [0, text.indexOf(word)];
  while (at >= 0) {
    while ((ends[idea] ?? Infinity) <= at) idea += 1;
    places.push(idea);
    at = text.indexOf(word, ends[idea]);
  }
  return places;
}
