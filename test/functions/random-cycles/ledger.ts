/**
 * The test's own record of events: members and their roles at each moment, the rules, the votes,
 * and the calendar's runs. It is made from the answers alone and does not read the table, so that
 * stored items can be compared with it.
 */
import type { Choice } from '../../../shared/domain/idea/ballot.ts';
import type {
  BallotRules,
  Organization,
  Role,
} from '../../../shared/domain/organization/organization.ts';
import type { RewardBand } from '../../../shared/domain/organization/reward-bands.ts';
import type { Days } from './days.ts';

export interface Person {
  readonly roles: readonly Role[];
  /** Undefined without one. */
  readonly name?: string | undefined;
  readonly department: string;
  readonly active: boolean;
}
export type People = ReadonlyMap<string, Person>;

/** A changing value: its present state, and its state at a moment. */
class Timeline<Value> {
  readonly #values: { readonly from: string; readonly value: Value }[];
  constructor(value: Value) {
    this.#values = [{ from: '', value }];
  }
  get now(): Value {
    return this.#values.at(-1)!.value;
  }
  at(instant: string): Value {
    return this.#values.findLast(({ from }) => from <= instant)!.value;
  }
  change(from: string, value: Value): void {
    this.#values.push({ from, value });
  }
}

interface CastVote {
  readonly idea: string;
  readonly round: string;
  readonly voter: string;
  readonly choice: Choice;
  readonly at: string;
}

export interface Ledger {
  readonly people: Timeline<People>;
  readonly departments: Timeline<readonly string[]>;
  readonly rules: Timeline<BallotRules>;
  readonly bands: Timeline<readonly RewardBand[]>;
  readonly days: Timeline<Days>;
  readonly votes: CastVote[];
  /** The times of the calendar's runs. */
  readonly runs: string[];
}

export function newLedger(organization: Organization, people: People): Ledger {
  const { departments, rules, rewardBands, calendar } = organization;
  return {
    people: new Timeline(people),
    departments: new Timeline<readonly string[]>(departments),
    rules: new Timeline(rules),
    bands: new Timeline(rewardBands),
    days: new Timeline<Days>({ rules: [{ from: '', rules: calendar }], moved: {} }),
    votes: [],
    runs: [],
  };
}

/** Whether a member is on the list and has one of the roles; everybody there is an employee. */
export function holds(people: People, id: string, roles: readonly string[]): boolean {
  const person = people.get(id);
  return (
    person?.active === true &&
    roles.some(role => role === 'employee' || person.roles.some(own => own === role))
  );
}

export function holders(people: People, ...roles: Role[]): string[] {
  return [...people.keys()].filter(id => holds(people, id, roles));
}

/** Each voter's last vote on an idea in a round before a moment. */
export function votesOn({ votes }: Ledger, idea: string, round: string, before: string) {
  const last = new Map<string, CastVote>();
  for (const vote of votes)
    if (vote.idea === idea && vote.round === round && vote.at < before) last.set(vote.voter, vote);
  return last;
}
