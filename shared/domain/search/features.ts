/**
 * The features by which texts are compared: each Han character, each pair of neighbours, each Latin
 * word and each number, as numbers. What every idea says (建议…, 存在安全隐患) and words without a meaning
 * of their own leave none.
 */
import { dictionaryOf, longestAt } from './dictionary.ts';
import { inDigits } from './numbers.ts';
import { inOneWord } from './synonyms.ts';
import { FILLERS } from './words/fillers.ts';

/** A character: its own feature, and that of the pair with the one before it; 0 if there is none. */
export interface Place {
  readonly single: number;
  readonly pair: number;
}

const FILLING = dictionaryOf(FILLERS.map(word => [word, true] as const));
const WORD = /[a-z]+|\d+(?:\.\d+)?/y;

/** Ideographs of the basic plane; others are too rare to matter. */
const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
const beginsWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);

/** A folded text in one form: numbers in digits, one word for each thing. */
export function plainOf(folded: string): string {
  return inOneWord(inDigits(folded));
}

/**
 * Goes through the places of a text in one form: each has its own feature, and that of the pair with
 * the place before it, or 0 after a gap. (No array of them, because the texts of a large organization
 * have millions.)
 */
export function eachPlace(plain: string, visit: (single: number, pair: number) => void): void {
  let before = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const filler = longestAt(FILLING, plain, at);
    if (filler !== undefined) {
      at += filler.word.length - 1;
      before = 0;
      continue;
    }
    const code = plain.charCodeAt(at);
    if (isHan(code)) {
      visit(code, before === 0 ? 0 : before * 0x10000 + code);
      before = code;
      continue;
    }
    before = 0;
    if (!beginsWord(code)) continue;
    WORD.lastIndex = at;
    const word = WORD.exec(plain)?.[0] ?? '';
    visit(wordFeature(word), 0);
    at += Math.max(0, word.length - 1);
  }
}

/** The places of a text in one form, in order. */
export function placesIn(plain: string): Place[] {
  const places: Place[] = [];
  eachPlace(plain, (single, pair) => places.push({ single, pair }));
  return places;
}

/** A number that no character and no pair of Han characters has. */
function wordFeature(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1)
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193) >>> 0;
  return 0xe0000000 + (hash & 0x0fffffff);
}

/** Whether a feature is a Latin word or a number. */
export const isWord = (feature: number): boolean => feature >= 0xe0000000;
/** Whether a feature is a single Han character. */
export const isSingle = (feature: number): boolean => feature < 0x10000;
