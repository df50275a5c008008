/** The web pages on one machine: built once when the system comes up, then served as files. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..');

export type Pages = (request: IncomingMessage, response: ServerResponse) => void;

export async function buildPages(): Promise<Pages> {
  await build({ configFile: join(ROOT, 'web', 'vite.config.ts'), logLevel: 'error' });
  const files = sirv(join(ROOT, 'dist', 'web'), { single: true, etag: true });
  return (request, response) =>
    files(request, response, () => {
      response.writeHead(404).end();
    });
}
