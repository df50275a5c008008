/**
 * Finding in a real browser: an idea that was handed in a moment ago, on a phone; the same idea
 * again, which somebody supports instead; and the panel of a desktop, by keys alone.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const onPhone = browserOf(system, { width: 360, height: 780 });
const onDesktop = browserOf(system, DESKTOP);
const organization = names.organization('huatai');
const TITLE = '烘砂炉余热接入澡堂换热器';

/** How long after it was handed in an idea may not be found yet, in milliseconds. */
const VISIBLE = 5000;

const handIn = async (account: string) =>
  (await system.as(account))(submitIdea, {
    path: { organization },
    idempotencyKey: 'searched',
    body: {
      title: TITLE,
      category: names.category('环保节能'),
      problem: '烘砂炉的余热白白排掉，澡堂另外烧气。',
      proposal: '加一台换热器，把余热接到澡堂。',
    },
  });

const faults = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations.map(({ id }) => id);

it('finds a new idea at once, and has the same one supported instead of handed in', async () => {
  const page = await onPhone('HT0132');
  await page.goto(`${system.address()}/o/huatai/rounds?q=${encodeURIComponent('澡堂换热器')}`);
  await page.getByText('没有找到').waitFor();
  const { id } = await handIn('HT0087');
  await expect
    .poll(
      async () => {
        await page.getByRole('searchbox').fill('');
        await page.getByRole('searchbox').pressSequentially('澡堂余热');
        return page.locator('.idea-rows.found a').first().isVisible();
      },
      { timeout: VISIBLE, interval: 600 },
    )
    .toBe(true);
  expect(new URL(page.url()).searchParams.get('q')).toBe('澡堂余热');
  expect(await faults(page)).toEqual([]);
  await page.locator('.idea-rows.found a').first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.goBack();
  await page.locator('.idea-rows.found a').first().waitFor();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: '澡堂余热' }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: '澡堂余热' }).click();
  await page.locator('.idea-rows.found a').first().waitFor();

  await page.goto(`${system.address()}/o/huatai/new`);
  await page.getByLabel('建议名称').pressSequentially(TITLE);
  const category = page.getByText('类别', { exact: true });
  const before = await category.boundingBox();
  const similar = page.locator('.similar-ideas summary');
  await similar.waitFor();
  expect((await category.boundingBox())?.y).toBe(before?.y);
  await similar.click();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: `附议这条：《${TITLE}》` }).click();
  await page.getByRole('button', { name: '不提了，删除草稿' }).click();
  expect(await page.getByLabel('建议名称').inputValue()).toBe('');
  const read = await system.as('HT0087');
  await expect
    .poll(async () => (await read(getIdea, { path: { organization, idea: id } })).supports)
    .toBe(1);
});

it('is searched from any page by keys alone', async () => {
  const page = await onDesktop('HT0022');
  await page.keyboard.press('/');
  const panel = page.getByRole('dialog', { name: '搜索金点子' });
  await panel.waitFor();
  await page.keyboard.type('澡堂');
  await panel.getByRole('option').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await page.keyboard.press('Control+k');
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
});
