/** What the `adoption-metrics` function needs to be told; the same schema types the environment that the infrastructure gives it. */
import * as z from 'zod/mini';
import { runtimeVariables } from '../runtime.ts';

export const adoptionMetricsEnv = z.object({
  ...runtimeVariables,
  /** The CloudWatch namespace to publish under. */
  METRICS_NAMESPACE: z.string().check(z.minLength(1)),
});
