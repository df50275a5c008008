/**
 * The pages in a real browser: an employee signs in, hands in an idea and finds it again; a committee member votes on it; the
 * manager reads the numbers. On a phone's screen, for that is where employees are.
 */
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
let browser: Browser | undefined;

/** A browser of their own for each person; the packaged one is a single process and ends with its only window. */
async function signIn(account: string): Promise<Page> {
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args });
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  page.setDefaultTimeout(15_000);
  await page.goto(system.address());
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: account }).click();
  await page.getByText(`工号 ${account}`).waitFor();
  return page;
}

afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

it('an employee hands in an idea and finds it under their own', async () => {
  const page = await signIn('HT0132');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);

  await page.getByLabel('建议名称').fill('给行车加装防撞雷达');
  await page.getByLabel('类别').selectOption('安全');
  await page.getByLabel('现状分析').fill('两台行车同轨，去年擦碰过一次。');
  await page.reload();
  expect(await page.getByLabel('建议名称').inputValue()).toBe('给行车加装防撞雷达');
  await page.getByLabel('改进措施').fill('加装激光测距，距离不足时自动减速。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '《给行车加装防撞雷达》已提交。' }).waitFor();

  await page.getByRole('link', { name: '查看我的金点子' }).click();
  await page.getByRole('link', { name: '给行车加装防撞雷达' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

it('a committee member votes on it, and sees the tally only then', async () => {
  await system.moveClock('2026-10-15T09:00+08:00');
  const page = await signIn('HT0022');
  await page.getByRole('link', { name: '议程' }).first().click();
  await page.getByText('投票之后才能看到计票。').waitFor();
  await page.getByRole('button', { name: '赞成', exact: true }).click();
  await page.getByText('已记下：赞成。截止前可以更改。').waitFor();
  await page.getByText('赞成 1').first().waitFor();
});

it('the manager reads the numbers, each with numerator and denominator', async () => {
  await system.settled();
  const page = await signIn('HT0290');
  await page.getByRole('link', { name: '数据' }).click();
  await page.getByRole('heading', { name: '采纳率与各项数字' }).waitFor();
  await page.getByText('(0/1)').first().waitFor();
});

it('speaks English to those who ask for it', async () => {
  const page = await signIn('HT0087');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
});
