/**
 * Whether a text and an idea are likely the same: a logistic regression over a few traits of the two.
 * What a text has in common with an idea mostly names the thing, and many ideas are about the same
 * thing; so there are traits for what else they have in common, and for what they do not.
 *
 * The weights were fitted by `npm run fit:search`; how, is in ADR 60.
 */

/** What a text and an idea have in common. Each is 0 or more. */
export interface Traits {
  /** The share of what the text says that is in the idea too, or in the words of its matters. */
  readonly covered: number;
  /** What both say beyond their longest stretch in common, as a logarithm. */
  readonly beyondStretch: number;
  /** The share of the idea's title that the text has. */
  readonly titleCovered: number;
  /** The longest stretch of the text of which neither has anything, as a share of the text. */
  readonly stretchApart: number;
  /** How alike their matters are: the cosine of their angle. */
  readonly sameMatters: number;
  /** The matter of which both have most cues, and not just the same one: how much, as a logarithm. */
  readonly bestMatter: number;
  /** Common words that say the same, as a logarithm. */
  readonly sameSayings: number;
  /** How much the text's first matter says that the idea is not about. */
  readonly matterApart: number;
}

export const TRAITS = [
  'covered',
  'beyondStretch',
  'titleCovered',
  'stretchApart',
  'sameMatters',
  'bestMatter',
  'sameSayings',
  'matterApart',
] as const satisfies readonly (keyof Traits)[];

const WEIGHTS: Traits = {
  covered: 5.93,
  beyondStretch: 1.11,
  titleCovered: 5.86,
  stretchApart: -4.27,
  sameMatters: 3.76,
  bestMatter: 3.55,
  sameSayings: 0.89,
  matterApart: -0.26,
};
const BIAS = -15.37;

/** From this likeliness on an idea is shown. */
export const SHOWN_FROM = 0.25;

/** From 0 to 1: of texts and ideas with these traits, the share that means the same. */
export function likelinessOf(traits: Traits): number {
  const sum = TRAITS.reduce((sum, trait) => sum + WEIGHTS[trait] * traits[trait], BIAS);
  return 1 / (1 + Math.exp(-sum));
}
