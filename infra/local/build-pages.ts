/**
 * Builds the web pages into the named folder, and compresses them there once, as a content network
 * does. It runs as a separate process, so that the build's memory is freed when it ends.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'vite';

const COMPRESSED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest']);

const [outDir = ''] = process.argv.slice(2);
const configFile = join(import.meta.dirname, '..', '..', 'web', 'vite.config.ts');
await build({ configFile, logLevel: 'error', build: { outDir } });
for (const file of await readdir(outDir, { recursive: true })) {
  if (!COMPRESSED.has(extname(file))) continue;
  const path = join(outDir, file);
  const content = await readFile(path);
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
  await writeFile(`${path}.gz`, await promisify(gzip)(content));
}
