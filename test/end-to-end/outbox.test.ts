/**
 * The outbox tried hard: while a member writes ideas, the network is cut, answers are lost, pages are
 * reloaded, tabs closed and sessions ended, at random. In the end each idea is there once.
 *
 * `DRAFTS=100` writes that many, and `HUNT=1000` looks with 1,000; `SEED` repeats a run.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { getSettings, putLimits } from '../../shared/contract/routes/administration.ts';
import { listMyIdeas } from '../../shared/contract/routes/ideas.ts';
import { readPages } from '../../web/api/read-pages.ts';
import * as names from '../sample/names.ts';
import { browserOf } from './browser.ts';
import { runningSystem } from './running-system.ts';

type Mine = ReplyOf<typeof listMyIdeas>;

const DRAFTS = Number(process.env.HUNT ?? process.env.DRAFTS ?? 12);
const SEED = Number(process.env.SEED ?? 20261010);
const ACCOUNT = 'HT0132';
const organization = names.organization('huatai');

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, { width: 360, height: 780 });

/** Numbers from 0 to less than 1, the same for the same seed (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

beforeAll(async () => {
  const administrator = await system.as('HT0266');
  const at = { path: { organization } };
  const { version, limits } = await administrator(getSettings, at);
  const body = { ...limits, ideasAnHour: 1000, ideasARound: 1000 };
  await administrator(putLimits, { ...at, ifMatch: version, body });
});

/** What the network does with the API's requests of all tabs. */
type Network = 'works' | 'cut' | 'loses answers';

async function networkOf(context: BrowserContext): Promise<(to: Network) => void> {
  let network: Network = 'works';
  await context.route('**/api/**', async route => {
    const writes = route.request().method() !== 'GET';
    try {
      if (network === 'cut') await route.abort('internetdisconnected');
      else if (network === 'loses answers' && writes) {
        await route.fetch();
        await route.abort('connectionreset');
      } else await route.continue();
    } catch {
      // The tab has been closed.
    }
  });
  return to => {
    network = to;
  };
}

const form = (page: Page) => page.goto(`${system.address()}/o/${organization}/new`);

/** Fills the form as somebody does who types fast. */
async function write(page: Page, title: string): Promise<void> {
  await page.getByLabel('建议名称').fill(title);
  await page.getByRole('radio', { name: '安全' }).check();
  await page.getByLabel('现状分析').fill('没有。');
  await page.getByLabel('改进措施').fill('装一个。');
}

it(
  `${DRAFTS} ideas arrive once each, whatever happens to network, tabs and session`,
  async () => {
    const random = numbersFrom(SEED);
    const chance = (of: number) => random() < of;
    const anchor = await signIn(ACCOUNT);
    const context = anchor.context();
    const set = await networkOf(context);
    const figures = { cut: 0, lost: 0, reloaded: 0, closed: 0, ended: 0, waited: 0 };
    let page = await context.newPage();
    await form(page);

    for (let number = 1; number <= DRAFTS; number += 1) {
      const title = `第 ${number} 条`;
      await page.getByLabel('建议名称').waitFor();
      await write(page, title);
      const network = chance(0.3) ? 'cut' : chance(0.3) ? 'loses answers' : 'works';
      if (network === 'cut') figures.cut += 1;
      if (network === 'loses answers') figures.lost += 1;
      set(network);
      const ends = network === 'works' && chance(0.15);
      if (ends) {
        figures.ended += 1;
        system.endSessions();
        system.disturb({ status: 401, times: 1 });
      }
      const before = await noteOf(page);
      await page.getByRole('button', { name: '提交', exact: true }).click();
      const told = page.getByRole('heading', { name: new RegExp(`《${title}》(已提交|还没送出)`) });
      // Closed or reloaded at once, in the middle of it, or when it is told.
      const hurries = !ends && chance(0.4);
      if (ends) {
        await page.getByText('登录已过期').waitFor();
        await signInAgain(page);
      }
      // What has been stored counts; before that the draft is still there.
      if (hurries) await stored(page, before);
      else {
        await told.waitFor();
        if (await page.getByText('还没送出').isVisible()) figures.waited += 1;
      }
      set('works');
      if (chance(0.3)) {
        figures.closed += 1;
        const next = await context.newPage();
        await page.close();
        page = next;
      } else figures.reloaded += 1;
      await form(page);
    }

    await page.goto(`${system.address()}/o/${organization}/outbox`);
    await page.getByRole('heading', { name: '待发送' }).waitFor();
    await expect
      .poll(() => page.getByRole('button', { name: '不送了' }).count(), { timeout: 60_000 })
      .toBe(0);

    const author = await system.as(ACCOUNT);
    const list = { path: { organization } };
    const mine = await readPages<Mine['items'][number], Mine>(from =>
      author(listMyIdeas, { ...list, query: { limit: '100', ...from } }),
    );
    const titles = mine.map(idea => idea.title);
    console.log(`outbox: seed ${SEED}, ${DRAFTS} drafts, ${titles.length} ideas`, figures);
    const expected = Array.from({ length: DRAFTS }, (_, at) => `第 ${at + 1} 条`);
    expect([...titles].sort()).toEqual([...expected].sort());
  },
  DRAFTS * 10_000 + 60_000,
);

/** The outbox's note of what it has. */
const noteOf = (page: Page) =>
  page.evaluate(() => {
    const place = Object.keys(localStorage).find(name => name.endsWith(':outbox'));
    return place === undefined ? '' : (localStorage.getItem(place) ?? '');
  });

/** Until the outbox has something new, or it has arrived and is told. */
async function stored(page: Page, before: string): Promise<void> {
  await page.waitForFunction(note => {
    const place = Object.keys(localStorage).find(name => name.endsWith(':outbox'));
    const now = place === undefined ? '' : (localStorage.getItem(place) ?? '');
    return document.querySelector('.submitted') !== null || (now !== note && now !== '');
  }, before);
}

async function signInAgain(page: Page): Promise<void> {
  const beside = page.context().waitForEvent('page');
  await page.getByRole('button', { name: '重新登录' }).click();
  const window = await beside;
  const closed = window.waitForEvent('close');
  await window.getByRole('link', { name: ACCOUNT }).click();
  await closed;
}
