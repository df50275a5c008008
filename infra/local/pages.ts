/**
 * The web pages on one machine: built when the system comes up, into a folder of its own so that two systems do not change each
 * other's files, and served from there until it stops, with the headers that a host of the deployed pages sends.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sirv from 'sirv';
import { pageCacheControl, pageHeaders } from '../../shared/http/security-headers.ts';
import { setHeaders } from './set-headers.ts';

export interface Pages {
  serve(request: IncomingMessage, response: ServerResponse, path: string): void;
  /** Takes the files away. */
  stop(): Promise<void>;
}

/** Throws what the build says where the pages cannot be built, and when it is broken off. */
export async function buildPages(signal: AbortSignal): Promise<Pages> {
  const outDir = await mkdtemp(join(tmpdir(), 'golden-ideas-web-'));
  const stop = (): Promise<void> => rm(outDir, { recursive: true, force: true });
  try {
    const build = join(import.meta.dirname, 'build-pages.ts');
    await promisify(execFile)(process.execPath, [build, outDir], { signal });
  } catch (error) {
    await stop();
    throw error;
  }
  const files = sirv(outDir, { single: true, etag: true, brotli: true, gzip: true });
  return {
    serve(request, response, path) {
      setHeaders(response, { ...pageHeaders(), 'cache-control': pageCacheControl(path) });
      files(request, response, () => {
        response.writeHead(404, { 'cache-control': 'no-store' }).end();
      });
    },
    stop,
  };
}
