/** Rewards: the bands' proposal for a benefit, and shares in whole fen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenShares } from '../../../shared/domain/idea/reward.ts';
import {
  DEFAULT_BANDS,
  faultOf,
  MOST_BANDS,
  proposalFor,
  type RewardBand,
} from '../../../shared/domain/organization/reward-bands.ts';
import { member } from '../sample.ts';

const benefit = fc.nat({ max: 10_000_000_000 });
/**
 * Any valid table: ascending from 0, never less for more benefit, with ranges that may touch,
 * overlap or leave gaps.
 */
const bands: fc.Arbitrary<readonly RewardBand[]> = fc
  .array(
    fc.record({
      step: fc.integer({ min: 1, max: 1_000_000 }),
      least: fc.nat({ max: 3000 }),
      most: fc.nat({ max: 3000 }),
    }),
    { minLength: 1, maxLength: MOST_BANDS },
  )
  .map(steps => {
    let [from, least, most] = [0, 0, 0];
    return steps.map((one, at) => {
      from = at === 0 ? 0 : from + one.step;
      least += one.least;
      most = Math.max(least, most + one.most);
      return { from, least, most };
    });
  });

describe('a table of bands', () => {
  it('of the national regulation is valid, and so is any ascending one', () => {
    expect(faultOf(DEFAULT_BANDS)).toBeUndefined();
    fc.assert(fc.property(bands, table => faultOf(table) === undefined));
  });

  it.each([
    ['none', 0, []],
    ['not-from-zero', 0, [{ from: 1, least: 0, most: 1 }]],
    [
      'not-ascending',
      1,
      [
        { from: 0, least: 0, most: 1 },
        { from: 0, least: 1, most: 1 },
      ],
    ],
    ['least-above-most', 0, [{ from: 0, least: 2, most: 1 }]],
    [
      'falling',
      1,
      [
        { from: 0, least: 2, most: 3 },
        { from: 9, least: 1, most: 3 },
      ],
    ],
    [
      'falling',
      1,
      [
        { from: 0, least: 2, most: 3 },
        { from: 9, least: 2, most: 2 },
      ],
    ],
    [
      'too-many',
      MOST_BANDS,
      Array.from({ length: MOST_BANDS + 1 }, (_, at) => ({ from: at, least: 0, most: 0 })),
    ],
  ])('is none if it is %s, and the fault is in band %i', (fault, band, table) => {
    expect(faultOf(table)).toEqual({ fault, band });
  });
});

describe('the bands’ proposal', () => {
  it.each([
    [0, 0, 300, 0],
    [9_999, 0, 300, 299],
    [10_000, 300, 500, 300],
    [55_000, 300, 500, 400],
    [99_999, 300, 500, 499],
    [100_000, 500, 1500, 500],
    [500_000, 1500, 2500, 1500],
    [605_000, 1500, 2500, 1710],
    [1_000_000, 2500, 4000, 2500],
    [9_000_000_000, 2500, 4000, 2500],
  ])(
    'for %i yuan a year is in %i–%i yuan, by the national regulation %i',
    (verified, least, most, proposed) => {
      expect(proposalFor(verified, DEFAULT_BANDS)).toEqual({ least, most, proposed });
    },
  );

  it('is always a whole amount within its own band', () => {
    fc.assert(
      fc.property(bands, benefit, (table, verified) => {
        const { least, most, proposed } = proposalFor(verified, table);
        const band = table.findLast(({ from }) => from <= verified)!;
        expect([least, most]).toEqual([band.least, band.most]);
        expect(Number.isInteger(proposed)).toBe(true);
        expect(proposed).toBeGreaterThanOrEqual(least);
        expect(proposed).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('is never less for more benefit', () => {
    const near = fc
      .tuple(bands, fc.nat(), fc.nat({ max: 3 }), fc.nat())
      .map(([table, at, below, more]) => {
        const edge = table[at % table.length]!.from;
        return { table, less: Math.max(0, edge - below), more: edge + (more % 3) };
      });
    const anywhere = fc
      .tuple(bands, benefit, benefit)
      .map(([table, a, b]) => ({ table, less: Math.min(a, b), more: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.oneof(near, anywhere), ({ table, less, more }) => {
        const [lower, higher] = [proposalFor(less, table), proposalFor(more, table)];
        expect(higher.proposed).toBeGreaterThanOrEqual(lower.proposed);
        expect(higher.most).toBeGreaterThanOrEqual(lower.most);
      }),
      { numRuns: 500 },
    );
  });
});

describe('even shares', () => {
  it('add up to the fen, in whole fen, and differ by one at most', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (amount, people) => {
          const members = Array.from({ length: people }, (_, at) => member(`A${at}`));
          const shares = evenShares(amount, members);
          const fen = shares.map(share => share.fen);
          expect(shares.map(share => share.member)).toEqual(members);
          expect(fen.every(one => Number.isInteger(one) && one >= 0)).toBe(true);
          expect(fen.reduce((sum, one) => sum + one, 0)).toBe(amount);
          expect(Math.max(...fen) - Math.min(...fen)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
