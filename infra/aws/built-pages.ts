/**
 * The built pages that a deployment uploads: those of a named folder, or built anew, so that no
 * deployment brings pages of an earlier release.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadSetting } from './bad-setting.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = join(ROOT, 'infra', 'local', 'build-pages.ts');
const BUILT = join(ROOT, 'dist', 'web');

/** Returns the folder. Throws with a sentence if there are no complete pages in it. */
export function builtPages(folder: string | undefined): string {
  if (folder === undefined) execFileSync(process.execPath, [BUILD, BUILT], { stdio: 'inherit' });
  const pages = folder ?? BUILT;
  const missing = ['index.html', 'index.html.br', 'public.html', 'sw.js', 'assets'].find(
    name => !existsSync(join(pages, name)),
  );
  if (missing !== undefined || readdirSync(join(pages, 'assets')).length === 0)
    throw new BadSetting(
      `pages: no built pages in ${pages} (${missing ?? 'assets'} is missing); npm run build:web makes them`,
    );
  return pages;
}
