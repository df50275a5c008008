/**
 * Drift: where running numbers are not what the facts come to. There should be none. The facts of a number and the number itself are
 * put into ledgers, of which this tells how they differ, and what two looks at them agree on.
 */
import { CHOICES, type Choice } from '../idea/ballot.ts';
import type { Tally } from '../idea/decision.ts';
import type { Idea } from '../idea/idea.ts';
import type { Department, IdeaId, MemberId, RoundId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import {
  type Counter,
  type Delta,
  type Headcount,
  type Scope,
  type ScopeTotals,
  scopeKey,
  totals,
} from './statistics.ts';

/** How many of an author's ideas count in a scope. */
export interface Authorship {
  readonly scope: Scope;
  readonly author: MemberId;
  readonly ideas: number;
}

/** The votes of an idea's ballots by their rounds, and how many back it. */
export interface IdeaCounts {
  readonly tallies: ReadonlyMap<RoundId, Tally>;
  readonly supports: number;
}

/**
 * A number that runs: a scope's in a round, how many ideas one of its authors has there, how many people an organization or one of
 * its departments has, how often something was chosen in an idea's ballot, or how many back an idea.
 */
export type RunningNumber =
  | {
      readonly of: 'scope';
      readonly round: RoundId;
      readonly scope: Scope;
      readonly counter: Counter | 'participants';
    }
  | { readonly of: 'author'; readonly round: RoundId; readonly scope: Scope; readonly author: MemberId }
  | { readonly of: 'headcount'; readonly department?: Department }
  | { readonly of: 'tally'; readonly idea: IdeaId; readonly round: RoundId; readonly choice: Choice }
  | { readonly of: 'supports'; readonly idea: IdeaId; readonly submittedAt: Instant };

/** Numbers that are audited together, as they are at one time, by their names. What is not in it is 0. */
export type Ledger = ReadonlyMap<string, Entry>;

interface Entry {
  readonly number: RunningNumber;
  readonly value: number;
}

/** A number that is wrong: what it says, and what is missing from it. */
export interface Drift {
  readonly number: RunningNumber;
  readonly is: number;
  /** Negative where there is too much. */
  readonly missing: number;
}

/** The numbers of a round that its facts come to. */
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

/** How many people there are, in all and by department. */
export function ledgerOfHeads({ total, departments }: Headcount): Ledger {
  return new Map<string, Entry>([
    ['all', { number: { of: 'headcount' }, value: total }],
    ...[...departments].map(([department, value]): [string, Entry] => [
      `department ${department}`,
      { number: { of: 'headcount', department }, value },
    ]),
  ]);
}

/** The tallies of an idea, and how many back it. */
export function ledgerOfIdea(
  { id: idea, submittedAt }: Pick<Idea, 'id' | 'submittedAt'>,
  { tallies, supports }: IdeaCounts,
): Ledger {
  return new Map<string, Entry>([
    ['supports', { number: { of: 'supports', idea, submittedAt }, value: supports }],
    ...[...tallies].flatMap(([round, tally]) =>
      CHOICES.map((choice): [string, Entry] => [
        `${round} ${choice}`,
        { number: { of: 'tally', idea, round, choice }, value: tally[choice] },
      ]),
    ),
  ]);
}

/** The numbers that are not what the facts come to, by their names. */
export function differences(facts: Ledger, running: Ledger): ReadonlyMap<string, Drift> {
  const found = new Map<string, Drift>();
  for (const [name, { number }] of [...facts, ...running]) {
    const is = running.get(name)?.value ?? 0;
    const missing = (facts.get(name)?.value ?? 0) - is;
    if (missing !== 0) found.set(name, { number, is, missing });
  }
  return found;
}

/** What is wrong by as much at one look as at another, as it was at the later one. */
export function agreed(earlier: ReadonlyMap<string, Drift>, later: ReadonlyMap<string, Drift>): Drift[] {
  return [...later].flatMap(([name, drift]) => (earlier.get(name)?.missing === drift.missing ? [drift] : []));
}
