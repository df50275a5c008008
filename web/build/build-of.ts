/**
 * The build of one page of HTML and what it loads, as static files for any web server. The
 * application and the public bulletin are built apart, so that each is few files and neither carries
 * what only the other needs.
 */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import type { Plugin, Rolldown, UserConfig } from 'vite';
import { BUILD_TARGET } from '../browsers/supported.ts';
import { lightRoutes } from './light-routes.ts';
import { precompressed } from './precompressed.ts';
import { preloadWords } from './preload-words.ts';
import { runtimeInFrame } from './runtime-in-frame.ts';

const inWeb = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** Only what is used of our own modules is shipped, but for the entries and the polyfills. */
const OWN_MODULES = /\/(web\/(?!app\/main|browsers)|shared\/).*\.tsx?$/;

interface Page {
  /** The page's file in this folder. */
  readonly html: string;
  /** Its files, by the module that they begin from. */
  readonly groups: (entry: string) => Rolldown.CodeSplittingGroup[];
  /** Whether the folder is emptied before. */
  readonly first: boolean;
  /** What this page alone has. */
  readonly plugins?: readonly Plugin[];
}

export function buildOf({ html, groups, first, plugins = [] }: Page): UserConfig {
  return {
    root: inWeb('.'),
    // A folder of pages would otherwise be taken for the folder of files to copy.
    publicDir: false,
    plugins: [lightRoutes, preact(), runtimeInFrame, preloadWords, ...plugins, precompressed],
    resolve: {
      // Only the libraries for workbooks import it; see the file.
      alias: [{ find: /^fflate$/, replacement: inWeb('ui/spreadsheet/fflate.ts') }],
    },
    build: {
      outDir: '../dist/web',
      emptyOutDir: first,
      // Browsers without modulepreload load the same files a little later.
      modulePreload: { polyfill: false },
      target: BUILD_TARGET,
      rolldownOptions: {
        input: inWeb(html),
        treeshake: { moduleSideEffects: [{ test: OWN_MODULES, sideEffects: false }] },
        output: { codeSplitting: { groups: groups(inWeb(html)) } },
      },
    },
  };
}
