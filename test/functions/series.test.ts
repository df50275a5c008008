/**
 * The numbers over the rounds on a real table: as published and as they run, by department and
 * category, and as a file.
 */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { replyToIdea } from '../../shared/contract/routes/deliberation.ts';
import { nameExcellent, rateOutcome } from '../../shared/contract/routes/follow-up.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import {
  exportSeries,
  getBulletin,
  getSeries,
  getStatistics,
  verifyBulletin,
} from '../../shared/contract/routes/numbers.ts';
import { approveReward } from '../../shared/contract/routes/rewards.ts';
import { bulletinKey } from '../../shared/store/keys.ts';
import { ofTheFirstEdition } from '../store/older-items.ts';
import { date, HUATAI, OCTOBER } from '../store/sample-facts.ts';
import { watched } from '../store/watched-table.ts';
import { brokenFrom, months, NEXT, streamOf } from './months.ts';
import { AT, apiOf } from './small-firm.ts';

interface Figures {
  readonly total: { readonly submitted: number; readonly adopted: number };
  readonly met: { readonly ideas: boolean; readonly adoptionRate: boolean | null };
}
interface Series {
  readonly targets: unknown;
  readonly overdue: { readonly total: number };
  readonly rounds: readonly (Figures & {
    readonly round: string;
    readonly state: string;
    readonly source: string;
    readonly publishedAt?: string;
    readonly live?: Figures & {
      readonly parts?: readonly {
        readonly name: string;
        readonly submitted: number;
        readonly adopted: number;
      }[];
    };
    readonly parts?: readonly {
      readonly name: string;
      readonly submitted: number;
      readonly adopted: number;
      readonly participation?: object;
    }[];
  })[];
}

const YEAR = { from: '2026-01', to: '2026-12' };

const streams: ReturnType<typeof streamOf>[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) await stream.stop();
});

/**
 * Ideas that the committee deferred in October without a quorum are adopted in November; they count
 * for October.
 */
async function adoptedLate({ stream, until, adopt, late }: Awaited<ReturnType<typeof twoRounds>>) {
  await until(NEXT.opens);
  await adopt(late);
  await stream.settle();
}

/**
 * Three ideas in October, one of them adopted; two in November, which still collects. October is
 * published.
 */
async function twoRounds() {
  const firm = await months();
  const stream = streamOf(firm.table);
  streams.push(stream);
  const [adopted = '', late = ''] = [
    await firm.handIn('E1'),
    await firm.handIn('E2', { category: '安全' }),
  ];
  await firm.handIn('E1');
  await firm.until(AT.opens);
  await firm.adopt(adopted);
  await firm.until(AT.intakeEnds);
  await firm.handIn('E1');
  await firm.handIn('E2');
  await firm.until(AT.closes);
  await firm.until(AT.publishes);
  await stream.settle();
  const series = (query: object = YEAR, as = 'M1') =>
    firm.call<Series>(getSeries, { as, query: { ...query } });
  return { ...firm, stream, adopted, late, series };
}

