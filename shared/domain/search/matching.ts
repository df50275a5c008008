/**
 * How well an idea answers a search, and where. What stands in a title counts more than what stands
 * in the texts, the term itself more than another word for it, and both more than most of a long
 * term's pairs of characters: Chinese has no blanks, so 行车漏油 is also found in 行车的减速机漏油. The
 * score depends on the idea alone, so pages of hits continue where they ended.
 */
import { fold } from './folding.ts';
import { neededPairs, type SearchTerm, type Wording } from './search-terms.ts';

/** The texts of an idea in which is searched, folded. */
export interface SearchedTexts {
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
}

/** From a position to one after its end, in UTF-16 units. */
export type Mark = [from: number, to: number];

export interface Snippet {
  readonly of: 'problem' | 'proposal';
  readonly text: string;
  readonly marks: Mark[];
}

/** What a term is worth by where it is found. */
const WORTH = { wholeTitle: 150, title: 100, text: 60, pairsInTitle: 40, pairs: 20 };
/** What another word for a thing is worth less. */
const OTHER_WORD = 5;

/** The score of an idea for all the terms of a search, at least 1; 0 if one is not there. */
export function scoreOf(terms: readonly SearchTerm[], texts: SearchedTexts): number {
  let sum = 0;
  for (const term of terms) {
    const worth = worthOf(term, texts);
    if (worth === 0) return 0;
    sum += worth;
  }
  return sum;
}

function worthOf(term: SearchTerm, texts: SearchedTexts): number {
  return (
    first([term, ...term.variants], wording => exactWorth(wording.text, texts)) ||
    first([term, ...term.variants], wording => pairsWorth(wording, texts))
  );
}

/** The worth of the first wording that has one: the typed one, or less for another. */
function first(wordings: readonly Wording[], worth: (wording: Wording) => number): number {
  for (const [at, wording] of wordings.entries()) {
    const found = worth(wording);
    if (found > 0) return at === 0 ? found : Math.max(1, found - OTHER_WORD);
  }
  return 0;
}

function exactWorth(term: string, { title, problem, proposal }: SearchedTexts): number {
  if (title === term) return WORTH.wholeTitle;
  if (placeOf(title, term, 0) >= 0) return WORTH.title;
  return placeOf(problem, term, 0) >= 0 || placeOf(proposal, term, 0) >= 0 ? WORTH.text : 0;
}

/** By the share of the term's pairs of characters that are there, if it is most of them. */
function pairsWorth(wording: Wording, texts: SearchedTexts): number {
  const { pairs, others } = wording;
  const { title, problem, proposal } = texts;
  if (pairs.length === 0) return 0;
  const needed = neededPairs(wording);
  let [found, inTitle] = [0, 0];
  for (const [at, pair] of pairs.entries()) {
    if (title.includes(pair)) {
      inTitle += 1;
      found += 1;
    } else if (problem.includes(pair) || proposal.includes(pair)) found += 1;
    if (found + pairs.length - at - 1 < needed) return 0;
  }
  if (others.some(word => exactWorth(word, texts) === 0)) return 0;
  return Math.ceil(
    (WORTH.pairs * found + (WORTH.pairsInTitle - WORTH.pairs) * inTitle) / pairs.length,
  );
}

const DIGIT = /\p{N}/u;
const LETTER = /[a-zà-ÿ]/;

/**
 * The next place of a term from a position on, -1 if there is none. A number is not found in the
 * middle or at the end of another one, a Latin word not within another.
 */
function placeOf(text: string, term: string, from: number): number {
  const first = term.charAt(0);
  const kind = DIGIT.test(first) ? DIGIT : LETTER.test(first) ? LETTER : undefined;
  let at = text.indexOf(term, from);
  while (kind && at > 0 && kind.test(text.charAt(at - 1))) at = text.indexOf(term, at + 1);
  return at;
}

/** Where the terms are found in a text, in order and without overlaps. */
export function marksOf(terms: readonly SearchTerm[], text: string): Mark[] {
  const folded = fold(text);
  return joined(terms.flatMap(term => placesOf(term, folded)));
}

function placesOf(term: SearchTerm, folded: string): Mark[] {
  const wordings = [term, ...term.variants];
  for (const { text } of wordings) {
    const places = everyPlace(text, folded);
    if (places.length > 0) return places;
  }
  const parts = wordings.flatMap(({ pairs, others }) =>
    pairs.length > 0 ? [...pairs, ...others] : [],
  );
  return parts.flatMap(part => everyPlace(part, folded));
}

function everyPlace(word: string, folded: string): Mark[] {
  const places: Mark[] = [];
  for (let at = placeOf(folded, word, 0); at >= 0; at = placeOf(folded, word, at + 1))
    places.push([at, at + word.length]);
  return places;
}

/** Marks in order, those that overlap or touch as one. */
export function joined(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort(([a, aEnd], [b, bEnd]) => a - b || aEnd - bEnd);
  const result: Mark[] = [];
  for (const [from, to] of sorted) {
    const last = result[result.length - 1];
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

/** How much of a text is shown around its first mark. */
const SNIPPET = { before: 12, whole: 72 };

/** The part of an idea's texts around what was found; undefined if the texts do not have it. */
export function snippetOf(
  terms: readonly SearchTerm[],
  texts: { readonly problem: string; readonly proposal: string },
): Snippet | undefined {
  for (const field of ['problem', 'proposal'] as const) {
    const marks = marksOf(terms, texts[field]);
    const [first] = marks;
    if (first) return cut(field, texts[field], marks, first[0]);
  }
  return undefined;
}

function cut(of: Snippet['of'], text: string, marks: readonly Mark[], first: number): Snippet {
  const from = first <= SNIPPET.before ? 0 : atCharacter(text, first - SNIPPET.before);
  const to = Math.min(text.length, atCharacter(text, from + SNIPPET.whole));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    of,
    text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  };
}

/** The position, or the next one, if it is in the middle of a character of two units. */
function atCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}
