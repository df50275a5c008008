/**
 * What may be shown of small groups. A number about fewer than five ideas or people is as good as a name, so it is withheld; and
 * since totals are shown beside their parts, enough of the other parts is withheld too that nothing can be worked out by
 * subtraction: not even by somebody who knows these rules, and knows which of the withheld parts are the small ones.
 */

/** How much there is of each thing that a group's numbers are about: ideas, decisions, people. Always in the same order. */
export type Sizes = readonly number[];

/** A part of a whole, as far as it matters to what may be shown of it. */
export interface Part {
  readonly sizes: Sizes;
  /** Whether it has to be withheld however large it is. */
  readonly revealing?: boolean;
}

export const SMALLEST_GROUP = 5;

/** Whether a group is too small to be shown. One that is empty is: that nobody did anything is told of all of them. */
export function isTooSmall(sizes: Sizes): boolean {
  return sizes.some(size => size < SMALLEST_GROUP);
}

/**
 * Which parts of a whole are withheld when the whole is shown: those that must be, and then others, in the order in which they are
 * given, until what the withheld ones come to together tells of none. That order must not follow from the sizes, or it would tell.
 * Answers `whole` where nothing helps, and the whole has to be withheld as well.
 */
export function withheldParts<Some extends Part>(parts: readonly Some[]): ReadonlySet<Some> | 'whole' {
  const withheld = new Set(parts.filter(({ sizes, revealing }) => revealing || isTooSmall(sizes)));
  if (withheld.size === 0) return withheld;
  for (const part of parts) {
    if (conceals([...withheld])) return withheld;
    withheld.add(part);
  }
  return conceals([...withheld]) ? withheld : 'whole';
}

/** Several groups as one. Nobody is in two of them. */
export function together(groups: readonly Sizes[]): Sizes {
  const [first = [], ...others] = groups;
  return first.map((size, at) => others.reduce((sum, sizes) => sum + (sizes[at] ?? 0), size));
}

/**
 * Whether what parts come to together leaves each small one open: it could be anything from 0 to 4. Of those that are not small one
 * knows that they are at least 5, of those that are small that they are at most 4; the sum has to leave room for both ends.
 */
function conceals(parts: readonly Part[]): boolean {
  if (parts.length < 2) return false;
  const most = SMALLEST_GROUP - 1;
  return together(parts.map(({ sizes }) => sizes)).every((sum, of) => {
    const large = parts.filter(({ sizes }) => (sizes[of] ?? 0) >= SMALLEST_GROUP).length;
    return large > 0 ? sum >= SMALLEST_GROUP * large + most : sum >= most && sum <= most * (parts.length - 1);
  });
}
