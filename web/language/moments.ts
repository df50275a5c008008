/**
 * Instants and days as people read them, always in the organization's time zone: a phone abroad, or one with a wrong zone, shows
 * the same deadline as the notice board.
 */
import type { Instant } from '../../shared/domain/instant.ts';
import type { Language } from './language.ts';

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

/** A local date such as `2026-10-15`, which has no time zone: `10月15日 星期四`. */
export function day(date: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(new Date(`${date}T00:00:00Z`));
}
