/**
 * The ideas that may well be the same as a text that is being typed. Characters and pairs of characters
 * count by how few ideas have them, matters likewise; from them come the traits of a text and an idea,
 * and from these how likely they are the same.
 */
import { isSingle, isWord, type Place, placesIn, plainOf } from './features.ts';
import { fold } from './folding.ts';
import { likelinessOf, SHOWN_FROM, type Traits } from './likeness.ts';
import { joined, type Mark } from './matching.ts';
import {
  ALL_CUES,
  ALL_MATTERS,
  type Belonging,
  belongingsOf,
  byMatter,
  type CuesByMatter,
  cuesIn,
  MATTERS_OF_THINGS,
  mattersOf,
  saidBy,
  saidTogether,
} from './matters.ts';
import type { Prepared } from './prepared.ts';
import { thingsInCommon } from './synonyms.ts';
import { USUAL_SHARES } from './words/usual-characters.ts';

/** A text that is being typed. */
export interface Draft {
  readonly title: string;
  readonly problem?: string;
}

export interface Near {
  /** The place of the idea among those that were prepared. */
  readonly at: number;
  /** From 0 to 1. */
  readonly likeliness: number;
}

/** What a single character and a word say, compared with a pair. */
const SINGLE = 1.5;
const WORD = 0.7;
/** How much of the longest stretch in common does not count. */
const DISCOUNT = 0.7;
/** A character that belongs to the idea's matters no more than this is apart from it. */
const APART = 0.3;
/** What a text says at least: a very short one is near to nothing. */
const LEAST_SAID = 16;
/** So many features a title has at least. */
const LEAST_OF_TITLE = 4;
/** Of a long problem the beginning is compared. */
const MOST_COMPARED = 200;
/** The ideas that are looked at closely. */
const CANDIDATES = 60;
/** How much matters count in choosing them. */
const MATTERS_COUNT = 4;

/**
 * As if the organization had this many more ideas, in which characters and matters are as frequent as
 * usual: so its first ideas are compared no worse than its thousandth.
 */
const USUAL_IDEAS = 150;
const USUAL_ABOUT_MATTER = 3;
/** How many more ideas have two usual characters side by side than by chance. */
const SIDE_BY_SIDE = 2;
/** The most that a feature says: in a large organization none is much rarer than in a small one. */
const MOST_SAID = 6;

/** The nearest ideas to a draft that may well be the same, the nearest first. */
export function nearestTo(draft: Draft, parts: readonly Prepared[]): Near[] {
  return candidatesFor(draft, parts)
    .map(({ at, traits }) => ({ at, likeliness: Math.max(...traits.map(likelinessOf)) }))
    .filter(({ likeliness }) => likeliness >= SHOWN_FROM)
    .sort((one, other) => other.likeliness - one.likeliness);
}

/** The ideas that have most in common with a draft; their traits with its title, and with all of it. */
export function candidatesFor(
  draft: Draft,
  parts: readonly Prepared[],
): { readonly at: number; readonly traits: readonly Traits[] }[] {
  const title = plainOf(fold(draft.title));
  const problem = plainOf(fold((draft.problem ?? '').slice(0, MOST_COMPARED)));
  const texts = (problem === '' ? [title] : [title, `${title}\n${problem}`]).map(typed);
  const whole = texts[texts.length - 1];
  const features = [
    ...new Set(
      whole?.places.flatMap(({ single, pair }) => (pair === 0 ? [single] : [single, pair])),
    ),
  ];
  if (!whole || features.length === 0) return [];
  const shared = sharedWith(features, parts);
  const weights = features.map((feature, at) =>
    weightOf(feature, shared.counts[at] ?? 0, shared.ideas),
  );
  const weightFor = new Map(features.map((feature, at) => [feature, weights[at] ?? 0]));
  const belongings = new Map(features.map(feature => [feature, belongingsOf(feature)]));
  const matterWeights = weightsOfMatters(parts, shared.ideas);
  const sums = mattersInCommon(whole.cues, parts, shared.ideas, matterWeights);
  return candidates(shared, weights, sums).map(at => {
    const has = new Set(placesOf(shared, at).map(place => features[place] ?? 0));
    const idea = ideaAt(parts, at);
    const compared = { ...idea, has, near: nearTo(idea.cues, belongings) };
    return {
      at,
      traits: texts.map(text => traitsOf(text, compared, weightFor, matterWeights)),
    };
  });
}

interface Typed {
  readonly places: readonly Place[];
  readonly cues: CuesByMatter;
}

