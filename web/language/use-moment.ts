/**
 * Formats instants in the chosen language and the current organization's time zone.
 */
import { useCallback } from 'preact/hooks';
import type { Instant } from '../../shared/domain/instant.ts';
import { useOrganization } from '../shell/organization-context.tsx';
import { useLanguage } from './language-context.tsx';
import { moment } from './moments.ts';

export function useMoment(): (instant: Instant) => string {
  const { language } = useLanguage();
  const { timeZone } = useOrganization().organization.calendar;
  return useCallback((instant: Instant) => moment(instant, timeZone, language), [timeZone, language]);
}
