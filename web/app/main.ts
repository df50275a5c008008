/** The entry of the application. */
import { boot } from './boot.ts';

boot(() => import('./start.tsx'));
