/**
 * Withholding, tested against a reader who knows all rules: among all totals with the same
 * appearance, every withheld small part has another value in some.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTooSmall,
  type Sizes,
  together,
  withheldParts,
} from '../../../shared/domain/numbers/disclosure.ts';

const partsOf = (all: readonly Sizes[]) => all.map((sizes, at) => ({ at, sizes }));

/** The visible parts under a visible total; or the total alone, if it is withheld too. */
function seen(all: readonly Sizes[]): string {
  const parts = partsOf(all);
  const withheld = withheldParts(parts);
  if (withheld === 'whole') return 'nothing';
  return JSON.stringify([
    together(all),
    parts.map(part => (withheld.has(part) ? null : part.sizes)),
  ]);
}

describe('withholding', () => {
  it('shows groups of five and more', () => {
    expect(
      withheldParts(
        partsOf([
          [5, 5],
          [60, 40],
        ]),
      ),
    ).toEqual(new Set());
  });

  it('withholds a small group and another, because the total is visible', () => {
    const parts = partsOf([
      [60, 40],
      [4, 4],
      [9, 9],
    ]);
    expect(withheldParts(parts)).toEqual(new Set([parts[0], parts[1]]));
  });

  it('withholds many ideas of few people', () => {
    expect(isTooSmall([30, 4])).toBe(true);
  });

  it('withholds more if two together would reveal it: four and four are eight', () => {
    const parts = partsOf([
      [4, 4],
      [4, 4],
      [20, 20],
    ]);
    expect(withheldParts(parts)).toEqual(new Set(parts));
    expect(withheldParts(parts.slice(0, 2))).toBe('whole');
  });

  it('withholds what it must, however large, and never alone', () => {
    const [large, other] = [{ sizes: [60, 40], revealing: true }, { sizes: [30, 30] }];
    expect(withheldParts([large])).toBe('whole');
    expect(withheldParts([other, large])).toEqual(new Set([large, other]));
  });

  it('chooses independently of sizes: growing by one changes nobody else', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 2, maxLength: 8 }), fc.nat(7), (sizes, at) => {
        const one = sizes[at % sizes.length] ?? 0;
        fc.pre(one >= 5);
        const grown = sizes.map((size, of) => [of === at % sizes.length ? size + 40 : size]);
        const [before, after] = [
          withheldParts(partsOf(sizes.map(size => [size]))),
          withheldParts(partsOf(grown)),
        ];
        if (before === 'whole' || after === 'whole') return;
        // Enough was withheld before, so it is now; and nothing is withheld instead.
        expect([...before].map(part => part.at)).toEqual(
          expect.arrayContaining([...after].map(part => part.at)),
        );
      }),
    );
  });
});

describe('nothing can be worked out', () => {
  it.for([2, 3, 4])(
    'of %i parts, by a reader who knows the rules and tries every possibility',
    count => {
      const most = [0, 0, 22, 14, 11][count] ?? 0;
      const worlds = new Map<string, number[][]>();
      const walk = (sizes: number[]): void => {
        if (sizes.length < count) {
          for (let size = 0; size <= most; size += 1) walk([...sizes, size]);
          return;
        }
        const view = seen(sizes.map(size => [size]));
        worlds.set(view, [...(worlds.get(view) ?? []), sizes]);
      };
      walk([]);
      worlds.delete('nothing');
      expect(worlds.size).toBeGreaterThan(10);
      for (const [view, alike] of worlds) {
        // Larger worlds than those tried would look like the largest ones.
        const total = alike[0]?.reduce((sum, size) => sum + size, 0) ?? 0;
        if (total > most) continue;
        for (let at = 0; at < count; at += 1) {
          const possible = new Set(alike.map(sizes => sizes[at] ?? 0));
          if (Math.min(...possible) < 5)
            expect(possible.size, `${view}, part ${at}`).toBeGreaterThanOrEqual(3);
        }
      }
    },
  );

  it('with several measures at once, each small number is left open', () => {
    const sizes = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12));
    fc.assert(
      fc.property(fc.array(sizes, { minLength: 1, maxLength: 9 }), all => {
        const withheld = withheldParts(partsOf(all));
        if (withheld === 'whole') return;
        const hidden = [...withheld].map(part => part.sizes);
        for (const part of partsOf(all))
          if (isTooSmall(part.sizes)) expect(hidden).toContain(part.sizes);
        if (hidden.length === 0) return;
        const sums = together(hidden);
        for (const [of, sum] of sums.entries())
          for (const one of hidden) {
            const value = one[of] ?? 0;
            if (value >= 5) continue;
            // Any other small value leaves the others possible: small ones 0 to 4, the others 5 and
            // more.
            const others = hidden.filter(other => other !== one).map(other => other[of] ?? 0);
            const least = others.filter(other => other >= 5).length * 5;
            const greatest = others.some(other => other >= 5)
              ? Number.POSITIVE_INFINITY
              : others.length * 4;
            for (const instead of [0, 1, 2, 3, 4]) {
              expect(sum - instead).toBeGreaterThanOrEqual(least);
              expect(sum - instead).toBeLessThanOrEqual(greatest);
            }
          }
      }),
      { numRuns: 2_000 },
    );
  });
});
