/**
 * The calendar recomputed by simple arithmetic in the one time zone of these firms: the dates of
 * each round, the round of an instant, and the changes that keep the rounds in order.
 */
import { type RoundId, roundAfter, roundIdOf } from '../../../shared/domain/kernel/ids.ts';
import type { CalendarRules } from '../../../shared/domain/organization/calendar-rules.ts';

export interface Days {
  /** The rules, each from a round on; the latest that has begun holds. */
  readonly rules: readonly { readonly from: string; readonly rules: CalendarRules }[];
  readonly moved: Readonly<Record<string, string>>;
}

interface When {
  readonly day: string;
  readonly opensAt: string;
  readonly intakeEndsAt: string;
  readonly closesAt: string;
  readonly publishesAt: string;
}

const ROUNDS_AHEAD = 24;

/** Some days later, or earlier. */
export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The local day of an instant. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

const at = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

export function whenIs(round: string, days: Days): When {
  const { rules } = days.rules.findLast(({ from }) => from <= round)!;
  return whenOn(days.moved[round] ?? regularDay(round, days), rules);
}

export function regularDay(round: string, days: Days): string {
  const { rules } = days.rules.findLast(({ from }) => from <= round)!;
  const [year, month] = [Number(round.slice(0, 4)), Number(round.slice(5))];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${round}-${String(Math.min(rules.day, last)).padStart(2, '0')}`;
}

function whenOn(
  day: string,
  { opensAt, votingDays, closesAt, publicationDays }: CalendarRules,
): When {
  return {
    day,
    opensAt: at(day, opensAt),
    intakeEndsAt: at(plus(day, 1), '00:00'),
    closesAt: at(plus(day, votingDays), closesAt),
    publishesAt: at(plus(day, votingDays + publicationDays), closesAt),
  };
}

/** The round whose day comes next, that day included. */
export function roundAt(instant: string, days: Days): RoundId {
  let round = roundIdOf(Number(instant.slice(0, 4)) - 1, 10);
  while (whenIs(round, days).intakeEndsAt <= instant) round = roundAfter(round);
  return round;
}

export function inOrder(earlier: When, later: When): boolean {
  return earlier.day < later.day && earlier.closesAt < later.opensAt;
}

/** The calendar with a round's day moved; undefined if the move is not allowed now. */
export function moved(days: Days, round: RoundId, day: string, now: string): Days | undefined {
  const today = dayOf(now);
  const [month, after] = [roundAfter(round, -1), roundAfter(round, 2)];
  const { [round]: _, ...others } = days.moved;
  // A day in its regular place follows the rules.
  const next = {
    ...days,
    moved: day === regularDay(round, days) ? others : { ...others, [round]: day },
  };
  const neighbours = [roundAfter(round, -1), round, roundAfter(round)].map(one =>
    whenIs(one, next),
  );
  const may =
    whenIs(round, days).day > today &&
    day > today &&
    day >= `${month}-01` &&
    day < `${after}-01` &&
    round <= roundAfter(roundAt(now, days), ROUNDS_AHEAD) &&
    inOrder(neighbours[0]!, neighbours[1]!) &&
    inOrder(neighbours[1]!, neighbours[2]!);
  return may ? next : undefined;
}

/**
 * The calendar with other rules from the first round on that has not begun; undefined if two rounds
 * would then overlap.
 */
export function ruledBy(
  days: Days,
  rules: CalendarRules,
  newest: RoundId,
  now: string,
): Days | undefined {
  const current = roundAt(now, days);
  const last = newest > current ? newest : current;
  const next = { ...days, rules: [...days.rules, { from: roundAfter(last), rules }] };
  for (let round = last; round < roundAfter(last, ROUNDS_AHEAD + 2); round = roundAfter(round))
    if (!inOrder(whenIs(round, next), whenIs(roundAfter(round), next))) return undefined;
  return next;
}
