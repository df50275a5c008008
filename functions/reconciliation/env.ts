/**
 * The environment of the `reconciliation` function; the infrastructure's type comes from the same
 * schema.
 */
import * as z from 'zod/mini';
import { bucketVariables } from '../buckets.ts';
import { metricsVariables } from '../metrics-emitter.ts';
import { runtimeVariables } from '../runtime.ts';

export const reconciliationEnv = z.object({
  ...runtimeVariables,
  ...metricsVariables,
  ...bucketVariables,
});
