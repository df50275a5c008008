/**
 * The web pages on one machine: built into a folder of their own, so that two systems do not change
 * each other's files, and served with the headers of the deployed pages' host.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sirv from 'sirv';
import { type Allowed, pageCacheControl, pageHeaders } from '../../shared/http/security-headers.ts';
import { setHeaders } from './set-headers.ts';

export interface Pages {
  /** `allowed` are further permissions of the pages, such as the address of uploads. */
  serve(request: IncomingMessage, response: ServerResponse, path: string, allowed?: Allowed): void;
  /** Deletes the files. */
  stop(): Promise<void>;
}

/**
 * The pages of one system. Throws with the build's output if they cannot be built, and when the
 * build is aborted.
 */
export async function buildPages(signal: AbortSignal): Promise<Pages> {
  const { folder, remove } = await builtPages(signal);
  return { serve: servePages(folder), stop: remove };
}

/** Pages to serve from a folder until it is removed. Throws as `buildPages` does. */
export async function builtPages(
  signal: AbortSignal,
): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-ideas-web-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const build = join(import.meta.dirname, 'build-pages.ts');
    await promisify(execFile)(process.execPath, [build, folder], { signal });
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

/** The page of the public bulletin; the application's is for all other addresses. */
const PUBLIC_PAGE = '/public.html';

/** Serves the pages in a folder. */
export function servePages(folder: string): Pages['serve'] {
  const files = sirv(folder, { single: true, etag: true, brotli: true, gzip: true });
  return (request, response, path, allowed) => {
    setHeaders(response, { ...pageHeaders(allowed), 'cache-control': pageCacheControl(path) });
    if (path.startsWith('/public/')) request.url = PUBLIC_PAGE;
    files(request, response, () => {
      response.writeHead(404, { 'cache-control': 'no-store' }).end();
    });
  };
}
