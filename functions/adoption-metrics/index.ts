/** Wiring of the `adoption-metrics` function on Lambda. */
import { metricsEmitter } from '../metrics-emitter.ts';
import { runtime } from '../runtime.ts';
import { adoptionMetricsEnv } from './env.ts';
import { adoptionMetricsHandler } from './handler.ts';

const env = adoptionMetricsEnv.parse(process.env);

export const handler = adoptionMetricsHandler({
  ...runtime('adoption-metrics', env),
  emit: metricsEmitter(env),
});
