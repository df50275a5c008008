/**
 * How near a text is to each idea of an organization: the share of its features that an idea has
 * too, where one that few ideas have says more than one that many have. The longest stretch in
 * common counts for less: it mostly names the thing, and many ideas are about the same thing. What
 * else they have in common says whether they want the same.
 *
 * The numbers here were chosen with the development part of `test/sample/similar-ideas`.
 */
import { eachPlace, isSingle, isWord, type Place, placesIn } from './features.ts';
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
/** Of a long problem the beginning is compared. */
const MOST_COMPARED = 200;
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
  const begins = new Uint32Array(ideas.length + 1);
  let features = new Uint32Array(300 * ideas.length + 1);
  let end = 0;
  const add = (feature: number): void => {
    if (end === features.length) {
      const longer = new Uint32Array(2 * features.length);
      longer.set(features);
      features = longer;
    }
    features[end] = feature;
    end += 1;
  };
  for (const [at, { title, problem, proposal }] of ideas.entries()) {
    eachPlace(`${title}\n${problem}\n${proposal}`, (single, pair) => {
      add(single);
      if (pair !== 0) add(pair);
    });
    begins[at + 1] = end;
  }
  return { features: features.slice(0, end), begins };
}

/** The nearest ideas to a draft that may well be the same, the nearest first. */
export function nearestTo(draft: Draft, parts: readonly Prepared[]): Near[] {
  const title = placesIn(fold(draft.title));
  const problem = placesIn(fold((draft.problem ?? '').slice(0, MOST_COMPARED)));
  const whole = [...title, ...problem];
  const features = [
    ...new Set(whole.flatMap(({ single, pair }) => (pair === 0 ? [single] : [single, pair]))),
  ];
  if (features.length === 0) return [];
  const shared = sharedWith(features, parts);
  const weights = features.map((feature, at) =>
    weightOf(feature, shared.counts[at] ?? 0, shared.ideas),
  );
  const weightFor = new Map(features.map((feature, at) => [feature, weights[at] ?? 0]));
  const texts = problem.length === 0 ? [title] : [title, whole];
  return candidates(shared, weights)
    .map(at => {
      const those = new Set(placesOf(shared, at).map(place => features[place] ?? 0));
      return { at, nearness: Math.max(...texts.map(text => nearnessOf(text, those, weightFor))) };
    })
    .filter(({ nearness }) => nearness >= ALARMING)
    .sort((one, other) => other.nearness - one.nearness);
}

/** How much a feature says. */
function weightOf(feature: number, ideasWith: number, ideas: number): number {
  const usual = USUAL_IDEAS * (USUAL_SHARE.get(feature) ?? 0);
  const rare = Math.log((ideas + USUAL_IDEAS) / (ideasWith + usual + 0.5));
  return (isWord(feature) ? WORD : isSingle(feature) ? SINGLE : 1) * Math.min(MOST_SAID, rare);
}

/** Which of the asked features each idea has, by their places among them. */
interface Shared {
  readonly ideas: number;
  /** The places for all ideas, one idea after the other, and where those of each end. */
  readonly places: Uint16Array;
  readonly ends: Uint32Array;
  /** How many ideas have each feature. */
  readonly counts: Uint32Array;
}

function sharedWith(features: readonly number[], parts: readonly Prepared[]): Shared {
  const placeOf = lookUp(features);
  const ideas = parts.reduce((sum, { begins }) => sum + begins.length - 1, 0);
  const all = parts.reduce((sum, { features }) => sum + features.length, 0);
  const places = new Uint16Array(all);
  const ends = new Uint32Array(ideas);
  const counts = new Uint32Array(features.length);
  const last = new Int32Array(features.length).fill(-1);
  let [idea, end] = [0, 0];
  for (const part of parts)
    for (let own = 0; own + 1 < part.begins.length; own += 1) {
      const to = part.begins[own + 1] ?? 0;
      for (let at = part.begins[own] ?? 0; at < to; at += 1) {
        const place = placeOf(part.features[at] ?? 0);
        if (place < 0 || last[place] === idea) continue;
        last[place] = idea;
        counts[place] = (counts[place] ?? 0) + 1;
        places[end] = place;
        end += 1;
      }
      ends[idea] = end;
      idea += 1;
    }
  return { ideas, places, ends, counts };
}

function placesOf({ places, ends }: Shared, idea: number): number[] {
  return [...places.subarray(idea === 0 ? 0 : ends[idea - 1], ends[idea])];
}

/**
 * The place of a feature among some, or -1: a hash table that is mostly empty, because mostly a
 * feature is not there. No feature is 0.
 */
function lookUp(features: readonly number[]): (feature: number) => number {
  const size = 0x4000;
  const keys = new Uint32Array(size);
  const places = new Uint16Array(size);
  const slotOf = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 18;
  for (const [place, feature] of features.entries()) {
    let slot = slotOf(feature);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    keys[slot] = feature;
    places[slot] = place;
  }
  return feature => {
    let slot = slotOf(feature);
    let key = keys[slot];
    while (key !== 0) {
      if (key === feature) return places[slot] ?? -1;
      slot = (slot + 1) & (size - 1);
      key = keys[slot];
    }
    return -1;
  };
}

/** The ideas that share the most. */
function candidates({ ideas, places, ends }: Shared, weights: readonly number[]): number[] {
  const weight = Float64Array.from(weights);
  const sums = new Float64Array(ideas);
  let at = 0;
  for (let idea = 0; idea < ideas; idea += 1) {
    const end = ends[idea] ?? 0;
    let sum = 0;
    for (; at < end; at += 1) sum += weight[places[at] ?? 0] ?? 0;
    sums[idea] = sum;
  }
  const least = Float64Array.from(sums).sort()[Math.max(0, ideas - CANDIDATES)] ?? 0;
  const found: number[] = [];
  for (let idea = 0; idea < ideas; idea += 1)
    if ((sums[idea] ?? 0) > 0 && (sums[idea] ?? 0) >= least) found.push(idea);
  return found.slice(0, 2 * CANDIDATES);
}

function nearnessOf(
  text: readonly Place[],
  shared: ReadonlySet<number>,
  weights: ReadonlyMap<number, number>,
): number {
  const counted = new Set<number>();
  let [said, inCommon, stretch, longest] = [0, 0, 0, 0];
  const weigh = (feature: number): number => {
    const weight = weights.get(feature) ?? 0;
    if (counted.has(feature)) return weight;
    counted.add(feature);
    said += weight;
    if (shared.has(feature)) inCommon += weight;
    return weight;
  };
  for (const { single, pair } of text) {
    const own = weigh(single);
    const both = pair === 0 ? 0 : weigh(pair);
    if (!shared.has(single)) stretch = 0;
    else if (pair !== 0 && shared.has(pair)) stretch += own + both;
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
