/**
 * A zone's roll-up (汇总): its organizations' published numbers of a round, added up by district
 * and in total, as far as they may be shown. It has numbers and the organizations' names; nothing
 * in it leads to an idea or a person. It never changes. It is shown once every organization has
 * published, so that nobody can watch a small number grow.
 */
import { type OrganizationId, type RoundId, roundAfter, roundsFrom } from '../kernel/ids.ts';
import type { ZoneMember } from '../organization/organization.ts';
import { type Counter, type Counts, LATER_COUNTERS } from './counters.ts';
import { isTooSmall, type Part, type Sizes, together, withheldParts } from './disclosure.ts';
import { type NumbersWithParticipation, numbersOf } from './statistics.ts';

/** An organization of a zone. */
export interface Placed {
  readonly organization: OrganizationId;
  readonly name: string;
  readonly district: string;
}

/** The numbers that an organization sent its zone with its publication of a round. */
export interface OrganizationRound extends Placed {
  /** The round's numbers as in its bulletin. */
  readonly counts: Counts;
  readonly participants: number;
  readonly headcount: number;
  /** Whether everybody can read the bulletin, without signing in. */
  readonly publicBulletin: boolean;
  /** The state of the ideas of `workRounds` at that time, and the number of overdue ones. */
  readonly work: {
    readonly counts: Counts;
    /**
     * The number of people in the largest of these rounds: at least that many are behind these
     * ideas.
     */
    readonly participants: number;
    readonly overdue: number;
  };
}

/**
 * What is known of a zone's round: the organizations that have published it, and those that have
 * not.
 */
export interface ZoneRound {
  readonly published: readonly OrganizationRound[];
  readonly awaited: readonly Placed[];
}

/**
 * A round's numbers on the day of its publication. The ideas implemented by then are of earlier
 * rounds. Rewards and opinions are of so few people that a zone is not told of them.
 */
type RoundNumbers = Omit<
  NumbersWithParticipation,
  WorkCounter | 'implementationRate' | 'followUp' | 'ideasPerHead'
>;
type WorkCounter = 'accepted' | 'abandoned' | 'claimedBenefit' | 'verifiedBenefit';

/**
 * The state of the ideas of a year. It has neither adopted ideas nor a rate of them: they would be
 * the sum of the year's rounds, and so reveal one that was withheld in a single round.
 */
type WorkNumbers = Pick<NumbersWithParticipation, WorkCounter> & { readonly overdue: number };

/** Numbers of an organization, a district or the zone; null if they are withheld. */
interface Shown {
  readonly numbers: RoundNumbers | null;
  readonly work: WorkNumbers | null;
}

interface DistrictRollUp extends Shown {
  readonly district: string;
  readonly organizations: number;
  readonly rows: readonly (Shown & Omit<Placed, 'district'>)[];
}

export interface RollUp extends Shown {
  readonly organizations: number;
  readonly districts: readonly DistrictRollUp[];
}

/** The number of rounds whose work is included: a suggestion takes months to implement. */
const WORK_ROUNDS = 12;

/**
 * Whether a round's roll-up tells of the work of a year: the last of a calendar year does. So no two
 * years overlap. If they did, the next one would reveal nearly what this one withholds.
 */
export function endsYear(round: RoundId): boolean {
  return round.endsWith('-12');
}

/**
 * The rounds whose work an organization reports when it publishes this one: itself and those of the
 * year before it.
 */
export function workRounds(round: RoundId): RoundId[] {
  return roundsFrom(roundAfter(round, 1 - WORK_ROUNDS), round);
}

/**
 * The districts whose numbers a person may see: all for a zone manager, their own for a grid
 * officer.
 */
export function districtsOf({
  roles,
  districts,
}: Pick<ZoneMember, 'roles' | 'districts'>): 'all' | readonly string[] {
  return roles.includes('zone-manager') ? 'all' : districts;
}

/** Whether a person with these districts sees that one. */
export function seesDistrict(sees: 'all' | readonly string[], district: string): boolean {
  return sees === 'all' || sees.includes(district);
}

/**
 * Adds organizations up. A district that is too small is withheld with as many others as needed,
 * and organizations within a district likewise. A withheld district shows none of its
 * organizations. The choice is the same for every reader, so two readers together know no more, and
 * it begins with the same organizations in every round. A reader of single districts sees those and no total.
 */
