/** Wiring of the `deliberation-cycle` function on Lambda. */
import { runtime } from '../runtime.ts';
import { deliberationCycleEnv } from './env.ts';
import { cycleHandler } from './handler.ts';

export const handler = cycleHandler(runtime('deliberation-cycle', deliberationCycleEnv.parse(process.env)));
