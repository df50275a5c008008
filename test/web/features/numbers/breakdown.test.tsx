/** Numbers in words and tables: rates with their basis, and what is withheld or undefined. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import { Breakdown } from '../../../../web/features/numbers/components/breakdown.tsx';
import { RateBar } from '../../../../web/features/numbers/components/rate-bar.tsx';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { renderPage } from '../../render-page.tsx';

const { participation: _, ...nothing } = numbersOf(new Map(), 0, 0);
const row = (name: string, adopted: number, decided: number) => ({
  ...nothing,
  name,
  submitted: 8,
  decided,
  adopted,
  adoptionRate: rate(adopted, decided),
});

const cellsOf = (name: string) =>
  within(screen.getByRole('row', { name: new RegExp(`^${name}`) }))
    .getAllByRole('cell')
    .map(cell => cell.textContent);

it('reads a rate in full without its bar, which is as long as the rate', async () => {
  const { container } = await renderPage(<RateBar rate={rate(1, 4)} />);
  expect(screen.getByText('25.0% (1/4)')).toBeTruthy();
  const bar = container.querySelector('[aria-hidden="true"]');
  expect(bar?.textContent).toBe('');
  expect(bar?.querySelector('span')?.style.width).toBe('25%');
});

it('shows a dash and an empty bar for a rate without a denominator', async () => {
  const { container } = await renderPage(<RateBar rate={rate(0, 0)} />);
  expect(screen.getByText('—')).toBeTruthy();
  expect(container.querySelector<HTMLElement>('.bar span')?.style.width).toBe('0%');
});

it('has a row for each department, with no participation where it is withheld', async () => {
  const rows = [
    { ...row('机加一车间', 1, 4), participation: rate(3, 12) },
    // Nobody can be told who took part in a small department.
    row('质检部', 0, 0),
  ];
  const shown = <Breakdown caption="按部门" heading="部门" rows={rows} withParticipation />;
  await renderPage(shown);
  expect(screen.getByRole('table', { name: '按部门' })).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: zh.participation })).toBeTruthy();
  expect(cellsOf('机加一车间')).toEqual(['8', '4', '1', '25.0% (1/4)', '25.0% (3/12)']);
  expect(cellsOf('质检部')).toEqual(['8', '0', '0', '—', zh.none]);
});

it('names its columns in English, and has none of participation unless asked', async () => {
  const shown = <Breakdown caption="By category" heading="Category" rows={[row('安全', 1, 2)]} />;
  await renderPage(shown, { language: 'en' });
  expect(screen.getAllByRole('columnheader').map(head => head.textContent)).toEqual([
    'Category',
    en.submitted,
    en.decidedCount,
    en.adopted,
    en.adoptionRate,
  ]);
  expect(cellsOf('安全')).toEqual(['8', '2', '1', '50.0% (1/2)']);
});

it('shows no table without rows', async () => {
  await renderPage(<Breakdown caption="按类别" heading="类别" rows={[]} />);
  expect(screen.queryByRole('table')).toBeNull();
});
