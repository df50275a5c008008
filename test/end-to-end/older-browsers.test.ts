/**
 * Acts in a browser that lacks what the oldest supported ones lack. That their pages can be read is
 * tested with every page.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { SAMPLE_SLIPS } from '../../infra/local/sample/organizations.ts';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { isOrganizationId, isRoundId } from '../../shared/domain/kernel/ids.ts';
import { browserOf, PHONE } from './browser.ts';
import { asOldAsPossible } from './oldest-browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, PHONE, { before: asOldAsPossible, signsIn: 'at the issuer' });
const [huatai] = ['huatai'].filter(isOrganizationId);
const [october] = ['2026-10'].filter(isRoundId);

/** In the order of the agenda. */
let titles: readonly string[] = [];
beforeAll(async () => {
  const secretary = await system.as('HT0274');
  const path = { organization: huatai! };
  await secretary(importIdeas, {
    path,
    body: new Blob([readFileSync(SAMPLE_SLIPS)], { type: 'text/csv' }),
  });
  await system.moveClock('2026-10-15T10:00+08:00');
  await system.settled();
  const inOctober = { path: { ...path, round: october! }, query: {} };
  const { items } = await secretary(getAgenda, inOctober);
  titles = items.map(({ title }) => title);
});

it('lacks the calls', async () => {
  const page = await signIn('HT0132');
  expect(
    await page.evaluate(() => [
      'groupBy' in Object,
      'structuredClone' in window,
      'timeout' in AbortSignal,
      'map' in [].values(),
    ]),
  ).toEqual([false, false, false, false]);
});

it('asks before it deactivates a member', async () => {
  const page = await signIn('HT0266');
  await page.goto(`${system.address()}/o/huatai/administrator/members/HT0132`);
  await page.getByRole('button', { name: '停用' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '取消' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '停用' }).click();
  await dialog.getByRole('button', { name: '确认' }).click();
  await page.getByRole('button', { name: '恢复' }).waitFor();
});

it('moves the focus to the heading of the page and of an opened idea', async () => {
  const page = await signIn('HT0022');
  await page.getByRole('link', { name: '金点子', exact: true }).last().click();
  await page.locator('h1:focus', { hasText: '金点子' }).waitFor();
  await page.getByRole('link', { name: '工作台' }).click();
  await page.locator('h1:focus', { hasText: '工作台' }).waitFor();
  await page.getByRole('link', { name: '议程表决' }).click();
  await page.getByRole('button', { name: '议程列表' }).click();
  const next = page.locator('.agenda-rows button').nth(1);
  const title = await next.locator('.item-title').evaluate(it => it.firstChild?.textContent);
  await next.click();
  await page.locator('h2:focus').waitFor();
  expect(await page.locator('h2:focus').textContent()).toBe(title);
});

it('stores the last pressed choice, and reports a vote that is refused after the user has left the idea', async () => {
  const page = await signIn('HT0033');
  await page.goto(`${system.address()}/o/huatai/committee/agenda/2026-10`);
  const title = page.locator('#agenda-item-title');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const [first, second, third] = titles;
  const shows = (name = '') => title.getByText(name, { exact: true }).waitFor();
  let release = (): void => undefined;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/vote', async route => {
    await held;
    await route.continue();
  });
  const voted = page.waitForResponse(
    reply => reply.request().postData()?.includes('oppose') ?? false,
  );
  await shows(first);
  await press('赞成');
  await shows(second);
  await page.getByRole('button', { name: `改投《${first}》` }).click();
  await shows(first);
  await press('反对');
  await shows(second);
  release();
  expect(await (await voted).json()).toMatchObject({ choice: 'oppose' });
  await page.getByRole('button', { name: '上一条' }).click();
  await page.getByRole('button', { name: '反对', pressed: true }).waitFor();
  await page.getByRole('button', { name: '下一条' }).click();

  await page.unroute('**/vote');
  let fail = (): void => undefined;
  const broken = new Promise<void>(resolve => {
    fail = resolve;
  });
  await page.route('**/vote', async route => {
    await broken;
    const problem = {
      type: 'about:blank',
      title: '表决已截止',
      status: 409,
      code: 'ballot-closed',
    };
    await route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ ...problem, requestId: 'r-1' }),
    });
  });
  await shows(second);
  await press('附言');
  await page.getByLabel('附言（可不填）').fill('还要算一算');
  await press('弃权');
  await shows(third);
  fail();
  const notice = page.getByRole('alert').filter({ hasText: second! });
  await notice.getByRole('link').click();
  await shows(second);
  expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
  expect(await page.getByLabel('附言（可不填）').inputValue()).toBe('还要算一算');
});
