/**
 * The numbers of a round (design, section 4). Every idea contributes counts to its organization,
 * department and category; a change contributes the difference, so the sum of all deltas always
 * equals the fold over all facts. Rates are computed last, from counts, with numerator and
 * denominator.
 */
import { authorsOf, type Idea } from '../idea/idea.ts';
import type { Category, Department, MemberId } from '../kernel/ids.ts';
import { MILLIS_PER_DAY, millisBetween } from '../kernel/instant.ts';
import type { Member } from '../organization/organization.ts';
import { type Counter, type Counts, LONGEST_DAY } from './counters.ts';
import { type FollowUp, followUpCounts, followUpOf } from './follow-up.ts';
import { meanDays, type Rate, rate } from './rate.ts';

/** The scopes of numbers. */
export type Scope =
  | { readonly by: 'organization' }
  | { readonly by: 'department'; readonly name: Department }
  | { readonly by: 'category'; readonly name: Category };

/** The change of one scope's counts, and of each named author's number of ideas there. */
interface ScopeDelta {
  readonly scope: Scope;
  readonly counts: Counts;
  readonly authors: ReadonlyMap<MemberId, number>;
}

/** Keyed by `scopeKey`, so that two deltas add up. */
export type Delta = ReadonlyMap<string, ScopeDelta>;

interface Numbers {
  readonly submitted: number;
  readonly adopted: number;
  readonly declined: number;
  /** Adopted or declined. */
  readonly decided: number;
  /** Carried over to a later agenda and still undecided. */
  readonly deferred: number;
  /** Not decided, deferred or not. */
  readonly undecided: number;
  /** Completed, and verified by another person. */
  readonly accepted: number;
  /** Adopted and abandoned. */
  readonly abandoned: number;
  readonly adoptionRate: Rate;
  readonly adoptionRateOfDecided: Rate;
  readonly decisionRate: Rate;
  /** Accepted ÷ adopted. */
  readonly implementationRate: Rate;
  /** CNY a year, as owners claim at completion. */
  readonly claimedBenefit: number;
  /** CNY a year, as verified at acceptance. */
  readonly verifiedBenefit: number;
  readonly daysToDecision: {
    readonly mean: number | null;
    /** Nine in ten decisions came within this number of whole days; 61 means "more than 60". */
    readonly percentile90: number | null;
  };
  /** Absent where it is unknown, because the numbers are of an earlier release. */
  readonly followUp?: FollowUp;
}

export interface NumbersWithParticipation extends Numbers {
  /** Distinct named authors ÷ headcount. */
  readonly participation: Rate;
  /**
   * Ideas ÷ headcount (人均), which may exceed 1: in total the submitted ideas; in a department
   * those with an author who works there, because its headcount is of its authors. Absent where it
   * is unknown, as `followUp` is.
   */
  readonly ideasPerHead?: Rate;
}

export interface RoundStatistics {
  readonly total: NumbersWithParticipation;
  readonly departments: readonly (NumbersWithParticipation & { readonly department: Department })[];
  readonly categories: readonly (Numbers & { readonly category: Category })[];
}

/** The counts of a scope, from a projection or from a fold. */
export interface ScopeTotals {
  readonly scope: Scope;
  readonly counts: Counts;
  readonly participants: number;
}

export interface Headcount {
  readonly total: number;
  readonly departments: ReadonlyMap<Department, number>;
}

/** The number of active members of an organization and its departments. */
export function headcountOf(members: readonly Pick<Member, 'department' | 'active'>[]): Headcount {
  const departments = new Map<Department, number>();
  const counted = members.filter(({ active }) => active);
  for (const { department } of counted)
    departments.set(department, (departments.get(department) ?? 0) + 1);
  return { total: counted.length, departments };
}

export function scopeKey(scope: Scope): string {
  return scope.by === 'organization' ? scope.by : `${scope.by}:${scope.name}`;
}

/**
 * The additions of one idea's change to its round's numbers. `before` is undefined for a new idea,
 * `after` for a removed one.
 */
export function delta(before: Idea | undefined, after: Idea | undefined): Delta {
  return addDeltas([negate(contribution(before)), contribution(after)]);
}

/** The numbers of all the ideas of a round, counted from the ideas. */
export function fold(ideas: Iterable<Idea>): Delta {
  return addDeltas([...ideas].map(contribution));
}

/** Adds deltas up, without zeros. */
export function addDeltas(deltas: readonly Delta[]): Delta {
  const scopes = new Map<
    string,
    { scope: Scope; counts: Map<Counter, number>; authors: Map<MemberId, number> }
  >();
  for (const one of deltas)
    for (const [key, { scope, counts, authors }] of one) {
      const sum = scopes.get(key) ?? { scope, counts: new Map(), authors: new Map() };
      scopes.set(key, sum);
      addInto(sum.counts, counts);
      addInto(sum.authors, authors);
    }
  return new Map(
    [...scopes].filter(([, { counts, authors }]) => counts.size > 0 || authors.size > 0),
  );
}

