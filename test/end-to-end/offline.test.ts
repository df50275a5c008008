/**
 * The application without a network: it opens after one visit and shows what was seen, a new release
 * comes without a broken moment, and a server without the worker takes it back.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import * as names from '../sample/names.ts';
import { browserOf, expireToken, PHONE, SOON } from './browser.ts';
import { runningSystem } from './running-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-ideas-releases-'));
const first = join(folder, 'first');
const second = join(folder, 'second');
const withdrawn = join(folder, 'withdrawn');
let release = first;

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: () => release });
const signIn = browserOf(system, PHONE, { before: SOON, serviceWorkers: 'allow' });
/** The worker comes 3 s after the first page, as to a person. */
const signInWithoutHurry = browserOf(system, PHONE, { serviceWorkers: 'allow' });

beforeAll(() => {
  cpSync(inject('pages'), first, { recursive: true });
  cpSync(first, withdrawn, { recursive: true, filter: path => !path.includes('/sw.js') });
  makeNextRelease(first, second);
});
afterEach(() => {
  system.cutNetwork(false);
  release = first;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('shows what was seen without a network, also with an expired session, and reads again with one', async () => {
  const title = await submit('料场加装护栏');
  const page = await signIn('HT0132');
  await open(page, 'rounds');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await isInstalled(page, '/ideas/');

  system.cutNetwork(true);
  await expireToken(page);
  await open(page, 'rounds');
  await page
    .getByText(/数据截至/)
    .first()
    .waitFor();
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await open(page, 'bulletin');
  const notSeen = page.getByText('还没有在这台设备上打开过');
  await notSeen.first().waitFor();

  system.cutNetwork(false);
  await notSeen.first().waitFor({ state: 'detached' });
  await expect.poll(() => page.getByText('离线').count()).toBe(0);
});

it('shows nothing of a person who has signed out, and nothing to the next', async () => {
  const title = await submit('换装节能灯');
  const page = await signIn('HT0132');
  await open(page, 'rounds');
  await page.getByRole('link', { name: title }).waitFor();
  await isInstalled(page, '/ideas?');

  await open(page, 'me');
  await page.getByRole('button', { name: '退出' }).last().click();
  await page.getByRole('button', { name: '登录' }).waitFor();
  expect(await keptReplies(page)).toEqual([]);

  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('link', { name: 'HT0022' }).click();
  await page.locator('#content h1').waitFor();
  await isKept(page, '/today');
  system.cutNetwork(true);
  await open(page, 'rounds');
  await page.getByText('还没有在这台设备上打开过').first().waitFor();
  expect(await page.getByText(title).count()).toBe(0);
});

it('serves a page that was on its way when the first worker came', async () => {
  const page = await signInWithoutHurry('HT0132');
  const next = await page.context().newPage();
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  await next.route('**/rounds', async route => {
    asked.resolve();
    await answered.promise;
    await route.continue();
  });
  const opening = open(next, 'rounds');
  await asked.promise;
  expect(await isServed(page)).toBe(false);
  await expect.poll(() => isServed(page)).toBe(true);
  answered.resolve();
  await opening;
  await isInstalled(next);
});

it('goes on with the former release in an open form, and has the new one at the next opening', async () => {
  const page = await signIn('HT0132');
  await isInstalled(page);
  const former = await scriptOf(page);
  const offer = page.getByText('有新版本');
  const title = page.getByLabel('建议名称');
  await page.getByRole('link', { name: '提一条' }).first().click();
  await title.fill('行车限位');

  release = second;
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await offer.waitFor();
  expect(await title.inputValue()).toBe('行车限位');
  // The server has no file of the former release any more.
  await page.getByRole('navigation').getByRole('link', { name: '公示' }).click();
  await page.getByRole('heading', { level: 1, name: '公示' }).waitFor();
  expect(await scriptOf(page)).toBe(former);

  await page.getByRole('button', { name: '更新' }).click();
  await expect.poll(() => scriptOf(page).catch(() => former)).not.toBe(former);
  await page.getByRole('link', { name: '提一条' }).first().click();
  await title.waitFor();
  expect(await title.inputValue()).toBe('行车限位');
  // The page has told the worker which release it is by then, and is not asked again.
  await isInstalled(page);
  expect(await offer.count()).toBe(0);
});

it('leaves a device once the server has no worker any more', async () => {
  const page = await signIn('HT0132');
  await isInstalled(page);
  release = withdrawn;
  await page.goto(system.address());
  const registered = () =>
    page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
  await expect.poll(registered).toBe(0);
  await page.reload();
  await page.locator('#content h1').waitFor();
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

function open(page: Page, path: string) {
  return page.goto(`${system.address()}/o/huatai/${path}`);
}

/** Hands an idea in, as another person than those who read it. Returns its title. */
async function submit(title: string): Promise<string> {
  const author = await system.as('HT0133');
  const body = {
    title,
    category: names.category('安全'),
    problem: '没有。',
    proposal: '装一个。',
  };
  const path = { organization: names.organization('huatai') };
  await author(submitIdea, { path, body, idempotencyKey: `offline-${title.length}` });
  return title;
}

/** The addresses of the replies on the device. */
function keptReplies(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = await indexedDB.databases();
    if (!found.some(({ name }) => name === 'golden-ideas-seen')) return [];
    return new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open('golden-ideas-seen');
      opening.onerror = reject;
      opening.onsuccess = () => {
        const asking = opening.result.transaction('replies').objectStore('replies').getAllKeys();
        asking.onsuccess = () => {
          opening.result.close();
          resolve(asking.result.map(String));
        };
      };
    });
  });
}

/** The script that the page began with, which is another in each release. */
function scriptOf(page: Page): Promise<string | null> {
  return page.locator('script[type=module]').getAttribute('src');
}

/** Waits until the worker has all files, and a reply with this in its address is kept. */
async function isInstalled(page: Page, reply = '/me'): Promise<void> {
  await expect.poll(() => isServed(page)).toBe(true);
  await isKept(page, reply);
}

const isServed = (page: Page) => page.evaluate(() => navigator.serviceWorker.controller !== null);

function isKept(page: Page, reply: string) {
  return expect
    .poll(async () => (await keptReplies(page)).some(address => address.includes(reply)))
    .toBe(true);
}

/**
 * Another release: the same pages, with other hashes in the names of their files. None of the files
 * of the former release is there.
 */
function makeNextRelease(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: path => !/\.(br|gz)$/.test(path) });
  const assets = readdirSync(join(to, 'assets'));
  const hashes = assets.flatMap(name => /-([\w-]{8})\.\w+$/.exec(name)?.[1] ?? []);
  const any = new RegExp([...new Set(hashes)].join('|'), 'g');
  const renamed = (text: string): string => text.replace(any, hash => [...hash].reverse().join(''));
  // Byte for byte, also what is no text.
  const read = (name: string): string => readFileSync(join(to, name), 'latin1');
  const write = (name: string, content: string): void =>
    writeFileSync(join(to, name), content, 'latin1');
  const digest = (): string =>
    createHash('sha256').update(read('index.html'), 'latin1').digest('hex');
  const former = digest();
  for (const name of ['index.html', ...assets.map(asset => `assets/${asset}`)]) {
    const content = read(name);
    rmSync(join(to, name));
    write(renamed(name), renamed(content));
  }
  const worker = renamed(read('sw.js')).replace(former, digest());
  write('sw.js', worker.replace(/id:"\w+"/, 'id:"second"'));
}