function typed(plain: string): Typed {
  return { places: placesIn(plain), cues: byMatter(new Set(cuesIn(plain))) };
}

/** How much a feature says. */
function weightOf(feature: number, ideasWith: number, ideas: number): number {
  const usual = USUAL_IDEAS * usualShareOf(feature);
  const rare = Math.log((ideas + USUAL_IDEAS) / (ideasWith + usual + 0.5));
  return (isWord(feature) ? WORD : isSingle(feature) ? SINGLE : 1) * Math.min(MOST_SAID, rare);
}

function usualShareOf(feature: number): number {
  if (isWord(feature)) return 0;
  if (isSingle(feature)) return USUAL_SHARES[feature] ?? 0;
  const [before = 0, after = 0] = [USUAL_SHARES[feature >>> 16], USUAL_SHARES[feature & 0xffff]];
  return SIDE_BY_SIDE * before * after;
}

/** How much each matter says: the more, the fewer ideas are about it. */
function weightsOfMatters(parts: readonly Prepared[], ideas: number): Float64Array {
  const about = new Float64Array(ALL_MATTERS);
  for (const { ideasAbout } of parts)
    for (let matter = 0; matter < ALL_MATTERS; matter += 1)
      about[matter] = (about[matter] ?? 0) + (ideasAbout[matter] ?? 0);
  return about.map(count => Math.log((ideas + USUAL_IDEAS) / (count + USUAL_ABOUT_MATTER)));
}

/** For each idea, what its cues say of the matters of a text. */
function mattersInCommon(
  cues: CuesByMatter,
  parts: readonly Prepared[],
  ideas: number,
  weights: Float64Array,
): Float64Array {
  const said = new Map<number, number>();
  for (const [matter, own] of cues)
    said.set(matter, Math.min(1, saidTogether(own)) * (weights[matter] ?? 0));
  const byCue = Float64Array.from({ length: ALL_CUES }, (_, cue) =>
    mattersOf(cue).reduce((sum, matter) => sum + saidBy(cue) * (said.get(matter) ?? 0), 0),
  );
  const sums = new Float64Array(ideas);
  let idea = 0;
  for (const { cues: those, cueBegins } of parts)
    for (let own = 0; own + 1 < cueBegins.length; own += 1) {
      let sum = 0;
      const to = cueBegins[own + 1] ?? 0;
      for (let at = cueBegins[own] ?? 0; at < to; at += 1) sum += byCue[those[at] ?? 0] ?? 0;
      sums[idea] = sum;
      idea += 1;
    }
  return sums;
}

interface Compared {
  /** The features of the title, each once. */
  readonly title: ReadonlySet<number>;
  readonly cues: CuesByMatter;
  /** Which of the text's features the idea has. */
  readonly has: ReadonlySet<number>;
  /** How much the text's features belong to the idea's matters, from 0 to 1. */
  readonly near: ReadonlyMap<number, number>;
}

function ideaAt(parts: readonly Prepared[], at: number): Pick<Compared, 'title' | 'cues'> {
  let own = at;
  for (const { features, begins, titleEnds, cues, cueBegins } of parts) {
    if (own < titleEnds.length)
      return {
        title: new Set(features.subarray(begins[own], titleEnds[own])),
        cues: byMatter(cues.subarray(cueBegins[own], cueBegins[own + 1])),
      };
    own -= titleEnds.length;
  }
  throw new RangeError(`no idea at ${at}`);
}

/** How much some features belong to the matters of an idea. */
function nearTo(
  cues: CuesByMatter,
  belongings: ReadonlyMap<number, readonly Belonging[]>,
): ReadonlyMap<number, number> {
  const about = new Float64Array(MATTERS_OF_THINGS);
  for (const [matter, own] of cues) if (matter < MATTERS_OF_THINGS) about[matter] = partOf(own);
  const near = new Map<number, number>();
  for (const [feature, those] of belongings) {
    let most = 0;
    for (const { matter, share } of those) most = Math.max(most, share * (about[matter] ?? 0));
    if (most > 0) near.set(feature, most);
  }
  return near;
}

