/**
 * The server's time. Deadlines are the server's, and a phone's own clock may be minutes or days
 * off; so each answer's `Date` header (RFC 9110, section 6.6.1) corrects it. Before the first
 * answer the correction of an earlier visit holds: a page may open without a network.
 */
import type { Send } from '../../shared/contract/client.ts';
import { device } from '../storage/browser-storage.ts';

const HALF_A_SECOND = 500;
/** A smaller change of the correction is not worth storing. */
const MINUTE = 60_000;
const PLACE = 'golden-ideas:clock';

const kept = (): number => Number(device.getItem(PLACE)) || 0;

let ahead: number | undefined;

export function serverNow(): Date {
  ahead ??= kept();
  return new Date(Date.now() + ahead);
}

/**
 * The device's own time in ms since 1970, for how long something has been on the page: no answer
 * moves it.
 */
export function deviceNow(): number {
  return Date.now();
}

/**
 * Takes the time of an answer. The header has whole seconds, so the actual time is half a second
 * later on average.
 */
export function noteServerTime(date: string | null): void {
  const said = Date.parse(date ?? '');
  if (Number.isNaN(said)) return;
  ahead = said + HALF_A_SECOND - Date.now();
  if (Math.abs(ahead - kept()) > MINUTE) device.setItem(PLACE, String(ahead));
}

/** Sends as `send` does, and sets the clock by each answer. */
export function timed(send: Send): Send {
  return async (url, init) => {
    const response = await send(url, init);
    noteServerTime(response.headers.get('date'));
    return response;
  };
}
