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
  const note = entries
    .map(entry => `${entry.order}${isSettled(entry) ? SETTLED : entry.state.is}`)
    .join();
  if (note === (device.getItem(place) ?? '')) return;
  if (note === '') device.removeItem(place);
  else device.setItem(place, note);
}

/** An idea that has arrived, with no claim code to write down: only to be told. */
const SETTLED = 'settled';

export function isSettled({ state }: Pick<Entry, 'state'>): boolean {
  return state.is === 'sent' && state.arrived.claimCode === undefined;
}

/** Those that would be lost with the note's person. */
export function countUnsettled(subject: string): number {
  const parts = device.getItem(notePlace(subject))?.split(',') ?? [];
  return parts.filter(part => !part.endsWith(SETTLED)).length;
}

export function countNoted(subject: string): number {
  return device.getItem(notePlace(subject))?.split(',').length ?? 0;
}
