/** The build of the application: from this folder into `dist/web`. */
import { defineConfig } from 'vite';
import { buildOf } from './build/build-of.ts';
import { chunkGroups } from './build/chunks.ts';
import { installable } from './build/installable.ts';
import { replyShapes } from './build/reply-shapes.ts';
import { serviceWorker } from './build/service-worker.ts';

export default defineConfig(
  buildOf({
    html: 'index.html',
    groups: chunkGroups,
    first: true,
    plugins: [replyShapes, installable, serviceWorker],
  }),
);
