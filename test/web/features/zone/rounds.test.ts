/** The rounds that a zone's page offers, and its default. */
import { expect, it } from 'vitest';
import { isRoundId } from '../../../../shared/domain/kernel/ids.ts';
import { latestRound, roundsToChoose } from '../../../../web/features/zone/rounds.ts';

const [october, longAgo] = ['2026-10', '2020-01'].filter(isRoundId);

it.each([
  ['2026-10-14T15:59:59Z', '2026-09'],
  ['2026-10-14T16:00:00Z', '2026-10'],
  ['2026-10-31T15:59:59Z', '2026-10'],
  ['2026-12-31T16:00:00Z', '2026-12'],
])('at %s it opens on %s: days are those of China', (now, round) => {
  expect(latestRound(new Date(now))).toBe(round);
});

it('offers the next round and three years back, and an older one on display', () => {
  const rounds = roundsToChoose(october!, october!);
  expect(rounds.slice(0, 3)).toEqual(['2026-11', '2026-10', '2026-09']);
  expect(rounds).toHaveLength(36);
  expect(roundsToChoose(october!, longAgo!).at(-1)).toBe('2020-01');
});
