/**
 * The numbers of a round (design, section 4). Every idea contributes counts to its organization, department and category;
 * a change contributes the difference, so the sum of all deltas is always the fold over all facts. Rates are made last, from
 * counts, with numerator and denominator.
 */

import type { Idea } from './idea.ts';
import type { Category, Department, MemberId } from './ids.ts';
import { MILLIS_PER_DAY, millisBetween } from './instant.ts';
import type { Member } from './organization.ts';

/** What numbers are kept by. */
export type Scope =
  | { readonly by: 'organization' }
  | { readonly by: 'department'; readonly name: Department }
  | { readonly by: 'category'; readonly name: Category };

/** `decidedByDay7`: decided within seven days, but not within six. The last one holds all that took longer. */
type DayCounter = `decidedByDay${number}`;
export type Counter = 'submitted' | 'adopted' | 'declined' | 'deferred' | 'decisionMillis' | DayCounter;
export type Counts = ReadonlyMap<Counter, number>;

/** Days past which a decision's wait is no longer told apart. */
export const LONGEST_DAY = 61;

/** How counts of one scope change, and how many of each named author's ideas are counted there. */
interface ScopeDelta {
  readonly scope: Scope;
  readonly counts: Counts;
  readonly authors: ReadonlyMap<MemberId, number>;
}

/** By `scopeKey`, so that two deltas add up. */
export type Delta = ReadonlyMap<string, ScopeDelta>;

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** Null where there is nothing to divide by; otherwise to four decimals. */
  readonly value: number | null;
}

interface Numbers {
  readonly submitted: number;
  readonly adopted: number;
  readonly declined: number;
  /** Adopted or declined. */
  readonly decided: number;
  /** Carried over to a later agenda and not decided since. */
  readonly deferred: number;
  readonly undecided: number;
  readonly adoptionRate: Rate;
  readonly adoptionRateOfDecided: Rate;
  readonly decisionRate: Rate;
  readonly daysToDecision: {
    readonly mean: number | null;
    /** Nine in ten decisions came within so many whole days; 61 stands for "more than 60". */
    readonly percentile90: number | null;
  };
}

interface NumbersWithParticipation extends Numbers {
  /** Distinct named authors ÷ headcount. */
  readonly participation: Rate;
}

export interface RoundStatistics {
  readonly total: NumbersWithParticipation;
  readonly departments: readonly (NumbersWithParticipation & { readonly department: Department })[];
  readonly categories: readonly (Numbers & { readonly category: Category })[];
}

/** What a scope has gathered, as read back from a projection or folded afresh. */
export interface ScopeTotals {
  readonly scope: Scope;
  readonly counts: Counts;
  readonly participants: number;
}

export interface Headcount {
  readonly total: number;
  readonly departments: ReadonlyMap<Department, number>;
}

/** How many people an organization and its departments have. */
export function headcountOf(members: readonly Pick<Member, 'department'>[]): Headcount {
  const departments = new Map<Department, number>();
  for (const { department } of members) departments.set(department, (departments.get(department) ?? 0) + 1);
  return { total: members.length, departments };
}

export function scopeKey(scope: Scope): string {
  return scope.by === 'organization' ? scope.by : `${scope.by}:${scope.name}`;
}

/** What the change of one idea adds to its round's numbers. `before` is undefined for a new idea, `after` for a removed one. */
export function delta(before: Idea | undefined, after: Idea | undefined): Delta {
  return addDeltas([negate(contribution(before)), contribution(after)]);
}

/** The numbers of all the ideas of a round, counted afresh. */
export function fold(ideas: Iterable<Idea>): Delta {
  return addDeltas([...ideas].map(contribution));
}

/** Adds deltas up, leaving out what comes to nothing. */
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
  return new Map([...scopes].filter(([, { counts, authors }]) => counts.size > 0 || authors.size > 0));
}

