/**
 * Compresses each text file of the build once, as well as possible, so that no server does it again
 * for each reader: `….br` and `….gz` beside the file.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { Plugin } from 'vite';

/** The endings of files that are compressed; CloudFront's function has the same. */
export const TEXTS = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest']);

export const precompressed: Plugin = {
  name: 'precompressed',
  apply: 'build',
  async writeBundle({ dir = '.' }) {
    for (const file of await readdir(dir, { recursive: true })) {
      if (!TEXTS.has(extname(file))) continue;
      const path = join(dir, file);
      const content = await readFile(path);
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
      await writeFile(
        `${path}.gz`,
        await promisify(gzip)(content, { level: zlib.Z_BEST_COMPRESSION }),
      );
    }
  },
};
