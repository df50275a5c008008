/** Wiring of the `committee` function on Lambda. */
import { runtime } from '../runtime.ts';
import { committeeEnv } from './env.ts';
import { committeeHandler } from './handler.ts';

export const handler = committeeHandler(runtime('committee', committeeEnv.parse(process.env)));
