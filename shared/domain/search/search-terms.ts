/**
 * The terms of a search: what stands between blanks and signs, folded. An idea has to have all of
 * them, each in its own words or in other words for the same thing.
 */
import { fold } from './folding.ts';
import { synonymsIn } from './synonyms.ts';

export interface SearchTerm {
  readonly text: string;
  /** The same with another word for a thing. */
  readonly variants: readonly string[];
}

/** The most terms that are looked for; a longer search is by its first ones. */
const MOST_TERMS = 8;

/** A number with its decimals, or a run of letters, digits and Han characters. */
const TERM = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** The terms of a search, each once; none if it has only signs. */
export function termsOf(search: string): SearchTerm[] {
  const terms = new Set(fold(search).match(TERM) ?? []);
  return [...terms].slice(0, MOST_TERMS).map(text => ({ text, variants: synonymsIn(text) }));
}
