/**
 * An administrator's changes of the calendar: move a single month's day, and change the rules from
 * a later round on. Neither changes the past: every past instant stays in its round.
 */
import { isRoundId, type RoundId, roundAfter, roundsFrom } from '../kernel/ids.ts';
import { type Instant, isLocalDate, type LocalDate } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import {
  type Calendar,
  daysAfter,
  localDate,
  regularDay,
  roundOf,
  rulesOf,
  type Schedule,
  scheduleOf,
  scheduleOn,
} from './calendar.ts';
import { type CalendarRules, sameRules } from './calendar-rules.ts';

export type DayHasCome = { readonly code: 'day-has-come'; readonly day: LocalDate };
export type DayTooFarAhead = { readonly code: 'day-too-far-ahead'; readonly farthest: RoundId };
/** `first` and `last` are the first and the last day to which it can be moved. */
export type DayOutsideMonth = {
  readonly code: 'day-outside-month';
  readonly first: LocalDate;
  readonly last: LocalDate;
};
export type DayOutOfOrder = {
  readonly code: 'day-out-of-order';
  readonly first: LocalDate;
  readonly last: LocalDate;
};
/** The ballots of `round` would still be open when those of the next one open. */
export type RoundsOverlap = {
  readonly code: 'rounds-overlap';
  readonly round: RoundId;
  readonly closesAt: Instant;
  readonly opensAt: Instant;
};

/** How many rounds ahead of the current one a day may be moved: enough to plan the next year. */
export const ROUNDS_AHEAD = 24;

/**
 * Moves the day of one round, if neither its old nor its new day has come. The new day is in the
 * round's month or a neighbouring one, and between the days of the rounds before and after. No two
 * rounds have their ballots open at once.
 */
export function moveRoundDay(
  calendar: Calendar,
  round: RoundId,
  day: LocalDate,
  now: Instant,
): Result<Calendar, DayTooFarAhead | DayHasCome | DayOutsideMonth | DayOutOfOrder> {
  const farthest = roundAfter(roundOf(now, calendar), ROUNDS_AHEAD);
  if (round > farthest) return err({ code: 'day-too-far-ahead', farthest });
  const rules = rulesOf(round, calendar);
  const today = localDate(now, rules);
  const come = [scheduleOf(round, calendar).day, day].find(one => one <= today);
  if (come !== undefined) return err({ code: 'day-has-come', day: come });
  const month = {
    first: firstOf(roundAfter(round, -1)),
    last: daysAfter(firstOf(roundAfter(round, 2)), -1),
  };
  const order = orderedDays(calendar, round);
  const bounds = {
    first: [month.first, order.first, daysAfter(today, 1)].toSorted().at(-1) ?? order.first,
    last: month.last < order.last ? month.last : order.last,
  };
  if (day < month.first || day > month.last) return err({ code: 'day-outside-month', ...bounds });
  if (day < order.first || day > order.last) return err({ code: 'day-out-of-order', ...bounds });
  const { [round]: _former, ...others } = calendar.movedDays;
  const moved = day === regularDay(round, rules) ? {} : { [round]: day };
  return ok({ ...calendar, movedDays: { ...others, ...moved } });
}

/** Moves a round's day back to the day of the rules, under the same conditions. */
export function restoreRoundDay(
  calendar: Calendar,
  round: RoundId,
  now: Instant,
): ReturnType<typeof moveRoundDay> {
  return moveRoundDay(calendar, round, regularDay(round, rulesOf(round, calendar)), now);
}

/**
 * The first round for which rules changed now can hold: the one after the newest round, or after
 * the current round if that is later. A system that was off has rounds to catch up, and these have
 * taken ideas already.
 */
export function firstFreeRound(calendar: Calendar, newest: RoundId, now: Instant): RoundId {
  const current = roundOf(now, calendar);
  return roundAfter(newest > current ? newest : current);
}

/** Changes the rules from the first free round on. Moved days keep their dates. */
export function changeRules(
  calendar: Calendar,
  { timeZone, day, opensAt, votingDays, closesAt, publicationDays }: CalendarRules,
  newest: RoundId,
  now: Instant,
): Result<Calendar, RoundsOverlap> {
  const rules = { timeZone, day, opensAt, votingDays, closesAt, publicationDays };
  if (sameRules(rules, calendar)) return ok(calendar);
  const until = roundAfter(firstFreeRound(calendar, newest, now), -1);
  const { former, movedDays, ...replaced } = calendar;
  const changed = { ...rules, former: replacing(former, { ...replaced, until }, rules), movedDays };
  const overlap = firstOverlap(changed, until);
  return overlap ? err({ code: 'rounds-overlap', ...overlap }) : ok(changed);
}

/**
 * The former rules, once the present ones are also replaced. Rules that never held for a round are
 * dropped.
 */
function replacing(
  former: Calendar['former'],
  replaced: Calendar['former'][number],
  by: CalendarRules,
): Calendar['former'] {
  const last = former.at(-1);
  const all = last && last.until >= replaced.until ? former : [...former, replaced];
  const latest = all.at(-1);
  return latest && sameRules(latest, by) ? all.slice(0, -1) : all;
}

/** The first round from `until` on whose ballots would not have closed when the next one's open. */
function firstOverlap(
  calendar: Calendar,
  until: RoundId,
): { readonly round: RoundId; readonly closesAt: Instant; readonly opensAt: Instant } | undefined {
  const last = Object.keys(calendar.movedDays).filter(isRoundId).toSorted().at(-1);
  for (const round of roundsFrom(until, last !== undefined && last > until ? last : until)) {
    const [earlier, later] = [scheduleOf(round, calendar), scheduleOf(roundAfter(round), calendar)];
    if (!follows(earlier, later))
      return { round, closesAt: earlier.closesAt, opensAt: later.opensAt };
  }
  return undefined;
}

/**
 * The first and the last day on which a round can deliberate without colliding with its neighbours.
 */
function orderedDays(calendar: Calendar, round: RoundId): { first: LocalDate; last: LocalDate } {
  const rules = rulesOf(round, calendar);
  const before = scheduleOf(roundAfter(round, -1), calendar);
  const after = scheduleOf(roundAfter(round), calendar);
  let first = daysAfter(before.day, 1);
  while (!follows(before, scheduleOn(first, rules))) first = daysAfter(first, 1);
  let last = daysAfter(after.day, -1);
  while (!follows(scheduleOn(last, rules), after)) last = daysAfter(last, -1);
  return { first, last };
}

/**
 * Whether a round may come after another: on a later day, and not before the other's ballots have
 * closed.
 */
function follows(earlier: Schedule, later: Schedule): boolean {
  return earlier.day < later.day && earlier.closesAt < later.opensAt;
}

function firstOf(month: RoundId): LocalDate {
  const text = `${month}-01`;
  if (!isLocalDate(text)) throw new RangeError(`no month: ${month}`);
  return text;
}
