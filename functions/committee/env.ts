/**
 * The environment of the `committee` function; the infrastructure's type comes from the same
 * schema.
 */
import * as z from 'zod/mini';
import { shareVariables } from '../fair-share.ts';
import { hashVariables } from '../keyed-hash.ts';
import { originVariables } from '../origin.ts';
import { photoSecretVariables } from '../photo-secret.ts';
import { runtimeVariables } from '../runtime.ts';

export const committeeEnv = z.object({
  ...runtimeVariables,
  ...originVariables,
  ...shareVariables,
  ...photoSecretVariables,
  ...hashVariables,
});
