/** Wiring of the `zone` function on Lambda. */
import { fairShareOf } from '../fair-share.ts';
import { originSecrets } from '../origin.ts';
import { runtime } from '../runtime.ts';
import { zoneEnv } from './env.ts';
import { zoneHandler } from './handler.ts';

const env = zoneEnv.parse(process.env);

export const handler = zoneHandler({
  ...runtime('zone', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
});
