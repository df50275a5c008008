/**
 * A clock that can be set, forward only. It keeps ticking from where it was put, so a month can
 * pass in a minute. It exists on one machine only, because the deployed functions are wired to the
 * system's clock.
 */
import {
  type Clock,
  type Instant,
  instantOf,
  millisBetween,
} from '../../shared/domain/kernel/instant.ts';

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

  /** Sets the clock to an instant; an instant in the past changes nothing. */
  moveTo(instant: Instant): void {
    this.#ahead += Math.max(0, millisBetween(this.now(), instant));
  }
}

/** The milliseconds by which a clock that shows the instant now is ahead of the system's. */
export function aheadFor(instant: Instant): number {
  return Date.parse(instant) - Date.now();
}
