/**
 * Whose turn it is, where not everything can be looked at every time. It follows from the time alone, so nothing has to be remembered
 * from one run to the next.
 */
import { createHash } from 'node:crypto';
import type { Instant } from '../../shared/domain/kernel/instant.ts';

/** It is the next one's turn with every run of the schedule. */
const TURN_MILLIS = 12 * 60 * 60 * 1000;

/** One of them, each in its turn; undefined if there is none. */
export function inTurn<Item>(all: readonly Item[], now: Instant): Item | undefined {
  return all[Math.floor(Date.parse(now) / TURN_MILLIS) % all.length];
}

/** All of them in another order each time: where a run is cut off, it is not always the same that are missed. */
export function shuffled<Name extends string>(all: readonly Name[], now: Instant): Name[] {
  return all
    .map(name => ({ name, place: createHash('sha256').update(`${now} ${name}`).digest('hex') }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ name }) => name);
}
