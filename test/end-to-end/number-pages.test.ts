/**
 * The pages of numbers in a real browser: the zone's roll-up, for the whole zone and for a grid
 * officer's districts; and the manager's numbers over the rounds.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SAMPLE_SLIPS } from '../../infra/local/sample/organizations.ts';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { isOrganizationId, isRoundId } from '../../shared/domain/kernel/ids.ts';
import { browserOf, DESKTOP } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, DESKTOP);
const [huatai, zhongcheng] = ['huatai', 'zhongcheng'].filter(isOrganizationId);
const [october] = ['2026-10'].filter(isRoundId);
const SLIPS = readFileSync(SAMPLE_SLIPS, 'utf8');
const [HEADINGS = ''] = SLIPS.split(/\r?\n/);

function slipsOf(firm: string, first: number, last: number): string {
  const rows = Array.from({ length: last - first + 1 }, (_, at) => {
    const number = `${firm}${String(first + at).padStart(4, '0')}`;
    return `${at + 1},${number},,安全,防护罩 ${number},旧的松了,换成快装式,,2026-09-18 08:12`;
  });
  return [HEADINGS, ...rows].join('\n');
}

async function importAs(
  account: string,
  organization: typeof huatai,
  text: string,
  ideas: number,
): Promise<void> {
  const call = await system.as(account);
  const path = { organization: organization! };
  const { created } = await call(importIdeas, {
    path,
    body: new Blob([text], { type: 'text/csv' }),
  });
  expect(created).toBe(ideas);
  await system.settled();
}

/** Some of the committee approve a number of an organization's ideas. */
async function voteAll(
  organization: typeof huatai,
  accounts: readonly string[],
  ideas: number,
): Promise<void> {
  for (const account of accounts) {
    const call = await system.as(account);
    const path = { organization: organization! };
    const { items } = await call(getAgenda, {
      path: { ...path, round: october! },
      query: { limit: '100' },
    });
    for (const { id: idea } of items.slice(0, ideas))
      await call(castVote, { path: { ...path, idea }, body: { choice: 'approve' } });
  }
}

it('the zone waits until all have published a round, and names those that have not', async () => {
  await importAs('HT0274', huatai, SLIPS, 63);
  await importAs('ZC0003', zhongcheng, slipsOf('ZC', 11, 18), 8);
  const page = await signIn('XH0001');
  await page.goto(`${system.address()}/zone/xuanhua/2026-10`);
  await page.getByText('2 个单位中已公示 0 个').waitFor();
  await page.getByText('中成轴承 · 第二片区').waitFor();
  expect(await page.getByText(/\/63\)|\/71\)/).count()).toBe(0);
});

it('published numbers are sorted by the pressed column', async () => {
  await system.moveClock('2026-10-15T09:00+08:00');
  await voteAll(huatai, ['HT0011', 'HT0022', 'HT0033', 'HT0044'], 12);
  await voteAll(zhongcheng, ['ZC0004'], 8);
  for (const to of ['2026-10-18T18:00+08:00', '2026-10-19T18:00+08:00']) await system.moveClock(to);
  const page = await signIn('XH0001');
  await page.goto(`${system.address()}/zone/xuanhua/2026-10`);
  await page
    .getByText(/^20\/71/)
    .first()
    .waitFor();
  const names = () =>
    page.getByRole('table', { name: '按片区' }).locator('tbody th').allTextContents();
  await page.getByRole('table', { name: '按片区' }).getByRole('button', { name: '提交' }).click();
  expect(await names()).toEqual(['第一片区', '第二片区']);
  await page.getByRole('table', { name: '按片区' }).getByRole('button', { name: '提交' }).click();
  expect(await names()).toEqual(['第二片区', '第一片区']);
  // The work of a year is told with its last round alone.
  expect(await page.getByRole('columnheader', { name: /效益/ }).count()).toBe(0);
  await page.getByLabel(/^期/).selectOption('2026-11');
  await page.getByText('2 个单位中已公示 0 个').waitFor();
});

it('a grid officer sees their own district and no total', async () => {
  const page = await signIn('XH0002');
  await page.goto(`${system.address()}/zone/xuanhua/2026-10`);
  await page.getByRole('table', { name: '第一片区的单位' }).getByText('华泰矿冶').waitFor();
  expect(await page.getByText('第二片区').count()).toBe(0);
  expect(await page.getByText('20/71').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});

it('the manager sees how a round went, and the ideas behind a number', async () => {
  const page = await signIn('HT0290');
  await page.getByRole('link', { name: '数据', exact: true }).click();
  await page.getByText('采纳 12 ÷ 提交 63').waitFor();
  await page.getByRole('img', { name: /采纳率走势 · 目标 30% · .*19\.0% \(12\/63\)/ }).waitFor();
  await page.getByRole('button', { name: '表格：采纳率走势' }).click();
  await page
    .getByRole('row', { name: /2026年10月期/ })
    .getByText('未达目标')
    .waitFor();
  await page.getByRole('link', { name: '暂缓' }).click();
  await page.getByRole('button', { name: /^暂缓/, pressed: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/o/huatai/rounds/2026-10');
});

it('the bulletin of 63 ideas is printed on three sheets of A4 at most', async () => {
  const page = await signIn('HT0290');
  await page.goto(`${system.address()}/o/huatai/bulletin/2026-10`);
  await page.getByText('特此公示').waitFor();
  const printed = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  const sheets = printed.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(sheets.length).toBeGreaterThan(1);
  expect(sheets.length).toBeLessThanOrEqual(3);
});

it('the numbers stay readable if the chart cannot be loaded', async () => {
  const page = await signIn('HT0290');
  await page.route(/\/columns-[^/]*\.js$/, route => route.abort());
  await page.goto(`${system.address()}/o/huatai/manager/numbers/2026-10`);
  await page.getByText('图没有加载出来').waitFor();
  await page.getByText('采纳 12 ÷ 提交 63').waitFor();
});

it('the manager sees all rounds, breaks them down, and exports them as a file', async () => {
  const page = await signIn('HT0290');
  await page.goto(`${system.address()}/o/huatai/manager/numbers`);
  await page.getByRole('link', { name: '历期', exact: true }).click();
  await page.getByRole('table', { name: '各期数字' }).getByText('19.0% (12/63)').first().waitFor();
  await page.getByRole('img', { name: /提交走势 · 目标 60/ }).waitFor();
  await page.getByLabel('细分').selectOption('category');
  await page.getByRole('heading', { name: '按类别 · 采纳率' }).waitFor();
  await page.reload();
  await page.getByRole('rowheader', { name: '安全' }).waitFor();
  expect(await page.locator('option', { hasText: '参与率' }).count()).toBe(0);
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出 CSV' }).click();
  expect((await started).suggestedFilename()).toMatch(/^历期数据-.+\.csv$/);
});
