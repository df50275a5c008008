/** What the `deliberation-cycle` function needs to be told; the same schema types the environment that the infrastructure gives it. */
import * as z from 'zod/mini';
import { hashVariables } from '../keyed-hash.ts';
import { metricsVariables } from '../metrics-emitter.ts';
import { runtimeVariables } from '../runtime.ts';

export const deliberationCycleEnv = z.object({ ...runtimeVariables, ...hashVariables, ...metricsVariables });
