/**
 * The organization's calendar: which round an instant belongs to, and when that round opens, closes and is published.
 * Both are pure functions of the instant and the calendar (time zone, day of the month, moved days), so every part of the
 * system agrees without asking another. `Temporal` (through its polyfill) does the time-zone arithmetic.
 */
import { Temporal } from 'temporal-polyfill';
import { type RoundId, roundAfter, roundIdOf } from './ids.ts';
import { type Instant, instantOf } from './instant.ts';

export interface Calendar {
  /** An IANA zone, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  /** Day of the month of the deliberation day; the last day in shorter months. */
  readonly day: number;
  /** Local time at which deliberation opens, `HH:MM`. */
  readonly opensAt: string;
  /** Days from the deliberation day to the closing of the ballots; at least 1, so that the day's last ideas can be voted on. */
  readonly votingDays: number;
  /** Local time at which the ballots close, `HH:MM`. */
  readonly closesAt: string;
  /** Days from closing to the bulletin, at the same time of day. */
  readonly publicationDays: number;
  /** Single months whose day an administrator has moved, as local dates. */
  readonly movedDays: Readonly<Record<string, string>>;
}

export interface Schedule {
  /** The deliberation day, a local date `2026-10-15`. */
  readonly day: string;
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
  movedDays: {},
};

/** Whatever is dated earlier belongs to it: a slip with a slip of the pen in its year is no reason to fail. */
const FIRST_ROUND = roundIdOf(2000, 1);

/** The round an instant belongs to: the one whose deliberation day comes next, that day itself included (design, section 3). */
export function roundOf(instant: Instant, calendar: Calendar): RoundId {
  const date = localDate(instant, calendar);
  // A day may be moved across a month's end, so the round that is still waiting can be the month before.
  const { year, month } = date.subtract({ months: 1 });
  let round = year < 2000 ? FIRST_ROUND : roundIdOf(year, month);
  while (Temporal.PlainDate.compare(deliberationDay(round, calendar), date) < 0) round = roundAfter(round);
  return round;
}

/** When a round opens, stops taking ideas, closes and is published. */
export function scheduleOf(round: RoundId, calendar: Calendar): Schedule {
  const day = deliberationDay(round, calendar);
  const at = (date: Temporal.PlainDate, time: string): Instant =>
    instantOf(
      date.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(time) })
        .epochMilliseconds,
    );
  const closing = day.add({ days: calendar.votingDays });
  return {
    day: day.toString(),
    opensAt: at(day, calendar.opensAt),
    intakeEndsAt: at(day.add({ days: 1 }), '00:00'),
    closesAt: at(closing, calendar.closesAt),
    publishesAt: at(closing.add({ days: calendar.publicationDays }), calendar.closesAt),
  };
}

/** Reads a local date and time of a paper slip (`2026-09-17 08:12`) in the organization's zone; undefined if it is none. */
export function parseLocalTime(text: string, calendar: Calendar): Instant | undefined {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[ T](\d{1,2}):(\d{2}(?::\d{2})?)$/.exec(text);
  if (!parts) return undefined;
  const [, year, month = '', day = '', hour = '', rest] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${rest}`;
  try {
    return instantOf(Temporal.PlainDateTime.from(iso).toZonedDateTime(calendar.timeZone).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function localDate(instant: Instant, { timeZone }: Calendar): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

function deliberationDay(round: RoundId, calendar: Calendar): Temporal.PlainDate {
  const moved = calendar.movedDays[round];
  if (moved !== undefined) return Temporal.PlainDate.from(moved);
  // Temporal's default "constrain" turns the 31st of a shorter month into its last day.
  return Temporal.PlainYearMonth.from(round).toPlainDate({ day: calendar.day });
}
