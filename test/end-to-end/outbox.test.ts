/**
 * The outbox tried hard: while a member writes ideas with photos, the network is cut, answers are
 * lost, tokens expire, sessions end, pages are reloaded and tabs closed, at random. In the end each
 * idea is there once, with its own photo, and each claim code can be written down.
 *
 * Eight drafts meet everything once; `HUNT=100` writes that many, and `SEED` draws others.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { Call, ReplyOf } from '../../shared/contract/client.ts';
import { getSettings, putLimits } from '../../shared/contract/routes/administration.ts';
import { getIdea, listIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { openUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { readCode } from '../../shared/domain/idea/claim-code.ts';
import { PHOTOS_AN_HOUR } from '../../shared/domain/organization/limits.ts';
import { readPages } from '../../web/api/read-pages.ts';
import * as names from '../sample/names.ts';
import { png } from '../sample/pictures.ts';
import { browserOf, expireToken, SOON, signInAgain } from './browser.ts';
import { runningSystem } from './running-system.ts';

type Listed = ReplyOf<typeof listIdeas>;

const DRAFTS = Number(process.env.HUNT ?? 8);
const SEED = Number(process.env.SEED ?? 20261010);
const ACCOUNT = 'HT0132';
const organization = names.organization('huatai');
const round = names.round('2026-10');

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(
  system,
  { width: 360, height: 780 },
  { before: SOON, serviceWorkers: 'allow' },
);

/** What the network does with the requests of all tabs. */
type Network = 'works' | 'is cut' | 'loses answers';

/** What happens to a draft. */
interface Fate {
  readonly network: Network;
  /** Whether the page after it opens without a network as well. */
  readonly staysCut: boolean;
  readonly session: 'goes on' | 'token expires' | 'ends';
  /** When its page is left: once its writer is told, once it is stored, or in the middle of it. */
  readonly left: 'told' | 'stored' | 'at once';
  readonly how: 'reloaded' | 'closed';
  readonly unnamed: boolean;
}

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

/** Deals the cards of a deck in a random order, and of a new one when it is used up. */
function dealer(random: () => number) {
  return <Card>(...deck: readonly Card[]): (() => Card) => {
    let cards: Card[] = [];
    return () => {
      if (cards.length === 0) cards = [...deck];
      const [card] = cards.splice(Math.floor(random() * cards.length), 1);
      if (card === undefined) throw new Error('an empty deck');
      return card;
    };
  };
}

function fatesFrom(seed: number): () => Fate {
  const deal = dealer(numbersFrom(seed));
  const network = deal<Network>(
    ...(['works', 'works', 'works', 'is cut', 'is cut', 'is cut'] as const),
    ...(['loses answers', 'loses answers'] as const),
  );
  const staysCut = deal(true, true, false);
  const session = deal<Fate['session']>('goes on', 'goes on', 'token expires', 'ends');
  const left = deal<Fate['left']>('told', 'told', 'stored', 'at once');
  const how = deal<Fate['how']>('reloaded', 'closed');
  const unnamed = deal(true, false, false, false);
  return () => {
    const drawn = {
      ...{ network: network(), staysCut: staysCut(), session: session() },
      ...{ left: left(), how: how(), unnamed: unnamed() },
    };
    // Without a network nobody can sign in again, nor sees that they have to.
    const goesOn = drawn.session === 'ends' && drawn.network !== 'works';
    const ends = drawn.session === 'ends' && !goesOn;
    const fate = {
      ...drawn,
      ...(goesOn && { session: 'goes on' as const }),
      // Whoever signs in again stays to see what becomes of it.
      ...(ends && { left: 'told' as const }),
    };
    // An unnamed draft is in its tab alone, and says so.
    return fate.unnamed && fate.left === 'at once' ? { ...fate, how: 'reloaded' } : fate;
  };
}

beforeAll(async () => {
  const administrator = await system.as('HT0266');
  const at = { path: { organization } };
  const { version, limits } = await administrator(getSettings, at);
  const body = { ...limits, ideasAnHour: 1000, ideasARound: 1000 };
  await administrator(putLimits, { ...at, ifMatch: version, body });
});

