/** The build of the public bulletin, beside the application. */
import { defineConfig } from 'vite';
import { buildOf } from './build/build-of.ts';
import { ONE_FILE_OF_WORDS } from './build/chunks.ts';

export default defineConfig(
  buildOf({ html: 'public.html', groups: () => [ONE_FILE_OF_WORDS], first: false }),
);
