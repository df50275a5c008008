/** How the day of a round looks to an administrator, whether the round has begun or not. */
import { type Calendar, regularDay, rulesOf, scheduleOf } from '../../shared/domain/calendar.ts';
import type { RoundId } from '../../shared/domain/ids.ts';

export function dayView(round: RoundId, calendar: Calendar) {
  const schedule = scheduleOf(round, calendar);
  return { round, ...schedule, moved: schedule.day !== regularDay(round, rulesOf(round, calendar)) };
}
