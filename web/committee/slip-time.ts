/**
 * The time on a paper slip: a day, and perhaps a time of day, on the organization's clocks. It becomes an instant by asking what
 * those clocks show at an instant, so that no table of time zones has to be downloaded.
 */
import { type Instant, instantOf, isLocalDate } from '../../shared/domain/kernel/instant.ts';

/** The instant at which the clocks of a time zone show a day and a time (`08:30`); undefined if that is no day or no time. */
export function slipInstant(day: string, time: string, timeZone: string): Instant | undefined {
  if (!isLocalDate(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  const shown = Date.parse(`${day}T${time}:00Z`);
  // The offset an offset away may be another one, so it is asked once more where the clocks would show the time.
  const near = shown - offsetAt(shown, timeZone);
  return instantOf(shown - offsetAt(near, timeZone));
}

/** How far a zone's clocks are ahead of UTC at a Unix time, in milliseconds. */
function offsetAt(epochMillis: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(epochMillis);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(epochMillis / 1000) * 1000;
}
