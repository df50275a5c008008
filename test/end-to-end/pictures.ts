/**
 * `npm run pictures`: takes pictures of the pages on a system of its own. Without arguments it
 * renews those of the README; with a folder it puts every page there, in each stage of a round, on
 * a phone and on a desktop, in the light and in the dark; with `en` after it, in English. Needs a
 * Chinese font on the machine.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { buildPages } from '../../infra/local/pages.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { secretHeaders } from '../../infra/local/secret.ts';
import { startSystem } from '../../infra/local/system.ts';
import { parseInstant } from '../../shared/domain/kernel/instant.ts';
import { type Stage, stagesOf } from './stages.ts';

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
const README_PICTURES = join(import.meta.dirname, '..', '..', 'docs', 'pictures');

/** The pictures of the README, by stage. */
const SHOWN = [
  { stage: 2, account: 'HT0132', path: '/o/huatai', file: 'home', size: PHONE },
  { stage: 4, account: 'HT0022', path: '/o/huatai/committee/agenda', file: 'voting', size: PHONE },
  {
    stage: 5,
    account: 'HT0290',
    path: '/o/huatai/manager/numbers/2026-10',
    file: 'numbers',
    size: { width: 1024, height: 780 },
  },
] as const;

const [folder, locale = 'zh-CN'] = process.argv.slice(2);
const at = parseInstant('2026-10-10T08:00+08:00');
if (at === undefined) throw new Error('not an instant');
const secret = 'pictures';
const system = await startSystem({ port: 0, secret, at, pages: buildPages });
const { address } = system;
const moveClock = (to: string) =>
  fetch(`${address}/local/clock`, { method: 'POST', body: to, headers: secretHeaders(secret) });

async function signIn(account: string): Promise<{ browser: Browser; page: Page }> {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--disable-gpu'],
  });
  const context = await browser.newContext({ viewport: PHONE, locale, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('button', { name: /登录|Sign in/ }).click();
  await page.getByRole('link', { name: account }).click();
  await page.locator('#content h1').waitFor();
  return { browser, page };
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${address}${path}`);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
}

async function forTheReadme(number: number): Promise<void> {
  for (const { stage, account, path, file, size } of SHOWN) {
    if (stage !== number) continue;
    const { browser, page } = await signIn(account);
    await page.setViewportSize(size);
    await open(page, path);
    await page.screenshot({ path: join(README_PICTURES, `${file}.png`) });
    await browser.close();
    console.log(`docs/pictures/${file}.png`);
  }
}

async function everyPage(folder: string, number: number, { name, visits }: Stage): Promise<void> {
  for (const { account, paths } of visits()) {
    const { browser, page } = await signIn(account);
    for (const path of paths) {
      await open(page, path);
      const slug = path.replace(/[^\w-]+/g, '-').replace(/^-/, '');
      for (const [size, viewport] of Object.entries({ phone: PHONE, desk: DESK }))
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          await page.screenshot({
            path: join(folder, `${number}-${account}-${slug}-${size}-${colorScheme}.png`),
          });
        }
    }
    await browser.close();
    console.log(`${name}: ${account}, ${paths.length} pages`);
  }
}

mkdirSync(folder ?? README_PICTURES, { recursive: true });
const as = (account: string) => sampleClient(address, account);
const stages = stagesOf({ as, moveClock, settled: system.settled });
for (const [before, stage] of stages.entries()) {
  await stage.prepare();
  await (folder === undefined ? forTheReadme(before + 1) : everyPage(folder, before + 1, stage));
}
await system.stop();
