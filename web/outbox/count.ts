/**
 * How many entries there are, as a note in the browser's storage: the first load looks there, without
 * the outbox's own code. The note has the entries' places and states, so it also tells other tabs
 * that something has changed.
 */
import { ownPlace } from '../session/own-places.ts';
import { device } from '../storage/browser-storage.ts';
import type { Entry } from './entry.ts';

/** Where the note of a person lies. */
export const notePlace = (subject: string): string => ownPlace(subject, 'outbox');

export function noteEntries(subject: string, entries: readonly Entry[]): void {
  const place = notePlace(subject);
  const note = entries.map(({ order, state }) => `${order}${state.is}`).join();
  if (note === (device.getItem(place) ?? '')) return;
  if (note === '') device.removeItem(place);
  else device.setItem(place, note);
}

export function countNoted(subject: string): number {
  return device.getItem(notePlace(subject))?.split(',').length ?? 0;
}
