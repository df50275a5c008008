/**
 * `npm run --silent token -- ACCOUNT`: an access token for the running system, for curl and other
 * clients.
 */
import { ask, runningAddress } from '../local/address.ts';
import { accessToken } from '../local/token.ts';

const [account] = process.argv.slice(2);
if (account === undefined) {
  console.error(
    'Usage: npm run --silent token -- ACCOUNT. To list the accounts: npm run --silent accounts',
  );
  process.exit(1);
}
await ask('/config.json');
try {
  console.log(await accessToken(runningAddress(), account));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
