/**
 * What may be shown of small groups. A number about fewer than five ideas or people is as good as a name, so it is withheld; and
 * since totals are shown beside their parts, enough of the other parts is withheld too that none can be worked out by subtraction.
 */

/** What tells how small a group is: its ideas, and the people behind them. */
export interface Group {
  readonly ideas: number;
  readonly people: number;
}

export const SMALLEST_GROUP = 5;

/** Whether a group is too small to be shown. One that is empty is: that nobody did anything is told of all of them. */
export function isTooSmall({ ideas, people }: Group): boolean {
  return ideas < SMALLEST_GROUP || people < SMALLEST_GROUP;
}

/**
 * Which parts of a whole are withheld when the whole is shown. Those that are too small; and then the next smallest, until the parts
 * that are withheld are two or more and together no small group, for together is what subtraction finds.
 */
export function withheldParts<Part extends Group>(parts: readonly Part[]): ReadonlySet<Part> {
  const smallestFirst = parts.toSorted((a, b) => a.ideas - b.ideas || a.people - b.people);
  const withheld = new Set(smallestFirst.filter(isTooSmall));
  if (withheld.size === 0) return withheld;
  for (const part of smallestFirst) {
    if (withheld.size >= 2 && !isTooSmall(together([...withheld]))) break;
    withheld.add(part);
  }
  return withheld;
}

/** Several groups as one. Nobody is in two of them. */
export function together(groups: readonly Group[]): Group {
  return {
    ideas: groups.reduce((sum, { ideas }) => sum + ideas, 0),
    people: groups.reduce((sum, { people }) => sum + people, 0),
  };
}
