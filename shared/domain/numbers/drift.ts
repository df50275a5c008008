/**
 * Drift: the differences between running numbers and the facts. There should be none. This file
 * counts the facts and the numbers into ledgers, compares them, and finds the errors that two reads
 * share.
 */
import { CHOICES, type Choice } from '../idea/ballot.ts';
import type { Tally } from '../idea/decision.ts';
import type { Idea } from '../idea/idea.ts';
import type { Department, IdeaId, MemberId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Counter, LATER_COUNTERS } from './counters.ts';
import {
  type Delta,
  type Headcount,
  type Scope,
  type ScopeTotals,
  scopeKey,
  totals,
} from './statistics.ts';

/** The number of an author's ideas that count in a scope. */
export interface Authorship {
  readonly scope: Scope;
  readonly author: MemberId;
  readonly ideas: number;
}

/**
 * The votes of an idea's ballots by their rounds, its number of supports, and of the comments that
 * everybody may read.
 */
export interface IdeaCounts {
  readonly tallies: ReadonlyMap<RoundId, Tally>;
  readonly supports: number;
  readonly comments: number;
}

/**
 * A running number: of a scope in a round, of one of its authors' ideas there, of an organization's
 * or a department's people, of a choice in an idea's ballot, or of an idea's supports or
 * comments.
 */
export type RunningNumber =
  | {
      readonly of: 'scope';
      readonly round: RoundId;
      readonly scope: Scope;
      readonly counter: Counter | 'participants';
    }
  | {
      readonly of: 'author';
      readonly round: RoundId;
      readonly scope: Scope;
      readonly author: MemberId;
    }
  | { readonly of: 'headcount'; readonly department?: Department }
  | {
      readonly of: 'tally';
      readonly idea: IdeaId;
      readonly round: RoundId;
      readonly choice: Choice;
    }
  | { readonly of: 'supports' | 'comments'; readonly idea: IdeaId; readonly submittedAt: Instant };

/** Numbers that are audited together, at one time, by name. A missing one is 0. */
export type Ledger = ReadonlyMap<string, Entry>;

interface Entry {
  readonly number: RunningNumber;
  readonly value: number;
}

/** A wrong number, with its present value and the missing amount. */
export interface Drift {
  readonly number: RunningNumber;
  readonly is: number;
  /** Negative if the number is too large. */
  readonly missing: number;
}

/** The numbers of a round according to its facts. */
export function ledgerOfFacts(round: RoundId, facts: Delta): Ledger {
  const authorships = [...facts.values()].flatMap(({ scope, authors }) =>
    [...authors].map(([author, ideas]) => ({ scope, author, ideas })),
  );
  return ledgerOf(round, totals(facts), authorships);
}

/** The numbers of a round. */
export function ledgerOf(
  round: RoundId,
  scopes: readonly ScopeTotals[],
  authorships: readonly Authorship[],
): Ledger {
  const entries: [string, Entry][] = [];
  for (const { scope, counts, participants } of scopes)
    for (const [counter, value] of [...counts, ['participants', participants] as const])
      entries.push([
        `${scopeKey(scope)} ${counter}`,
        { number: { of: 'scope', round, scope, counter }, value },
      ]);
  for (const { scope, author, ideas } of authorships)
    entries.push([
      `${scopeKey(scope)} author ${author}`,
      { number: { of: 'author', round, scope, author }, value: ideas },
    ]);
  return new Map(entries);
}

/** The headcount, in total and by department. */
export function ledgerOfHeads({ total, departments }: Headcount): Ledger {
  return new Map<string, Entry>([
    ['all', { number: { of: 'headcount' }, value: total }],
    ...[...departments].map(([department, value]): [string, Entry] => [
      `department ${department}`,
      { number: { of: 'headcount', department }, value },
    ]),
  ]);
}

/** The tallies of an idea, and its numbers of supports and comments. */
export function ledgerOfIdea(
  { id: idea, submittedAt }: Pick<Idea, 'id' | 'submittedAt'>,
  { tallies, supports, comments }: IdeaCounts,
): Ledger {
  return new Map<string, Entry>([
    ['supports', { number: { of: 'supports', idea, submittedAt }, value: supports }],
    ['comments', { number: { of: 'comments', idea, submittedAt }, value: comments }],
    ...[...tallies].flatMap(([round, tally]) =>
      CHOICES.map((choice): [string, Entry] => [
        `${round} ${choice}`,
        { number: { of: 'tally', idea, round, choice }, value: tally[choice] },
      ]),
    ),
  ]);
}

/** The numbers that differ from the facts, by name. */
export function differences(facts: Ledger, running: Ledger): ReadonlyMap<string, Drift> {
  const found = new Map<string, Drift>();
  for (const [name, { number }] of [...facts, ...running]) {
    const is = running.get(name)?.value ?? 0;
    const missing = (facts.get(name)?.value ?? 0) - is;
    if (missing !== 0) found.set(name, { number, is, missing });
  }
  return found;
}

/**
 * The errors of a round's ledger, apart from the numbers that nobody has counted yet: those that
 * came after an earlier release had counted the round. They are no errors.
 */
export function apartFromUncounted(drift: readonly Drift[]): {
  readonly errors: readonly Drift[];
  readonly uncounted: readonly Drift[];
} {
  const isFollowed = !drift.some(
    ({ number }) =>
      number.of === 'scope' && number.scope.by === 'organization' && number.counter === 'followed',
  );
  const isUncounted = ({ number }: Drift): boolean =>
    !isFollowed && number.of === 'scope' && LATER.has(number.counter);
  return {
    errors: drift.filter(one => !isUncounted(one)),
    uncounted: drift.filter(isUncounted),
  };
}

const LATER: ReadonlySet<string> = new Set(LATER_COUNTERS);

/** The errors that two reads have in common, with the later values. */
export function agreed(
  earlier: ReadonlyMap<string, Drift>,
  later: ReadonlyMap<string, Drift>,
): Drift[] {
  return [...later].flatMap(([name, drift]) =>
    earlier.get(name)?.missing === drift.missing ? [drift] : [],
  );
}
