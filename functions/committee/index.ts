/** Wiring of the `committee` function on Lambda. */

import { fairShareOf } from '../fair-share.ts';
import { keyedHash } from '../keyed-hash.ts';
import { originSecrets } from '../origin.ts';
import { photoSecret } from '../photo-secret.ts';
import { runtime } from '../runtime.ts';
import { committeeEnv } from './env.ts';
import { committeeHandler } from './handler.ts';

const env = committeeEnv.parse(process.env);

export const handler = committeeHandler({
  ...runtime('committee', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
  photoSecret: photoSecret(env),
  hash: keyedHash(env),
});
