/**
 * The administrator's pages in a real browser: a member file with its preview, settings that two
 * people change at once, a moved day, and the trail of changes.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { getSettings, putTargets } from '../../shared/contract/routes/administration.ts';
import { isOrganizationId } from '../../shared/domain/kernel/ids.ts';
import { browserOf, DESKTOP } from './browser.ts';
import { runningSystem } from './running-system.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, DESKTOP);
const [organization] = ['huatai'].filter(isOrganizationId);
const path = { organization: organization! };

it('a member file is previewed, and applied only after a confirmation', async () => {
  const page = await signIn('HT0266');
  await page.getByRole('link', { name: '成员', exact: true }).click();
  await page.getByRole('link', { name: '从文件导入' }).click();
  await page.getByLabel(/^选择文件/).setInputFiles({
    name: 'members.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('工号,部门,角色\nHT0401,质检部,评委\nHT0001,没有的部门,\nHT0002,,\n'),
  });
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('导入后将会：新增 1 人、不变 1 人、有误 1 人').waitFor();
  await page.getByText(/^部门：可选：/).waitFor();
  await page.getByRole('button', { name: '确认导入（1 人）' }).click();
  await page.getByText('已经完成：新增 1 人、不变 1 人、有误 1 人').waitFor();

  await page.getByRole('link', { name: '成员名单' }).click();
  await page.getByRole('combobox', { name: '查找成员' }).fill('HT0401');
  await page.getByRole('listbox').getByRole('option').click();
  expect(await page.getByRole('checkbox', { name: /^评委/ }).isChecked()).toBe(true);
});

it('the last administrator cannot give up the role, and learns what to do first', async () => {
  const page = await signIn('HT0266');
  await page.goto(`${system.address()}/o/huatai/administrator/members/HT0266`);
  await page.getByRole('checkbox', { name: /^管理员/ }).uncheck();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText(/请先给另一位成员加上“管理员”角色/).waitFor();
  expect(await page.getByRole('checkbox', { name: /^管理员/ }).isChecked()).toBe(false);
});

it('another person’s change appears beside the typed values, and neither is lost', async () => {
  const call = await system.as('HT0266');
  const page = await signIn('HT0266');
  await page.goto(`${system.address()}/o/huatai/administrator/settings`);
  await page.getByRole('link', { name: '目标' }).click();
  const targets = page.getByRole('main');
  await targets.getByLabel('每期金点子数').fill('80');
  const adoptionRate = { numerator: 1, denominator: 3 };
  await call(putTargets, { path, body: { ideas: 70, adoptionRate } });
  await targets.getByRole('button', { name: '保存' }).click();
  await targets.getByRole('alert').waitFor();
  await targets.getByText('现在的内容', { exact: true }).click();
  expect(await targets.getByLabel('每期金点子数').first().inputValue()).toBe('80');
  expect(await targets.getByLabel('每期金点子数').last().inputValue()).toBe('70');
  await targets.getByRole('button', { name: '读取最新，继续用我的' }).click();
  await targets.getByRole('button', { name: '保存' }).click();
  await targets.getByText('已保存。').waitFor();
  const { targets: saved } = await call(getSettings, { path });
  expect(saved).toEqual({ ideas: 80, adoptionRate });
});

it('a day is moved, changed rules are previewed before saving, and the trail records both', async () => {
  const page = await signIn('HT0266');
  await page.goto(`${system.address()}/o/huatai/administrator/calendar`);
  const year = page.getByRole('region', { name: '2027年' });
  await year.getByRole('button', { name: /^2月/ }).click();
  await page.getByLabel('2027年2月期的民主议政日').fill('2027-06-01');
  await year.getByRole('button', { name: '改期' }).click();
  await page.getByRole('alert').getByText('可选 2027-01-19 至 2027-03-11').waitFor();
  await page.getByLabel('2027年2月期的民主议政日').fill('2027-03-01');
  await year.getByRole('button', { name: '改期' }).click();
  await page.getByText('2027年2月期的民主议政日定在 3月1日星期一').waitFor();

  await page.getByLabel('每月几日').fill('20');
  await page.getByText('从2026年11月期起生效').waitFor();
  const preview = page.getByRole('table', { name: '这样改的话，最先的三期' });
  await preview.getByText('11月20日星期五').waitFor();

  await page.getByRole('link', { name: '审计日志' }).click();
  await page.getByText('2027-02 期议政日：按规则 → 2027-03-01').waitFor();
  // The trail begins with the founding.
  const founding = page.getByRole('article').filter({ hasText: '单位开通' });
  await founding.getByText('系统运维').waitFor();
  await founding.getByText(/^还有/).click();
  await founding.getByText('管理员：HT0266').waitFor();
});

it('an operator founds a firm by a command, and its first administrator finds it ready', async () => {
  const found = (...parameters: string[]) =>
    promisify(execFile)(process.execPath, [join(ROOT, 'infra', 'cli', 'found.ts'), ...parameters], {
      env: system.commandEnv(),
    });
  const file = join(ROOT, 'docs', 'founding', 'organization.json');
  expect((await found('--preview', file)).stdout).toContain('hongda 可以开通');
  expect((await found(file)).stdout).toMatch(/hongda 已开通.*2026-10 期.*HD0001/s);
  const [hongda] = ['hongda'].filter(isOrganizationId);
  const call = await system.as('HD0001');
  expect(await call(getSettings, { path: { organization: hongda! } })).toMatchObject({
    name: '宏达铸锻',
    district: '第一片区',
    version: 1,
  });

  await expect(found(join(ROOT, 'package.json'))).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining('kind [required]: 必填 Required'),
  });
});
