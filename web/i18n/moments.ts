/**
 * Instants and days in readable form, always in the organization's time zone: a phone abroad, or
 * one with a wrong zone, shows the same deadline as the notice board.
 */
import {
  type Instant,
  instantOf,
  isInstant,
  type LocalDate,
} from '../../shared/domain/kernel/instant.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import type { Language } from './language.ts';

/** Used without a known organization: the default zone of organizations. */
export const USUAL_TIME_ZONE = 'Asia/Shanghai';

const LOCALES = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** A date and a time: `2026年10月18日 18:00`. */
export function moment(instant: Instant, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** A date and a time of these months, whose year is plain: `10月18日 18:00`. */
export function dayAndTime(instant: Instant, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** The time of an instant of today, and the day as well of any other: `10:32`, `10月18日 18:00`. */
export function lately(instant: Instant, now: Date, timeZone: string, language: Language): string {
  const isToday = localDate(instant, { timeZone }) === today(now, timeZone);
  if (!isToday) return dayAndTime(instant, timeZone, language);
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** A text with the API's instants in it, each formatted by `read`. */
export function withMoments(text: string, read: (instant: Instant) => string): string {
  return text.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, found =>
    isInstant(found) ? read(found) : found,
  );
}

/** The day of an instant, for events whose time was not stored: `2026年10月18日`. */
export function dayOf(instant: Instant, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone, dateStyle: 'long' }).format(
    new Date(instant),
  );
}

/** A local date with its year, such as a due date: `2026年12月31日`. */
export function calendarDay(date: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** The present date in a time zone, in the form of local dates: `2026-10-18`. */
export function today(now: Date, timeZone: string): LocalDate {
  return localDate(instantOf(now.getTime()), { timeZone });
}

/** A local date such as `2026-10-15`, which has no time zone: `10月15日 星期四`. */
export function day(date: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** The name of a round's month: `10月`, or `October`. */
export function monthOf(round: string, language: Language): string {
  if (language === 'zh-CN') return `${Number(round.slice(5))}月`;
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', month: 'long' }).format(
    new Date(`${round}-01T00:00:00Z`),
  );
}

/**
 * A day of a round, below the name of the round's month: `15日周四`; with its own month if that is
 * another one: `3月1日周日`.
 */
export function shortDay(date: string, round: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    ...(!date.startsWith(round) && { month: 'short' }),
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** The month of a round, in the little room of a chart: `10月`, `Oct`. */
export function monthName(round: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', month: 'short' }).format(
    new Date(`${round}-01T00:00:00Z`),
  );
}
