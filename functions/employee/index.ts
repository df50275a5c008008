/** Wiring of the `employee` function on Lambda. */

import { fairShareOf } from '../fair-share.ts';
import { keyedHash } from '../keyed-hash.ts';
import { originSecrets } from '../origin.ts';
import { photoSecret } from '../photo-secret.ts';
import { runtime } from '../runtime.ts';
import { employeeEnv } from './env.ts';
import { employeeHandler } from './handler.ts';

const env = employeeEnv.parse(process.env);

export const handler = employeeHandler({
  ...runtime('employee', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
  photoSecret: photoSecret(env),
  hash: keyedHash(env),
});
