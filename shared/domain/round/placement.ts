/** Placement: the round of an idea at its submission, and while it waits for a decision. */
import { type RoundId, roundAfter, roundsFrom } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Calendar, roundOf, scheduleOf } from '../organization/calendar.ts';

/** The number of rounds for which a repeated request is recognized, and a repeated slip. */
const REMEMBERED_ROUNDS = 2;
const REMEMBERED_ROUNDS_OF_SLIPS = 24;

/** The round whose agenda an idea comes onto, and whether it is deliberating already. */
export interface AgendaPlace {
  readonly round: RoundId;
  readonly deliberating: boolean;
}

/**
 * The round of a slip: its own until that round's ballots have closed, then the one now collecting.
 * Undefined if the slip is dated after the collecting round.
 */
export function placeOf(
  submittedAt: Instant,
  now: Instant,
  calendar: Calendar,
): RoundId | undefined {
  const current = roundOf(now, calendar);
  if (submittedAt >= scheduleOf(current, calendar).intakeEndsAt) return undefined;
  const own = roundOf(submittedAt, calendar);
  return now < scheduleOf(own, calendar).closesAt ? own : current;
}

/** The other rounds in which an earlier attempt of the same request may have put the idea. */
export function earlierPlaces(
  { round, submittedAt }: { readonly round: RoundId; readonly submittedAt: Instant },
  now: Instant,
  calendar: Calendar,
): RoundId[] {
  const current = roundOf(now, calendar);
  const own = roundOf(submittedAt, calendar);
  const back = (rounds: number): RoundId => roundAfter(current, -rounds);
  const oldSlip = own < back(REMEMBERED_ROUNDS_OF_SLIPS) ? back(REMEMBERED_ROUNDS_OF_SLIPS) : own;
  const first = oldSlip < back(REMEMBERED_ROUNDS) ? oldSlip : back(REMEMBERED_ROUNDS);
  return roundsFrom(first, current).filter(place => place !== round);
}

/**
 * The next round that is still collecting, for an idea that goes before the committee anew: the
 * whole committee has time to read it.
 */
export function collectingPlace(
  idea: { readonly agendaRound: RoundId },
  now: Instant,
  calendar: Calendar,
): RoundId {
  const { round, deliberating } = agendaPlace(idea, now, calendar);
  return deliberating ? roundAfter(round) : round;
}

/**
 * The present round of an undecided idea: the one whose agenda it waits for, until that round's
 * ballots have closed; then the next.
 */
export function agendaPlace(
  { agendaRound }: { readonly agendaRound: RoundId },
  now: Instant,
  calendar: Calendar,
): AgendaPlace {
  const waiting = now < scheduleOf(agendaRound, calendar).closesAt;
  const current = roundOf(now, calendar);
  const round = waiting || agendaRound > current ? agendaRound : current;
  return { round, deliberating: now >= scheduleOf(round, calendar).opensAt };
}
