/**
 * The features by which texts are compared: each Han character, each pair of neighbours, each Latin
 * word and each number, as numbers. What every idea says (建议…, 存在安全隐患) and words without a meaning
 * of their own leave none.
 */
import { dictionaryOf, longestAt, NONE } from './dictionary.ts';
import { inDigits } from './numbers.ts';
import { inOneWord } from './synonyms.ts';
import { type Units, unitsOf } from './units.ts';
import { FILLERS } from './words/fillers.ts';

/** A character: its own feature, and that of the pair with the one before it; 0 if there is none. */
export interface Place {
  readonly single: number;
  readonly pair: number;
}

const FILLING = dictionaryOf(FILLERS.map(word => [word, true] as const));

/** Ideographs of the basic plane; others are too rare to matter. */
const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => code >= 0x61 && code <= 0x7a;
const POINT = 0x2e;

/** A folded text in one form: numbers in digits, one word for each thing. */
export function plainOf(folded: string): string {
  return inOneWord(inDigits(folded));
}

/** The most features that a text leaves for each of its units. */
export const FEATURES_OF_UNIT = 2;

/**
 * Writes the features of a text in one form into an array, from a place on, and returns where they
 * end: of each place its own, and then that of the pair with the place before it, but not after a gap.
 */
export function putFeatures({ all, length }: Units, into: Uint32Array, from: number): number {
  let [before, end] = [0, from];
  for (let at = 0; at < length; at += 1) {
    const filler = longestAt(FILLING, all, at);
    if (filler !== NONE) {
      at += (FILLING.lengths[filler] ?? 1) - 1;
      before = 0;
      continue;
    }
    const code = all[at] ?? 0;
    if (isHan(code)) {
      into[end] = code;
      end += 1;
      if (before !== 0) {
        into[end] = before * 0x10000 + code;
        end += 1;
      }
      before = code;
      continue;
    }
    before = 0;
    const wordEnd = endOfWord(all, at);
    if (wordEnd === at) continue;
    into[end] = wordFeature(all, at, wordEnd);
    end += 1;
    at = wordEnd - 1;
  }
  return end;
}

/** Where a Latin word or a number ends that begins at a place; the place itself, if none does. */
function endOfWord(all: Uint16Array, at: number): number {
  if (isLatin(all[at] ?? 0)) return endOf(all, at, isLatin);
  const end = endOf(all, at, isDigit);
  return end > at && all[end] === POINT && isDigit(all[end + 1] ?? 0)
    ? endOf(all, end + 1, isDigit)
    : end;
}

function endOf(all: Uint16Array, from: number, isOne: (code: number) => boolean): number {
  let end = from;
  while (isOne(all[end] ?? 0)) end += 1;
  return end;
}

/** The features of a text in one form, in order. */
export function featuresIn(plain: string): Uint32Array {
  const units = unitsOf(plain);
  const features = new Uint32Array(FEATURES_OF_UNIT * units.length);
  return features.subarray(0, putFeatures(units, features, 0));
}

/** The places of a text in one form, in order. */
export function placesIn(plain: string): Place[] {
  const places: Place[] = [];
  let single = 0;
  for (const feature of featuresIn(plain)) {
    if (isPair(feature)) places[places.length - 1] = { single, pair: feature };
    else places.push({ single: feature, pair: 0 });
    single = feature;
  }
  return places;
}

/** A number that no character and no pair of Han characters has. */
function wordFeature(all: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (all[at] ?? 0), 0x01000193) >>> 0;
  return 0xe0000000 + (hash & 0x0fffffff);
}

/** Whether a feature is a Latin word or a number. */
export const isWord = (feature: number): boolean => feature >= 0xe0000000;
/** Whether a feature is a single Han character. */
export const isSingle = (feature: number): boolean => feature < 0x10000;
const isPair = (feature: number): boolean => !isSingle(feature) && !isWord(feature);
