/** The number of overdue ideas, by department and category. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCategory, isDepartment } from '../../../shared/domain/kernel/ids.ts';
import { overdueBy } from '../../../shared/domain/numbers/overdue.ts';

const [foundry, assembly] = ['铸造车间', '装配车间'].filter(isDepartment) as [never, never];
const [safety, machines] = ['安全', '设备'].filter(isCategory) as [never, never];

describe('overdue work', () => {
  it('is counted where there is any, the most first', () => {
    expect(
      overdueBy([
        { department: assembly, category: safety },
        { department: foundry, category: machines },
        { department: assembly, category: machines },
        { category: machines },
      ]),
    ).toEqual({
      total: 4,
      departments: [
        { name: '装配车间', overdue: 2 },
        { name: '铸造车间', overdue: 1 },
      ],
      categories: [
        { name: '设备', overdue: 3 },
        { name: '安全', overdue: 1 },
      ],
    });
    expect(overdueBy([])).toEqual({ total: 0, departments: [], categories: [] });
  });

  it('adds up: each in one category, and in no more than one department', () => {
    const work = fc.record(
      {
        department: fc.constantFrom(foundry, assembly),
        category: fc.constantFrom(safety, machines),
      },
      { requiredKeys: ['category'] },
    );
    const sum = (parts: readonly { readonly overdue: number }[]) =>
      parts.reduce((all, { overdue }) => all + overdue, 0);
    fc.assert(
      fc.property(fc.array(work), all => {
        const { total, departments, categories } = overdueBy(all);
        expect([total, sum(categories)]).toEqual([all.length, all.length]);
        expect(sum(departments)).toBe(all.filter(one => 'department' in one).length);
      }),
    );
  });
});
