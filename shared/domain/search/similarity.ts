/**
 * How near a text is to each idea of an organization: the share of its features that an idea has
 * too, where one that few ideas have says more than one that many have. The longest stretch in
 * common counts for less: it mostly names the thing, and many ideas are about the same thing. What
 * else they have in common says whether they want the same.
 *
 * The numbers here were chosen with the development part of `test/sample/similar-ideas`.
 */
import { isSingle, isWord, type Place, placesIn } from './features.ts';
import { fold } from './folding.ts';
import { joined, type Mark, type SearchedTexts } from './matching.ts';

/** A text that is being typed. */
export interface Draft {
  readonly title: string;
  readonly problem?: string;
}

export interface Near {
  /** The place of the idea among those that were prepared. */
  readonly at: number;
  /** From 0 to 1. */
  readonly nearness: number;
}

/** The features of ideas, one idea after the other. */
export interface Prepared {
  readonly features: Uint32Array;
  /** Where each idea's features begin, and where the last one's end. */
  readonly begins: Uint32Array;
}

/** From this nearness on an idea may well be the same. */
const ALARMING = 0.18;
/** What a single character and a word say, compared with a pair. */
const SINGLE = 1.5;
const WORD = 0.7;
/** How much of the longest stretch in common does not count. */
const DISCOUNT = 0.7;
/** What a text says at least: a very short one is near to nothing. */
const LEAST_SAID = 16;
/** Of a long text the beginning is compared. */
const MOST_COMPARED = 400;
/** The ideas that are looked at closely. */
const CANDIDATES = 60;

/**
 * As if the organization had this many more ideas, in which common characters are as frequent as
 * usual: so its first ideas are compared no worse than its thousandth.
 */
const USUAL_IDEAS = 150;
/** Characters by how many of a hundred ideas have them. */
const USUAL_SHARES: readonly (readonly [number, string])[] = [
  [0.2, '车一人两机工件装每天三台间'],
  [0.1, '分班换自动面来发理配出开次接焊手定大按放前板清废电单点后年先小做度周期增设检成月油过地'],
  [
    0.05,
    '外道热打位试压水统找高看中室各当床排钟口回签行料验量员合贴管货门作十长修二气线号箱轮具标处套收旧炉费记半化保补纸温带生新',
  ],
];
const USUAL_SHARE = new Map(
  USUAL_SHARES.flatMap(([share, characters]) =>
    [...characters].map(one => [one.charCodeAt(0), share] as const),
  ),
);
/** The most that a feature says: in a large organization none is much rarer than in a small one. */
const MOST_SAID = 6;

/** The features of ideas, to be compared with drafts. */
export function prepared(ideas: readonly SearchedTexts[]): Prepared {
  const places = ideas.map(({ title, problem, proposal }) =>
    placesIn(`${title}\n${problem}\n${proposal}`),
  );
  const begins = new Uint32Array(places.length + 1);
  for (const [at, those] of places.entries())
    begins[at + 1] =
      (begins[at] ?? 0) + those.reduce((sum, { pair }) => sum + (pair === 0 ? 1 : 2), 0);
  const features = new Uint32Array(begins[places.length] ?? 0);
  let end = 0;
  for (const those of places)
    for (const { single, pair } of those) {
      features[end] = single;
      end += 1;
      if (pair === 0) continue;
      features[end] = pair;
      end += 1;
    }
  return { features, begins };
}

/** The nearest ideas to a draft that may well be the same, the nearest first. */
export function nearestTo(draft: Draft, parts: readonly Prepared[]): Near[] {
  const title = placesIn(draft.title.slice(0, MOST_COMPARED));
  const whole = [...title, ...placesIn((draft.problem ?? '').slice(0, MOST_COMPARED))];
  const features = [
    ...new Set(whole.flatMap(({ single, pair }) => (pair ? [single, pair] : [single]))),
  ];
  if (features.length === 0) return [];
  const { counts, shared, total } = sharedWith(features, parts);
  const weights = new Map(
    features.map((feature, at) => [feature, weightOf(feature, counts[at] ?? 0, total)]),
  );
  const texts = title.length === whole.length ? [title] : [title, whole];
  const nearness = (has: (feature: number) => boolean): number =>
    Math.max(...texts.map(text => nearnessOf(text, has, weights)));
  return best(shared, features, weights)
    .map(({ at, those }) => ({ at, nearness: nearness(feature => those.has(feature)) }))
    .filter(({ nearness }) => nearness >= ALARMING)
    .sort((one, other) => other.nearness - one.nearness);
}

