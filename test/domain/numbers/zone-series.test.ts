/**
 * A zone's roll-ups over many rounds, against a reader who keeps all of them: officers' and
 * managers', of organizations, districts and the whole. The reader takes a number to be the same
 * in two windows that overlap, and an idea to be adopted when its round says so. A withheld number
 * must not be a combination of shown ones.
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
  type OrganizationRound,
  type RollUp,
  rollUp,
  workRounds,
} from '../../../shared/domain/numbers/roll-up.ts';

const ids = Array.from({ length: 6 }, (_, at) => `firm-${at}`).filter(isOrganizationId);
const DISTRICTS = ['第一片区', '第二片区'];
const [FIRST] = ['2026-01'].filter(isRoundId) as [RoundId];
const ROUNDS = roundsFrom(FIRST, roundAfter(FIRST, 24));

interface Month {
  readonly submitted: number;
  readonly adopted: number;
  readonly accepted: number;
}
interface Firm {
  readonly organization: OrganizationId;
  readonly district: string;
  readonly months: readonly Month[];
}

const month = fc
  .tuple(fc.constantFrom(2, 4, 6, 20), fc.nat(20), fc.nat(3))
  .map(([submitted, adopted, accepted]) => ({
    submitted,
    adopted: Math.min(adopted, submitted),
    accepted: Math.min(accepted, adopted, submitted),
  }));
const firms = fc
  .array(
    fc.record({
      district: fc.constantFrom(...DISTRICTS),
      months: fc.array(month, { minLength: ROUNDS.length, maxLength: ROUNDS.length }),
    }),
    { minLength: 2, maxLength: ids.length },
  )
  .map(all => all.map((one, at): Firm => ({ ...one, organization: ids[at]! })));

function toldAt({ organization, district, months }: Firm, round: RoundId): OrganizationRound {
  const { submitted, adopted } = months[ROUNDS.indexOf(round)]!;
  const year = new Set(workRounds(round));
  const sum = (of: keyof Month) =>
    months.reduce((all, one, at) => all + (year.has(ROUNDS[at]!) ? one[of] : 0), 0);
  const counts = (of: Partial<Record<Counter, number>>) =>
    new Map(Object.entries(of) as [Counter, number][]);
  return {
    ...{ organization, name: organization, district, publicBulletin: false, headcount: 100 },
    counts: counts({ submitted, adopted, declined: submitted - adopted }),
    participants: submitted,
    work: {
      counts: counts({ adopted: sum('adopted'), accepted: sum('accepted') }),
      participants: 20,
      overdue: 0,
    },
  };
}

/** A sum of facts: each fact's name with its factor. */
type Sum = ReadonlyMap<string, number>;

/** What the cells of a round are sums of, if the windows of its neighbours show the same. */
function sumsOf(organizations: readonly string[], round: RoundId, period: number) {
  const each = (facts: (organization: string) => string[]): Sum =>
    new Map(organizations.flatMap(facts).map(fact => [fact, 1]));
  return {
    numbers: {
      submitted: each(one => [`${one} submitted ${round}`]),
      adopted: each(one => [`${one} adopted ${round}`]),
    },
    work: {
      accepted: each(one => [`${one} accepted ${period}`]),
      adopted: each(one => workRounds(round).map(of => `${one} adopted ${of}`)),
    },
  };
}

/** The sums that all these views show, and those that they withhold. */
function cellsOf(views: readonly { readonly round: RoundId; readonly seen: RollUp }[]) {
  const shown: Sum[] = [];
  const withheld: { readonly what: string; readonly sum: Sum }[] = [];
  let [period, last] = [0, FIRST];
  for (const { round, seen } of views) {
    const parts = seen.districts.flatMap(district => [
      { ...district, name: district.district, all: district.rows.map(row => row.organization) },
      ...district.rows.map(row => ({ ...row, all: [row.organization] })),
    ]);
    const whole = { ...seen, name: 'whole', all: parts.slice().flatMap(one => one.all) };
    const all = [...parts, { ...whole, all: [...new Set(whole.all)] }];
    // Of windows that overlap, the reader takes the number to be the same.
    const tells = all.some(({ work }) => work !== null);
    if (tells) {
      if (!workRounds(round).includes(last)) period += 1;
      last = round;
    }
    for (const { name, all: organizations, numbers, work } of all) {
      const sums = sumsOf(organizations, round, period);
      const note = (what: string, sum: Sum, value: number | undefined) =>
        value === undefined
          ? withheld.push({ what: `${what} of ${name} in ${round}`, sum })
          : shown.push(sum);
      note('submitted', sums.numbers.submitted, numbers?.submitted);
      note('adopted', sums.numbers.adopted, numbers?.adopted);
      const { accepted, adopted }: { accepted?: number; adopted?: number } = work ?? {};
      if (accepted !== undefined) shown.push(sums.work.accepted);
      else if (tells)
        withheld.push({ what: `accepted of ${name} by ${round}`, sum: sums.work.accepted });
      if (adopted !== undefined) shown.push(sums.work.adopted);
    }
  }
  return { shown, withheld };
}

