/** Placement: into which round an idea goes, when it is handed in and when it waits for a decision. */
import { type RoundId, roundAfter, roundsFrom } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Calendar, roundOf, scheduleOf } from '../organization/calendar.ts';

/** How many rounds back a repeated request is still recognized, and an old slip that comes in once more. */
const REMEMBERED_ROUNDS = 2;
const REMEMBERED_ROUNDS_OF_SLIPS = 24;

/** The round whose agenda an idea comes onto, and whether that is already being deliberated on. */
export interface AgendaPlace {
  readonly round: RoundId;
  readonly deliberating: boolean;
}

/**
 * The round a slip goes into: its own until that round's ballots have closed, then the one now collecting. Undefined if it is
 * dated ahead of that.
 */
export function placeOf(submittedAt: Instant, now: Instant, calendar: Calendar): RoundId | undefined {
  const current = roundOf(now, calendar);
  if (submittedAt >= scheduleOf(current, calendar).intakeEndsAt) return undefined;
  const own = roundOf(submittedAt, calendar);
  return now < scheduleOf(own, calendar).closesAt ? own : current;
}

/** The rounds in which an earlier try of the same request may have put the idea, other than the one it would go into now. */
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

/** Where an undecided idea belongs now: on the agenda it waits for, until that round's ballots have closed; then on the next. */
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
