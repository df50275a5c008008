/**
 * What a text is about, beyond its own words. Each line of the lists `one-matter` and `same-saying` is
 * a matter; its words are cues for it. A text is about a matter the more, the more of its cues it has.
 */
import { dictionaryOf, FOUND, findAt, NONE } from './dictionary.ts';
import { featuresIn } from './features.ts';
import { inDigits } from './numbers.ts';
import { inOneWord } from './synonyms.ts';
import { type Units, unitsOf } from './units.ts';
import { ONE_MATTER } from './words/one-matter.ts';
import { SAME_SAYING } from './words/same-saying.ts';
import { SAME_THING } from './words/same-thing.ts';

/** Matters by their numbers: first those of things, from `MATTERS_OF_THINGS` on common sayings. */
const MATTERS = [...ONE_MATTER, ...SAME_SAYING].map(
  words => new Set(words.map(word => inOneWord(inDigits(word)))),
);
export const MATTERS_OF_THINGS = ONE_MATTER.length;
export const ALL_MATTERS = MATTERS.length;

/** The matters of each cue. */
const BY_CUE = new Map<string, number[]>();
for (const [matter, words] of MATTERS.entries())
  for (const cue of words) {
    const known = BY_CUE.get(cue);
    if (known) known.push(matter);
    else BY_CUE.set(cue, [matter]);
  }
const CUES = [...BY_CUE.keys()];
const MATTERS_OF: readonly (readonly number[])[] = [...BY_CUE.values()];
export const ALL_CUES = CUES.length;
/** A longer cue says more, and one of many matters less of each. */
const SAID: readonly number[] = CUES.map(
  (cue, at) => ([0.7, 1][cue.length - 1] ?? 1.2) / Math.sqrt(MATTERS_OF[at]?.length ?? 1),
);
/**
 * The cues by their numbers. Names of things, which are no cues, keep a single character within them
 * from being one: 门 in 龙门铣.
 */
const KNOWN = dictionaryOf([
  ...CUES.map((cue, number) => [cue, number] as const),
  ...SAME_THING.flatMap(group => group.slice(0, 1)).map(word => [word, NONE] as const),
]);
const CUE_OF = Int16Array.from(KNOWN.meanings);

/** The same in arrays, one cue after the other, and where those of each begin: faster for millions. */
export const MATTERS_OF_CUES = Uint16Array.from(MATTERS_OF.flat());
export const MATTERS_BEGIN = new Uint32Array(ALL_CUES + 1);
for (const [cue, { length }] of MATTERS_OF.entries())
  MATTERS_BEGIN[cue + 1] = (MATTERS_BEGIN[cue] ?? 0) + length;

/** The matters of a cue, by its number. */
export const mattersOf = (cue: number): readonly number[] => MATTERS_OF[cue] ?? [];
/** How much a cue says of each of its matters. */
export const saidBy = (cue: number): number => SAID[cue] ?? 0;

/** The most cues that a text has for each of its units. */
export const CUES_OF_UNIT = Math.max(...KNOWN.lengths);

/**
 * Writes the cues that a text in one word has into an array, from its beginning on, and returns where
 * they end. Some are there more than once. A single character is none within a longer word.
 */
export function putCues({ all, length }: Units, into: Uint32Array): number {
  let [end, covered] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const within = at < covered;
    const found = findAt(KNOWN, all, at);
    for (let which = 0; which < found; which += 1) {
      const word = FOUND[which] ?? NONE;
      const letters = KNOWN.lengths[word] ?? 0;
      if (letters === 1 && (within || found > 1)) continue;
      if (at + letters > covered) covered = at + letters;
      const cue = CUE_OF[word] ?? NONE;
      if (cue === NONE) continue;
      into[end] = cue;
      end += 1;
    }
  }
  return end;
}

/** The cues that a text in one word has; some of them more than once. */
export function cuesIn(plain: string): Uint32Array {
  const cues = new Uint32Array(CUES_OF_UNIT * plain.length);
  return cues.subarray(0, putCues(unitsOf(plain), cues));
}

/** The cues of each matter that a text is about. */
export type CuesByMatter = ReadonlyMap<number, ReadonlySet<number>>;

export function byMatter(cues: Iterable<number>): CuesByMatter {
  const found = new Map<number, Set<number>>();
  for (const cue of cues)
    for (const matter of mattersOf(cue)) {
      const known = found.get(matter);
      if (known) known.add(cue);
      else found.set(matter, new Set([cue]));
    }
  return found;
}

/** How much some cues say together. */
export function saidTogether(cues: Iterable<number>): number {
  let sum = 0;
  for (const cue of cues) sum += saidBy(cue);
  return sum;
}

/** How much a feature belongs to a matter, from 0 to 1: the more, the fewer matters have it in words. */
export interface Belonging {
  readonly matter: number;
  readonly share: number;
}

/** The matters of things in whose words a character or a pair of them is. Made when first asked for. */
let withFeature: ReadonlyMap<number, readonly number[]> | undefined;

function mattersWithFeatures(): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  const add = (feature: number, matter: number): void => {
    const known = found.get(feature);
    if (!known) found.set(feature, [matter]);
    else if (known[known.length - 1] !== matter) known.push(matter);
  };
  for (const [matter, words] of MATTERS.slice(0, MATTERS_OF_THINGS).entries())
    for (const word of words) for (const feature of featuresIn(word)) add(feature, matter);
  return found;
}

/** The matters to which a feature belongs. */
export function belongingsOf(feature: number): Belonging[] {
  withFeature ??= mattersWithFeatures();
  const those = withFeature.get(feature) ?? [];
  const share = 1 - Math.log(those.length || 1) / Math.log(MATTERS_OF_THINGS);
  return those.map(matter => ({ matter, share }));
}
