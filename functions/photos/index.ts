/** Wiring of the `photos` function on Lambda. */
import { bucketsOf } from '../buckets.ts';
import { fairShareOf } from '../fair-share.ts';
import { keyedHash } from '../keyed-hash.ts';
import { originSecrets } from '../origin.ts';
import { photoSecret } from '../photo-secret.ts';
import { runtime } from '../runtime.ts';
import { s3Client } from '../s3-client.ts';
import { photosEnv } from './env.ts';
import { photosHandler } from './handler.ts';

const env = photosEnv.parse(process.env);

export const handler = photosHandler({
  ...runtime('photos', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
  hash: keyedHash(env),
  photoSecret: photoSecret(env),
  s3: s3Client(),
  buckets: bucketsOf(env),
});
