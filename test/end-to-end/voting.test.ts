/**
 * Voting in a real browser: two committee members at once go through a whole agenda, one with a
 * thumb on a small phone, the other by keyboard alone; and a vote without a network is not lost.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { SAMPLE_SLIPS } from '../../infra/local/sample/organizations.ts';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const byThumb = browserOf(system, { width: 360, height: 780 });
const byKeys = browserOf(system, DESKTOP);
const path = { organization: names.organization('huatai'), round: names.round('2026-10') };
const IDEAS = 34;

const agendaOf = async (account: string) =>
  (await (await system.as(account))(getAgenda, { path, query: { limit: '100' } })).items;
const title = (page: Page) => page.locator('#agenda-item-title');

beforeAll(async () => {
  const [head, ...rows] = readFileSync(SAMPLE_SLIPS, 'utf8').split('\n');
  const file = [head, ...rows.slice(0, IDEAS)].join('\n');
  const secretary = await system.as('HT0274');
  await secretary(importIdeas, {
    path: { organization: path.organization },
    body: new Blob([file]),
  });
  await system.moveClock('2026-10-15T09:00+08:00');
});

it('takes no more than a tap for each idea, without scrolling, and keeps the place', async () => {
  const page = await byThumb('HT0022');
  let taps = 0;
  const tap = async (name: string) => {
    taps += 1;
    await page
      .getByRole(name === '赞成' ? 'button' : 'link', { name })
      .last()
      .click();
  };
  await tap('工作台');
  await tap('议程表决');
  const due = (await agendaOf('HT0022')).filter(({ ballot }) => ballot.mayVote);
  expect(due.length).toBeGreaterThan(30);
  for (const [at, idea] of due.entries()) {
    await title(page).getByText(idea.title, { exact: true }).waitFor();
    const scrolls = await page
      .locator('.card-body')
      .evaluate(body => body.scrollHeight > body.clientHeight);
    expect([idea.title, scrolls]).toEqual([idea.title, false]);
    if (at === 3) {
      await page.reload();
      await title(page).getByText(idea.title, { exact: true }).waitFor();
    }
    await tap('赞成');
  }
  await page.getByRole('heading', { name: '全部表决完了' }).waitFor();
  expect(taps).toBeLessThanOrEqual(IDEAS + 2);
  await page.getByText(`赞成 ${due.length} · 反对 0 · 弃权 0`).waitFor();
});

it('is possible by keyboard alone', async () => {
  const page = await byKeys('HT0033');
  await page.goto(`${system.address()}/o/huatai/committee/agenda`);
  const due = (await agendaOf('HT0033')).filter(({ ballot }) => ballot.mayVote);
  for (const [at, idea] of due.entries()) {
    await title(page).getByText(idea.title, { exact: true }).waitFor();
    await page.keyboard.press(['1', '2', '3'][at % 3] ?? '1');
  }
  await page.getByRole('heading', { name: '全部表决完了' }).waitFor();
  await expect
    .poll(
      async () => {
        const items = await agendaOf('HT0033');
        return items.filter(({ ballot }) => ballot.myVote !== null).length;
      },
      // One after another, from the outbox.
      { timeout: 15_000 },
    )
    .toBe(due.length);
});

it('of two members who vote at once counts both, and keeps a vote until there is a network', async () => {
  const [one, other] = [await byThumb('HT0044'), await byKeys('HT0055')];
  for (const page of [one, other]) await page.goto(`${system.address()}/o/huatai/committee/agenda`);
  const [first, second] = await agendaOf('HT0044');
  if (!first || !second) throw new Error('no agenda');
  const before = first.ballot.turnout?.cast ?? 0;
  await Promise.all([
    one.getByRole('button', { name: '赞成' }).click(),
    title(other)
      .getByText(first.title, { exact: true })
      .waitFor()
      .then(() => other.keyboard.press('2')),
  ]);
  await expect
    .poll(async () => (await agendaOf('HT0044'))[0]?.ballot.turnout?.cast)
    .toBe(before + 2);

  await title(one).getByText(second.title, { exact: true }).waitFor();
  await one.context().setOffline(true);
  await one.getByRole('button', { name: '反对' }).click();
  await one.getByText('现在没有网络，已存在本机').waitFor();
  const stored = async () => (await agendaOf('HT0044'))[1]?.ballot.myVote;
  expect(await stored()).toBeNull();
  await one.context().setOffline(false);
  await expect.poll(stored).toBe('oppose');
});
