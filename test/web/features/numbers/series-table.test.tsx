/** The numbers of the rounds: as published, with the present ones beside them where they differ. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import { SeriesTable } from '../../../../web/features/numbers/components/series-table.tsx';
import type { SeriesRound } from '../../../../web/features/numbers/series.ts';
import { useNumbersWords } from '../../../../web/features/numbers/words.ts';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { renderPage } from '../../render-page.tsx';
import { at, october } from '../../sample.ts';

const figures = (submitted: number, adopted: number) => ({
  total: numbersOf(
    new Map([
      ['submitted' as const, submitted],
      ['adopted' as const, adopted],
    ]),
    submitted,
    100,
  ),
  met: { ideas: false, adoptionRate: null },
});
const published: SeriesRound = {
  source: 'published',
  publishedAt: at('2026-09-20 18:00'),
  round: '2026-09' as RoundId,
  state: 'published',
  ...figures(10, 3),
  live: figures(10, 4),
};
const live: SeriesRound = { source: 'live', round: october, state: 'collecting', ...figures(0, 0) };

it('shows present numbers beside published ones only where they differ', async () => {
  let words: ReturnType<typeof useNumbersWords> | undefined;
  function Table() {
    words = useNumbersWords();
    return <SeriesTable rounds={[published, live]} />;
  }
  await renderPage(<Table />, { language: 'en' });
  const cells = within(
    screen.getByRole('row', { name: new RegExp(en.roundName('2026-09')) }),
  ).getAllByRole('cell');
  const [rate, submitted, , adopted] = cells.map(cell => cell.textContent);
  expect(rate).toContain('30.0% (3/10)');
  expect(rate).toContain(words?.nowIs('40.0% (4/10)'));
  expect(submitted?.trim()).toBe('10');
  expect(adopted).toContain(words?.nowIs('4'));

  const row = screen.getByRole('row', { name: new RegExp(en.roundName('2026-10')) });
  expect(within(row).getByRole('rowheader').textContent).toContain(words?.live);
  const [undefinedRate, ...others] = within(row).getAllByRole('cell');
  expect(undefinedRate?.textContent).toBe('—');
  expect(others[others.length - 1]?.textContent).toBe(en.none);
});

it('leads to the numbers of each round', async () => {
  await renderPage(<SeriesTable rounds={[published]} />);
  expect(
    screen.getByRole('link', { name: zh.roundName('2026-09') }).getAttribute('href'),
  ).toContain('2026-09');
});
