/**
 * The ideas that may well be the same as a text that is being typed. Characters and pairs of characters
 * count by how few ideas have them, matters likewise; from them come the traits of a text and an idea,
 * and from these how likely they are the same.
 */
import { isSingle, isWord, placesIn, plainOf } from './features.ts';
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
  MATTERS_OF_THINGS,
  mattersOf,
  saidBy,
  saidTogether,
} from './matters.ts';
import type { Prepared } from './prepared.ts';
import { placesOf, type SharedFeatures, sharedWith } from './shared-features.ts';
import { thingsInCommon } from './synonyms.ts';
import { type ComparedIdea, partOf, traitsOf, typed } from './traits.ts';
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

function ideaAt(parts: readonly Prepared[], at: number): Pick<ComparedIdea, 'title' | 'cues'> {
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

/** The ideas that share the most. */
function candidates(
  { ideas, places, ends }: SharedFeatures,
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
