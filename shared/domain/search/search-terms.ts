/**
 * The terms of a search: what stands between blanks and signs, folded. An idea has to have all of
 * them, each in its own words or in other words for the same thing.
 */
import { fold } from './folding.ts';
import { synonymsIn } from './synonyms.ts';

export interface SearchTerm extends Wording {
  /** The same with another word for a thing. */
  readonly variants: readonly Wording[];
}

/** A term as it is typed, or with another word. */
export interface Wording {
  readonly text: string;
  /** Of a long term: its pairs of neighbouring Han characters, each once, of which most will do. */
  readonly pairs: readonly string[];
  /** Then its numbers and words that are not Chinese, of which no part will do. */
  readonly others: readonly string[];
}

/** The most terms that are looked for; a longer search is by its first ones. */
const MOST_TERMS = 8;

/** A number with its decimals, or a run of letters, digits and Han characters. */
const TERM = /\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/** The shortest term of which a part may do. */
const LONG = 3;
/** How much of the pairs of a long term will do. */
const MOST_OF_PAIRS = 0.5;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;
const NOT_HAN = /\p{N}[\p{N}.]*|[^\p{Script=Han}\p{N}]+/gu;

/** The terms of a search, each once; none if it has only signs. */
export function termsOf(search: string): SearchTerm[] {
  const terms = new Set(fold(search).match(TERM) ?? []);
  return [...terms].slice(0, MOST_TERMS).map(text => ({
    ...wordingOf(text),
    variants: synonymsIn(text).map(wordingOf),
  }));
}

function wordingOf(text: string): Wording {
  return {
    text,
    pairs: text.length < LONG ? [] : pairsIn(text),
    others: text.match(NOT_HAN) ?? [],
  };
}

/** How many of a wording's pairs an idea has to have. */
export function neededPairs({ pairs }: Wording): number {
  return Math.ceil(pairs.length * MOST_OF_PAIRS);
}

function pairsIn(term: string): string[] {
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= term.length; at += 1) {
    const pair = term.slice(at, at + 2);
    if (HAN_PAIR.test(pair)) pairs.add(pair);
  }
  return [...pairs];
}
