/**
 * The rotation of items that cannot all be checked every time. It follows from the time alone, so
 * it needs no state between runs.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../../shared/domain/kernel/instant.ts';

/** The turn passes to the next item with every run of the schedule. */
const TURN_MILLIS = 12 * 60 * 60 * 1000;

/** One of the items, each in its turn; undefined if there are none. */
export function inTurn<Item>(all: readonly Item[], now: Instant): Item | undefined {
  return all[Math.floor(Date.parse(now) / TURN_MILLIS) % all.length];
}

/**
 * All items, in another order each time, so that a run that is cut off does not always miss the
 * same ones.
 */
export function shuffled<Name extends string>(all: readonly Name[], now: Instant): Name[] {
  return all
    .map(name => ({ name, place: createHash('sha256').update(`${now} ${name}`).digest('hex') }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ name }) => name);
}
