/**
 * The secretary's and the chair's pages in a real browser: paper slips are typed and screened until
 * none is left; a balloted idea is decided and assigned.
 */
import { expect, it } from 'vitest';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
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
    await page.getByLabel('提交人工号').fill(author);
    await page.getByLabel('建议名称').fill(title);
    await page.getByLabel('类别').selectOption('安全');
    await page.getByLabel('现状分析').fill('现在没有。');
    await page.getByLabel('改进措施').fill('请装一个。');
    await page.getByRole('button', { name: '录入', exact: true }).click();
    await page.getByText(new RegExp(`《${title}》已录入：.+${author}.+2026-10 期`)).waitFor();
    expect(await page.getByLabel('建议名称').inputValue()).toBe('');
    expect(await page.getByLabel('纸条上的日期').inputValue()).toBe('2026-10-08');
  }
});

it('arranges them, and is asked before leaving an unsaved order', async () => {
  const page = await signIn('HT0274');
  await page.getByRole('link', { name: '议程' }).click();
  await page.getByRole('button', { name: '调整顺序' }).click();
  const heading = page.getByRole('heading', { name: '调整议程顺序' });
  expect(await heading.evaluate(it => it === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: '下移' }).first().click();
  await page.getByRole('link', { name: '初审' }).click();
  const question = page.getByRole('dialog');
  await question.getByText('新的顺序还没有保存').waitFor();
  await question.getByRole('button', { name: '取消' }).click();
  await page.getByText('顺序有改动，还没有保存。').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await heading.waitFor({ state: 'detached' });
  expect(await page.locator('.notice.good').count()).toBe(0);
});

it('and screens them by keyboard until none is left', async () => {
  const page = await signIn('HT0274');
  await page.getByRole('link', { name: '初审' }).click();
  await page.getByText('待初审 3 条').waitFor();

  const listed = (title: string) =>
    page
      .getByRole('region', { name: '待处理的金点子' })
      .getByRole('button')
      .filter({ has: page.getByText(title, { exact: true }) });
  await listed('行车加装限位').click();
  await listed('行车加装限位').press('m');
  await page
    .getByRole('list', { name: '按名称或编号查找' })
    .getByRole('button', { name: '给行车加装限位器' })
    .click();
  await page.getByRole('heading', { name: '合并之后' }).waitFor();
  await page.getByRole('button', { name: '确认合并' }).click();
  await page.getByText('已并入《给行车加装限位器》').waitFor();

  await listed('食堂门口装雨棚').click();
  await listed('食堂门口装雨棚').press('r');
  await page.keyboard.type('请写明雨棚有多大。');
  await page.getByRole('button', { name: '退回修改' }).click();
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('《食堂门口装雨棚》已退回。').waitFor();

  await listed('给行车加装限位器').press('a');
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('《给行车加装限位器》已列入 2026-10 期议程').waitFor();
  await page.getByText('还有 1 条已退回').waitFor();
});

it('the chair decides a balloted idea, replies to its authors and names an owner', async () => {
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
  await page.getByRole('link', { name: '议程' }).first().click();
  await page.getByText('作出决定').first().click();
  await page.getByLabel('采纳', { exact: true }).check();
  await page.getByLabel('官方答复').fill('设备部十一月安装。');
  await page.reload();
  expect(await page.getByLabel('官方答复').inputValue()).toBe('设备部十一月安装。');
  expect(await page.getByLabel('采纳', { exact: true }).isChecked()).toBe(true);
  await page.getByRole('button', { name: '作出决定' }).click();
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('下一步：指定负责人').waitFor();

  await page.getByRole('link', { name: '落实' }).click();
  await page.getByText('1 条还没有负责人').waitFor();
  await page.getByRole('button', { name: '指定负责人' }).click();
  await page.getByLabel('负责人工号').fill('HT0041');
  await page.getByLabel('完成期限').fill('2026-11-30');
  await page.getByRole('button', { name: '指定负责人' }).click();
  await page.getByText('由 HT0041 负责').waitFor();
  await page.getByText('没有待落实的').waitFor();
});
