/** Wiring of the `manager` function on Lambda. */
import { runtime } from '../runtime.ts';
import { managerEnv } from './env.ts';
import { managerHandler } from './handler.ts';

export const handler = managerHandler(runtime('manager', managerEnv.parse(process.env)));
