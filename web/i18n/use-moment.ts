/**
 * Formats instants in the chosen language and the current organization's time zone, also those
 * inside the API's texts, with a default zone where no organization is known yet.
 */
import { useCallback } from 'preact/hooks';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { useOrganization, useOrganizationIfAny } from '../session/organization-context.tsx';
import { useLanguage } from './language-context.tsx';
import { dayAndTime, dayOf, moment, USUAL_TIME_ZONE, withMoments } from './moments.ts';

export function useMoment(): (instant: Instant) => string {
  const { language } = useLanguage();
  const { timeZone } = useOrganization().organization.calendar;
  return useCallback(
    (instant: Instant) => moment(instant, timeZone, language),
    [timeZone, language],
  );
}

/** Formats an instant that is near, without its year. */
export function useDayAndTime(): (instant: Instant) => string {
  const { language } = useLanguage();
  const { timeZone } = useOrganization().organization.calendar;
  return useCallback(
    (instant: Instant) => dayAndTime(instant, timeZone, language),
    [timeZone, language],
  );
}

/** Formats an instant's day alone, for events whose time was not stored. */
export function useDay(): (instant: Instant) => string {
  const { language } = useLanguage();
  const { timeZone } = useOrganization().organization.calendar;
  return useCallback(
    (instant: Instant) => dayOf(instant, timeZone, language),
    [timeZone, language],
  );
}

/** Makes a text of the API readable: formats its instants as on the notice board. */
export function useReadable(): (text: string) => string {
  const { language } = useLanguage();
  const timeZone = useOrganizationIfAny()?.organization.calendar.timeZone ?? USUAL_TIME_ZONE;
  return text => withMoments(text, instant => moment(instant, timeZone, language));
}