/**
 * A delta in parts that add up to it. Each part has a limited number of authors' counts. The other
 * counts of a department go with the first of its authors, and all others with the first part. The
 * same delta always splits into the same parts, in the same order.
 */
export function partsOf(whole: Delta, most: number): Delta[] {
  const isSplit = ({ scope, authors }: ScopeDelta): boolean =>
    scope.by === 'department' && authors.size > 0;
  const first: Delta = new Map(
    [...whole].map(([key, part]) => [
      key,
      { ...part, authors: new Map(), ...(isSplit(part) && { counts: new Map() }) },
    ]),
  );
  const authors = [...whole]
    .toSorted(([a], [b]) => compare(a, b))
    .flatMap(([key, part]) =>
      [...part.authors]
        .toSorted(([a], [b]) => compare(a, b))
        .map(
          ([author, change], at): Delta =>
            new Map([
              [
                key,
                {
                  scope: part.scope,
                  counts: at === 0 && isSplit(part) ? part.counts : new Map(),
                  authors: new Map([[author, change]]),
                },
              ],
            ]),
        ),
    );
  const parts: Delta[] = [];
  for (let from = 0; from === 0 || from < authors.length; from += most) {
    const some = authors.slice(from, from + most);
    parts.push(addDeltas(from === 0 ? [first, ...some] : some));
  }
  return parts;
}

/**
 * The totals of a complete fold: counts, and the distinct authors with at least one counted idea.
 */
export function totals(complete: Delta): ScopeTotals[] {
  return [...complete.values()].map(({ scope, counts, authors }) => ({
    scope,
    counts,
    participants: [...authors.values()].filter(ideas => ideas > 0).length,
  }));
}

/** Makes a round's numbers from its totals and the headcount. */
export function statistics(all: readonly ScopeTotals[], headcount: Headcount): RoundStatistics {
  const total = all.find(({ scope }) => scope.by === 'organization');
  const followed = isFollowed(total?.counts ?? new Map());
  const departments: (NumbersWithParticipation & { department: Department })[] = [];
  const categories: (Numbers & { category: Category })[] = [];
  for (const { scope, counts, participants } of all) {
    // A part whose ideas were all withdrawn would show nothing but zeros.
    if (participants === 0 && (counts.get('submitted') ?? 0) === 0) continue;
    if (scope.by === 'department')
      departments.push({
        department: scope.name,
        ...numbersIn(counts, participants, headcount.departments.get(scope.name) ?? 0),
        ...(followed && {
          followUp: followUpOf(counts),
          ideasPerHead: rate(
            counts.get('authored') ?? 0,
            headcount.departments.get(scope.name) ?? 0,
          ),
        }),
      });
    if (scope.by === 'category')
      categories.push({
        category: scope.name,
        ...numbers(counts),
        ...(followed && { followUp: followUpOf(counts) }),
      });
  }
  return {
    total: numbersOf(total?.counts ?? new Map(), total?.participants ?? 0, headcount.total),
    departments: departments.toSorted((a, b) => a.department.localeCompare(b.department, 'zh')),
    categories: categories.toSorted((a, b) => a.category.localeCompare(b.category, 'zh')),
  };
}

/**
 * The numbers of an organization as a whole, from its counts, its distinct named authors and its
 * headcount.
 */
export function numbersOf(
  counts: Counts,
  participants: number,
  headcount: number,
): NumbersWithParticipation {
  return {
    ...numbersIn(counts, participants, headcount),
    ideasPerHead: rate(counts.get('submitted') ?? 0, headcount),
    ...(isFollowed(counts) && { followUp: followUpOf(counts) }),
  };
}

/**
 * Whether the later counters of a round are known, by the counts of the organization as a whole. An
 * earlier release has not counted them, and changes add only what they change. The reconciliation
 * counts them, the organization's last.
 */
function isFollowed(counts: Counts): boolean {
  return (counts.get('followed') ?? 0) === (counts.get('submitted') ?? 0);
}

function numbersIn(counts: Counts, participants: number, headcount: number) {
  return { ...numbers(counts), participation: rate(participants, headcount) };
}

/** Whether an idea counts as submitted. Withdrawn and merged ones do not. */
export function isCounted({ status }: Pick<Idea, 'status'>): boolean {
  return status !== 'withdrawn' && status !== 'merged';
}

/**
 * The counts of an idea. They go to the department it is about; its authors count where they work,
 * because participation is a share of a department's own headcount. A category has no headcount. An
 * unnamed author counts nowhere.
 */
