/** Wiring of the `photo-cleaning` function on Lambda. */
import { bucketsOf } from '../buckets.ts';
import { runtime } from '../runtime.ts';
import { s3Client } from '../s3-client.ts';
import { photoCleaningEnv } from './env.ts';
import { photoCleaningHandler } from './handler.ts';

const env = photoCleaningEnv.parse(process.env);

export const handler = photoCleaningHandler({
  ...runtime('photo-cleaning', env),
  s3: s3Client(),
  buckets: bucketsOf(env),
});
