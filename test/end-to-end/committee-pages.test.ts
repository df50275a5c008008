/**
 * The secretary's and the chair's pages in a real browser: paper slips are typed and screened until
 * none is left; the agenda is arranged, and a balloted idea is decided.
 */
import { expect, it } from 'vitest';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { arrangeAgenda } from '../../shared/contract/routes/screening.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, DESKTOP);

const path = { organization: names.organization('huatai'), round: names.round('2026-10') };
const SLIPS = [
  ['HT0132', '给行车加装限位器'],
  ['HT0087', '行车加装限位'],
  ['HT0041', '食堂门口装雨棚'],
] as const;

it('the secretary types slips, one after another', async () => {
  const page = await signIn('HT0274');
  await page.getByRole('link', { name: '纸条' }).click();
  await page.getByLabel('纸条上的日期').fill('2026-10-08');
  for (const [author, title] of SLIPS) {
    await page.getByRole('combobox', { name: '提交人' }).fill(author);
    await page.getByLabel('建议名称').fill(title);
    await page.getByRole('radio', { name: '安全' }).check();
    await page.getByLabel('现状分析').fill('现在没有。');
    await page.getByLabel('改进措施').fill('请装一个。');
    await page.getByRole('button', { name: '录入', exact: true }).click();
    await page.getByText(new RegExp(`《${title}》已录入：.+2026年10月期`)).waitFor();
    expect(await page.getByLabel('建议名称').inputValue()).toBe('');
    expect(await page.getByLabel('纸条上的日期').inputValue()).toBe('2026-10-08');
  }
});

it('arranges them, is asked before leaving, and is told of another order saved meanwhile', async () => {
  const page = await signIn('HT0274');
  await page.goto(`${system.address()}/o/huatai/committee/agenda`);
  await page.getByRole('button', { name: '调整顺序' }).click();
  const heading = page.getByRole('heading', { name: '调整议程顺序' });
  expect(await heading.evaluate(it => it === document.activeElement)).toBe(true);
  const handle = page.getByRole('button', { name: /^移动/ }).first();
  const first = (await handle.getAttribute('aria-label')) ?? '';
  await handle.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(first);
  await page.getByText('现在是第 2 号').waitFor();
  await page.getByRole('link', { name: '初审' }).first().click();
  const question = page.getByRole('dialog');
  await question.getByText('新的顺序还没有保存').waitFor();
  await question.getByRole('button', { name: '取消' }).click();

  const elsewhere = await system.as('HT0274');
  const { items } = await elsewhere(getAgenda, { path });
  const theirs = items.map(({ id }) => id).reverse();
  await elsewhere(arrangeAgenda, { path, body: { order: theirs } });
  await page.getByRole('button', { name: '保存顺序' }).click();
  await page.getByText('别人保存了另一种顺序').waitFor();
  await page.getByRole('button', { name: '放弃我的' }).click();
  await page.getByRole('button', { name: '取消' }).click();
  await heading.waitFor({ state: 'detached' });
  const { items: kept } = await elsewhere(getAgenda, { path });
  expect(kept.map(({ id }) => id)).toEqual(theirs);
});

it('and screens them by keyboard until none is left', async () => {
  const page = await signIn('HT0274');
  await page.goto(`${system.address()}/o/huatai/committee/screening`);
  const listed = (title: string) =>
    page
      .getByRole('region', { name: '待处理的金点子' })
      .getByRole('button')
      .filter({ has: page.getByText(title, { exact: true }) });
  await listed('行车加装限位').click();
  await listed('行车加装限位').press('m');
  // What is alike comes first, one key away from the search.
  const target = page.getByRole('list', { name: '可以并入的金点子' }).getByRole('button').first();
  await target.getByText('给行车加装限位器').waitFor();
  await page.keyboard.press('Tab');
  expect(await target.evaluate(it => it === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '合并之后' }).waitFor();
  await page.getByRole('button', { name: '确认合并' }).click();
  await page.getByText('已并入《给行车加装限位器》').waitFor();

  await listed('食堂门口装雨棚').click();
  await listed('食堂门口装雨棚').press('r');
  await page.keyboard.type('请写明雨棚有多大。');
  await page.getByRole('button', { name: '退回', exact: true }).click();
  await page.getByText('《食堂门口装雨棚》已退回').waitFor();

  await listed('给行车加装限位器').press('a');
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('《给行车加装限位器》已列入2026年10月期的议程').waitFor();
  await page.getByText('1 条已退回，等作者修改').waitFor();
});

it('the chair announces a balloted idea with a reply, and can undo it', async () => {
  await system.moveClock('2026-10-15T09:00+08:00');
  for (const voter of ['HT0011', 'HT0022', 'HT0033', 'HT0044']) {
    const call = await system.as(voter);
    const { items } = await call(getAgenda, { path });
    for (const { id, status } of items)
      if (status === 'on-agenda')
        await call(castVote, {
          path: { organization: path.organization, idea: id },
          body: { choice: 'approve' },
        });
  }
  const page = await signIn('HT0011');
  await page.goto(`${system.address()}/o/huatai/committee/agenda`);
  await page.getByRole('list', { name: '待决定' }).getByRole('button').first().click();
  await page.getByText('写理由或答复后宣布').click();
  await page.getByLabel('采纳', { exact: true }).check();
  await page.getByLabel('官方答复').fill('设备部十一月安装。');
  await page.reload();
  expect(await page.getByLabel('官方答复').inputValue()).toBe('设备部十一月安装。');
  expect(await page.getByLabel('采纳', { exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '宣布决定' }).click();
  const card = page.getByRole('article');
  await card.getByRole('button', { name: /^撤销/ }).click();
  expect(await page.getByLabel('官方答复').inputValue()).toBe('设备部十一月安装。');
  await page.getByRole('button', { name: '宣布决定' }).click();
  await card.getByText('设备部十一月安装。').waitFor();
  const call = await system.as('HT0011');
  const { items } = await call(getAgenda, { path });
  expect(items.map(({ status }) => status)).toContain('adopted');
});
