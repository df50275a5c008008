/** The calendar's rules in their form, and the first round for which changed rules can hold. */
import type { RequestOf } from '../../../shared/contract/client.ts';
import type { putCalendar } from '../../../shared/contract/routes/administration.ts';
import { type RoundId, roundAfter } from '../../../shared/domain/kernel/ids.ts';
import { isLocalDate, type LocalDate } from '../../../shared/domain/kernel/instant.ts';
import {
  CALENDAR_BOUNDS,
  type CalendarRules,
  isTimeOfDay,
  isTimeZone,
} from '../../../shared/domain/organization/calendar-rules.ts';
import { errorsIn, type ValidationResult } from '../../ui/form/validation-result.ts';
import { wholeNumber } from '../../ui/form/whole-number.ts';
import type { Settings } from '../settings/index.ts';
import type { CalendarWords } from './words.ts';

type NewCalendar = RequestOf<typeof putCalendar>['body'];
export type UpcomingRound = Settings['upcoming'][number];

export interface CalendarFields extends Readonly<Record<string, string>> {
  readonly timeZone: string;
  readonly day: string;
  readonly opensAt: string;
  readonly votingDays: string;
  readonly closesAt: string;
  readonly publicationDays: string;
}

export function calendarFields(rules: CalendarRules): CalendarFields {
  const { timeZone, day, opensAt, votingDays, closesAt, publicationDays } = rules;
  return {
    timeZone,
    day: String(day),
    opensAt,
    votingDays: String(votingDays),
    closesAt,
    publicationDays: String(publicationDays),
  };
}

/** Either the request, or the errors by field. */
export function checkCalendar(
  fields: CalendarFields,
  words: CalendarWords,
): ValidationResult<NewCalendar> {
  const bounds = CALENDAR_BOUNDS;
  const day = wholeNumber(fields.day, bounds.day);
  const votingDays = wholeNumber(fields.votingDays, bounds.votingDays);
  const publicationDays = wholeNumber(fields.publicationDays, bounds.publicationDays);
  const { opensAt, closesAt } = fields;
  const timeZone = fields.timeZone.trim();
  const between = (
    number: number | undefined,
    { min, max }: { readonly min: number; readonly max: number },
  ) => (number === undefined ? words.between(min, max) : undefined);
  const errors = errorsIn({
    timeZone: isTimeZone(timeZone) ? undefined : words.notATimeZone,
    day: between(day, bounds.day),
    opensAt: isTimeOfDay(opensAt) ? undefined : words.notATime,
    votingDays: between(votingDays, bounds.votingDays),
    closesAt: isTimeOfDay(closesAt) ? undefined : words.notATime,
    publicationDays: between(publicationDays, bounds.publicationDays),
  });
  if (day === undefined || votingDays === undefined || publicationDays === undefined)
    return { ok: false, errors };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, body: { timeZone, day, opensAt, votingDays, closesAt, publicationDays } };
}

/**
 * The first round for which rules changed now can hold: after all rounds that have begun, and after
 * the current one.
 */
export function firstFreeRound(
  upcoming: readonly Pick<UpcomingRound, 'round' | 'state'>[],
): RoundId | undefined {
  const [current] = upcoming;
  const newest = upcoming.findLast(({ state }) => state !== undefined) ?? current;
  return newest && roundAfter(newest.round);
}

/** Whether a round's day may still be moved, judged by its state; the API also checks the hour. */
export function mayMove({ state }: Pick<UpcomingRound, 'state'>): boolean {
  return state === undefined || state === 'collecting';
}

/** The well-formed moved days. */
export function movedDaysIn(days: Readonly<Record<string, string>>): Record<string, LocalDate> {
  const moved: Record<string, LocalDate> = {};
  for (const [round, day] of Object.entries(days)) if (isLocalDate(day)) moved[round] = day;
  return moved;
}
