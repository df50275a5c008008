/** A round in a series: its numbers, and whether they met the targets. */
import { describe, expect, it } from 'vitest';
import { roundsApart } from '../../../shared/domain/kernel/ids.ts';
import { rate } from '../../../shared/domain/numbers/rate.ts';
import { seriesEntry, targetsMet } from '../../../shared/domain/numbers/series.ts';
import { fold, statistics, totals } from '../../../shared/domain/numbers/statistics.ts';
import { DEFAULT_TARGETS } from '../../../shared/domain/organization/organization.ts';
import { instant, newIdea, OCTOBER, round } from '../../store/sample-facts.ts';

const HEADS = { total: 10, departments: new Map() };
const numbersOf = (ideas: number) =>
  statistics(totals(fold(Array.from({ length: ideas }, () => newIdea({ author: 'E1' })))), HEADS);
const published = {
  round: OCTOBER,
  publishedAt: instant('2026-10-19T10:00:00.000Z'),
  statistics: numbersOf(3),
};
const targets = DEFAULT_TARGETS;

describe('the numbers of a round', () => {
  it('are the running ones until it is published, and the published ones from then on', () => {
    expect(seriesEntry(numbersOf(2), undefined, { targets, by: undefined })).toMatchObject({
      source: 'live',
      total: { submitted: 2 },
    });
    expect(seriesEntry(numbersOf(2), published, { targets, by: undefined })).toMatchObject({
      source: 'published',
      publishedAt: published.publishedAt,
      total: { submitted: 3 },
      live: { total: { submitted: 2 } },
    });
  });

  it('are broken down on request, from the same source', () => {
    const entry = seriesEntry(numbersOf(2), published, { targets, by: 'category' });
    expect(entry.parts).toMatchObject([{ submitted: 3 }]);
    expect(entry.parts?.[0]).not.toHaveProperty('participation');
    expect(entry.source === 'published' && entry.live.parts).toEqual(
      seriesEntry(numbersOf(2), undefined, { targets, by: 'category' }).parts,
    );
    expect(seriesEntry(numbersOf(2), undefined, { targets, by: undefined })).not.toHaveProperty(
      'parts',
    );
  });
});

it.for([
  [60, 18, true, true],
  [59, 18, false, true],
  [60, 17, true, false],
  [0, 0, false, null],
] as const)(
  'of %i ideas with %i adopted, targets are met: %o, %o',
  ([submitted, adopted, ideas, rated]) => {
    expect(targetsMet({ submitted, adoptionRate: rate(adopted, submitted) }, targets)).toEqual({
      ideas,
      adoptionRate: rated,
    });
  },
);

it('rounds are as far apart as the months between them', () => {
  expect(roundsApart(OCTOBER, OCTOBER)).toBe(0);
  expect(roundsApart(round('2025-11'), OCTOBER)).toBe(11);
  expect(roundsApart(OCTOBER, round('2025-11'))).toBe(-11);
  expect(roundsApart(round('2000-01'), round('2099-12'))).toBe(1199);
});
