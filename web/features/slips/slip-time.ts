/**
 * The time on a paper slip: a day, and perhaps a time of day, in the organization's time zone. It
 * is converted by formatting instants in that zone, so that no table of time zones has to be
 * downloaded.
 */
import { type Instant, instantOf, isLocalDate } from '../../../shared/domain/kernel/instant.ts';
import { isTimeOfDay } from '../../../shared/domain/organization/calendar-rules.ts';

/**
 * The instant at which a time zone's local time is the given day and time (`08:30`); undefined if
 * these are invalid.
 */
export function slipInstant(day: string, time: string, timeZone: string): Instant | undefined {
  if (!isLocalDate(day) || !isTimeOfDay(time)) return undefined;
  const shown = Date.parse(`${day}T${time}:00Z`);
  // The offset may differ one offset away, so it is looked up again at the resulting time.
  const near = shown - offsetAt(shown, timeZone);
  return instantOf(shown - offsetAt(near, timeZone));
}

/** The day and time (`08:30`) of an instant in a time zone. */
export function slipLocalTime(
  at: Instant,
  timeZone: string,
): { readonly day: string; readonly time: string } {
  const epochMillis = Date.parse(at);
  const local = new Date(epochMillis + offsetAt(epochMillis, timeZone)).toISOString();
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
}

/** A time zone's name as people say it: 中国标准时间 for Asia/Shanghai. */
export function zoneName(timeZone: string, language: string): string {
  const parts = new Intl.DateTimeFormat(language, {
    timeZone,
    timeZoneName: 'long',
  }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** A zone's offset from UTC at a Unix time, in milliseconds. */
function offsetAt(epochMillis: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(epochMillis);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(epochMillis / 1000) * 1000;
}
