/** Wiring of the `due-rounds` function on Lambda. */
import type { TakeSteps } from '../cycle-call.ts';
import { metricsEmitter } from '../metrics-emitter.ts';
import { runtime } from '../runtime.ts';
import { dueRoundsEnv } from './env.ts';
import { dueRoundsHandler } from './handler.ts';

const env = dueRoundsEnv.parse(process.env);

/** Loads what calls the other function with the first round that is due: most minutes have none. */
let take: TakeSteps | undefined;

export const handler = dueRoundsHandler({
  ...runtime('due-rounds', env),
  emit: metricsEmitter(env),
  calls: Number(env.CYCLE_CALLS),
  async take(organizations) {
    take ??= (await import('./call.ts')).callOf(env.CYCLE_FUNCTION);
    return take(organizations);
  },
});
