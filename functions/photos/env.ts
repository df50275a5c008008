/**
 * The environment of the `photos` function; the infrastructure's type comes from the same schema.
 */
import * as z from 'zod/mini';
import { bucketVariables } from '../buckets.ts';
import { shareVariables } from '../fair-share.ts';
import { hashVariables } from '../keyed-hash.ts';
import { originVariables } from '../origin.ts';
import { photoSecretVariables } from '../photo-secret.ts';
import { runtimeVariables } from '../runtime.ts';

export const photosEnv = z.object({
  ...runtimeVariables,
  ...originVariables,
  ...shareVariables,
  ...hashVariables,
  ...photoSecretVariables,
  ...bucketVariables,
});
