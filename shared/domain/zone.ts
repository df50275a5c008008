/**
 * A zone's roll-up (汇总): the numbers of its organizations, added up by district and for the whole, as far as they may be shown. It
 * holds numbers and the organizations' names, and nothing that leads to an idea or a person.
 */
import { type Group, isTooSmall, withheldParts } from './disclosure.ts';
import type { OrganizationId } from './ids.ts';
import type { ZoneMember } from './organization.ts';
import { type Counter, type Counts, type NumbersWithParticipation, numbersOf } from './statistics.ts';

/** What a zone knows of one organization's round. */
export interface OrganizationTotals {
  readonly organization: OrganizationId;
  readonly name: string;
  readonly district: string;
  readonly counts: Counts;
  readonly participants: number;
  readonly headcount: number;
}

/** Numbers, or null where they are withheld. */
type Shown = NumbersWithParticipation | null;

interface DistrictRollUp {
  readonly district: string;
  readonly organizations: number;
  readonly numbers: Shown;
  readonly rows: readonly {
    readonly organization: OrganizationId;
    readonly name: string;
    readonly numbers: Shown;
  }[];
}

export interface RollUp {
  readonly organizations: number;
  readonly numbers: Shown;
  readonly districts: readonly DistrictRollUp[];
}

interface Sum extends Group {
  readonly counts: Counts;
  readonly participants: number;
  readonly headcount: number;
}

interface District extends Sum {
  readonly name: string;
  readonly parts: readonly Part[];
}
interface Part extends Sum {
  readonly of: OrganizationTotals;
}

/** The districts whose numbers a person may see: all for a zone manager, their own for a grid officer. */
export function districtsOf({
  roles,
  districts,
}: Pick<ZoneMember, 'roles' | 'districts'>): 'all' | readonly string[] {
  return roles.includes('zone-manager') ? 'all' : districts;
}

/**
 * Adds organizations up. Where the reader sees the whole zone, a district that is too small is withheld, with as many others as it
 * takes, and within a district so are organizations; a withheld district shows none of its own. A reader of single districts sees
 * no total over them, so each stands for itself.
 */
export function rollUp(totals: readonly OrganizationTotals[], sees: 'all' | readonly string[]): RollUp {
  const visible = sees === 'all' ? totals : totals.filter(({ district }) => sees.includes(district));
  const names = [...new Set(visible.map(({ district }) => district))].toSorted((a, b) =>
    a.localeCompare(b, 'zh'),
  );
  const districts = names.map((name): District => {
    const parts = visible.filter(({ district }) => district === name).map(partOf);
    return { name, parts, ...sumOf(parts) };
  });
  const whole = sumOf(districts);
  const nothing = sees === 'all' && isTooSmall(whole);
  const withheld = sees === 'all' ? withheldParts(districts) : new Set(districts.filter(isTooSmall));
  return {
    organizations: visible.length,
    numbers: sees === 'all' && !nothing ? shown(whole) : null,
    districts: districts.map(district => districtOf(district, nothing || withheld.has(district))),
  };
}

function districtOf(district: District, withheld: boolean): DistrictRollUp {
  const { name, parts } = district;
  const hidden = withheldParts(parts);
  return {
    district: name,
    organizations: parts.length,
    numbers: withheld ? null : shown(district),
    rows: parts
      .toSorted((a, b) => a.of.name.localeCompare(b.of.name, 'zh'))
      .map(part => ({
        organization: part.of.organization,
        name: part.of.name,
        numbers: withheld || hidden.has(part) ? null : shown(part),
      })),
  };
}

function partOf(of: OrganizationTotals): Part {
  const { counts, participants, headcount } = of;
  return { of, counts, participants, headcount, ideas: counts.get('submitted') ?? 0, people: participants };
}

function sumOf(parts: readonly Sum[]): Sum {
  const counts = new Map<Counter, number>();
  for (const part of parts)
    for (const [counter, count] of part.counts) counts.set(counter, (counts.get(counter) ?? 0) + count);
  const add = (of: (part: Sum) => number): number => parts.reduce((sum, part) => sum + of(part), 0);
  return {
    counts,
    participants: add(part => part.participants),
    headcount: add(part => part.headcount),
    ideas: add(part => part.ideas),
    people: add(part => part.people),
  };
}

function shown({ counts, participants, headcount }: Sum): NumbersWithParticipation {
  return numbersOf(counts, participants, headcount);
}
