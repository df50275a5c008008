/**
 * The disclosure of small groups. A number about fewer than five ideas or people is as good as a
 * name, so it is withheld. Totals are shown beside their parts, so other parts are withheld too,
 * until subtraction reveals nothing. This holds even against a reader who knows these rules and
 * which of the withheld parts are the small ones.
 */

/**
 * The sizes of a group, one for each kind of thing that its numbers count: ideas, decisions,
 * people. The order is always the same.
 */
export type Sizes = readonly number[];

/** A part of a total, as far as disclosure needs it. */
export interface Part {
  readonly sizes: Sizes;
  /** Whether it must be withheld at any size. */
  readonly revealing?: boolean;
}

export const SMALLEST_GROUP = 5;

/**
 * Whether a group is too small to be shown. An empty group is too: that nobody in it did anything
 * is a fact about everybody in it.
 */
export function isTooSmall(sizes: Sizes): boolean {
  return sizes.some(size => size < SMALLEST_GROUP);
}

/**
 * The withheld parts of a visible total: first those that must be, then others in the given order,
 * until their sum reveals none of them. The order must not follow from the sizes, because it would
 * then reveal them. Returns `whole` if no choice suffices; the total must then be withheld too.
 */
export function withheldParts<Some extends Part>(
  parts: readonly Some[],
): ReadonlySet<Some> | 'whole' {
  const withheld = new Set(parts.filter(({ sizes, revealing }) => revealing || isTooSmall(sizes)));
  if (withheld.size === 0) return withheld;
  for (const part of parts) {
    if (conceals([...withheld])) return withheld;
    withheld.add(part);
  }
  return conceals([...withheld]) ? withheld : 'whole';
}

/** Several groups as one. The groups have no person in common. */
export function together(groups: readonly Sizes[]): Sizes {
  const [first = [], ...others] = groups;
  return first.map((size, at) => others.reduce((sum, sizes) => sum + (sizes[at] ?? 0), size));
}

/**
 * Whether the sum of withheld parts leaves each small one open, anywhere from 0 to 4. A reader
 * knows that small parts are at most 4 and the others at least 5, so the sum must leave room for
 * both ends.
 */
function conceals(parts: readonly Part[]): boolean {
  if (parts.length < 2) return false;
  const most = SMALLEST_GROUP - 1;
  return together(parts.map(({ sizes }) => sizes)).every((sum, of) => {
    const large = parts.filter(({ sizes }) => (sizes[of] ?? 0) >= SMALLEST_GROUP).length;
    return large > 0
      ? sum >= SMALLEST_GROUP * large + most
      : sum >= most && sum <= most * (parts.length - 1);
  });
}
