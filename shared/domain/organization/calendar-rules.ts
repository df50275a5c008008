/**
 * The rules of a calendar: the day of the month, the hours and the length of an organization's
 * deliberation. This file checks their form without any arithmetic of dates, so forms can use it
 * too.
 */

export interface CalendarRules {
  /** An IANA zone, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  /** Day of the month of the deliberation day; the last day in shorter months. */
  readonly day: number;
  /** Local time at which deliberation opens, `HH:MM`. */
  readonly opensAt: string;
  /**
   * Days from the deliberation day to the closing of the ballots. It is at least 1, so that the
   * day's last ideas can be voted on.
   */
  readonly votingDays: number;
  /** Local time at which the ballots close, `HH:MM`. */
  readonly closesAt: string;
  /** Days from closing to the bulletin, at the same time of day. */
  readonly publicationDays: number;
}

/** Within these limits, two regular days a month apart never have their ballots open at once. */
export const CALENDAR_BOUNDS = {
  day: { min: 1, max: 31 },
  votingDays: { min: 1, max: 14 },
  publicationDays: { min: 0, max: 14 },
} as const;

export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * Whether a text names a time zone: `Asia/Shanghai`, `UTC`. A bare offset is refused, because it
 * has no summer time.
 */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function sameRules(one: CalendarRules, other: CalendarRules): boolean {
  return (
    one.timeZone === other.timeZone &&
    one.day === other.day &&
    one.opensAt === other.opensAt &&
    one.votingDays === other.votingDays &&
    one.closesAt === other.closesAt &&
    one.publicationDays === other.publicationDays
  );
}
