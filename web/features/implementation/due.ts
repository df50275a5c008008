/** The usual due day of work. */
import { instantOf, type LocalDate } from '../../../shared/domain/kernel/instant.ts';
import { localDate } from '../../../shared/domain/organization/calendar.ts';
import type { OrganizationProfile } from '../../session/organization-context.tsx';

const DAY_MILLIS = 86_400_000;

/** The organization's usual number of days from now, as a day of its time zone. */
export function usualDue(
  now: Date,
  { dueDays, calendar }: Pick<OrganizationProfile, 'dueDays' | 'calendar'>,
): LocalDate {
  return localDate(instantOf(now.getTime() + dueDays * DAY_MILLIS), calendar);
}
