/**
 * The disclosure of small groups. A number about fewer than five ideas or people is as good as a
 * name, so it is withheld. Totals are shown beside their parts, so enough other parts are withheld
 * that nothing can be worked out by subtraction: not even by a reader who knows these rules, and
 * knows which of the withheld parts are the small ones.
 */

/**
 * The size of a group by each thing that its numbers count: ideas, decisions, people. Always in the
 * same order.
 */
export type Sizes = readonly number[];

/** A part of a total, as far as disclosure needs it. */
export interface Part {
  readonly sizes: Sizes;
  /** Whether it must be withheld however large it is. */
  readonly revealing?: boolean;
}

export const SMALLEST_GROUP = 5;

/**
 * Whether a group is too small to be shown. So is an empty one: that nobody did anything is a fact
 * about everybody in it.
 */
export function isTooSmall(sizes: Sizes): boolean {
  return sizes.some(size => size < SMALLEST_GROUP);
}

/**
 * The withheld parts of a visible total: those that must be, and then others in the given order,
 * until the sum of the withheld ones reveals none. That order must not follow from the sizes, or it
 * would reveal them. Returns `whole` if no choice achieves this, and the total must be withheld
 * too.
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
 * Whether the sum of parts leaves each small one open: it could be anything from 0 to 4. A reader
 * knows that the others are at least 5, and the small ones at most 4; the sum has to leave room for
 * both ends.
 */
function conceals(parts: readonly Part[]): boolean {
  if (parts.length < 2) return false;
  const most = SMALLEST_GROUP - 1;
  return together(parts.map(({ sizes }) => sizes)).every((sum, of) => {
    const large = parts.filter(({ sizes }) => (sizes[of] ?? 0) >= SMALLEST_GROUP).length;
    return large > 0 ? sum >= SMALLEST_GROUP * large + most : sum >= most && sum <= most * (parts.length - 1);
  });
}
