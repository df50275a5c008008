/** What the `reconciliation` function needs to be told; the same schema types the environment that the infrastructure gives it. */
import * as z from 'zod/mini';
import { metricsVariables } from '../metrics-emitter.ts';
import { runtimeVariables } from '../runtime.ts';

export const reconciliationEnv = z.object({ ...runtimeVariables, ...metricsVariables });
