/**
 * A real browser for the tests of the pages: one for each person who signs in, closed after each
 * test. The test fails if a page has violated the content security policy or thrown an uncaught
 * error.
 */
import chromium from '@sparticuz/chromium';
import { decodeJwt } from 'jose';
import {
  type Browser,
  type BrowserContext,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { signInTokens } from '../../infra/local/token.ts';
import { parseConfiguration } from '../../web/session/configuration.ts';
import { PREFIX } from '../../web/session/keys.ts';
import type { RunningSystem } from './running-system.ts';

chromium.setGraphicsMode = false;

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/**
 * A script for tests of the network: what the pages leave until their first load is over, in 3 s, they
 * do at once; and a lost network, which they look for every 15 s, is looked for each second.
 */
export const SOON = `
  const { setTimeout: once, setInterval: often } = window;
  window.setTimeout = (work, ms, ...rest) => once(work, ms === 3000 ? 0 : ms, ...rest);
  window.setInterval = (work, ms, ...rest) => often(work, ms === 15000 ? 1000 : ms, ...rest);
`;

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Visiting {
  /** A script that runs before those of each page. */
  readonly before?: string;
  /** Unless it is allowed, nothing is kept: each page is loaded as on a first visit. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** With tokens that are there already, four pages fewer are loaded than by the sign-in itself. */
  readonly signsIn?: 'with tokens' | 'at the issuer';
}

/**
 * Signs an account in, in a new browser. The packaged browser is a single process that ends with its
 * only window, so no two people share one.
 */
export function browserOf(
  system: RunningSystem,
  viewport: { readonly width: number; readonly height: number },
  { before = '', serviceWorkers = 'block', signsIn = 'with tokens' }: Visiting = {},
): (account: string) => Promise<Page> {
  const open: Browser[] = [];
  const faults: string[] = [];
  afterEach(async () => {
    for (const browser of open.splice(0)) await browser.close();
    expect(faults.splice(0)).toEqual([]);
  });
  return async account => {
    const browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: [...chromium.args, '--disable-gpu'],
    });
    open.push(browser);
    const context = await browser.newContext({
      viewport,
      locale: 'zh-CN',
      serviceWorkers,
      ...(signsIn === 'with tokens' && { storageState: await signedIn(system.address(), account) }),
    });
    // Other tests keep the processors busy meanwhile.
    context.setDefaultTimeout(60_000);
    context.on('console', message => {
      if (/content security policy/i.test(message.text())) faults.push(message.text());
    });
    context.on('weberror', fault => faults.push(fault.error().message));
    await context.addInitScript(before);
    const page = await context.newPage();
    await page.goto(system.address());
    if (signsIn === 'at the issuer') {
      await page.getByRole('button', { name: '登录' }).click();
      await page.getByRole('link', { name: account }).click();
    }
    await page.locator('#content h1').waitFor();
    return page;
  };
}

/** What a browser keeps after an account has signed in. */
async function signedIn(origin: string, account: string): Promise<StorageState> {
  const { issuer, clientId } = parseConfiguration(
    await (await fetch(new URL('/config.json', origin))).json(),
  );
  const tokens = await signInTokens(origin, account);
  const { exp } = decodeJwt(tokens.access_token);
  const profile = decodeJwt(tokens.id_token);
  const value = JSON.stringify({ ...tokens, token_type: 'Bearer', expires_at: exp, profile });
  const localStorage = [{ name: `${PREFIX}user:${issuer}:${clientId}`, value }];
  return { cookies: [], origins: [{ origin, localStorage }] };
}

/** The access token has ended long ago. */
export async function expireToken(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage).filter(one => one.includes(':user:'))) {
      const user = JSON.parse(localStorage.getItem(key) ?? '');
      localStorage.setItem(key, JSON.stringify({ ...user, expires_at: 1 }));
    }
  });
}

/** Signs in again in a window beside the page, which goes on then. */
export async function signInAgain(page: Page, account: string): Promise<void> {
  const beside = page.context().waitForEvent('page');
  await page.getByRole('button', { name: '重新登录' }).click();
  const window = await beside;
  const closed = window.waitForEvent('close');
  await window.getByRole('link', { name: account }).click();
  await closed;
  await page.getByText('登录已过期').waitFor({ state: 'detached' });
}
