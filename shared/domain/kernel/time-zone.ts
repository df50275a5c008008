/**
 * Time zones: the local time at an instant, and the instant of a local time. `Intl` knows the
 * zones; this file only converts. A test compares it with `Temporal`, which neither Node 24 nor
 * older browsers have.
 */
import { type Instant, instantOf, type LocalDate, MILLIS_PER_DAY } from './instant.ts';

/** The local time, to the millisecond: `2026-10-15T09:00:00.000`. */
export function wallClockAt(instant: Instant, timeZone: string): string {
  return new Date(wallMillis(Date.parse(instant), timeZone)).toISOString().slice(0, -1);
}

/**
 * The instant of a local time (`09:00`). When clocks are set back, it is the earlier of two
 * instants. A time that is skipped when clocks are set forward is as long after the change as it
 * would have been. Throws `RangeError` for an invalid time.
 */
export function instantOfWallClock(date: LocalDate, time: string, timeZone: string): Instant {
  const shown = Date.parse(`${date}T${time}Z`);
  // No zone is a day or more from UTC, and none changes twice within two days. So these are the
  // offsets before and after a change, if there is one.
  const before = shown - offsetAt(shown - MILLIS_PER_DAY, timeZone);
  const after = shown - offsetAt(shown + MILLIS_PER_DAY, timeZone);
  const instants = [before, after].filter(millis => wallMillis(millis, timeZone) === shown);
  return instantOf(instants.length > 0 ? Math.min(...instants) : before);
}

/** A zone's offset from UTC, in milliseconds. */
function offsetAt(epochMillis: number, timeZone: string): number {
  return wallMillis(epochMillis, timeZone) - epochMillis;
}

/** The local time, as the epoch milliseconds at which UTC shows it. */
function wallMillis(epochMillis: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(epochMillis)
      .map(({ type, value }): [string, string] => [type, value]),
  );
  const [year, month, day] = [Number(parts.year), Number(parts.month) - 1, Number(parts.day)];
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second)];
  const millis = ((epochMillis % 1_000) + 1_000) % 1_000;
  // `Date.UTC` takes the years 0–99 for 1900–1999. The year 2000 has all days of any year.
  const shown = new Date(Date.UTC(2000, month, day, hour, minute, second, millis));
  // The year 0 comes before the year 1. The format calls it 1 BC.
  return shown.setUTCFullYear(parts.era === 'B' ? 1 - year : year);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are kept: making one takes a millisecond, and there are at most some hundred zones. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, ...FIELDS });
  formats.set(timeZone, made);
  return made;
}

const FIELDS = {
  hourCycle: 'h23',
  era: 'narrow',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;
