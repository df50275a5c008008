/**
 * The environment of the `due-rounds` function; the infrastructure's type comes from the same
 * schema.
 */
import * as z from 'zod/mini';
import { metricsVariables } from '../metrics-emitter.ts';
import { runtimeVariables } from '../runtime.ts';

export const dueRoundsEnv = z.object({
  ...runtimeVariables,
  ...metricsVariables,
  /** The function that takes the steps. */
  CYCLE_FUNCTION: z.string().check(z.minLength(1)),
  /** The number of its concurrent calls. */
  CYCLE_CALLS: z.string().check(z.regex(/^[1-9]\d{0,2}$/)),
});
