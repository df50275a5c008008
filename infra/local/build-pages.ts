/**
 * Builds the web pages into the named folder, as a separate process, so that the build's memory is
 * freed when it ends.
 */
import { join } from 'node:path';
import { build } from 'vite';

// A test runner names another mode, in which libraries are larger than what people load.
process.env.NODE_ENV = 'production';
const [outDir = ''] = process.argv.slice(2);
const web = join(import.meta.dirname, '..', '..', 'web');
for (const config of ['vite.config.ts', 'public.config.ts'])
  await build({ configFile: join(web, config), logLevel: 'error', build: { outDir } });