describe('the series', () => {
  it('has a published round with its bulletin’s numbers, and the running numbers beside them', async () => {
    const firm = await twoRounds();
    const { call, series } = firm;
    await adoptedLate(firm);

    const { status, body } = await series();
    expect(status).toBe(200);
    expect(body.targets).toEqual({ ideas: 60, adoptionRate: { numerator: 3, denominator: 10 } });
    const [october, november, ...more] = body.rounds;
    expect(october).toMatchObject({
      round: '2026-10',
      state: 'published',
      source: 'published',
      publishedAt: AT.publishes,
      total: { submitted: 3, adopted: 1, adoptionRate: { numerator: 1, denominator: 3 } },
      met: { ideas: false, adoptionRate: true },
      live: { total: { submitted: 3, adopted: 2 }, met: { ideas: false, adoptionRate: true } },
    });
    expect(november).toMatchObject({
      round: '2026-11',
      source: 'live',
      total: { submitted: 2, adopted: 0 },
      met: { ideas: false, adoptionRate: false },
    });
    expect(november).not.toHaveProperty('live');
    expect(more.every(({ total }) => total.submitted === 0)).toBe(true);

    const bulletin = await call<{ statistics: { total: object } }>(getBulletin, {
      as: 'E1',
      path: { round: OCTOBER },
    });
    expect(october?.total).toEqual(bulletin.body.statistics.total);
    const live = await call<Figures>(getStatistics, { as: 'M1', path: { round: OCTOBER } });
    expect(october?.live).toEqual({ total: live.body.total, met: live.body.met });
  });

  it('breaks down by department, with participation, or by category, without', async () => {
    const { series } = await twoRounds();
    const byDepartment = (await series({ ...YEAR, by: 'department' })).body.rounds;
    expect(byDepartment[0]?.parts).toMatchObject([
      { name: '铸造车间', submitted: 2, participation: { numerator: 1, denominator: 1 } },
      { name: '装配车间', submitted: 1, participation: { numerator: 1, denominator: 1 } },
    ]);
    expect(byDepartment[1]?.parts?.map(({ submitted }) => submitted)).toEqual([1, 1]);
    const byCategory = (await series({ ...YEAR, by: 'category' })).body.rounds;
    expect(new Map(byCategory[0]?.parts?.map(({ name, submitted }) => [name, submitted]))).toEqual(
      new Map([
        ['安全', 1],
        ['设备', 2],
      ]),
    );
    expect(byCategory[0]?.parts?.[0]).not.toHaveProperty('participation');
    // Broken down or not, the total is the same.
    const whole = (await series()).body.rounds;
    expect(byCategory.map(({ total }) => total)).toEqual(whole.map(({ total }) => total));
  });

  it('has decisions made since publication also in a published round’s parts', async () => {
    const firm = await twoRounds();
    await adoptedLate(firm);
    const [october] = (await firm.series({ ...YEAR, by: 'category' })).body.rounds;
    const adopted = (
      parts: readonly { readonly name: string; readonly adopted: number }[] | undefined,
    ) => parts?.map(({ name, adopted }) => [name, adopted]);
    expect(adopted(october?.parts)).toEqual([
      ['安全', 0],
      ['设备', 1],
    ]);
    expect(adopted(october?.live?.parts)).toEqual([
      ['安全', 1],
      ['设备', 1],
    ]);
  });

  it('counts overdue work of today, by the organization’s own day', async () => {
    const { call, adopted, series, clock } = await twoRounds();
    const body = { owner: 'E2', due: date('2026-10-31') };
    expect((await call(assignIdea, { as: 'S1', path: { idea: adopted }, body })).status).toBe(200);
    clock.set('2026-10-31T15:59:00.000Z');
    expect((await series()).body.overdue).toEqual({ total: 0, departments: [], categories: [] });
    clock.set('2026-10-31T16:00:00.000Z');
    const overdue = {
      total: 1,
      departments: [{ name: '铸造车间', overdue: 1 }],
      categories: [{ name: '设备', overdue: 1 }],
    };
    expect((await series()).body).toMatchObject({ overdue });
    // It belongs to no round: for every selection, even an empty series, it is the same.
    expect((await series({ from: '2099-11', to: '2099-12' })).body).toMatchObject({
      overdue,
      rounds: [],
    });
    const november = await call(getStatistics, { as: 'M1', path: { round: '2026-11' } });
    expect(november.body).toMatchObject({ overdue });
  });

  it('has the existing rounds, from one to another', async () => {
    const { series } = await twoRounds();
    const rounds = async (from: string, to: string) =>
      (await series({ from, to })).body.rounds.map(({ round }) => round);
    expect(await rounds('2026-10', '2026-10')).toEqual(['2026-10']);
    expect((await rounds('2026-10', '2029-09')).slice(0, 2)).toEqual(['2026-10', '2026-11']);
    expect(await rounds('2099-11', '2099-12')).toEqual([]);
    expect(await rounds('2000-01', '2000-12')).toEqual([]);
  });

  it.for([
    [{ from: '2026-11', to: '2026-10' }, 'to', 'rounds'],
    [{ from: '2024-01', to: '2027-01' }, 'to', 'rounds'],
    [{ from: '2000-01', to: '2099-12' }, 'to', 'rounds'],
    [{ from: '2026-13', to: '2026-12' }, 'from', 'format'],
    [{ to: '2026-12' }, 'from', 'required'],
    [{ ...YEAR, by: 'author' }, 'by', 'one-of'],
  ] as const)('refuses %o, naming %s and the rule %s', async ([query, field, rule]) => {
    const { call } = await months();
    for (const route of [getSeries, exportSeries]) {
      const { status, body } = await call(route, { as: 'M1', query: { ...query } });
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ field, rule }]);
    }
  });

  it('is for the manager', async () => {
    const { call } = await months();
    for (const route of [getSeries, exportSeries])
      for (const as of ['E1', 'S1', 'C1'])
        expect((await call(route, { as, query: YEAR })).status).toBe(403);
  });

  it('takes as many reads for many ideas as for a few, and writes nothing', async () => {
    const { table, clock, handIn, stream } = await months().then(firm => {
      const stream = streamOf(firm.table);
      streams.push(stream);
      return { ...firm, stream };
    });
    const reads = async (by: object): Promise<string[]> => {
      const sent: string[] = [];
      const looked = watched(table, { ...brokenFrom(1), sent: command => sent.push(command) });
      expect(
        (await apiOf(looked, clock)(getSeries, { as: 'M1', query: { ...YEAR, ...by } })).status,
      ).toBe(200);
      return sent.toSorted();
    };
    await handIn();
    await stream.settle();
    const few = [await reads({}), await reads({ by: 'department' })];
    for (let n = 0; n < 30; n += 1) await handIn(n % 2 === 0 ? 'E1' : 'E2');
    await stream.settle();
    expect([await reads({}), await reads({ by: 'department' })]).toEqual(few);
    expect(few[0]?.length).toBeLessThanOrEqual(7);
  });
});

