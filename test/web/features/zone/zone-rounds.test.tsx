/** The rounds of a zone: the newest complete one first, the late ones named, and the trend. */
import { screen, within } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { getZoneSeries, getZoneStatistics } from '../../../../shared/contract/routes/zone.ts';
import {
  type OrganizationId,
  type RoundId,
  roundsFrom,
} from '../../../../shared/domain/kernel/ids.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import type { Awaited, Complete, ZoneReply } from '../../../../web/features/zone/order.ts';
import ZonePage from '../../../../web/features/zone/pages/zone-page.tsx';
import { newestComplete } from '../../../../web/features/zone/use-zone-rounds.ts';
import { zh } from '../../../../web/features/zone/words.zh.ts';
import { zoneFile } from '../../../../web/features/zone/zone-file.ts';
import { zh as common } from '../../../../web/i18n/zh.ts';
import { fakeApi } from '../../fake-api.ts';
import { renderPage } from '../../render-page.tsx';
import { author, october } from '../../sample.ts';

const zone = 'east' as Complete['zone'];
const [august, september, november] = ['2026-08', '2026-09', '2026-11'] as RoundId[];
const numbers = (submitted: number) =>
  numbersOf(
    new Map([
      ['submitted' as const, submitted],
      ['adopted' as const, submitted / 4],
    ]),
    submitted,
    100,
  );
const work = {
  accepted: 6,
  abandoned: 0,
  claimedBenefit: 0,
  verifiedBenefit: 36_000,
  overdue: 1,
};
const firm = (name: string) => ({ organization: name as OrganizationId, name });

const complete = (round: RoundId, total: Complete['numbers'] = numbers(40)): Complete => ({
  state: 'complete',
  zone,
  round,
  organizations: 2,
  smallestGroup: 5,
  workSince: august!,
  numbers: total,
  work,
  districts: [
    {
      district: '第二片区',
      organizations: 1,
      numbers: null,
      work: null,
      rows: [{ ...firm('=乙厂'), numbers: null, work: null }],
    },
    {
      district: '第一片区',
      organizations: 1,
      numbers: numbers(28),
      work,
      rows: [{ ...firm('甲厂'), numbers: numbers(28), work }],
    },
  ],
});
const awaited = (round: RoundId): Awaited => ({
  state: 'awaited',
  zone,
  round,
  organizations: 2,
  published: 1,
  awaited: [{ ...firm('乙厂'), district: '第二片区' }],
});

async function open(replies: Partial<Record<RoundId, ZoneReply>>, round?: RoundId) {
  vi.useFakeTimers({ now: new Date('2026-11-20T00:00:00Z'), toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const api = fakeApi();
  const replyOf = (round: RoundId): ZoneReply =>
    replies[round] ?? { ...complete(round, null), organizations: 0, districts: [] };
  api.answer(getZoneStatistics, ({ path }) => replyOf(path.round));
  api.answer(getZoneSeries, ({ query }) => ({
    zone,
    rounds: roundsFrom(query.from, query.to).map(replyOf),
  }));
  const zones = [{ zone, memberId: author, roles: ['zone-manager' as const], districts: [] }];
  await renderPage(<ZonePage zones={zones} zone={undefined} round={round} />, { api });
  return api;
}

it('opens on the newest round that all have published, and names who is late with a newer one', async () => {
  await open({ [november!]: awaited(november!), [october]: complete(october) });
  const title = await screen.findByRole('heading', { name: zh.title(common.roundName(october)) });
  expect(title).toBeTruthy();
  const late = screen.getByText(/还没有全部公示/);
  expect(late.textContent).toBe(
    zh.stillAwaited('2026年11月期', 1, 2) + zh.place('乙厂', '第二片区'),
  );
});

it('is called by the zone’s name, also where several are to choose from', async () => {
  const api = fakeApi();
  api.answer(getZoneStatistics, complete(october));
  api.answer(getZoneSeries, { zone, rounds: [complete(october)] });
  const office = { zone, memberId: author, roles: ['zone-manager' as const], districts: [] };
  const zones = [
    { ...office, zoneName: '城东开发区' },
    { ...office, zone: 'chengxi' as typeof zone, zoneName: '城西开发区' },
  ];
  await renderPage(<ZonePage zones={zones} zone={undefined} round={october} />, { api });
  const name = zh.title(common.roundName(october), '城东开发区');
  expect(await screen.findByRole('heading', { name })).toBeTruthy();
  const choice = within(screen.getByLabelText(zh.chooseZone)).getAllByRole('option');
  expect(choice.map(({ textContent }) => textContent)).toEqual(['城东开发区', '城西开发区']);
});

it('waits for nobody of a reader whose organizations have all published', async () => {
  const others = { ...awaited(november!), published: 2, awaited: [] };
  await open({ [november!]: others, [october]: complete(october) });
  const said = zh.othersAwaited(common.roundName(november!));
  expect(await screen.findByText(said)).toBeTruthy();
  await open({ [november!]: others }, november);
  expect((await screen.findAllByText(said)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('progressbar')).toBeNull();
});

it('says what the latest round waits for if none is complete', async () => {
  await open({ [november!]: awaited(november!) });
  expect(await screen.findByText(zh.noneYet)).toBeTruthy();
  expect(await screen.findByText(zh.yetToPublish)).toBeTruthy();
});

it('shows the trend as a table too, with withheld and missing rounds called so', async () => {
  await open({ [october]: complete(october), [september!]: complete(september!, null) });
  // The table is there from the start, for paper.
  await screen.findByText(new RegExp(`^${zh.trend}`));
  const row = (round: RoundId) =>
    screen.getByRole('row', { name: new RegExp(`^${common.roundName(round)}`) }).textContent;
  expect(row(october)).toContain('25.0% (10/40)');
  expect(row(september!)).toBe(common.roundName(september!) + zh.notShown);
  expect(row(august!)).toBe(common.roundName(august!) + zh.noRound);
});

it('asks for all rounds at once, and for the one on display', async () => {
  const api = await open({ [october]: complete(october) });
  await screen.findByText(new RegExp(`^${zh.trend}`));
  expect(api.asked(getZoneSeries)).toHaveLength(1);
  expect(api.asked(getZoneStatistics)).toHaveLength(1);
});

it('chooses the newest round that is complete and has organizations', () => {
  const none = { ...complete(november!), organizations: 0 };
  expect(newestComplete([complete(september!), complete(october), none])).toBe(october);
  expect(newestComplete([complete(october), awaited(november!)])).toBe(october);
  expect(newestComplete([awaited(november!)])).toBeUndefined();
});

it('writes a file with numerators and denominators, in which the withheld is empty', () => {
  const columns = {
    submitted: '提交',
    adopted: '采纳',
    adoptionRate: '采纳率',
    participation: '参与率',
    decisionRate: '决定率',
    accepted: '已验收',
    verifiedBenefit: '效益',
    overdue: '逾期',
  };
  const names = { ...zh, columns, withheld: '不显示' };
  const lines = (wholeZone: boolean) =>
    zoneFile(complete(october), ({ rows = [] }) => rows, wholeZone, names).split('\r\n');
  const [, total, ...rest] = lines(true);
  expect(total).toMatch(/^"合计","","40","10","10","40",/);
  expect(rest).toContain(`"第二片区","'=乙厂",${'"",'.repeat(11)}"不显示"`);
  expect(rest.some(line => line.startsWith('"第一片区","甲厂","28"'))).toBe(true);
  // Who does not see the whole zone gets no total.
  expect(lines(false).some(line => line.startsWith('"合计"'))).toBe(false);
});
