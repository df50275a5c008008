/**
 * The environment of the `search-index` function; the infrastructure's type comes from the same
 * schema.
 */
import * as z from 'zod/mini';
import { runtimeVariables } from '../runtime.ts';

export const searchIndexEnv = z.object({ ...runtimeVariables });
