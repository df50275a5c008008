/** Typed text in a real browser: with a refusing storage, in two tabs, and on a shared device. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browserOf } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, { width: 360, height: 780 });
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** Opens the form, as a link within the pages does. */
async function openForm(page: Page): Promise<Page> {
  await page.getByRole('link', { name: '提一条' }).first().click();
  await page.getByLabel('建议名称').waitFor();
  return page;
}

async function typeIn(page: Page, title: string): Promise<void> {
  await page.getByLabel('建议名称').fill(title);
  await page.getByRole('radio', { name: '安全' }).check();
  await page.getByLabel('现状分析').fill('两台行车同轨，去年擦碰过一次。');
  await page.getByLabel('改进措施').fill('加装激光测距，距离不足时自动减速。');
}

async function handIn(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: `《${title}》已提交` }).waitFor();
}

it('a browser with a full storage still submits an idea and a comment, and says that it stores no draft', async () => {
  const page = await signIn('HT0132');
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await typeIn(await openForm(page), '行车防撞');
  await page.getByText('浏览器不让保存').waitFor();
  expect(await fits(page)).toBe(true);
  await handIn(page, '行车防撞');
  await page.getByRole('link', { name: '查看这一条' }).click();
  await page.getByLabel('写评论').fill('二号行车也要装。');
  await page.getByRole('button', { name: '发表', exact: true }).click();
  await page.getByText('评论已发表').waitFor();
});

it('two tabs submit a draft each, and the remaining draft is offered later', async () => {
  const first = await openForm(await signIn('HT0132'));
  await typeIn(first, '行车限位');
  const second = await first.context().newPage();
  await second.goto(`${system.address()}/o/huatai/new`);
  await second.getByText('行车限位').waitFor();
  expect(await fits(second)).toBe(true);
  expect(await second.getByLabel('建议名称').inputValue()).toBe('');
  await typeIn(second, '照明改造');
  await handIn(first, '行车限位');
  await second.reload();
  expect(await second.getByLabel('建议名称').inputValue()).toBe('照明改造');
  await second.close();
  await first.getByRole('button', { name: '再提一条' }).click();
  await first.getByRole('button', { name: '继续写' }).click();
  expect(await first.getByLabel('建议名称').inputValue()).toBe('照明改造');
  await handIn(first, '照明改造');
});

it('without a part that could not be loaded is kept, and the part comes at a press', async () => {
  const page = await signIn('HT0132');
  await page.route(/\/idea-[^/]*\.js$/, route => route.abort());
  await typeIn(await openForm(page), '料场护栏');
  await page.getByText('更多（可不填）').click();
  await page.getByText('这一部分要有网络才能打开').waitFor();
  await page.unrouteAll();
  const again = page.getByRole('button', { name: '重试' });
  await again.click();
  await again.waitFor({ state: 'detached' });
  expect(await page.getByLabel('建议名称').inputValue()).toBe('料场护栏');
  await page.getByText('更多（可不填）').click();
  await page.getByLabel('共同作者').waitFor();
  await page.getByLabel('建议名称').fill('');
});

it('signing out leaves nothing on the device, where an unnamed draft never was', async () => {
  const page = await openForm(await signIn('HT0087'));
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }));
  await typeIn(page, '食堂晚班留热饭');
  expect(await kept()).toContain('食堂晚班留热饭');
  await page.getByRole('radio', { name: '不记名' }).check();
  expect(await kept()).not.toContain('食堂晚班留热饭');
  await page.reload();
  expect(await page.getByLabel('建议名称').inputValue()).toBe('食堂晚班留热饭');
  const other = await page.context().newPage();
  await other.goto(`${system.address()}/o/huatai/new`);
  await typeIn(other, '仓库照明');
  expect(await other.getByText('食堂晚班留热饭').count()).toBe(0);

  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('button', { name: '退出' }).click();
  for (const tab of [page, other]) {
    await tab.getByRole('button', { name: '登录', exact: true }).waitFor();
    const left = await tab.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    );
    for (const trace of ['食堂晚班留热饭', '仓库照明', 'huatai', 'HT0087'])
      expect(left).not.toContain(trace);
  }
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('link', { name: 'HT0132' }).click();
  await openForm(page);
  expect(await page.getByLabel('建议名称').inputValue()).toBe('');
  expect(await page.getByRole('button', { name: '继续写' }).count()).toBe(0);
});
