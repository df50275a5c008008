/** Wiring of the `zone` function on Lambda. */
import { runtime } from '../runtime.ts';
import { zoneEnv } from './env.ts';
import { zoneHandler } from './handler.ts';

export const handler = zoneHandler(runtime('zone', zoneEnv.parse(process.env)));
