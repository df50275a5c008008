/** The time by the server, during a test of the pages. */
import { onTestFinished } from 'vitest';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { noteServerTime } from '../../web/api/server-clock.ts';

export function serverTimeIs(instant: Instant): void {
  noteServerTime(new Date(instant).toUTCString());
  onTestFinished(() => noteServerTime(new Date().toUTCString()));
}
