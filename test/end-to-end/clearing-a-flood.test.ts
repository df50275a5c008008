/**
 * A secretary clears a flood of ideas in a real browser: chooses many, gives a reason, confirms,
 * and reads the result of each.
 */
import { expect, it } from 'vitest';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { scheduleIdea } from '../../shared/contract/routes/screening.ts';
import { isCategory, isOrganizationId } from '../../shared/domain/kernel/ids.ts';
import { browserOf } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, { width: 360, height: 780 });

it('declines all chosen ideas, and lists refused ones by title', async () => {
  const organization = 'huatai';
  const category = '安全';
  if (!isOrganizationId(organization) || !isCategory(category)) throw new Error(organization);
  const author = await system.as('HT0132');
  const handIn = (title: string, key: string) =>
    author(submitIdea, {
      idempotencyKey: key,
      path: { organization },
      body: { title, category, problem: '现在没有。', proposal: '请装一个。' },
    });
  const ideas = [];
  for (let n = 1; n <= 5; n += 1) ideas.push(await handIn(`刷屏第 ${n} 条`, `flood-${n}`));

  const page = await signIn('HT0274');
  await page.getByRole('link', { name: '工作台' }).click();
  await page.getByRole('link', { name: '初审' }).click();
  const reason = page.getByLabel('不采纳的理由');
  const all = page.getByLabel('全选（');
  await all.focus();
  await page.keyboard.press('Space');
  await page.getByText('已选 5 条', { exact: true }).waitFor();
  await page.getByLabel('选中《刷屏第 5 条》').click();
  await page.getByText('已选 4 条', { exact: true }).waitFor();
  const target = await page.getByLabel('选中《刷屏第 5 条》').locator('..').boundingBox();
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);

  const decline = page.getByRole('button', { name: '不采纳 4 条' });
  await decline.click();
  expect(await reason.evaluate(it => it === document.activeElement)).toBe(true);
  await reason.fill('同一内容重复提交');
  await decline.click();
  // Meanwhile another secretary schedules one of them.
  const secretary = await system.as('HT0274');
  await secretary(scheduleIdea, { path: { organization, idea: ideas[0]!.id } });
  await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();

  const result = page.getByRole('status').filter({ hasText: '3 条办好了，1 条没有办成' });
  await result.waitFor();
  expect(await result.evaluate(it => it === document.activeElement)).toBe(true);
  expect(await result.getByRole('listitem').first().textContent()).toContain('刷屏第 1 条');
  await page.getByRole('link', { name: '1 待初审' }).waitFor();
});