/** The pages come from the device; everything else goes through this. */
async function networkOf(context: BrowserContext): Promise<(to: Network) => void> {
  let network: Network = 'works';
  await context.route('**/*', async route => {
    const writes = route.request().method() !== 'GET';
    const signsIn = route.request().url().includes('/sign-in/');
    try {
      if (network === 'is cut') await route.abort('internetdisconnected');
      else if (network === 'loses answers' && writes && !signsIn) {
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

const titleOf = (number: number) => `第 ${number} 条`;
/** Each has a photo of another size, so that none can be taken for another's. */
const widthOf = (number: number) => 64 + number;
const subjectOf = (number: number) => (number % 2 === 0 ? 'problem' : 'proposal');

/** Waits for something on the page. Where a file of the page did not come, presses as it says. */
async function present(page: Page, wanted: Locator): Promise<Locator> {
  const again = page.getByRole('button', { name: /^(重新载入|重试)$/ });
  await wanted.or(again).first().waitFor();
  if (!(await wanted.isVisible())) await again.first().click();
  await wanted.waitFor();
  return wanted;
}

async function openForm(page: Page): Promise<Page> {
  await page.goto(`${system.address()}/o/${organization}/new`);
  await present(page, page.getByLabel('建议名称'));
  return page;
}

/** Fills the form as somebody does who types fast. */
async function write(page: Page, number: number, unnamed: boolean): Promise<void> {
  if (unnamed) await page.getByRole('radio', { name: '不记名' }).check();
  await page.locator(`[name="photos-${subjectOf(number)}"]`).setInputFiles({
    name: 'IMG_0001.PNG',
    mimeType: 'image/png',
    buffer: png(widthOf(number), 8),
  });
  await page.getByLabel('建议名称').fill(titleOf(number));
  await page.getByRole('radio', { name: '安全' }).check();
  await page.getByLabel('现状分析').fill('没有。');
  await page.getByLabel('改进措施').fill('装一个。');
  await page.locator('img.photo-preview').waitFor();
}

const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).click();

/** Presses without waiting for what the page does then. */
const submitAndGo = (page: Page) =>
  page.locator('.hand-in-bar button').evaluate((button: HTMLButtonElement) => button.click());

const told = (page: Page, number: number) =>
  page.getByRole('heading', { name: new RegExp(`《${titleOf(number)}》(已提交|还没送出)`) });

/** Submits what was left before it was stored. Returns whether it was. */
async function finish(page: Page, number: number): Promise<boolean> {
  const isDraft = await page.evaluate(
    title =>
      [...Object.values(localStorage), ...Object.values(sessionStorage)].some(text =>
        text.includes(`"title":"${title}"`),
      ),
    titleOf(number),
  );
  if (!isDraft) return false;
  const field = page.getByLabel('建议名称');
  if ((await field.inputValue()) !== titleOf(number))
    await (await present(page, page.getByRole('button', { name: '继续写' }))).click();
  expect(await field.inputValue()).toBe(titleOf(number));
  await page.locator('img.photo-preview').waitFor();
  await submit(page);
  await told(page, number).waitFor();
  await openForm(page);
  return true;
}

it(
  `${DRAFTS} ideas with photos arrive once each, whatever happens to network, tabs and session`,
  async () => {
    const fate = fatesFrom(SEED);
    const figures = {
      ...{ cut: 0, lost: 0, openedWithoutNetwork: 0, expired: 0, ended: 0 },
      ...{ reloaded: 0, closed: 0, inTheMiddle: 0, begunAgain: 0, unnamed: 0, waited: 0 },
    };
    const anchor = await signIn(ACCOUNT);
    const context = anchor.context();
    const set = await networkOf(context);
    let page = await openForm(await context.newPage());
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));

    for (let number = 1; number <= DRAFTS; number += 1) {
      const { network, staysCut, session, left, how, unnamed } = fate();
      await write(page, number, unnamed);
      if (session === 'token expires') await expireToken(page);
      if (session === 'ends') {
        system.endSessions();
        system.disturb({ status: 401, times: 1, methods: ['POST'] });
      }
      set(network);
      const before = await lastEntry(page);
      if (left === 'at once') await submitAndGo(page);
      else await submit(page);
      if (session === 'ends') await signInAgain(page, ACCOUNT);
      if (left === 'told') {
        await told(page, number).waitFor();
        if (await page.getByText('还没送出').isVisible()) figures.waited += 1;
      }
      if (left === 'stored') await stored(page, before);
      const opensWithout = network === 'is cut' && staysCut;
      if (!opensWithout) set('works');
      if (how === 'closed') {
        const next = await context.newPage();
        await page.close();
        page = next;
      }
      await openForm(page);
      set('works');
      const begunAgain = await finish(page, number);
      figures.cut += Number(network === 'is cut');
      figures.lost += Number(network === 'loses answers');
      figures.openedWithoutNetwork += Number(opensWithout);
      figures.expired += Number(session === 'token expires');
      figures.ended += Number(session === 'ends');
      figures.reloaded += Number(how === 'reloaded');
      figures.closed += Number(how === 'closed');
      figures.inTheMiddle += Number(left === 'at once');
      figures.begunAgain += Number(begunAgain);
      figures.unnamed += Number(unnamed);
      // A member uploads no more photos in an hour.
      if (number % PHOTOS_AN_HOUR === 0)
        await system.moveClock(`2026-10-${10 + number / PHOTOS_AN_HOUR}T08:00+08:00`);
    }

    await page.goto(`${system.address()}/o/${organization}/outbox`);
    await page.getByRole('heading', { name: '待发送' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '不送了' }).count()).toBe(0);
    await system.settled();

    const author = await system.as(ACCOUNT);
    const list = { path: { organization, round } };
    const listed = await readPages<Listed['items'][number], Listed>(from =>
      author(listIdeas, { ...list, query: { limit: '100', ...from } }),
    );
    const ideas = listed.filter(({ title }) => /^第 \d+ 条$/.test(title));
    console.log(`outbox: seed ${SEED}, ${DRAFTS} drafts, ${ideas.length} ideas`, figures);
    const numbers = Array.from({ length: DRAFTS }, (_, at) => at + 1);
    expect(ideas.map(({ title }) => title).sort()).toEqual(numbers.map(titleOf).sort());
    for (const { id, title } of ideas) {
      const { photos } = await author(getIdea, { path: { organization, idea: id } });
      const number = numbers.find(one => titleOf(one) === title) ?? 0;
      const own = { of: subjectOf(number), state: 'ready', width: widthOf(number), height: 8 };
      expect(photos).toEqual([expect.objectContaining(own)]);
    }
    const shown = page.locator('.claim-code output');
    // One that is on its way has no code yet, and can be dropped no more.
    await expect.poll(() => shown.count()).toBe(figures.unnamed);
    const unnamed = ideas.filter(({ unnamed }) => unnamed).map(({ title }) => title);
    expect(unnamed).toHaveLength(figures.unnamed);
    expect((await opened(await shown.allTextContents(), author)).sort()).toEqual(unnamed.sort());
  },
  DRAFTS * 15_000 + 120_000,
);

it('the page of what waits is as it should be in each of its states', async () => {
  const author = await system.as('HT0133');
  const [read, withdrawn] = await Promise.all(
    ['料场加装护栏', '换装节能灯'].map((title, at) =>
      author(submitIdea, {
        path: { organization },
        body: { title, category: names.category('安全'), problem: '没有。', proposal: '装一个。' },
        idempotencyKey: `state-${at}`,
      }),
    ),
  );
  if (read === undefined || withdrawn === undefined) throw new Error('no ideas');
  const page = await signIn('HT0087');
  const set = await networkOf(page.context());
  const open = async (path: string) => {
    await page.goto(`${system.address()}/o/${organization}/${path}`);
    await page.locator('#content h1').waitFor();
  };
  const look = async (state: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const faults = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect([state, colorScheme, wide, faults]).toEqual([state, colorScheme, 0, []]);
    }
  };
  await open('outbox');
  await look('empty');
  for (const { id } of [read, withdrawn]) await open(`ideas/${id}`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  set('is cut');
  for (const { id } of [read, withdrawn]) {
    await open(`ideas/${id}`);
    await page.getByRole('button', { name: /^附议/ }).first().click();
    await page.getByLabel('写评论').fill('二号行车也要装。');
    await page.getByRole('button', { name: '发表', exact: true }).click();
    // The page is not left before both are stored.
    for (const act of ['.support', '.comment'])
      await page.locator(act).getByText('待送出').first().waitFor();
  }
  await openForm(page);
  await write(page, 1, true);
  await submit(page);
  await told(page, 1).waitFor();
  await open('outbox');
  await page.getByRole('button', { name: '不送了' }).nth(4).waitFor();
  await look('waiting');
  await page.getByRole('button', { name: '不送了' }).first().click();
  await page.getByRole('button', { name: '撤销' }).waitFor();
  await look('dropped');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '不送了' }).nth(4).waitFor();

  await author(withdrawIdea, { path: { organization, idea: withdrawn.id } });
  let release = (): void => undefined;
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route('**/comments', async route => {
    await held;
    await route.fallback();
  });
  set('works');
  await page.locator('.outbox-entry').getByText('正在送…').waitFor();
  await look('sending');
  release();
  await page.getByText('没有送成').first().waitFor();
  await page.locator('.claim-code').waitFor();
  await look('told');
});

/** The titles of the ideas that claim codes open. */
async function opened(codes: readonly string[], author: Call): Promise<string[]> {
  const titles: string[] = [];
  for (const text of codes) {
    const code = readCode(text);
    if (code === undefined) throw new Error(`no claim code: ${text}`);
    const idea = await author(openUnnamedIdea, { path: { organization }, body: { code } });
    titles.push(idea.title);
  }
  return titles;
}

/** The place of the last entry in the outbox's note of what it has; 0 without any. */
const lastEntry = (page: Page) =>
  page.evaluate(() => {
    const place = Object.keys(localStorage).find(name => name.endsWith(':outbox'));
    const note = place === undefined ? null : localStorage.getItem(place);
    return Math.max(0, ...(note ?? '').split(',').map(entry => Number.parseInt(entry, 10) || 0));
  });

/** Until the outbox has another entry after the last one before, or it has arrived and is told. */
async function stored(page: Page, before: number): Promise<void> {
  const isTold = () => page.locator('.submitted').isVisible();
  const isStored = async () => (await lastEntry(page)) > before || (await isTold());
  // The page is left right then, in the middle of its sending.
  await expect.poll(isStored, { interval: 5 }).toBe(true);
}