/** How much a feature says. */
function weightOf(feature: number, ideasWith: number, ideas: number): number {
  const usual = USUAL_IDEAS * (USUAL_SHARE.get(feature) ?? 0);
  const rare = Math.log((ideas + USUAL_IDEAS) / (ideasWith + usual + 0.5));
  return (isWord(feature) ? WORD : isSingle(feature) ? SINGLE : 1) * Math.min(MOST_SAID, rare);
}

/** The features that each idea shares, by their places, and the number of ideas with each. */
function sharedWith(
  features: readonly number[],
  parts: readonly Prepared[],
): { counts: Uint32Array; shared: number[][]; total: number } {
  const table = lookUp(features);
  const counts = new Uint32Array(features.length);
  const last = new Int32Array(features.length).fill(-1);
  const shared: number[][] = [];
  for (const { features: all, begins } of parts)
    for (let idea = 0; idea + 1 < begins.length; idea += 1) {
      const those: number[] = [];
      const end = begins[idea + 1] ?? 0;
      for (let at = begins[idea] ?? 0; at < end; at += 1) {
        const found = table(all[at] ?? 0);
        if (found < 0 || last[found] === shared.length) continue;
        last[found] = shared.length;
        counts[found] = (counts[found] ?? 0) + 1;
        those.push(found);
      }
      shared.push(those);
    }
  return { counts, shared, total: shared.length };
}

/** The place of a number among some, or -1: a hash table that is half empty at least. */
function lookUp(numbers: readonly number[]): (number: number) => number {
  let size = 256;
  while (size < 4 * numbers.length) size *= 2;
  const keys = new Float64Array(size).fill(-1);
  const places = new Int32Array(size);
  const slotOf = (number: number): number => (Math.imul(number, 0x9e3779b1) >>> 12) & (size - 1);
  for (const [place, number] of numbers.entries()) {
    let slot = slotOf(number);
    while (keys[slot] !== -1) slot = (slot + 1) & (size - 1);
    keys[slot] = number;
    places[slot] = place;
  }
  return number => {
    for (let slot = slotOf(number); keys[slot] !== -1; slot = (slot + 1) & (size - 1))
      if (keys[slot] === number) return places[slot] ?? -1;
    return -1;
  };
}

/** The ideas that share the most, with what they share. */
function best(
  shared: readonly (readonly number[])[],
  features: readonly number[],
  weights: ReadonlyMap<number, number>,
): { readonly at: number; readonly those: ReadonlySet<number> }[] {
  const by = features.map(feature => weights.get(feature) ?? 0);
  const sums = shared.map((those, at) => {
    let sum = 0;
    for (const one of those) sum += by[one] ?? 0;
    return { at, sum };
  });
  const enough = sums.map(({ sum }) => sum).sort((one, other) => other - one)[CANDIDATES] ?? 0;
  return sums
    .filter(({ sum }) => sum > enough || (sum > 0 && sum === enough))
    .slice(0, 2 * CANDIDATES)
    .map(({ at }) => ({
      at,
      those: new Set((shared[at] ?? []).map(one => features[one] ?? 0)),
    }));
}

function nearnessOf(
  text: readonly Place[],
  has: (feature: number) => boolean,
  weights: ReadonlyMap<number, number>,
): number {
  const counted = new Set<number>();
  let [said, inCommon, stretch, longest] = [0, 0, 0, 0];
  const weigh = (feature: number): number => {
    const weight = weights.get(feature) ?? 0;
    if (counted.has(feature)) return weight;
    counted.add(feature);
    said += weight;
    if (has(feature)) inCommon += weight;
    return weight;
  };
  for (const { single, pair } of text) {
    const own = weigh(single);
    const both = pair === 0 ? 0 : weigh(pair);
    if (!has(single)) stretch = 0;
    else if (pair !== 0 && has(pair)) stretch += own + both;
    else stretch = own;
    longest = Math.max(longest, stretch);
  }
  const counts = inCommon - DISCOUNT * Math.min(longest, inCommon);
  return counts / (said + LEAST_SAID);
}

/** Where a title has what the draft has: two characters at least. */
export function commonIn(draft: Draft, title: string): Mark[] {
  const asked = new Set(placesIn(`${draft.title}\n${draft.problem ?? ''}`).map(({ pair }) => pair));
  const folded = fold(title);
  const marks: Mark[] = [];
  for (let at = 0; at + 2 <= folded.length; at += 1)
    if (asked.has(folded.charCodeAt(at) * 0x10000 + folded.charCodeAt(at + 1)))
      marks.push([at, at + 2]);
  return joined(marks);
}
