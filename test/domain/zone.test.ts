/** The roll-up of a zone: it adds up, and shows nothing from which a small group could be worked out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooSmall, SMALLEST_GROUP, together, withheldParts } from '../../shared/domain/disclosure.ts';
import { isOrganizationId, type OrganizationId } from '../../shared/domain/ids.ts';
import type { Counter } from '../../shared/domain/statistics.ts';
import { districtsOf, type OrganizationTotals, rollUp } from '../../shared/domain/zone.ts';

const idOf = (at: number): OrganizationId => {
  const id = `firm-${at}`;
  if (!isOrganizationId(id)) throw new Error(id);
  return id;
};

const totalsOf = (
  at: number,
  district: string,
  submitted: number,
  participants: number,
): OrganizationTotals => ({
  organization: idOf(at),
  name: `单位 ${at}`,
  district,
  counts: new Map<Counter, number>([
    ['submitted', submitted],
    ['adopted', Math.floor(submitted / 3)],
  ]),
  participants,
  headcount: 100 + at,
});

const zone: fc.Arbitrary<OrganizationTotals[]> = fc
  .array(
    fc.record({
      district: fc.constantFrom('第一片区', '第二片区', '第三片区'),
      ideas: fc.nat(12),
      share: fc.nat(12),
    }),
    {
      maxLength: 14,
    },
  )
  .map(rows =>
    rows.map(({ district, ideas, share }, at) => totalsOf(at, district, ideas, Math.min(ideas, share))),
  );

describe('withholding', () => {
  it('shows groups of five and more', () => {
    expect(
      withheldParts([
        { ideas: 5, people: 5 },
        { ideas: 60, people: 40 },
      ]).size,
    ).toBe(0);
  });

  it('withholds a small group and the next smallest, for the total stands beside them', () => {
    const [small, middle, large] = [
      { ideas: 4, people: 4 },
      { ideas: 9, people: 9 },
      { ideas: 60, people: 40 },
    ];
    expect(withheldParts([large, small, middle])).toEqual(new Set([small, middle]));
  });

  it('withholds many ideas of few people', () => {
    expect(isTooSmall({ ideas: 30, people: 4 })).toBe(true);
  });

  it('never leaves a small group to subtraction', () => {
    const group = fc.record({ ideas: fc.nat(20), people: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 12 }), parts => {
        const withheld = withheldParts(parts);
        for (const part of parts) if (isTooSmall(part)) expect(withheld).toContain(part);
        if (withheld.size === 0 || withheld.size === parts.length) return;
        expect(withheld.size).toBeGreaterThanOrEqual(2);
        expect(isTooSmall(together([...withheld]))).toBe(false);
      }),
    );
  });
});

describe('rolling up', () => {
  it('adds organizations up by district and for the whole', () => {
    const all = [
      totalsOf(1, '第一片区', 60, 40),
      totalsOf(2, '第一片区', 30, 20),
      totalsOf(3, '第二片区', 9, 9),
    ];
    const { numbers, districts, organizations } = rollUp(all, 'all');
    expect(organizations).toBe(3);
    expect(numbers).toMatchObject({
      submitted: 99,
      adopted: 33,
      adoptionRate: { numerator: 33, denominator: 99 },
      participation: { numerator: 69, denominator: 306 },
    });
    expect(new Map(districts.map(({ district, numbers }) => [district, numbers?.submitted]))).toEqual(
      new Map([
        ['第一片区', 90],
        ['第二片区', 9],
      ]),
    );
  });

  it('shows a grid officer their own districts and no total beyond', () => {
    const all = [totalsOf(1, '第一片区', 60, 40), totalsOf(2, '第二片区', 30, 20)];
    const officer = districtsOf({ roles: ['grid-officer'], districts: ['第二片区'] });
    const { numbers, districts } = rollUp(all, officer);
    expect(numbers).toBeNull();
    expect(districts.map(({ district }) => district)).toEqual(['第二片区']);
    expect(districts[0]?.rows.map(({ organization }) => organization)).toEqual(['firm-2']);
  });

  it('shows a zone manager all', () => {
    expect(districtsOf({ roles: ['zone-manager', 'grid-officer'], districts: ['第二片区'] })).toBe('all');
  });

  it('lets no small group be worked out from anything that is shown', () => {
    fc.assert(
      fc.property(
        zone,
        fc.constantFrom('all' as const, ['第一片区'], ['第一片区', '第三片区']),
        (all, sees) => {
          const { numbers, districts } = rollUp(all, sees);
          const sizeOf = (shown: { submitted: number; participation: { numerator: number } } | null) =>
            shown && { ideas: shown.submitted, people: shown.participation.numerator };
          // Every sum that is shown, and what is left of it when all that is shown below is taken away.
          const rest = (whole: typeof numbers, parts: readonly (typeof numbers)[]): void => {
            if (whole === null) return;
            expect(whole.submitted).toBeGreaterThanOrEqual(SMALLEST_GROUP);
            const hidden = parts.filter(part => part === null).length;
            if (hidden === 0) return;
            expect(hidden).toBeGreaterThanOrEqual(2);
            const seen = together(parts.flatMap(part => sizeOf(part) ?? []));
            const size = sizeOf(whole) ?? { ideas: 0, people: 0 };
            expect(isTooSmall({ ideas: size.ideas - seen.ideas, people: size.people - seen.people })).toBe(
              false,
            );
          };
          rest(
            numbers,
            districts.map(district => district.numbers),
          );
          for (const { numbers: whole, rows } of districts) {
            rest(
              whole,
              rows.map(row => row.numbers),
            );
            // What a withheld district is made of would give it away.
            if (whole === null) expect(rows.every(row => row.numbers === null)).toBe(true);
            for (const row of rows)
              if (row.numbers) expect(isTooSmall(sizeOf(row.numbers) ?? { ideas: 0, people: 0 })).toBe(false);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
