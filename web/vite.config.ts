/**
 * The build of the pages: from this folder into `dist/web`, as static files for any web server. The
 * employee, committee, manager and administrator pages become chunks of their own, because they are
 * imported on demand.
 */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { BUILD_TARGET } from './browsers/supported.ts';
import { lightRoutes } from './build/light-routes.ts';
import { precompressed } from './build/precompressed.ts';

/**
 * Lets the browser load the application in parallel with the entry, which imports it only after the
 * polyfills.
 */
const preloadStart: Plugin = {
  name: 'preload-start',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle).flatMap(chunk =>
        chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('/start.tsx')
          ? [chunk.fileName, ...chunk.imports].map(file => ({
              tag: 'link',
              attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
              injectTo: 'head' as const,
            }))
          : [],
      ),
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // A folder of pages would otherwise be taken for the folder of files to copy.
  publicDir: false,
  plugins: [lightRoutes, preact(), preloadStart, precompressed],
  resolve: {
    // Only the libraries for workbooks import it; see the file.
    alias: [
      {
        find: /^fflate$/,
        replacement: fileURLToPath(new URL('ui/spreadsheet/fflate.ts', import.meta.url)),
      },
    ],
  },
  build: { outDir: '../dist/web', emptyOutDir: true, target: BUILD_TARGET },
});
