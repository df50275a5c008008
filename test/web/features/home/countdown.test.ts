/** The days that the first page counts down. */
import { expect, it } from 'vitest';
import { countdownOf } from '../../../../web/features/home/countdown.ts';
import { at } from '../../sample.ts';

const schedule = { opensAt: at('2026-11-15 09:00'), closesAt: at('2026-11-18 18:00') };
const days = (state: 'collecting' | 'deliberating', now: string, timeZone = 'Asia/Shanghai') => {
  const { to, days } = countdownOf({ state, ...schedule }, new Date(at(now)), timeZone);
  return [to, days];
};

it('counts midnights to the deliberation day, not hours', () => {
  expect(days('collecting', '2026-11-10 08:00')).toEqual(['deliberation-day', 5]);
  expect(days('collecting', '2026-11-14 23:59')).toEqual(['deliberation-day', 1]);
  expect(days('collecting', '2026-11-15 00:01')).toEqual(['deliberation-day', 0]);
});

it('counts to the end of voting once ballots are open', () => {
  expect(days('deliberating', '2026-11-15 09:00')).toEqual(['end-of-voting', 3]);
  expect(days('deliberating', '2026-11-18 17:59')).toEqual(['end-of-voting', 0]);
});

it('counts by the calendar of the organization, over a change of its clocks too', () => {
  // 23:00 of the 9th in Shanghai is 17:00 in Berlin; it opens there at 02:00 of the 15th.
  expect(days('collecting', '2026-11-09 23:00', 'Europe/Berlin')).toEqual(['deliberation-day', 6]);
  expect(days('collecting', '2026-10-20 12:00', 'Europe/Berlin')).toEqual(['deliberation-day', 26]);
});

it('is not below zero when the round opens late', () => {
  expect(days('collecting', '2026-11-16 09:00')).toEqual(['deliberation-day', 0]);
});
