/**
 * The environment of the `founding` function; the infrastructure's type comes from the same schema.
 */
import * as z from 'zod/mini';
import { runtimeVariables } from '../runtime.ts';

export const foundingEnv = z.object(runtimeVariables);
