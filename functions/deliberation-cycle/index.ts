/** Wiring of the `deliberation-cycle` function on Lambda. */

import { keyedHash } from '../keyed-hash.ts';
import { metricsEmitter } from '../metrics-emitter.ts';
import { runtime } from '../runtime.ts';
import { deliberationCycleEnv } from './env.ts';
import { cycleHandler } from './handler.ts';

const env = deliberationCycleEnv.parse(process.env);

export const handler = cycleHandler({
  ...runtime('deliberation-cycle', env),
  hash: keyedHash(env),
  emit: metricsEmitter(env),
});
