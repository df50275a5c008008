/**
 * What a text and an idea have in common, as traits. The text is gone through place by place, so that
 * a long stretch in common, which mostly names the thing, can count less.
 */
import { type Place, placesIn } from './features.ts';
import type { Traits } from './likeness.ts';
import { byMatter, type CuesByMatter, cuesIn, MATTERS_OF_THINGS, saidTogether } from './matters.ts';

/** How much of the longest stretch in common does not count. */
const DISCOUNT = 0.7;
/** A character that belongs to the idea's matters no more than this is apart from it. */
const APART = 0.3;
/** What a text says at least: a very short one is near to nothing. */
const LEAST_SAID = 16;
/** So many features a title has at least. */
const LEAST_OF_TITLE = 4;

/** A text that is being typed, as it is compared. */
export interface TypedText {
  readonly places: readonly Place[];
  readonly cues: CuesByMatter;
}

/** A text in one form, made ready. */
export function typed(plain: string): TypedText {
  return { places: placesIn(plain), cues: byMatter(new Set(cuesIn(plain))) };
}

/** An idea, as a text is compared with it. */
export interface ComparedIdea {
  /** The features of the title, each once. */
  readonly title: ReadonlySet<number>;
  readonly cues: CuesByMatter;
  /** Which of the text's features the idea has. */
  readonly has: ReadonlySet<number>;
  /** How much the text's features belong to the idea's matters, from 0 to 1. */
  readonly near: ReadonlyMap<number, number>;
}

/** The traits of a text and an idea, with how much each feature and each matter says. */
export function traitsOf(
  text: TypedText,
  idea: ComparedIdea,
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

/** From 0 to 1: how much cues are about a matter. */
export function partOf(cues: ReadonlySet<number>): number {
  const said = saidTogether(cues);
  return said / (said + 1);
}
