/** Which round a page shows. */
import { expect, it } from 'vitest';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import { pickRound } from '../../../web/ui/rounds.ts';

const [september, october, november] = ['2026-09', '2026-10', '2026-11'] as RoundId[];
const rounds = [
  { id: november!, state: 'collecting' },
  { id: october!, state: 'published' },
  { id: september!, state: 'published' },
] as const;

it('is the one in the address, else the newest in the wanted state, else the fallback', () => {
  expect(pickRound('2026-09', rounds, 'published', november!)).toBe(september);
  expect(pickRound(undefined, rounds, 'published', november!)).toBe(october);
  expect(pickRound('soon', rounds, 'published', november!)).toBe(october);
  expect(pickRound(undefined, rounds, 'decided', november!)).toBe(november);
});
