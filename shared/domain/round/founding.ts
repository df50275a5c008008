/**
 * Founds an organization: with its settings it gets its first administrators and the present
 * rounds, and its trail of changes begins. From then on its administrators run it.
 */
import { type RoundId, roundAfter } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type FoundingEntry, foundingEntry } from '../organization/audit.ts';
import { type Calendar, roundOf, scheduleOf } from '../organization/calendar.ts';
import type { Member, Organization } from '../organization/organization.ts';
import { type CollectingRound, newRound } from './round.ts';

/** The first administrators add more members on the pages. */
export const MOST_FIRST_ADMINISTRATORS = 20;

/** An organization's whole beginning. */
export interface Founding {
  readonly organization: Organization;
  readonly administrators: readonly Member[];
  readonly rounds: readonly CollectingRound[];
  readonly entry: FoundingEntry;
}

/**
 * The founding of an organization at an instant: in the middle of a month it begins with that
 * month's round.
 */
export function foundingAt(
  now: Instant,
  organization: Organization,
  administrators: readonly Member[],
): Founding {
  const { id, calendar } = organization;
  const rounds = foundingRounds(now, calendar).map(round =>
    newRound(id, round, scheduleOf(round, calendar)),
  );
  return {
    organization,
    administrators,
    rounds,
    entry: foundingEntry(organization, administrators, now),
  };
}

/**
 * The rounds of an organization from its first moment: the collecting one, and one whose ballots
 * are still open.
 */
export function foundingRounds(now: Instant, calendar: Calendar): RoundId[] {
  const current = roundOf(now, calendar);
  const previous = roundAfter(current, -1);
  return now < scheduleOf(previous, calendar).closesAt ? [previous, current] : [current];
}
