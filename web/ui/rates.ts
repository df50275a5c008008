/**
 * Rates in readable form: never bare, always with numerator and denominator, and a dash without a
 * denominator.
 */
import type { Rate } from '../../shared/domain/numbers/rate.ts';
import type { Share } from '../../shared/domain/organization/organization.ts';

/** `31.3% (20/64)`, or `—`. */
export function rateText({ numerator, denominator, value }: Rate): string {
  return value === null ? '—' : `${percent(numerator / denominator)} (${numerator}/${denominator})`;
}

/** A rate whose numerator and denominator stand beside it: `31.3%`, or `—`. */
export function percentText({ numerator, denominator, value }: Rate): string {
  return value === null ? '—' : percent(numerator / denominator);
}

/** A number for each person: `0.18 (60/330)`, or `—`. */
export function perHeadText({ numerator, denominator, value }: Rate): string {
  return value === null
    ? '—'
    : `${(numerator / denominator).toFixed(2)} (${numerator}/${denominator})`;
}

/** A mean in days, to one decimal: `4.5`. */
export function daysText(mean: number): string {
  return (Math.round(mean * 10) / 10).toFixed(1);
}

/** A target's share: `30%`. */
export function shareText({ numerator, denominator }: Share): string {
  return `${Math.round((numerator / denominator) * 1000) / 10}%`;
}

function percent(value: number): string {
  return `${(Math.round(value * 1000) / 10).toFixed(1)}%`;
}
