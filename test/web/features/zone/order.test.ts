/**
 * Sorting a zone's tables: withheld and undefined values come last in either direction, and no row
 * is lost.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import {
  BY_NAME,
  cellOf,
  inOrder,
  pressed,
  ROUND_COLUMNS,
  WORK_COLUMNS,
} from '../../../../web/features/zone/order.ts';

function row(name: string, submitted: number, adopted = 0) {
  const counts = new Map([
    ['submitted' as const, submitted],
    ['adopted' as const, adopted],
  ]);
  const work = {
    accepted: adopted,
    abandoned: 0,
    claimedBenefit: 0,
    verifiedBenefit: adopted * 1_000,
    overdue: submitted,
  };
  return { name, numbers: numbersOf(counts, submitted, 100), work };
}
const withheld = (name: string) => ({ name, numbers: null, work: null });
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

describe('the order of rows', () => {
  const rows = [withheld('丁'), row('乙', 9, 3), row('甲', 20, 5), row('丙', 0)];

  it('is by number, the largest first, with withheld ones last', () => {
    expect(names(inOrder(rows, { column: 'submitted', descending: true }))).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
    expect(names(inOrder(rows, { column: 'submitted', descending: false }))).toEqual([
      '丙',
      '乙',
      '甲',
      '丁',
    ]);
  });

  it('is by a rate, and not by its numerator; undefined ones are last', () => {
    expect(names(inOrder(rows, { column: 'adoptionRate', descending: true }))).toEqual([
      '乙',
      '甲',
      '丙',
      '丁',
    ]);
    expect(names(inOrder(rows, { column: 'adoptionRate', descending: false }))).toEqual([
      '甲',
      '乙',
      '丙',
      '丁',
    ]);
  });

  it('is by name in Chinese order', () => {
    const firms = [withheld('中成轴承'), withheld('宏达铸造'), withheld('华泰矿冶')];
    expect(names(inOrder(firms, BY_NAME))).toEqual(['宏达铸造', '华泰矿冶', '中成轴承']);
  });

  it('loses no row and shows withheld ones after all others, for every column', () => {
    const some = fc.oneof(
      fc.string().map(withheld),
      fc.tuple(fc.string(), fc.nat(50), fc.nat(50)).map(args => row(...args)),
    );
    fc.assert(
      fc.property(
        fc.array(some),
        fc.constantFrom(...ROUND_COLUMNS, ...WORK_COLUMNS),
        fc.boolean(),
        (rows, column, descending) => {
          const ordered = inOrder(rows, { column, descending });
          expect(new Set(ordered)).toEqual(new Set(rows));
          expect(ordered).toHaveLength(rows.length);
          const sizes = ordered.flatMap(row => {
            const value = cellOf(column, row);
            if (value === undefined) return [];
            if (typeof value === 'number') return [value];
            return value.denominator === 0 ? [] : [value.numerator / value.denominator];
          });
          const told = ordered.slice(0, sizes.length);
          expect(told.every(({ numbers }) => numbers !== null)).toBe(true);
          expect(sizes).toEqual(sizes.toSorted((a, b) => (descending ? b - a : a - b)));
        },
      ),
    );
  });
});

describe('pressing a head', () => {
  it('begins with the largest number, or the first name, and reverses when pressed again', () => {
    const greatest = pressed(BY_NAME, 'adoptionRate');
    expect(greatest).toEqual({ column: 'adoptionRate', descending: true });
    expect(pressed(greatest, 'adoptionRate')).toEqual({
      column: 'adoptionRate',
      descending: false,
    });
    expect(pressed(greatest, 'name')).toEqual(BY_NAME);
  });
});