/** The totals of a complete fold: counts, and the distinct authors with at least one counted idea. */
export function totals(complete: Delta): ScopeTotals[] {
  return [...complete.values()].map(({ scope, counts, authors }) => ({
    scope,
    counts,
    participants: [...authors.values()].filter(ideas => ideas > 0).length,
  }));
}

/** Makes the published numbers of a round's totals and the headcount. */
export function statistics(all: readonly ScopeTotals[], headcount: Headcount): RoundStatistics {
  const total = all.find(({ scope }) => scope.by === 'organization');
  const departments: (NumbersWithParticipation & { department: Department })[] = [];
  const categories: (Numbers & { category: Category })[] = [];
  for (const { scope, counts, participants } of all) {
    // All of it withdrawn since: it would stand there with nothing but zeros.
    if (participants === 0 && (counts.get('submitted') ?? 0) === 0) continue;
    if (scope.by === 'department')
      departments.push({
        department: scope.name,
        ...numbers(counts),
        participation: rate(participants, headcount.departments.get(scope.name) ?? 0),
      });
    if (scope.by === 'category') categories.push({ category: scope.name, ...numbers(counts) });
  }
  return {
    total: {
      ...numbers(total?.counts ?? new Map()),
      participation: rate(total?.participants ?? 0, headcount.total),
    },
    departments: departments.toSorted((a, b) => a.department.localeCompare(b.department, 'zh')),
    categories: categories.toSorted((a, b) => a.category.localeCompare(b.category, 'zh')),
  };
}

/** A rate with its numerator and denominator; undefined (null), not 0 or NaN, when there is nothing to divide by. */
export function rate(numerator: number, denominator: number): Rate {
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
  };
}

/** Whether an idea counts as submitted: all but the withdrawn. */
function counts(idea: Idea): boolean {
  return idea.status !== 'withdrawn';
}

/**
 * What an idea counts for. Its counts go to the department it is about; its author counts where they work, for participation is
 * a share of a department's own heads. A category has no heads.
 */
function contribution(idea: Idea | undefined): Delta {
  if (idea === undefined || !counts(idea)) return new Map();
  const { category, department, authorId, authorDepartment } = idea;
  const none = { counts: new Map(), authors: new Map() };
  const [counted, wrote] = [
    { ...none, counts: countsOf(idea) },
    { ...none, authors: new Map(authorId === undefined ? [] : [[authorId, 1]]) },
  ];
  const of = (scope: Scope, part: Omit<ScopeDelta, 'scope'>): Delta =>
    new Map([[scopeKey(scope), { scope, ...part }]]);
  return addDeltas([
    of({ by: 'organization' }, counted),
    of({ by: 'organization' }, wrote),
    of({ by: 'category', name: category }, counted),
    ...(department === undefined ? [] : [of({ by: 'department', name: department }, counted)]),
    ...(authorDepartment === undefined ? [] : [of({ by: 'department', name: authorDepartment }, wrote)]),
  ]);
}

function countsOf(idea: Idea): Counts {
  const gained = new Map<Counter, number>([['submitted', 1]]);
  if (idea.status === 'deferred') gained.set('deferred', 1);
  if (idea.status === 'adopted' || idea.status === 'declined') {
    gained.set(idea.status, 1);
    // A slip may bear a time later than the decision's, written ahead of the hour; nobody waited then.
    const waited = Math.max(0, millisBetween(idea.submittedAt, idea.decision.at));
    gained.set('decisionMillis', waited);
    gained.set(`decidedByDay${Math.min(LONGEST_DAY, Math.ceil(waited / MILLIS_PER_DAY))}`, 1);
  }
  return gained;
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
    adoptionRate: rate(adopted, submitted),
    adoptionRateOfDecided: rate(adopted, decided),
    decisionRate: rate(decided, submitted),
    daysToDecision: {
      mean: decided === 0 ? null : Math.round((of('decisionMillis') / decided / MILLIS_PER_DAY) * 100) / 100,
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
