/** The usual due day of work. */
import { instantOf, type LocalDate } from '../../../shared/domain/kernel/instant.ts';
import { localDate } from '../../../shared/domain/organization/calendar.ts';

const USUAL_DAYS = 30;
const DAY_MILLIS = 86_400_000;

/** Thirty days from now, as a day of the organization's time zone. */
export function usualDue(now: Date, timeZone: string): LocalDate {
  return localDate(instantOf(now.getTime() + USUAL_DAYS * DAY_MILLIS), { timeZone });
}
