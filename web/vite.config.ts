/**
 * How the pages are built: from this folder into `dist/web`, as static files that any web server can hand out.
 * The employee, committee, manager and administrator pages become chunks of their own, because they are imported on demand.
 */
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [preact()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022' },
});
