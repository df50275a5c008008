/** What the `employee` function needs to be told; the same schema types the environment that the infrastructure gives it. */
import * as z from 'zod/mini';
import { hashVariables } from '../keyed-hash.ts';
import { runtimeVariables } from '../runtime.ts';

export const employeeEnv = z.object({ ...runtimeVariables, ...hashVariables });