/** From 0 to 1: how much cues are about a matter. */
function partOf(cues: ReadonlySet<number>): number {
  const said = saidTogether(cues);
  return said / (said + 1);
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
function candidates(
  { ideas, places, ends }: Shared,
  weights: readonly number[],
  matters: Float64Array,
): number[] {
  const weight = Float64Array.from(weights);
  const sums = new Float64Array(ideas);
  let at = 0;
  for (let idea = 0; idea < ideas; idea += 1) {
    const end = ends[idea] ?? 0;
    let sum = 0;
    for (; at < end; at += 1) sum += weight[places[at] ?? 0] ?? 0;
    sums[idea] = sum + MATTERS_COUNT * (matters[idea] ?? 0);
  }
  const least = Float64Array.from(sums).sort()[Math.max(0, ideas - CANDIDATES)] ?? 0;
  const found: number[] = [];
  for (let idea = 0; idea < ideas; idea += 1)
    if ((sums[idea] ?? 0) > 0 && (sums[idea] ?? 0) >= least) found.push(idea);
  return found.slice(0, 2 * CANDIDATES);
}

function traitsOf(
  text: Typed,
  idea: Compared,
  weights: ReadonlyMap<number, number>,
  matterWeights: Float64Array,
): Traits {
  const counted = new Set<number>();
  let [said, inCommon, covered, stretch, longest, apart, longestApart] = [0, 0, 0, 0, 0, 0, 0];
  const nearness = (feature: number): number =>
    idea.has.has(feature) ? 1 : (idea.near.get(feature) ?? 0);
  const weigh = (feature: number): number => {
    const weight = weights.get(feature) ?? 0;
    if (counted.has(feature)) return weight;
    counted.add(feature);
    said += weight;
    if (idea.has.has(feature)) inCommon += weight;
    covered += weight * nearness(feature);
    return weight;
  };
  for (const { single, pair } of text.places) {
    const own = weigh(single);
    const both = pair === 0 ? 0 : weigh(pair);
    if (!idea.has.has(single)) stretch = 0;
    else if (pair !== 0 && idea.has.has(pair)) stretch += own + both;
    else stretch = own;
    apart = nearness(single) > APART ? 0 : apart + own + both;
    longest = Math.max(longest, stretch);
    longestApart = Math.max(longestApart, apart);
  }
  const ofTitle = [...idea.title].filter(feature => counted.has(feature)).length;
  const matters = mattersOfBoth(text.cues, idea.cues, matterWeights);
  return {
    covered: covered / (said + LEAST_SAID),
    beyondStretch: Math.log1p(inCommon - DISCOUNT * Math.min(longest, inCommon)),
    titleCovered: ofTitle / (idea.title.size + LEAST_OF_TITLE),
    stretchApart: longestApart / (said + LEAST_SAID),
    ...matters,
  };
}

function mattersOfBoth(
  text: CuesByMatter,
  idea: CuesByMatter,
  weights: Float64Array,
): Pick<Traits, 'sameMatters' | 'bestMatter' | 'sameSayings' | 'matterApart'> {
  let [things, sayings, best, ofText, ofIdea, apart] = [0, 0, 0, 0, 0, 0];
  const sizeOf = (cues: ReadonlySet<number>, matter: number): number =>
    partOf(cues) * (weights[matter] ?? 0);
  for (const [matter, cues] of idea)
    if (matter < MATTERS_OF_THINGS) ofIdea += sizeOf(cues, matter) ** 2;
  for (const [matter, cues] of text) {
    const size = sizeOf(cues, matter);
    if (matter < MATTERS_OF_THINGS) ofText += size ** 2;
    const others = idea.get(matter);
    if (!others) {
      if (matter < MATTERS_OF_THINGS) apart = Math.max(apart, size);
      continue;
    }
    const product = size * sizeOf(others, matter);
    if (matter >= MATTERS_OF_THINGS) {
      sayings += product;
      continue;
    }
    things += product;
    const all = saidTogether(new Set([...cues, ...others]));
    const ofBoth = Math.min(saidTogether(cues), saidTogether(others), all / 2);
    best = Math.max(best, ofBoth * (weights[matter] ?? 0));
  }
  return {
    sameMatters: things === 0 ? 0 : things / Math.sqrt(ofText * ofIdea),
    bestMatter: Math.log1p(best),
    sameSayings: Math.log1p(sayings),
    matterApart: apart,
  };
}

/** Where a title has what the draft has: two characters at least, or another word for a thing. */
export function commonIn(draft: Draft, title: string): Mark[] {
  const text = fold(`${draft.title}\n${draft.problem ?? ''}`);
  const asked = new Set(placesIn(text).map(({ pair }) => pair));
  const folded = fold(title);
  const marks: Mark[] = thingsInCommon(folded, text);
  for (const [from, to] of pairsOf(folded))
    if (asked.has(folded.charCodeAt(from) * 0x10000 + folded.charCodeAt(to - 1)))
      marks.push([from, to]);
  return joined(marks);
}

function pairsOf(text: string): Mark[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => [at, at + 2]);
}
