/**
 * The build of the pages: from this folder into `dist/web`, as static files for any web server, in
 * few files for each audience.
 */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { BUILD_TARGET } from './browsers/supported.ts';
import { chunkGroups } from './build/chunks.ts';
import { lightRoutes } from './build/light-routes.ts';
import { precompressed } from './build/precompressed.ts';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The page of the application, and that of the public bulletin, which loads nothing else. */
const STARTS = { 'index.html': '/start.tsx', 'public.html': '/start-public.tsx' };

/**
 * Lets the browser load what a page starts with in parallel with the entry, which imports it only
 * after the polyfills.
 */
const preloadStart: Plugin = {
  name: 'preload-start',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { path, bundle = {} }) =>
      Object.values(bundle).flatMap(chunk =>
        chunk.type === 'chunk' && chunk.moduleIds.some(id => id.endsWith(startOf(path)))
          ? [chunk.fileName, ...chunk.imports].map(file => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
              injectTo: 'head' as const,
            }))
          : [],
      ),
  },
};

/** The pages share their entry, so each would load the style of the other too. */
const ownStyle: Plugin = {
  name: 'own-style',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path }) =>
      html.replace(
        path.endsWith('/public.html')
          ? /<link rel="stylesheet"[^>]*\/style-style-[^>]*>/
          : /<link rel="stylesheet"[^>]*\/style-public-[^>]*>/,
        '',
      ),
  },
};

function startOf(page: string): string {
  return page.endsWith('/public.html') ? STARTS['public.html'] : STARTS['index.html'];
}

/** Only what is used of our own modules is shipped, but for the entry and its polyfills. */
const OWN_MODULES = /\/(web\/(?!app\/main|browsers)|shared\/).*\.tsx?$/;

export default defineConfig({
  root: file('.'),
  // A folder of pages would otherwise be taken for the folder of files to copy.
  publicDir: false,
  plugins: [lightRoutes, preact(), preloadStart, ownStyle, precompressed],
  resolve: {
    // Only the libraries for workbooks import it; see the file.
    alias: [
      {
        find: /^fflate$/,
        replacement: fileURLToPath(new URL('ui/spreadsheet/fflate.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: BUILD_TARGET,
    rolldownOptions: {
      input: Object.keys(STARTS).map(file),
      treeshake: { moduleSideEffects: [{ test: OWN_MODULES, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: chunkGroups(Object.keys(STARTS).map(file)),
        },
      },
    },
  },
});
