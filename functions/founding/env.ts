/** What the `founding` function needs to be told; the same schema types the environment that the infrastructure gives it. */
import * as z from 'zod/mini';
import { runtimeVariables } from '../runtime.ts';

export const foundingEnv = z.object(runtimeVariables);
