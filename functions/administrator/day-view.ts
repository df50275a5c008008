/** An administrator's view of a round's day, whether the round has begun or not. */
import type { RoundId } from '../../shared/domain/kernel/ids.ts';
import {
  type Calendar,
  regularDay,
  rulesOf,
  scheduleOf,
} from '../../shared/domain/organization/calendar.ts';

export function dayView(round: RoundId, calendar: Calendar) {
  const schedule = scheduleOf(round, calendar);
  return {
    round,
    ...schedule,
    moved: schedule.day !== regularDay(round, rulesOf(round, calendar)),
  };
}