const PRIME = 1_000_003;
const modulo = (value: number): number => ((value % PRIME) + PRIME) % PRIME;
function inverse(value: number): number {
  let [result, base, power] = [1, modulo(value), PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2), base = (base * base) % PRIME)
    if (power % 2 === 1) result = (result * base) % PRIME;
  return result;
}

/** The space of all combinations of sums, by elimination. */
function combinationsOf(sums: readonly Sum[]) {
  const basis = new Map<string, Map<string, number>>();
  const reduced = (sum: Sum): Map<string, number> => {
    const rest = new Map(sum);
    for (let pivot = pivotOf(rest); pivot !== undefined; pivot = pivotOf(rest)) {
      const row = basis.get(pivot)!;
      const factor = rest.get(pivot)!;
      for (const [fact, value] of row) {
        const left = modulo((rest.get(fact) ?? 0) - factor * value);
        if (left === 0) rest.delete(fact);
        else rest.set(fact, left);
      }
    }
    return rest;
  };
  const pivotOf = (sum: Sum) => [...sum.keys()].find(fact => basis.has(fact));
  for (const sum of sums) {
    const rest = reduced(sum);
    const [pivot] = rest.keys();
    if (pivot === undefined) continue;
    const scale = inverse(rest.get(pivot)!);
    const row = new Map([...rest].map(([fact, value]) => [fact, (value * scale) % PRIME]));
    // Every other row is freed of the new pivot, so that a reduction ends.
    for (const [of, other] of basis) {
      const factor = other.get(pivot);
      if (factor === undefined) continue;
      const freed = new Map(other);
      for (const [fact, value] of row) {
        const left = modulo((freed.get(fact) ?? 0) - factor * value);
        if (left === 0) freed.delete(fact);
        else freed.set(fact, left);
      }
      basis.set(of, freed);
    }
    basis.set(pivot, row);
  }
  return { has: (sum: Sum): boolean => reduced(sum).size === 0 };
}

const viewsOf = (all: readonly Firm[]) =>
  ROUNDS.flatMap(round => {
    const told = all.map(one => toldAt(one, round));
    return ['all' as const, ...DISTRICTS.map(one => [one])].map(sees => ({
      round,
      seen: rollUp(round, told, sees),
      sees,
    }));
  });

describe('over the rounds', () => {
  it('no withheld number is a combination of shown ones', () => {
    let open = 0;
    fc.assert(
      fc.property(firms, all => {
        const { shown, withheld } = cellsOf(viewsOf(all).filter(({ sees }) => sees === 'all'));
        const combinations = combinationsOf(shown);
        open += shown.length;
        for (const { what, sum } of withheld) expect(combinations.has(sum), what).toBe(false);
      }),
      { numRuns: 40 },
    );
    expect(open).toBeGreaterThan(1_000);
  });

  it('officers see what the manager sees of their districts, in every round', () => {
    fc.assert(
      fc.property(firms, all => {
        const views = viewsOf(all);
        for (const { round, seen, sees } of views) {
          if (sees === 'all') continue;
          const whole = views.find(one => one.round === round && one.sees === 'all')?.seen;
          expect(whole?.districts).toEqual(expect.arrayContaining(seen.districts.slice()));
        }
      }),
      { numRuns: 10 },
    );
  });

  it('the same organization is withheld with the same small one', () => {
    const steady = (submitted: number, organization: OrganizationId): Firm => ({
      organization,
      district: DISTRICTS[0]!,
      months: ROUNDS.map(() => ({ submitted, adopted: submitted, accepted: 1 })),
    });
    const all = [30, 3, 30, 30].map((submitted, at) => steady(submitted, ids[at]!));
    const hidden = viewsOf(all)
      .filter(({ sees }) => sees === 'all')
      .map(({ seen }) =>
        seen.districts
          .flatMap(({ rows }) => rows)
          .filter(({ numbers }) => numbers === null)
          .map(({ organization }) => organization),
      );
    expect(new Set(hidden.map(all => all.join()))).toEqual(new Set([`${ids[0]},${ids[1]}`]));
  });
});
