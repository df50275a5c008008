/**
 * The web pages on one machine: built when the system comes up, into a folder of its own so that two systems do not change each
 * other's files, and served from there until it stops.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Pages {
  serve(request: IncomingMessage, response: ServerResponse): void;
  /** Takes the files away. */
  stop(): Promise<void>;
}

export async function buildPages(): Promise<Pages> {
  const outDir = await mkdtemp(join(tmpdir(), 'golden-ideas-web-'));
  const stop = (): Promise<void> => rm(outDir, { recursive: true, force: true });
  try {
    const configFile = join(ROOT, 'web', 'vite.config.ts');
    await build({ configFile, logLevel: 'error', build: { outDir } });
  } catch (error) {
    await stop();
    throw error;
  }
  const files = sirv(outDir, { single: true, etag: true });
  return {
    serve: (request, response) =>
      files(request, response, () => {
        response.writeHead(404).end();
      }),
    stop,
  };
}
