/**
 * Work by keyboard alone, from the top of the page on: an employee submits, the secretary screens and
 * arranges, the chair announces. Voting is in `voting.test.ts`.
 */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, DESKTOP);
const organization = names.organization('huatai');
const path = { organization, round: names.round('2026-10') };
const MOST_STOPS = 80;

/** Presses Tab until a control is reached whose name begins so. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => {
      const control = document.activeElement;
      const labelled =
        control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement;
      const label = labelled ? control.labels?.[0]?.textContent : control?.textContent;
      return (control?.getAttribute('aria-label') ?? label ?? '').trim();
    });
    if (reached.startsWith(name)) return;
    passed.push(reached);
  }
  throw new Error(`“${name}” is not among ${passed.join(' | ')}`);
}

const open = async (account: string, address: string): Promise<Page> => {
  const page = await signIn(account);
  await page.goto(`${system.address()}/o/${organization}/${address}`);
  await page.locator('main h1').waitFor();
  return page;
};
const agenda = async () =>
  (await (await system.as('HT0274'))(getAgenda, { path, query: {} })).items;

it('an employee submits an idea', async () => {
  const page = await open('HT0132', 'new');
  await tabTo(page, '建议名称');
  await page.keyboard.type('行车加装限位');
  // A group of choices is one stop; the arrows go on in it.
  await tabTo(page, '安全');
  await page.keyboard.press('Space');
  await tabTo(page, '现状分析');
  await page.keyboard.type('没有限位。');
  await tabTo(page, '改进措施');
  await page.keyboard.type('加装限位。');
  await tabTo(page, '提交');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '《行车加装限位》已提交' }).waitFor();
});

it('the secretary screens it, and arranges the agenda', async () => {
  const author = await system.as('HT0132');
  const body = {
    title: '加装防护挡板',
    category: names.category('安全'),
    problem: '没有挡板。',
    proposal: '装一个。',
  };
  await author(submitIdea, { path: { organization }, body, idempotencyKey: 'guard' });
  const page = await open('HT0274', 'committee/screening');
  for (const left of [2, 1]) {
    await expect.poll(async () => (await agenda()).filter(isSubmitted).length).toBe(left);
    await tabTo(page, '列入议程');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    await tabToConfirm(page);
    await page.getByText('的议程。').first().waitFor();
  }
  await page.goto(`${system.address()}/o/${organization}/committee/agenda`);
  const before = (await agenda()).map(({ id }) => id);
  await tabTo(page, '调整顺序');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '调整议程顺序' }).waitFor();
  await tabTo(page, '移动');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '保存顺序');
  await page.keyboard.press('Enter');
  await page.getByText('议程顺序已保存').waitFor();
  expect((await agenda()).map(({ id }) => id)).toEqual([before[1], before[0]]);
});

it('the chair announces what the ballot allows, undoes it, and announces it again', async () => {
  await system.moveClock('2026-10-15T09:30+08:00');
  const items = await agenda();
  for (const account of ['HT0011', 'HT0022', 'HT0033', 'HT0044'])
    for (const { id } of items)
      await (await system.as(account))(castVote, {
        path: { organization, idea: id },
        body: { choice: 'approve' },
      });
  const page = await open('HT0011', 'committee/agenda?view=list&show=decide');
  const press = async (name: string) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  await press('宣布：采纳 4:0');
  await press('撤销');
  await press('宣布：采纳 4:0');
  const statuses = async () => (await agenda()).map(({ status }) => status);
  await expect.poll(statuses).toContain('adopted');
});

const isSubmitted = ({ status }: { readonly status: string }) => status === 'submitted';

/** Confirms the open question. */
async function tabToConfirm(page: Page): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  if ((await focused()) !== '确认') await tabTo(page, '确认');
  await page.keyboard.press('Enter');
}
