/**
 * Drift: where a round's running numbers are not what its facts come to. There should be none. Facts go on changing while numbers are
 * compared, and take a moment to reach them; so a number is held between the facts well before it was read and those after, and what
 * several such looks leave no other explanation for is drift.
 */
import type { MemberId } from './ids.ts';
import { type Counter, type Delta, type Scope, type ScopeTotals, scopeKey, totals } from './statistics.ts';

/** How many of an author's ideas count in a scope. */
export interface Authorship {
  readonly scope: Scope;
  readonly author: MemberId;
  readonly ideas: number;
}

/** One of a round's numbers: a scope's, or how many ideas one of its authors has there. */
type RunningNumber =
  | { readonly of: 'scope'; readonly scope: Scope; readonly counter: Counter | 'participants' }
  | { readonly of: 'author'; readonly scope: Scope; readonly author: MemberId };

/** All of a round's numbers at one time, by their names. What is not in it is 0. */
export type Ledger = ReadonlyMap<string, { readonly number: RunningNumber; readonly value: number }>;

interface Bound {
  readonly number: RunningNumber;
  readonly is: number;
  /** At least so much is missing, and at most; negative where there is too much. */
  readonly least: number;
  readonly most: number;
}

/** What may be missing from numbers, by their names; from those that are not in it, nothing is. */
export type Bounds = ReadonlyMap<string, Bound>;

/** A number that is wrong: what it says, and what is missing from it. */
export interface Drift {
  readonly number: RunningNumber;
  readonly is: number;
  /** Negative where there is too much. */
  readonly missing: number;
}

/** The numbers that the facts come to. */
export function ledgerOfFacts(facts: Delta): Ledger {
  const authorships = [...facts.values()].flatMap(({ scope, authors }) =>
    [...authors].map(([author, ideas]) => ({ scope, author, ideas })),
  );
  return ledgerOf(totals(facts), authorships);
}

export function ledgerOf(scopes: readonly ScopeTotals[], authorships: readonly Authorship[]): Ledger {
  const entries: [string, { number: RunningNumber; value: number }][] = [];
  for (const { scope, counts, participants } of scopes)
    for (const [counter, value] of [...counts, ['participants', participants] as const])
      entries.push([`${scopeKey(scope)} ${counter}`, { number: { of: 'scope', scope, counter }, value }]);
  for (const { scope, author, ideas } of authorships)
    entries.push([
      `${scopeKey(scope)} author ${author}`,
      { number: { of: 'author', scope, author }, value: ideas },
    ]);
  return new Map(entries);
}

/**
 * What may be missing from the running numbers: all facts of `before` have reached them by then, and none that is not in `after`.
 */
export function boundsOf(before: Ledger, running: Ledger, after: Ledger): Bounds {
  const bounds = new Map<string, Bound>();
  for (const [name, { number }] of [...before, ...running, ...after]) {
    const [first, is, last] = [before, running, after].map(ledger => ledger.get(name)?.value ?? 0);
    if (first === undefined || is === undefined || last === undefined) continue;
    const [least, most] = [Math.min(first, last) - is, Math.max(first, last) - is];
    if (least !== 0 || most !== 0) bounds.set(name, { number, is, least, most });
  }
  return bounds;
}

/** What two looks together leave: where they contradict each other, one of them has been misled, and nothing is. */
export function narrowed(earlier: Bounds, later: Bounds): Bounds {
  const both = new Map<string, Bound>();
  for (const [name, bound] of later) {
    const other = earlier.get(name);
    const least = Math.max(bound.least, other?.least ?? 0);
    const most = Math.min(bound.most, other?.most ?? 0);
    if (least <= most && (least !== 0 || most !== 0)) both.set(name, { ...bound, least, most });
  }
  return both;
}

/**
 * The numbers that are certainly wrong, each with as much as is certainly missing: adding it never goes too far, whatever else is on
 * its way.
 */
export function driftIn(bounds: Bounds): Drift[] {
  return [...bounds.values()].flatMap(({ number, is, least, most }) => {
    if (least > 0) return [{ number, is, missing: least }];
    return most < 0 ? [{ number, is, missing: most }] : [];
  });
}
