/**
 * An idea's later life in a real browser: its author revises it on a phone after its return, its
 * owner reports and completes it, a manager accepts and rewards it, and everybody can read a public
 * bulletin.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Call } from '../../shared/contract/client.ts';
import { putProfile } from '../../shared/contract/routes/administration.ts';
import { castVote, decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { assignIdea } from '../../shared/contract/routes/implementation.ts';
import { getOrganization } from '../../shared/contract/routes/organization.ts';
import { returnIdea, reviseIdea } from '../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP, PHONE } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const organization = names.organization('huatai');
const content = {
  title: '给行车加装防撞雷达',
  category: names.category('安全'),
  problem: '两台行车同轨，去年擦碰过一次。',
  proposal: '加装雷达。',
};
let id: IdeaId;
const path = () => ({ organization, idea: id });

const onPhone = browserOf(system, PHONE);
const onDesktop = browserOf(system, DESKTOP);
const go = (page: Page, address: string) => page.goto(`${system.address()}${address}`);

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

beforeAll(async () => {
  const [author, secretary] = await Promise.all([system.as('HT0132'), system.as('HT0274')]);
  ({ id } = await author(submitIdea, {
    path: { organization },
    body: content,
    idempotencyKey: 'radar',
  }));
  await secretary(returnIdea, { path: path(), body: { reason: '请写明型号和费用。' } });
});

it('the author revises a returned idea; the typed text survives another change and a reload', async () => {
  const page = await onPhone('HT0132');
  await go(page, `/o/${organization}/ideas/${id}`);
  await page.getByRole('button', { name: '修改并重新提交' }).click();
  await page.locator('[name="title"]:focus').waitFor();
  const proposal = page.getByLabel('改进措施');
  await proposal.fill('加装毫米波雷达，约 1.8 万元。');

  const author: Call = await system.as('HT0132');
  const { version } = await author(getIdea, { path: path() });
  const body = { ...content, problem: '别处刚改过的现状。' };
  await author(reviseIdea, { path: path(), body, ifMatch: version });
  await page.getByRole('button', { name: '重新提交', exact: true }).click();
  await page.locator('[role="alert"]:focus').waitFor();
  await page.getByRole('button', { name: '读取最新，继续用我的' }).click();
  await page.getByText(body.problem).first().waitFor();
  expect(await proposal.inputValue()).toBe('加装毫米波雷达，约 1.8 万元。');

  await page.reload();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  expect(await proposal.inputValue()).toBe('加装毫米波雷达，约 1.8 万元。');
  await page.getByRole('button', { name: '重新提交', exact: true }).click();
  await page.getByText('已重新提交').waitFor();
  expect(await fits(page)).toBe(true);
});

it('the owner reports and completes it', async () => {
  await system.moveClock('2026-10-15T09:00+08:00');
  for (const voter of ['HT0011', 'HT0022', 'HT0033', 'HT0044'])
    await (await system.as(voter))(castVote, { path: path(), body: { choice: 'approve' } });
  const chair = await system.as('HT0011');
  await chair(decideIdea, {
    path: path(),
    body: { outcome: 'adopted', reply: '由设备部年内完成。' },
  });
  const [owner, due] = [names.member('HT0041'), names.date('2026-10-20')];
  await chair(assignIdea, { path: path(), body: { owner, due } });
  await system.moveClock('2026-10-22T09:00+08:00');

  const page = await onPhone('HT0041');
  await go(page, `/o/${organization}/mine/work`);
  await page.getByText('已逾期 2 天').waitFor();
  await page.getByRole('button', { name: '50%', exact: true }).click();
  await page.getByRole('button', { name: '报告 50%' }).click();
  await page.getByText('进展已记下').waitFor();
  await page.getByRole('button', { name: '完成，提请验收' }).click();
  await page.getByLabel('做了什么').fill('两台行车均已加装。');
  await page.getByLabel('申报年效益').fill('120,000');
  await page.getByRole('button', { name: '完成，提请验收' }).click();
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('已提请验收').waitFor();
  expect(await fits(page)).toBe(true);
});

it('a manager accepts it with a verified benefit, and approves and pays the reward', async () => {
  const page = await onDesktop('HT0290');
  await page.getByRole('navigation').getByRole('link', { name: /^验收/ }).click();
  await page.getByRole('button', { name: '验收通过' }).click();
  await page.getByLabel('核实年效益').fill('50000');
  await page.getByRole('button', { name: '验收通过' }).click();
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('没有等待验收的事项。').waitFor();

  await page.getByRole('navigation').getByRole('link', { name: /^奖励/ }).click();
  await page.getByRole('button', { name: '核定奖励' }).click();
  await page.getByLabel('奖励金额').fill('400.50');
  await page.getByText('合计 400.50 元，与奖励金额一致。').waitFor();
  await page.getByRole('button', { name: '核定奖励' }).click();
  await page.getByLabel('全选 1 项').check();
  await page.getByRole('button', { name: '登记已发放' }).click();
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('没有待核定').waitFor();
  await page.getByText('1 项奖励已登记发放。').waitFor();

  await go(page, `/o/${organization}/manager/numbers/2026-10`);
  // These are live; the published numbers are a link away.
  await page.getByText('公示以后的变化也算在内').waitFor();
  await page.getByRole('link', { name: '公示时的数字' }).waitFor();
  await check(page);
});

it('an administrator checks the bulletin on its page, and an employee is not offered to', async () => {
  const page = await onDesktop('HT0266');
  await go(page, `/o/${organization}/bulletin/2026-10`);
  await check(page);
  const employee = await onPhone('HT0087');
  await go(employee, `/o/${organization}/bulletin/2026-10`);
  await employee.getByRole('heading', { name: '2026年10月期' }).waitFor();
  expect(await employee.getByText('与事实核对').count()).toBe(0);
});

it('everybody reads the bulletin without signing in, once the organization makes it public', async () => {
  const page = await onPhone('HT0087');
  await page.evaluate(() => sessionStorage.clear());
  await go(page, `/public/${organization}/2026-10`);
  await page.getByRole('heading', { name: '这里没有公开的公示' }).waitFor();

  const administrator = await system.as('HT0266');
  const { name, version } = await administrator(getOrganization, { path: { organization } });
  const body = { name, publicBulletin: true };
  await administrator(putProfile, { path: { organization }, body, ifMatch: version });
  await page.reload();
  await page.getByRole('heading', { name: '2026年10月期' }).waitFor();
  await page.getByText('由设备部年内完成。').waitFor();
  expect(await page.getByRole('link', { name: content.title }).count()).toBe(0);
  expect(await fits(page)).toBe(true);
});

/** Unfolds the check of a bulletin and runs it. */
async function check(page: Page): Promise<void> {
  await page.getByText('与事实核对').click();
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.getByText('核对一致').waitFor();
}