describe('the file', () => {
  it('has a line for each round and its parts, for a published one also as they run, with the parts of each rate', async () => {
    const firm = await twoRounds();
    const { call } = firm;
    await adoptedLate(firm);
    const { status, text, headers } = await call(exportSeries, {
      as: 'M1',
      query: { ...YEAR, by: 'category' },
    });
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(
      'attachment; filename="statistics-2026-01-2026-12.csv"',
    );
    expect(headers).not.toHaveProperty('link');
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    const october = rows.filter(row => row.期 === '2026-10');
    expect(october.map(row => [row.口径, row.范围, row.提交, row.采纳])).toEqual([
      ['公示', '全单位', '3', '1'],
      ['公示', '安全', '1', '0'],
      ['公示', '设备', '2', '1'],
      ['实时', '全单位', '3', '2'],
      ['实时', '安全', '1', '1'],
      ['实时', '设备', '2', '1'],
    ]);
    expect(october[0]).toMatchObject({
      状态: '已公示',
      参与人数: '2',
      在册人数: '7',
      '采纳率(采纳÷提交,%)': '33.33',
      提交目标: '60',
      提交达标: '否',
      '采纳率目标(%)': '30',
      采纳率达标: '是',
    });
    // No adopted idea was accepted; a category has no headcount.
    expect(october[0]).toMatchObject({ '实施率(验收÷采纳,%)': '0' });
    expect(october[1]).toMatchObject({ 在册人数: '', 提交目标: '', '实施率(验收÷采纳,%)': '' });
    expect(rows.filter(row => row.期 === '2026-11')[0]).toMatchObject({
      口径: '实时',
      平均决定天数: '',
    });
  });

  it('has what became of the ideas, where it is known and may be told', async () => {
    const firm = await twoRounds();
    const { call, on, adopted } = firm;
    await on(replyToIdea, 'C1', adopted, { reply: '谢谢' });
    await on(assignIdea, 'S1', adopted, { owner: 'C3', due: date('2026-12-31') });
    await on(completeIdea, 'C3', adopted, { done: '全部装好', claimedBenefit: 300_000 });
    await on(acceptIdea, 'M1', adopted, { verifiedBenefit: 300_000 });
    const shares = [{ member: 'E1', fen: 60_050 }];
    await on(approveReward, 'M1', adopted, { amount: 60_050, shares });
    await on(rateOutcome, 'E1', adopted, { satisfaction: 'satisfied' });
    await on(nameExcellent, 'C1', adopted);
    await firm.stream.settle();

    const rows = async (): Promise<Record<string, string>[]> => {
      const query = { ...YEAR, by: 'department' };
      const { text } = await call(exportSeries, { as: 'M1', query });
      const all: Record<string, string>[] = parse(text, { bom: true, columns: true });
      return all.filter(({ 期 }) => 期 === '2026-10');
    };
    const [published, , , live, foundry] = await rows();
    expect(published).toMatchObject({
      口径: '公示',
      '人均条数(条)': '3',
      '人均条数(条÷在册人数)': '0.4286',
      已答复: '0',
      平均首次答复天数: '',
      '核定奖励(条)': '不公布',
      '发放奖励(元)': '不公布',
      满意: '不公布',
      优秀金点子: '0',
    });
    const known = {
      已答复: '1',
      '核定奖励(条)': '1',
      '核定奖励(元)': '600.5',
      '发放奖励(条)': '0',
      满意: '1',
      不满意: '0',
      '满意率(满意÷已评价,%)': '100',
      优秀金点子: '1',
    };
    expect(live).toMatchObject({ 口径: '实时', 范围: '全单位', ...known });
    expect(foundry).toMatchObject({ 口径: '实时', 范围: '铸造车间', ...known });

    // A series has them in its totals, and its parts stay small.
    const [october] = (await firm.series({ ...YEAR, by: 'department' })).body.rounds;
    expect(october).toMatchObject({
      total: { followUp: { rewardsApproved: null, satisfaction: null, excellent: 0 } },
      live: {
        total: {
          ideasPerHead: { numerator: 3, denominator: 7 },
          followUp: {
            rewardsApproved: { ideas: 1, fen: 60_050 },
            rewardsPaid: { ideas: 0, fen: 0 },
            satisfaction: { satisfied: 1, rate: { numerator: 1, denominator: 1 } },
            excellent: 1,
          },
        },
      },
    });
    for (const part of [...october!.parts!, ...october!.live!.parts!])
      expect(part).not.toHaveProperty('followUp');
  });

  it('leaves empty what an older bulletin does not know', async () => {
    const firm = await twoRounds();
    const { table, call } = firm;
    const Key = bulletinKey(HUATAI, OCTOBER);
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key }));
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: ofTheFirstEdition(Item ?? {}) }),
    );
    const { text } = await call(exportSeries, { as: 'M1', query: YEAR });
    const all: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(all.find(row => row.口径 === '公示')).toMatchObject({
      提交: '3',
      '人均条数(条)': '',
      已答复: '',
      '核定奖励(条)': '',
      满意: '',
      优秀金点子: '',
    });
    const path = { round: OCTOBER };
    expect((await call(verifyBulletin, { as: 'M1', path })).body).toMatchObject({ agrees: true });
    const { body } = await call<{ statistics: { total: object; departments: object[] } }>(
      getBulletin,
      { as: 'E1', path },
    );
    expect(body).not.toHaveProperty('numbersWithheld');
    for (const numbers of [body.statistics.total, ...body.statistics.departments]) {
      expect(numbers).not.toHaveProperty('followUp');
      expect(numbers).not.toHaveProperty('ideasPerHead');
    }
  });

  it('ends with the present overdue work, over all rounds, in total and by part', async () => {
    const { call, adopted, clock } = await twoRounds();
    const body = { owner: 'E2', due: date('2026-10-31') };
    await call(assignIdea, { as: 'S1', path: { idea: adopted }, body });
    clock.set('2026-11-01T02:00:00.000Z');
    const overdue = async (by: object) => {
      const { text } = await call(exportSeries, { as: 'M1', query: { ...YEAR, ...by } });
      const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
      return rows
        .filter(row => row.逾期实施 !== '')
        .map(row => [row.期, row.口径, row.范围, row.逾期实施, row.提交]);
    };
    const whole = ['各期', '截至 2026-11-01', '全单位', '1', ''];
    expect(await overdue({})).toEqual([whole]);
    expect(await overdue({ by: 'department' })).toEqual([whole, whole.with(2, '铸造车间')]);
    expect(await overdue({ by: 'category' })).toEqual([whole, whole.with(2, '设备')]);
  });
});
