/** How long the picture of a photo is waited for that an idea names. */
import { expect, it } from 'vitest';
import { mayArrive } from '../../../shared/domain/idea/photo.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';

const HOUR = 3_600_000;
const after = (hours: number) => instantOf(Date.UTC(2026, 9, 8) + hours * HOUR);
const did = (act: string, hours: number) => ({ act, at: after(hours) });

it('is waited for two days after the idea was submitted, whatever others do with it', () => {
  const history = [did('submit', 0), did('list', 40), did('adopt', 47)];
  expect(mayArrive({ history }, after(47))).toBe(true);
  expect(mayArrive({ history }, after(48))).toBe(false);
});

it.each(['revise', 'correct', 'complete'])('is waited for from anew after %s', act => {
  const history = [did('submit', 0), did(act, 40)];
  expect(mayArrive({ history }, after(87))).toBe(true);
  expect(mayArrive({ history }, after(88))).toBe(false);
});