function contribution(idea: Idea | undefined): Delta {
  if (idea === undefined || !isCounted(idea)) return new Map();
  const { category, department } = idea;
  const none = { counts: new Map(), authors: new Map() };
  const counted = { ...none, counts: countsOf(idea) };
  const authors = authorsOf(idea);
  const workplaces = new Set(authors.flatMap(author => departmentOf(author, idea) ?? []));
  const of = (scope: Scope, part: Omit<ScopeDelta, 'scope'>): Delta =>
    new Map([[scopeKey(scope), { scope, ...part }]]);
  return addDeltas([
    of({ by: 'organization' }, counted),
    of({ by: 'category', name: category }, counted),
    ...(department === undefined ? [] : [of({ by: 'department', name: department }, counted)]),
    ...[...workplaces].map(name =>
      of({ by: 'department', name }, { ...none, counts: new Map([['authored', 1]]) }),
    ),
    ...authors.flatMap(author => {
      const wrote = { ...none, authors: new Map([[author, 1]]) };
      const where = departmentOf(author, idea);
      return [
        of({ by: 'organization' }, wrote),
        ...(where === undefined ? [] : [of({ by: 'department', name: where }, wrote)]),
      ];
    }),
  ]);
}

/** The department of one of an idea's authors when they submitted theirs. */
function departmentOf(
  author: MemberId,
  { authorId, authorDepartment, coAuthors }: Idea,
): Department | undefined {
  return author === authorId
    ? authorDepartment
    : coAuthors.find(({ id }) => id === author)?.department;
}

function countsOf(idea: Idea): Counts {
  const gained = new Map<Counter, number>([
    ['submitted', 1],
    ['followed', 1],
    ...followUpCounts(idea),
  ]);
  if (idea.status === 'deferred') gained.set('deferred', 1);
  if ('decision' in idea && idea.decision.outcome !== 'deferred') {
    gained.set(idea.decision.outcome, 1);
    if (idea.status === 'accepted' || idea.status === 'abandoned') gained.set(idea.status, 1);
    if ('completion' in idea) add(gained, 'claimedBenefit', idea.completion.claimedBenefit);
    if ('acceptance' in idea) add(gained, 'verifiedBenefit', idea.acceptance.verifiedBenefit);
    // A slip may be dated later than the decision, if it was written ahead. The wait is then zero.
    const waited = Math.max(0, millisBetween(idea.submittedAt, idea.decision.at));
    gained.set('decisionMillis', waited);
    gained.set(`decidedByDay${Math.min(LONGEST_DAY, Math.ceil(waited / MILLIS_PER_DAY))}`, 1);
  }
  return gained;
}

/** Leaves out zeros: a missing counter reads as 0. */
function add(counts: Map<Counter, number>, counter: Counter, amount: number): void {
  if (amount !== 0) counts.set(counter, amount);
}

/** Compares by characters, as keys are sorted: the result is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function negate(one: Delta): Delta {
  const minus = <Key>(map: ReadonlyMap<Key, number>): Map<Key, number> =>
    new Map([...map].map(([key, value]) => [key, -value]));
  return new Map(
    [...one].map(([key, { scope, counts, authors }]) => [
      key,
      { scope, counts: minus(counts), authors: minus(authors) },
    ]),
  );
}

function addInto<Key>(sum: Map<Key, number>, more: ReadonlyMap<Key, number>): void {
  for (const [key, value] of more) {
    const next = (sum.get(key) ?? 0) + value;
    if (next === 0) sum.delete(key);
    else sum.set(key, next);
  }
}

function numbers(counts: Counts): Numbers {
  const of = (counter: Counter): number => counts.get(counter) ?? 0;
  const submitted = of('submitted');
  const adopted = of('adopted');
  const declined = of('declined');
  const decided = adopted + declined;
  return {
    submitted,
    adopted,
    declined,
    decided,
    deferred: of('deferred'),
    undecided: submitted - decided,
    accepted: of('accepted'),
    abandoned: of('abandoned'),
    adoptionRate: rate(adopted, submitted),
    adoptionRateOfDecided: rate(adopted, decided),
    decisionRate: rate(decided, submitted),
    implementationRate: rate(of('accepted'), adopted),
    claimedBenefit: of('claimedBenefit'),
    verifiedBenefit: of('verifiedBenefit'),
    daysToDecision: {
      mean: meanDays(of('decisionMillis'), decided),
      percentile90: percentile90(counts, decided),
    },
  };
}

function percentile90(counts: Counts, decided: number): number | null {
  if (decided === 0) return null;
  let within = 0;
  for (let day = 0; day <= LONGEST_DAY; day += 1) {
    within += counts.get(`decidedByDay${day}`) ?? 0;
    if (within * 10 >= decided * 9) return day;
  }
  return LONGEST_DAY;
}
