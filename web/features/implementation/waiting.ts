/** How long work has waited, for tables of work. */
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import { serverNow } from '../../api/server-clock.ts';

const DAY = 86_400_000;

/** Whole days from an instant to the present one. */
export function daysSince(instant: Instant): number {
  return Math.max(0, Math.floor((serverNow().getTime() - Date.parse(instant)) / DAY));
}
