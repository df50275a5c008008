/** Wiring of the `manager` function on Lambda. */
import { fairShareOf } from '../fair-share.ts';
import { originSecrets } from '../origin.ts';
import { photoSecret } from '../photo-secret.ts';
import { runtime } from '../runtime.ts';
import { managerEnv } from './env.ts';
import { managerHandler } from './handler.ts';

const env = managerEnv.parse(process.env);

export const handler = managerHandler({
  ...runtime('manager', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
  photoSecret: photoSecret(env),
});
