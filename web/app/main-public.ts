/** The entry of the public bulletin. */
import { boot } from './boot.ts';

boot(() => import('./start-public.tsx'));
