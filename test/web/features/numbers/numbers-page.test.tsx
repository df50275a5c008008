/**
 * The manager's numbers: figures with their numerators and denominators, each leading to the ideas
 * behind it, and charts that have their values as tables too.
 */
import { screen, waitFor, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import { getSeries, getStatistics } from '../../../../shared/contract/routes/numbers.ts';
import { listRounds } from '../../../../shared/contract/routes/organization.ts';
import type { Counter } from '../../../../shared/domain/numbers/counters.ts';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import { NumbersPage } from '../../../../web/features/numbers/pages/numbers-page.tsx';
import type { Numbers, SeriesRound } from '../../../../web/features/numbers/series.ts';
import { zh as own } from '../../../../web/features/numbers/words.zh.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { october } from '../../sample.ts';

const numbers = (counts: Readonly<Partial<Record<Counter, number>>>): Numbers =>
  numbersOf(new Map(Object.entries(counts) as [Counter, number][]), 40, 330);
const total = numbers({ submitted: 63, adopted: 25, declined: 24, accepted: 5 });
const targets = { ideas: 60, adoptionRate: { numerator: 3, denominator: 10 } };
const met = { ideas: true, adoptionRate: true };
const none = { total: 0, departments: [], categories: [] };

type Statistics = ReplyOf<typeof getStatistics>;

const department = (name: string, adopted: number, submitted: number) =>
  ({
    ...numbers({ submitted, adopted }),
    name,
    adoptionRate: rate(adopted, submitted),
  }) as Statistics['departments'][number];

const statistics: Statistics = {
  round: october,
  state: 'published',
  targets,
  met,
  overdue: none,
  total,
  departments: [
    department('质检部', 1, 4),
    department('铸造车间', 3, 4),
    department('财务部', 0, 0),
  ],
  categories: [],
};
const seriesRound = (round: string, adopted: number, submitted: number): SeriesRound => ({
  source: 'live',
  round: round as SeriesRound['round'],
  state: 'decided',
  total: numbers({ submitted, adopted }),
  met: { ideas: false, adoptionRate: submitted === 0 ? null : adopted / submitted >= 0.3 },
});

async function open(found: Statistics = statistics) {
  const api = fakeApi();
  api.answer(listRounds, { items: [] } as never);
  api.answer(getStatistics, found);
  api.answer(getSeries, {
    targets,
    overdue: none,
    rounds: [
      seriesRound('2026-08', 0, 0),
      seriesRound('2026-09', 2, 10),
      seriesRound('2026-10', 25, 63),
    ],
  });
  await renderPage(<NumbersPage fromAddress="2026-10" />, {
    api,
    roles: ['manager'],
    address: '/o/huatai/manager/numbers/2026-10',
  });
  await screen.findByRole('heading', { name: own.funnel });
  return api;
}

const figure = (name: string) =>
  screen.getAllByRole('term').find(({ textContent }) => textContent === name)?.parentElement;

it('has each figure with its numerator and denominator, its target, and the ideas behind it', async () => {
  const api = await open();
  const adoption = figure(zh.adoptionRate);
  expect(adoption?.textContent).toContain('39.7%');
  expect(adoption?.textContent).toContain(own.adoptedOf(25, 63));
  expect(adoption?.textContent).toContain(zh.targetMet);
  expect(within(adoption!).getByRole('link').getAttribute('href')).toBe(
    '/o/huatai/rounds/2026-10?adopted=yes',
  );
  expect(figure(own.implementationRate)?.textContent).toContain(own.acceptedOf(5, 25));
  expect(screen.getByRole('link', { name: '铸造车间' }).getAttribute('href')).toBe(
    `/o/huatai/rounds/2026-10?${new URLSearchParams({ department: '铸造车间' })}`,
  );
  expect(api.asked(getSeries)).toMatchObject([{ query: { from: '2025-10', to: '2026-10' } }]);
});

it('has a dash for a rate without a denominator, and says what is missing', async () => {
  await open({ ...statistics, total: numbers({}), met: { ideas: false, adoptionRate: null } });
  expect(figure(zh.adoptionRate)?.textContent).toContain('—');
  expect(figure(zh.adoptionRate)?.textContent).not.toContain('0.0%');
  expect(screen.getByText(own.noNumbers)).toBeTruthy();
});

it('ranks departments by the chosen measure, the ones without a value last', async () => {
  await open();
  const names = () =>
    within(screen.getByRole('heading', { name: /按部门/ }).closest('section')!)
      .getAllByRole('listitem')
      .map(item => within(item).getByRole('link').textContent);
  expect(names()).toEqual(['铸造车间', '质检部', '财务部']);
  await press(zh.submitted);
  expect(names()).toEqual(['质检部', '铸造车间', '财务部']);
  expect(location.search).toBe('?measure=submitted');
});

it('draws the trend as an image with its words, with no column for a round without a rate', async () => {
  await open();
  const title = own.trendOf(zh.adoptionRate);
  const chart = await screen.findByRole('img', { name: new RegExp(title) });
  expect(chart.getAttribute('aria-label')).toContain(zh.target('30%'));
  expect(chart.getAttribute('aria-label')).toContain('39.7% (25/63)');
  expect(chart.querySelectorAll('.column')).toHaveLength(3);
  expect(chart.querySelectorAll('.column .filled')).toHaveLength(2);
});

it('has the trend as a table, whose rows lead to their rounds', async () => {
  await open();
  await press(own.asTable(own.trendOf(zh.adoptionRate)));
  await waitFor(() =>
    screen.getByRole('button', { name: own.asChart(own.trendOf(zh.adoptionRate)) }),
  );
  const row = screen.getByRole('row', { name: /2026年9月期/ });
  expect(row.textContent).toContain('20.0% (2/10)');
  expect(row.textContent).toContain(zh.targetMissed);
  expect(within(row).getByRole('link').getAttribute('href')).toBe(
    '/o/huatai/manager/numbers/2026-09',
  );
});
