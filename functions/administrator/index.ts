/** Wiring of the `administrator` function on Lambda. */
import { fairShareOf } from '../fair-share.ts';
import { originSecrets } from '../origin.ts';
import { runtime } from '../runtime.ts';
import { administratorEnv } from './env.ts';
import { administratorHandler } from './handler.ts';

const env = administratorEnv.parse(process.env);

export const handler = administratorHandler({
  ...runtime('administrator', env),
  originSecrets: originSecrets(env),
  shares: fairShareOf(env),
});
