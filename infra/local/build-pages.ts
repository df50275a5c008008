/**
 * Builds the web pages into the named folder, as a separate process, so that the build's memory is
 * freed when it ends.
 */
import { join } from 'node:path';
import { build } from 'vite';

const [outDir = ''] = process.argv.slice(2);
const configFile = join(import.meta.dirname, '..', '..', 'web', 'vite.config.ts');
await build({ configFile, logLevel: 'error', build: { outDir } });