export function rollUp(
  round: RoundId,
  published: readonly OrganizationRound[],
  sees: 'all' | readonly string[],
): RollUp {
  const names = [...new Set(published.map(({ district }) => district))].toSorted((a, b) =>
    a.localeCompare(b, 'zh'),
  );
  // Sorted by id, an order that reveals nothing of their sizes.
  const all = published.toSorted((a, b) => (a.organization < b.organization ? -1 : 1));
  const districts = names.map(name => all.filter(({ district }) => district === name));
  const ofRound = disclose(districts, ROUND);
  const ofWork = endsYear(round) ? disclose(districts, WORK) : NOTHING;
  const visible = districts.filter(([first]) => first && seesDistrict(sees, first.district));
  const shown = (
    all: readonly OrganizationRound[],
    within: (disclosed: Disclosed) => boolean | undefined,
  ): Shown => ({
    numbers: within(ofRound) ? roundNumbers(all) : null,
    work: within(ofWork) ? workNumbers(all) : null,
  });
  return {
    organizations: visible.flat().length,
    ...shown(published, ({ whole }) => sees === 'all' && whole),
    districts: visible.map(all => ({
      district: all[0]?.district ?? '',
      organizations: all.length,
      ...shown(all, ({ districts }) => districts.has(all)),
      rows: all
        .toSorted(
          (a, b) =>
            a.name.localeCompare(b.name, 'zh') || (a.organization < b.organization ? -1 : 1),
        )
        .map(one => ({
          organization: one.organization,
          name: one.name,
          ...shown([one], ({ rows }) => rows.has(one)),
        })),
    })),
  };
}

/**
 * The facts that decide about disclosure: the sizes of the groups, and whether the numbers are
 * public anyway.
 */
interface Measure {
  readonly sizes: (one: OrganizationRound) => Sizes;
  readonly isPublic: (one: OrganizationRound) => boolean;
}

const ROUND: Measure = {
  sizes: ({ counts, participants }) => {
    const [submitted, adopted, declined] = [
      of(counts, 'submitted'),
      of(counts, 'adopted'),
      of(counts, 'declined'),
    ];
    return [submitted, adopted + declined, participants];
  },
  isPublic: ({ publicBulletin }) => publicBulletin,
};
const WORK: Measure = {
  sizes: ({ work }) => [of(work.counts, 'accepted'), work.participants],
  isPublic: () => false,
};

/** The visible numbers. */
interface Disclosed {
  readonly whole: boolean;
  readonly districts: ReadonlySet<readonly OrganizationRound[]>;
  readonly rows: ReadonlySet<OrganizationRound>;
}
const NOTHING: Disclosed = { whole: false, districts: new Set(), rows: new Set() };

/**
 * Public numbers are always shown, because anybody can subtract them from a sum. For the same
 * reason the size of a group excludes its public part.
 */
function disclose(
  districts: readonly (readonly OrganizationRound[])[],
  { sizes, isPublic }: Measure,
): Disclosed {
  const rows = new Set(districts.flat().filter(isPublic));
  const parts = districts.flatMap(
    (all): (Part & { readonly all: typeof all; readonly rows: OrganizationRound[] })[] => {
      const secret = all.filter(one => !isPublic(one)).map(one => ({ one, sizes: sizes(one) }));
      if (secret.length === 0) return [];
      const withheld = withheldParts(secret);
      return [
        {
          all,
          sizes: together(secret.map(part => part.sizes)),
          revealing: withheld === 'whole',
          rows:
            withheld === 'whole'
              ? []
              : secret.filter(part => !withheld.has(part)).map(({ one }) => one),
        },
      ];
    },
  );
  const known = districts.filter(all => all.every(isPublic));
  const withheld = parts.length === 0 ? new Set() : withheldParts(parts);
  const nothing =
    withheld === 'whole' ||
    (parts.length > 0 && isTooSmall(together(parts.map(part => part.sizes))));
  if (nothing) return { whole: false, districts: new Set(known), rows };
  const shown = parts.filter(part => !withheld.has(part));
  return {
    whole: districts.length > 0,
    districts: new Set([...known, ...shown.map(({ all }) => all)]),
    rows: new Set([...rows, ...shown.flatMap(one => one.rows)]),
  };
}

function roundNumbers(all: readonly OrganizationRound[]): RoundNumbers {
  const add = (amount: (one: OrganizationRound) => number): number =>
    all.reduce((sum, one) => sum + amount(one), 0);
  const counts = sumOf(all.map(one => one.counts));
  const {
    accepted: _accepted,
    abandoned: _abandoned,
    implementationRate: _rate,
    claimedBenefit: _claimed,
    verifiedBenefit: _verified,
    followUp: _followUp,
    ideasPerHead: _perHead,
    ...numbers
  } = numbersOf(
    counts,
    add(one => one.participants),
    add(one => one.headcount),
  );
  return numbers;
}

function workNumbers(all: readonly OrganizationRound[]): WorkNumbers {
  const { accepted, abandoned, claimedBenefit, verifiedBenefit } = numbersOf(
    sumOf(all.map(({ work }) => work.counts)),
    0,
    0,
  );
  const overdue = all.reduce((sum, { work }) => sum + work.overdue, 0);
  return { accepted, abandoned, claimedBenefit, verifiedBenefit, overdue };
}

/** The counts that a zone is told. */
export function forZone(counts: Counts): Counts {
  const later = new Set<Counter>(LATER_COUNTERS);
  return new Map([...counts].filter(([counter]) => !later.has(counter)));
}

/** The sums of counts. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = new Map<Counter, number>();
  for (const counts of all)
    for (const [counter, count] of counts) sum.set(counter, (sum.get(counter) ?? 0) + count);
  return sum;
}

function of(counts: Counts, counter: Counter): number {
  return counts.get(counter) ?? 0;
}
