/**
 * What a browser loads of the pages before somebody can use one: HTML, scripts and style sheets,
 * with an empty cache. The sizes are those of the files that the build has compressed.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

export interface FirstLoad {
  /** The files, by their path in the build. */
  readonly files: readonly string[];
  /** In bytes. */
  readonly gzip: number;
  readonly brotli: number;
}

/** Of a chart, of what drags, and of what stays on the device: loaded when the page is there already. */
const LATER = /\/(columns|sortable|afterwards|kept-replies)[\w.-]*\.js$/;

/** @param folder the build, as it is served */
export async function firstLoad(page: Page, address: string, folder: string): Promise<FirstLoad> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  const files = new Set<string>();
  const note = (reply: { url(): string; request(): { resourceType(): string } }): void => {
    const { pathname } = new URL(reply.url());
    const kind = reply.request().resourceType();
    if (kind === 'document')
      files.add(pathname.startsWith('/public/') ? 'public.html' : 'index.html');
    else if (['script', 'stylesheet'].includes(kind) && !LATER.test(pathname))
      files.add(pathname.slice(1));
  };
  page.on('response', note);
  await page.goto(address);
  await page.locator('main h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  page.off('response', note);
  const sizeOf = (ending: string): number =>
    [...files].reduce((sum, file) => sum + statSync(join(folder, `${file}.${ending}`)).size, 0);
  return { files: [...files].sort(), gzip: sizeOf('gz'), brotli: sizeOf('br') };
}
