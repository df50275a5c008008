/** The build of the public bulletin, beside the application. */
import { defineConfig } from 'vite';
import { buildOf } from './build/build-of.ts';
import { publicGroups } from './build/chunks.ts';

export default defineConfig(buildOf({ html: 'public.html', groups: publicGroups, first: false }));
