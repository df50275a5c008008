/**
 * A clock that can be set, forward only. It goes on ticking from where it was put, so a month can be lived in a minute; it
 * exists on one machine only, for the deployed functions are wired with the system's clock.
 */
import { type Clock, type Instant, instantOf, millisBetween } from '../../shared/domain/kernel/instant.ts';

export class LocalClock implements Clock {
  #ahead: number;

  /** `ahead`: milliseconds by which this clock is ahead of the system's (behind, if negative). */
  constructor(ahead = 0) {
    this.#ahead = ahead;
  }

  get ahead(): number {
    return this.#ahead;
  }

  now(): Instant {
    return instantOf(Date.now() + this.#ahead);
  }

  /** Puts the clock to an instant; one that has passed already changes nothing. */
  moveTo(instant: Instant): void {
    this.#ahead += Math.max(0, millisBetween(this.now(), instant));
  }
}

/** How far ahead of the system's clock a clock is that shows the instant now. */
export function aheadFor(instant: Instant): number {
  return Date.parse(instant) - Date.now();
}
