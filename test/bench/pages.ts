/**
 * `npm run bench:pages`: how long a phone waits for a page, from the navigation until the page can
 * be used. The production build and a system of its own; Fast 3G (150 ms there and back, 1.6 Mbit/s
 * down, 750 kbit/s up), a processor four times slower than this machine's, 360 x 780, nothing in the
 * browser's cache, somebody signed in. Milliseconds are this machine's: the median of five, and the
 * best, which other work on the machine disturbs least.
 */
import chromium from '@sparticuz/chromium';
import { type Page, chromium as playwright } from 'playwright-core';
import { builtPages, servePages } from '../../infra/local/pages.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { secretHeaders } from '../../infra/local/secret.ts';
import { startSystem } from '../../infra/local/system.ts';
import { parseInstant } from '../../shared/domain/kernel/instant.ts';
import { firstLoad } from '../end-to-end/first-load.ts';
import { stagesOf } from '../end-to-end/stages.ts';
import { printTable, type Row } from './print-table.ts';

const RUNS = 5;

interface Measured {
  readonly name: string;
  readonly account: string;
  readonly path: string;
  /** What is there when the page can be used. */
  readonly usable: string;
  /** In milliseconds; none if it is not held to any. */
  readonly goal?: number;
}

/** By the stage of a round in which they are measured. */
const PAGES: Readonly<Record<string, readonly Measured[]>> = {
  'while ideas are collected': [
    {
      name: 'submit',
      account: 'HT0132',
      path: '/o/huatai/new',
      usable: '[name=title]',
      goal: 2000,
    },
    { name: 'home', account: 'HT0132', path: '/o/huatai', usable: '.home-columns' },
  ],
  'while the committee votes and decides': [
    {
      name: 'agenda, 39 votes due',
      account: 'HT0022',
      path: '/o/huatai/committee/agenda',
      usable: '.vote-choice',
      goal: 2500,
    },
  ],
  'after the bulletin': [
    {
      name: 'public bulletin',
      account: 'HT0132',
      path: '/public/huatai/2026-10',
      usable: 'main table',
    },
  ],
};

const at = parseInstant('2026-10-10T08:00+08:00');
if (at === undefined) throw new Error('not an instant');
const secret = 'bench';
const { folder, remove } = await builtPages(new AbortController().signal);
const system = await startSystem({
  port: 0,
  secret,
  at,
  pages: async () => ({ serve: servePages(folder), stop: remove }),
});
const { address } = system;
const rows: Row[] = [];
try {
  const stages = stagesOf({
    as: account => sampleClient(address, account),
    moveClock: to =>
      fetch(`${address}/local/clock`, { method: 'POST', body: to, headers: secretHeaders(secret) }),
    settled: system.settled,
  });
  const unknown = Object.keys(PAGES).filter(stage => !stages.some(({ name }) => name === stage));
  if (unknown.length > 0) throw new Error(`no such stage: ${unknown.join(', ')}`);
  for (const { name, prepare } of stages) {
    await prepare();
    for (const page of PAGES[name] ?? []) rows.push(await measure(page));
  }
} finally {
  await system.stop();
}
printTable(
  'Until a page can be used (Fast 3G, processor 4x slower)',
  ['page', 'median ms', 'best ms', 'goal ms', 'gzip KB', 'files'],
  rows,
);

async function measure({ name, account, path, usable, goal }: Measured): Promise<Row> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1)
    await signedIn(account, async page => {
      await slowDown(page);
      const start = performance.now();
      await page.goto(`${address}${path}`, { waitUntil: 'commit' });
      await page.locator(usable).first().waitFor();
      times.push(performance.now() - start);
    });
  times.sort((one, other) => one - other);
  const { gzip, files } = await signedIn(account, page =>
    firstLoad(page, `${address}${path}`, folder),
  );
  const whole = (milliseconds: number): string => milliseconds.toFixed(0);
  return [
    name,
    whole(times[Math.floor(RUNS / 2)] ?? 0),
    whole(times[0] ?? 0),
    goal ?? '-',
    (gzip / 1000).toFixed(1),
    files.length,
  ];
}

async function signedIn<Result>(account: string, act: (page: Page) => Promise<Result>) {
  const browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--disable-gpu'],
  });
  try {
    const context = await browser.newContext({
      viewport: { width: 360, height: 780 },
      locale: 'zh-CN',
      // A first load, and the pages that people open later have the same files.
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('link', { name: account }).click();
    await page.locator('#content h1').waitFor();
    await page.waitForLoadState('networkidle');
    return await act(page);
  } finally {
    await browser.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 750e3 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
