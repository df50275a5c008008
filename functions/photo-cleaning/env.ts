/**
 * The environment of the `photo-cleaning` function; the infrastructure's type comes from the same
 * schema.
 */
import * as z from 'zod/mini';
import { bucketVariables } from '../buckets.ts';
import { runtimeVariables } from '../runtime.ts';

export const photoCleaningEnv = z.object({ ...runtimeVariables, ...bucketVariables });
