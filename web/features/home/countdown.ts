/** What the round under way counts down to, in days of the organization's calendar. */
import type { Instant, LocalDate } from '../../../shared/domain/kernel/instant.ts';
import { today } from '../../i18n/moments.ts';
import type { Today } from './tasks.ts';

export interface Countdown {
  readonly to: 'deliberation-day' | 'end-of-voting';
  /** The instant that it counts down to. */
  readonly at: Instant;
  /** Midnights until then; 0 on the day itself, and later. */
  readonly days: number;
}

export function countdownOf(
  { state, opensAt, closesAt }: Pick<Today['round'], 'state' | 'opensAt' | 'closesAt'>,
  now: Date,
  timeZone: string,
): Countdown {
  const [to, at] =
    state === 'collecting'
      ? (['deliberation-day', opensAt] as const)
      : (['end-of-voting', closesAt] as const);
  const days = daysBetween(today(now, timeZone), today(new Date(at), timeZone));
  return { to, at, days: Math.max(0, days) };
}

const DAY = 86_400_000;

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
