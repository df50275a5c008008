/** Rates in readable form: never bare, and a dash without a denominator. */
import { expect, it } from 'vitest';
import { rate } from '../../../shared/domain/numbers/rate.ts';
import { daysText, rateText, shareText } from '../../../web/ui/rates.ts';

it('shows a rate with its numerator and denominator', () => {
  expect(rateText(rate(20, 64))).toBe('31.3% (20/64)');
  expect(rateText(rate(0, 7))).toBe('0.0% (0/7)');
  expect(rateText(rate(0, 0))).toBe('—');
});

it('shows a mean of days to one decimal', () => {
  expect([2.347, 3, 0.04, 12.96].map(daysText)).toEqual(['2.3', '3.0', '0.0', '13.0']);
});

it('shows a target as a share', () => {
  expect(shareText({ numerator: 3, denominator: 10 })).toBe('30%');
});
