/** The roll-up of a zone: its total, sorted tables, and the numbers that it withholds. */
import { screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { getZoneStatistics } from '../../../../shared/contract/routes/zone.ts';
import type { OrganizationId } from '../../../../shared/domain/kernel/ids.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import { RollUp } from '../../../../web/features/zone/components/roll-up.tsx';
import type { Complete } from '../../../../web/features/zone/order.ts';
import { useColumnNames, useZoneWords } from '../../../../web/features/zone/words.ts';
import { en } from '../../../../web/i18n/en.ts';
import { fakeApi } from '../../fake-api.ts';
import { press, renderPage } from '../../render-page.tsx';
import { author, october } from '../../sample.ts';

const zone = 'east' as Complete['zone'];
const shown = (submitted: number) => ({
  numbers: numbersOf(new Map([['submitted' as const, submitted]]), submitted, 100),
  work: {
    accepted: 6,
    abandoned: 0,
    claimedBenefit: 0,
    verifiedBenefit: 36_000,
    overdue: 1,
  },
});
const withheld = { numbers: null, work: null };
const organization = (id: string, name: string) => ({
  organization: id as OrganizationId,
  name,
});

const complete: Complete = {
  state: 'complete',
  zone,
  round: october,
  organizations: 4,
  smallestGroup: 5,
  workSince: october,
  ...shown(40),
  districts: [
    {
      district: '北片',
      organizations: 2,
      ...shown(12),
      rows: [
        { ...organization('a', '甲厂'), ...shown(9) },
        { ...organization('b', '乙厂'), ...withheld },
      ],
    },
    { district: '南片', organizations: 1, ...withheld, rows: [] },
    { district: '西片', organizations: 1, ...shown(28), rows: [] },
  ],
};

async function open(
  reply: Complete,
  {
    role = 'zone-manager',
    language = 'zh-CN',
  }: {
    role?: 'zone-manager' | 'grid-officer';
    language?: 'zh-CN' | 'en';
  } = {},
) {
  const api = fakeApi();
  api.answer(getZoneStatistics, reply);
  let words: ReturnType<typeof useZoneWords> | undefined;
  let columns: ReturnType<typeof useColumnNames> | undefined;
  function Page() {
    words = useZoneWords();
    columns = useColumnNames();
    const office = { zone, memberId: author, roles: [role], districts: ['北片'] };
    return <RollUp office={office} round={october} />;
  }
  await renderPage(<Page />, { api, language });
  // A link to another round is on an empty page alone.
  await screen.findAllByText(
    (_, element) => element?.tagName === 'TABLE' || element?.tagName === 'A',
  );
  return { api, words: words!, columns: columns! };
}

const namesIn = (table: string) =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);

it('withholds a district in one cell for the round and one for the work, and says why once', async () => {
  const { words } = await open(complete);
  const row = screen.getByRole('row', { name: /^南片/ });
  const cells = within(row).getAllByText(words.withheld(5));
  expect(cells).toHaveLength(2);
  expect(row.textContent).not.toMatch(/%|—/);
  expect(screen.getAllByText(words.whyWithheld(5))).toHaveLength(1);
  expect(screen.getByRole('row', { name: /^北片/ }).textContent).toContain('36,000');
});

it('sorts every table by a pressed column, with withheld rows last either way', async () => {
  const { words, columns } = await open(complete, { language: 'en' });
  const table = () => within(screen.getByRole('table', { name: words.byDistrict }));
  await press(columns.submitted, table());
  expect(namesIn(words.byDistrict)).toEqual(['西片', '北片', '南片']);
  const head = table().getByRole('columnheader', { name: new RegExp(columns.submitted) });
  expect(head.getAttribute('aria-sort')).toBe('descending');
  await press(columns.submitted, table());
  expect(namesIn(words.byDistrict)).toEqual(['北片', '西片', '南片']);
  expect(namesIn(words.organizationsOf('北片'))).toEqual(['甲厂', '乙厂']);
});

it('shows a total only to readers of the whole zone', async () => {
  const total = await open(complete, { language: 'en' });
  expect(screen.getByText(basis => basis.endsWith(en.adoptionRateBasis))).toBeTruthy();
  expect(screen.queryByText(total.words.noTotal(4))).toBeNull();
});

it('tells a grid officer that there is no total, and does not call it withheld', async () => {
  const [north] = complete.districts;
  const rows = [{ ...organization('a', '甲厂'), ...shown(9) }];
  const { words } = await open(
    { ...complete, ...withheld, organizations: 1, districts: [{ ...north!, rows }] },
    { role: 'grid-officer' },
  );
  expect(screen.getByText(words.noTotal(1))).toBeTruthy();
  expect(screen.queryByText(words.whyWithheld(5))).toBeNull();
});

it('leads to the round before if there is nothing to show', async () => {
  const { words } = await open({ ...complete, organizations: 0, ...withheld, districts: [] });
  expect(screen.getByText(words.noOrganizations)).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toContain('2026-09');
});

it('lists the organizations of a district on request', async () => {
  const [north] = complete.districts;
  const { rows, ...unlisted } = north!;
  const reply = { ...complete, districts: [unlisted] };
  const { api, words } = await open(reply);
  api.answer(getZoneStatistics, { ...complete, districts: [{ ...unlisted, rows: rows! }] });
  await press(words.listThem('北片', 2));
  expect(await screen.findByRole('rowheader', { name: '甲厂' })).toBeTruthy();
  expect(api.asked(getZoneStatistics)[1]).toMatchObject({ query: { district: '北片' } });
});
