/**
 * Instants. Inside the system an instant is always UTC text of one form, so that instants sort and
 * compare as plain strings, in memory and in DynamoDB keys alike. The domain never reads the clock;
 * callers pass the time in.
 */
import type { Branded } from './brand.ts';

/** `2026-10-15T01:00:00.000Z` — UTC, milliseconds, nothing else. */
export type Instant = Branded<string, 'Instant'>;

/** A day of the calendar, `2026-10-15`, in the time zone of its context. */
export type LocalDate = Branded<string, 'LocalDate'>;

/**
 * Returns the present. Implementations are at the edges: the system's clock on AWS, a clock that
 * can be set locally.
 */
export interface Clock {
  now(): Instant;
}

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

export const MILLIS_PER_DAY = 86_400_000;

const FIRST = Date.parse('0000-01-01T00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

export function isInstant(text: string): text is Instant {
  return CANONICAL.test(text) && !Number.isNaN(Date.parse(text));
}

export function isLocalDate(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isRealDay(text);
}

/** The instant of a Unix time in milliseconds. Throws `RangeError` outside the years 0–9999. */
export function instantOf(epochMillis: number): Instant {
  const text = new Date(epochMillis).toISOString();
  if (!isInstant(text)) throw new RangeError(`no instant: ${epochMillis}`);
  return text;
}

/**
 * Reads an ISO 8601 date-time that names its offset (`2026-10-15T09:00+08:00`); undefined for
 * anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  if (!WITH_OFFSET.test(text) || !isRealDay(text.slice(0, 10))) return undefined;
  const millis = Date.parse(text);
  // An offset may lead out of the years that an instant can represent.
  return millis >= FIRST && millis <= LAST ? instantOf(millis) : undefined;
}

/** Milliseconds from one instant to another; negative if `to` comes first. */
export function millisBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Days from one day to another; negative if `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / MILLIS_PER_DAY;
}

/**
 * `Date.parse` turns 30 February into a day of March; people who type a date need an error instead.
 */
function isRealDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
}
