/**
 * Founding an organization: with its settings it gets its first administrators and the rounds of the moment, and the trail of what is
 * changed begins. From then on it is in its administrators' hands.
 */
import { type FoundingEntry, foundingEntry } from './audit.ts';
import { scheduleOf } from './calendar.ts';
import type { Instant } from './instant.ts';
import { foundingRounds } from './intake.ts';
import type { Member, Organization } from './organization.ts';
import { type CollectingRound, newRound } from './round.ts';

/** More are made by the first ones, on the pages. */
export const MOST_FIRST_ADMINISTRATORS = 20;

/** All that an organization begins with. */
export interface Founding {
  readonly organization: Organization;
  readonly administrators: readonly Member[];
  readonly rounds: readonly CollectingRound[];
  readonly entry: FoundingEntry;
}

/** The founding of an organization at an instant: in the middle of a month it begins with that month's round. */
export function foundingAt(
  now: Instant,
  organization: Organization,
  administrators: readonly Member[],
): Founding {
  const { id, calendar } = organization;
  const rounds = foundingRounds(now, calendar).map(round => newRound(id, round, scheduleOf(round, calendar)));
  return { organization, administrators, rounds, entry: foundingEntry(organization, administrators, now) };
}
