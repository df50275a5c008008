/**
 * The application without a network: it opens after one visit, a new release comes without a broken
 * moment, and a server without the worker takes it back.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { browserOf, PHONE } from './browser.ts';
import { runningSystem } from './running-system.ts';

const folder = mkdtempSync(join(tmpdir(), 'golden-ideas-releases-'));
const first = join(folder, 'first');
const second = join(folder, 'second');
let release = first;

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: () => release });
const signIn = browserOf(system, PHONE, '', 'allow');

beforeAll(() => {
  cpSync(inject('pages'), first, { recursive: true });
  makeNextRelease(first, second);
});
afterEach(() => {
  system.cutNetwork(false);
  release = first;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('opens without a network after one visit', async () => {
  const page = await signIn('HT0132');
  await isInstalled(page);
  system.cutNetwork(true);
  await page.goto(`${system.address()}/o/huatai/new`);
  await page.getByText('网络不通').waitFor();
});

/** Waits until the worker has all files, and what the page has told it. */
async function isInstalled(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => caches.has('golden-ideas:notes')), { timeout: 60_000 })
    .toBe(true);
}

/**
 * Another release: the same pages, with other hashes in the names of their files. None of the files
 * of the former release is there.
 */
function makeNextRelease(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: path => !/\.(br|gz)$/.test(path) });
  const hashes = readdirSync(join(to, 'assets')).flatMap(
    name => /-([\w-]{8})\.\w+$/.exec(name)?.[1] ?? [],
  );
  const renamed = (text: string): string =>
    hashes.reduce((changed, hash) => changed.split(hash).join([...hash].reverse().join('')), text);
  for (const name of [
    'index.html',
    ...readdirSync(join(to, 'assets')).map(one => `assets/${one}`),
  ]) {
    const text = readFileSync(join(to, name), 'utf8');
    rmSync(join(to, name));
    writeFileSync(join(to, renamed(name)), renamed(text));
  }
}
