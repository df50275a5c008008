/**
 * The environment of the `deliberation-cycle` function; the infrastructure's type comes from the
 * same schema.
 */
import * as z from 'zod/mini';
import { hashVariables } from '../keyed-hash.ts';
import { metricsVariables } from '../metrics-emitter.ts';
import { runtimeVariables } from '../runtime.ts';

export const deliberationCycleEnv = z.object({
  ...runtimeVariables,
  ...hashVariables,
  ...metricsVariables,
});
