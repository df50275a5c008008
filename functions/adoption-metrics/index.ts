/** Wiring of the `adoption-metrics` function on Lambda. Standard output is where CloudWatch looks for embedded metrics. */
import { runtime } from '../runtime.ts';
import { adoptionMetricsEnv } from './env.ts';
import { adoptionMetricsHandler } from './handler.ts';
import { embeddedMetrics } from './metrics.ts';

const env = adoptionMetricsEnv.parse(process.env);
const publish = embeddedMetrics(env.METRICS_NAMESPACE, line => process.stdout.write(`${line}\n`));

export const handler = adoptionMetricsHandler({ ...runtime('adoption-metrics', env), publish });
