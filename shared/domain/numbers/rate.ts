/** Rates: always with numerator and denominator, and undefined without a denominator. */
import { MILLIS_PER_DAY } from '../kernel/instant.ts';
import type { Share } from '../organization/organization.ts';

export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
  /** Null without a denominator; otherwise to four decimals. */
  readonly value: number | null;
}

/** A rate with its numerator and denominator. Without a denominator it is null, not 0 or NaN. */
export function rate(numerator: number, denominator: number): Rate {
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000,
  };
}

/**
 * Whether a rate reaches a share, compared without division; undefined if the rate is undefined.
 */
export function reaches({ numerator, denominator }: Rate, target: Share): boolean | undefined {
  if (denominator === 0) return undefined;
  return numerator * target.denominator >= target.numerator * denominator;
}

/** A mean in days, to two decimals, of so many waits in milliseconds; null without any. */
export function meanDays(millis: number, waits: number): number | null {
  return waits === 0 ? null : Math.round((millis / waits / MILLIS_PER_DAY) * 100) / 100;
}
