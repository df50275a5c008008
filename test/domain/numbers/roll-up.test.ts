/**
 * The roll-up of a zone: it adds up, and shows nothing from which a small group could be worked
 * out.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOrganizationId,
  isRoundId,
  type OrganizationId,
  type RoundId,
  roundAfter,
  roundsFrom,
} from '../../../shared/domain/kernel/ids.ts';
import type { Counter } from '../../../shared/domain/numbers/counters.ts';
import {
  districtsOf,
  type OrganizationRound,
  type RollUp,
  rollUp,
  workRounds,
} from '../../../shared/domain/numbers/roll-up.ts';

const [OCTOBER, DECEMBER] = ['2026-10', '2026-12'].filter(isRoundId) as [RoundId, RoundId];

const idOf = (at: number): OrganizationId => {
  const id = `firm-${at}`;
  if (!isOrganizationId(id)) throw new Error(id);
  return id;
};

function told(
  at: number,
  district: string,
  submitted: number,
  participants: number,
  { accepted = 40, publicBulletin = false, decided = submitted } = {},
): OrganizationRound {
  const adopted = Math.floor(decided / 3);
  const counts = (of: Partial<Record<Counter, number>>) =>
    new Map(Object.entries(of) as [Counter, number][]);
  return {
    organization: idOf(at),
    name: `单位 ${at}`,
    district,
    publicBulletin,
    counts: counts({ submitted, adopted, declined: decided - adopted, verifiedBenefit: 1 }),
    participants,
    headcount: 100 + at,
    work: {
      counts: counts({
        adopted: 2 * accepted,
        accepted,
        claimedBenefit: 900 * at,
        verifiedBenefit: 700 * at,
      }),
      participants: 30,
      overdue: at,
    },
  };
}

const zone: fc.Arbitrary<OrganizationRound[]> = fc
  .array(
    fc.record({
      district: fc.constantFrom('第一片区', '第二片区', '第三片区'),
      ideas: fc.nat(14),
      decided: fc.nat(14),
      share: fc.nat(14),
      accepted: fc.nat(12),
      publicBulletin: fc.nat(5).map(chance => chance === 0),
    }),
    { maxLength: 14 },
  )
  .map(rows =>
    rows.map(({ district, ideas, share, decided, ...more }, at) =>
      told(at, district, ideas, Math.min(ideas, share), {
        ...more,
        decided: Math.min(ideas, decided),
      }),
    ),
  );

describe('rolling up', () => {
  it('adds organizations up by district and in total, the round separately from the work of a year', () => {
    const all = [
      told(1, '第一片区', 60, 40),
      told(2, '第一片区', 30, 20),
      told(3, '第二片区', 9, 9),
    ];
    const { numbers, work, districts, organizations } = rollUp(DECEMBER, all, 'all');
    expect(organizations).toBe(3);
    expect(numbers).toMatchObject({
      submitted: 99,
      adopted: 33,
      adoptionRate: { numerator: 33, denominator: 99 },
      participation: { numerator: 69, denominator: 306 },
    });
    expect(numbers).not.toHaveProperty('verifiedBenefit');
    expect(work).toEqual({
      accepted: 120,
      abandoned: 0,
      claimedBenefit: 5_400,
      verifiedBenefit: 4_200,
      overdue: 6,
    });
    expect(
      new Map(districts.map(({ district, numbers }) => [district, numbers?.submitted])),
    ).toEqual(
      new Map([
        ['第一片区', 90],
        ['第二片区', 9],
      ]),
    );
  });

  it('covers the work of the year up to the round', () => {
    expect(workRounds(OCTOBER)).toHaveLength(12);
    expect(workRounds(OCTOBER)[0]).toBe('2025-11');
    expect(workRounds(OCTOBER).at(-1)).toBe('2026-10');
  });

  it('shows a grid officer their own districts and no total beyond', () => {
    const all = [told(1, '第一片区', 60, 40), told(2, '第二片区', 30, 20)];
    const officer = districtsOf({ roles: ['grid-officer'], districts: ['第二片区'] });
    const { numbers, work, districts } = rollUp(OCTOBER, all, officer);
    expect([numbers, work]).toEqual([null, null]);
    expect(districts.map(({ district }) => district)).toEqual(['第二片区']);
    expect(districts[0]?.rows.map(({ organization }) => organization)).toEqual(['firm-2']);
  });

  it('shows a zone manager all', () => {
    expect(districtsOf({ roles: ['zone-manager', 'grid-officer'], districts: ['第二片区'] })).toBe(
      'all',
    );
  });
});

describe('withholding', () => {
  const shownOf = ({ districts }: RollUp) =>
    districts.map(({ numbers, rows }) => [
      numbers?.submitted,
      rows.map(row => row.numbers?.submitted),
    ]);

  it('withholds a small organization and another with it', () => {
    const all = [
      told(1, '第一片区', 3, 3),
      told(2, '第一片区', 30, 20),
      told(3, '第一片区', 20, 20),
    ];
    const [[, rows = []] = []] = shownOf(rollUp(OCTOBER, all, 'all')) as [
      [number, (number | undefined)[]],
    ];
    expect(rows[0]).toBeUndefined();
    expect(rows.filter(submitted => submitted === undefined)).toHaveLength(2);
  });

  it('tells of the work of a year with the last round of the year alone, so that no two overlap', () => {
    const all = [told(1, '第一片区', 60, 40), told(2, '第一片区', 30, 20)];
    const rounds = roundsFrom(OCTOBER, roundAfter(OCTOBER, 24));
    const telling = rounds.filter(round => rollUp(round, all, 'all').work !== null);
    expect(telling).toEqual(['2026-12', '2027-12']);
    for (const { work, rows } of rollUp(OCTOBER, all, 'all').districts)
      expect([work, ...rows.map(row => row.work)]).toEqual([null, null, null]);
    const years = telling.flatMap(workRounds);
    expect(new Set(years).size).toBe(years.length);
  });

  it('withholds if few ideas were decided, and separately the benefit of few accepted ideas', () => {
    const few = [
      told(1, '第一片区', 30, 20, { decided: 2 }),
      told(2, '第一片区', 30, 20, { accepted: 3 }),
    ];
    const [district] = rollUp(DECEMBER, [...few, told(3, '第一片区', 40, 30)], 'all').districts;
    expect(district?.rows[0]?.numbers).toBeNull();
    expect(district?.rows[1]?.work).toBeNull();
    expect(district?.numbers?.submitted).toBe(100);
    expect(district?.work?.accepted).toBe(83);
  });

  it('does not hide a small organization behind one with a public bulletin', () => {
    const open = told(2, '第一片区', 60, 40, { publicBulletin: true });
    const [district] = rollUp(OCTOBER, [told(1, '第一片区', 3, 3), open], 'all').districts;
    // 63 minus the 60 of the bulletin would be 3.
    expect(district?.numbers).toBeNull();
    expect(district?.rows.map(({ numbers }) => numbers?.submitted)).toEqual([undefined, 60]);
  });

  it('shows officers and managers the same, so that they know no more together', () => {
    const all = [
      told(1, '第一片区', 40, 40),
      told(2, '第二片区', 3, 3),
      told(3, '第三片区', 60, 40),
    ];
    const whole = rollUp(OCTOBER, all, 'all');
    for (const district of ['第一片区', '第二片区', '第三片区'])
      expect(rollUp(OCTOBER, all, [district]).districts[0]).toEqual(
        whole.districts.find(one => one.district === district),
      );
    expect(whole.numbers?.submitted).toBe(103);
    expect(whole.districts.filter(({ numbers }) => numbers === null).length).toBeGreaterThanOrEqual(
      2,
    );
  });

  it('leaves every withheld number open, whatever is subtracted from visible numbers', () => {
    const isPublic = new Set<string>();
    const measures = [
      {
        of: 'numbers' as const,
        sizes: ({ counts, participants }: OrganizationRound) => [
          counts.get('submitted') ?? 0,
          (counts.get('adopted') ?? 0) + (counts.get('declined') ?? 0),
          participants,
        ],
        known: ({ organization }: OrganizationRound) => isPublic.has(organization),
      },
      {
        of: 'work' as const,
        sizes: ({ work }: OrganizationRound) => [
          work.counts.get('accepted') ?? 0,
          work.participants,
        ],
        known: () => false,
      },
    ];
    fc.assert(
      fc.property(zone, fc.constantFrom(OCTOBER, DECEMBER), (all, round) => {
        isPublic.clear();
        for (const { organization, publicBulletin } of all)
          if (publicBulletin) isPublic.add(organization);
        const seen = rollUp(round, all, 'all');
        const byId = new Map(all.map(one => [one.organization, one]));
        for (const { of, sizes, known } of measures) {
          /** The rest of a visible sum after subtracting all of its visible or known parts. */
          const checkRest = (
            whole: object | null,
            parts: readonly { all: OrganizationRound[]; open: boolean }[],
          ) => {
            if (whole === null) return;
            const hidden = parts
              .filter(({ open }) => !open)
              .map(part => part.all.filter(one => !known(one)))
              .filter(part => part.length > 0)
              .map(part =>
                part
                  .map(sizes)
                  .reduce((sum, more) => sum.map((size, at) => size + (more[at] ?? 0))),
              );
            if (hidden.length === 0) return;
            expect(hidden.length).toBeGreaterThanOrEqual(2);
            const [first = []] = hidden;
            for (const at of first.keys()) {
              const rest = hidden.reduce((sum, part) => sum + (part[at] ?? 0), 0);
              for (const part of hidden) {
                if ((part[at] ?? 0) >= 5) continue;
                const others = hidden.filter(other => other !== part).map(other => other[at] ?? 0);
                expect(rest - 4).toBeGreaterThanOrEqual(
                  others.filter(size => size >= 5).length * 5,
                );
                if (others.every(size => size < 5))
                  expect(rest).toBeLessThanOrEqual(4 * others.length);
              }
            }
          };
          checkRest(
            seen[of],
            seen.districts.map(district => ({
              all: district.rows.map(({ organization }) => byId.get(organization)!),
              open: district[of] !== null,
            })),
          );
          for (const district of seen.districts) {
            checkRest(
              district[of],
              district.rows.map(row => ({
                all: [byId.get(row.organization)!],
                open: row[of] !== null,
              })),
            );
            for (const row of district.rows) {
              const one = byId.get(row.organization)!;
              if (row[of] === null || known(one)) continue;
              // The parts of a withheld district would reveal it.
              expect(district[of]).not.toBeNull();
              expect(Math.min(...sizes(one))).toBeGreaterThanOrEqual(5);
            }
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
