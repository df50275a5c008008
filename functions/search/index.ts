/** Wiring of the `search` function on Lambda. */
import { fairShareOf } from '../fair-share.ts';
import { originSecrets } from '../origin.ts';
import { photoSecret } from '../photo-secret.ts';
import { runtime } from '../runtime.ts';
import { searchEnv } from './env.ts';
import { searchHandler } from './handler.ts';

const env = searchEnv.parse(process.env);

export const handler = searchHandler({
  ...runtime('search', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
  photoSecret: photoSecret(env),
});
