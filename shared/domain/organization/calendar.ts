/**
 * The organization's calendar: the round of an instant, and when a round opens, closes and is
 * published. Both are pure functions of the instant and the calendar (its rules, its former rules,
 * moved days), so every part of the system agrees without asking another.
 */
import { type RoundId, roundAfter, roundIdOf } from '../kernel/ids.ts';
import { type Instant, isLocalDate, type LocalDate, MILLIS_PER_DAY } from '../kernel/instant.ts';
import { instantOfWallClock, wallClockAt } from '../kernel/time-zone.ts';
import { readWrittenTime } from '../kernel/written-time.ts';
import type { CalendarRules } from './calendar-rules.ts';

/** Replaced rules. They still hold for the rounds up to `until`. */
interface FormerRules extends CalendarRules {
  readonly until: RoundId;
}

export interface Calendar extends CalendarRules {
  /** The former rules, oldest first: a change affects no existing round. */
  readonly former: readonly FormerRules[];
  /** Single months whose day an administrator has moved. */
  readonly movedDays: Readonly<Record<string, LocalDate>>;
}

export interface Schedule {
  /** The deliberation day. */
  readonly day: LocalDate;
  readonly opensAt: Instant;
  /** The end of the deliberation day: from then on ideas belong to the next round. */
  readonly intakeEndsAt: Instant;
  readonly closesAt: Instant;
  readonly publishesAt: Instant;
}

export const DEFAULT_CALENDAR: Calendar = {
  timeZone: 'Asia/Shanghai',
  day: 15,
  opensAt: '09:00',
  votingDays: 3,
  closesAt: '18:00',
  publicationDays: 1,
  former: [],
  movedDays: {},
};

/**
 * The first round takes every earlier date too: a slip with a typing error in its year must not
 * fail.
 */
const FIRST_ROUND = roundIdOf(2000, 1);

/** The rules that hold for a round. */
export function rulesOf(round: RoundId, calendar: Calendar): CalendarRules {
  return calendar.former.find(({ until }) => round <= until) ?? calendar;
}

/** The rules that hold at an instant: those of its round. */
export function rulesAt(instant: Instant, calendar: Calendar): CalendarRules {
  return rulesOf(roundOf(instant, calendar), calendar);
}

/**
 * The round of an instant: the one with the next deliberation day, that day included (design,
 * section 3).
 */
export function roundOf(instant: Instant, calendar: Calendar): RoundId {
  let round = twoMonthsBefore(instant);
  while (instant >= intakeEnd(dayOf(round, calendar), rulesOf(round, calendar)))
    round = roundAfter(round);
  return round;
}

/** When a round opens, stops taking ideas, closes and is published. */
export function scheduleOf(round: RoundId, calendar: Calendar): Schedule {
  return scheduleOn(dayOf(round, calendar), rulesOf(round, calendar));
}

/** The schedule of a round that deliberates on the given day. */
export function scheduleOn(day: LocalDate, rules: CalendarRules): Schedule {
  const closing = daysAfter(day, rules.votingDays);
  return {
    day,
    opensAt: instantAt(day, rules.opensAt, rules),
    intakeEndsAt: intakeEnd(day, rules),
    closesAt: instantAt(closing, rules.closesAt, rules),
    publishesAt: instantAt(daysAfter(closing, rules.publicationDays), rules.closesAt, rules),
  };
}

/**
 * The day of the month by the rules alone, as if it was never moved. In a shorter month it is the
 * last day.
 */
export function regularDay(round: RoundId, { day }: CalendarRules): LocalDate {
  const last = daysAfter(dateOf(`${roundAfter(round)}-01`), -1);
  const named = `${round}-${String(day).padStart(2, '0')}`;
  return named < last ? dateOf(named) : last;
}

/**
 * The beginning of an instant's local day, or of the instant's round if that began later on the
 * day.
 */
export function startOfDay(instant: Instant, calendar: Calendar): Instant {
  const round = roundOf(instant, calendar);
  const rules = rulesOf(round, calendar);
  const midnight = instantAt(localDate(instant, rules), '00:00', rules);
  if (round === FIRST_ROUND) return midnight;
  // The round before may have had another time zone, with midnight at another hour.
  const { intakeEndsAt } = scheduleOf(roundAfter(round, -1), calendar);
  return midnight < intakeEndsAt ? intakeEndsAt : midnight;
}

/** The date in a time zone at an instant. */
export function localDate(
  instant: Instant,
  { timeZone }: Pick<CalendarRules, 'timeZone'>,
): LocalDate {
  return dateOf(wallClockAt(instant, timeZone).slice(0, -'T00:00:00.000'.length));
}

export function daysAfter(date: LocalDate, days: number): LocalDate {
  return dateOf(
    new Date(Date.parse(date) + days * MILLIS_PER_DAY)
      .toISOString()
      .slice(0, -'T00:00:00.000Z'.length),
  );
}

/** The days from one date to a later one; negative if it is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLIS_PER_DAY);
}

/**
 * Reads a local day and time of a paper slip (`2026-09-17 08:12`) in the organization's present
 * time zone; undefined if it is invalid. A day alone means its beginning, as in the form.
 */
export function parseLocalTime(
  text: string,
  calendar: Calendar,
  now: Instant,
): Instant | undefined {
  const written = readWrittenTime(text);
  // In some time zones the first and the last possible day would be outside the years of an
  // instant.
  if (!written || written.day < '0001-01-02' || written.day > '9999-12-30') return undefined;
  return instantAt(written.day, written.time ?? '00:00', rulesAt(now, calendar));
}

/** An instant in local time, to the minute, in the form of a slip: `2026-09-17 08:12`. */
export function localTime(instant: Instant, { timeZone }: Pick<CalendarRules, 'timeZone'>): string {
  return wallClockAt(instant, timeZone).slice(0, -':00.000'.length).replace('T', ' ');
}

/**
 * A round's day is in its own month or a neighbouring one, so the search begins two months back.
 * That is early enough in any time zone.
 */
function twoMonthsBefore(instant: Instant): RoundId {
  const [year, month] = [Number(instant.slice(0, 4)), Number(instant.slice(5, 7))];
  return year < 2000 || (year === 2000 && month < 3)
    ? FIRST_ROUND
    : roundAfter(roundIdOf(year, month), -2);
}

function dayOf(round: RoundId, calendar: Calendar): LocalDate {
  return calendar.movedDays[round] ?? regularDay(round, rulesOf(round, calendar));
}

function intakeEnd(day: LocalDate, rules: CalendarRules): Instant {
  return instantAt(daysAfter(day, 1), '00:00', rules);
}

function instantAt(date: LocalDate, time: string, { timeZone }: CalendarRules): Instant {
  return instantOfWallClock(date, time, timeZone);
}

function dateOf(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`no date: ${text}`);
  return text;
}
