/** Wiring of the `canary` function on Lambda. It knows no table. */
import { jsonLog } from '../json-log.ts';
import { canaryEnv } from './env.ts';
import { canaryHandler } from './handler.ts';

const env = canaryEnv.parse(process.env);

export const handler = canaryHandler({
  log: jsonLog('canary'),
  address: env.ADDRESS,
  issuer: env.ISSUER,
  account:
    env.CLIENT_ID === ''
      ? undefined
      : { clientId: env.CLIENT_ID, clientSecret: env.CLIENT_SECRET, password: env.PASSWORD },
  fetch,
});
