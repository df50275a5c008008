/** When a system begins that shall have the sample ideas; `start.test.ts` fills one. */
import { expect, it } from 'vitest';
import { beginningFor } from '../../infra/local/sample/rounds.ts';
import { time } from '../sample/names.ts';

it.each([
  ['before the day', '2026-10-10T08:00+08:00', '2026-09-13T09:00+08:00'],
  ['on the day', '2026-10-15T10:00+08:00', '2026-09-13T09:00+08:00'],
  ['while the round waits for its bulletin', '2026-10-19T17:59+08:00', '2026-09-13T09:00+08:00'],
  ['once it has it', '2026-10-19T18:01+08:00', '2026-10-13T09:00+08:00'],
  ['in a new year', '2027-01-02T08:00+08:00', '2026-12-13T09:00+08:00'],
])('begin with the newest round that has a bulletin: %s', (_, now, begins) => {
  expect(beginningFor(time(now))).toBe(time(begins));
});
