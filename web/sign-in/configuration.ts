/**
 * Where to sign in: read from `/config.json`, which is written when the pages are deployed. The same build thus serves every
 * environment and every issuer. What it has to say for which issuer is told in `docs/operations.md`.
 */
import * as z from 'zod/mini';

const configuration = z.object({
  issuer: z.string(),
  clientId: z.string(),
  /** What is asked for when signing in; more than `openid` where an issuer gives no refresh token or no access to the API else. */
  scope: z._default(z.string(), 'openid'),
  /** The API as a resource (RFC 8707), for issuers that want it named. Cognito and Entra refuse it. */
  resource: z.optional(z.string()),
  /** How the issuer's own session ends where that is not as OIDC says: Cognito wants other parameters. */
  logout: z.optional(z.object({ like: z.literal('cognito'), url: z.string() })),
});
export type Configuration = z.output<typeof configuration>;

/** Reads what the file says. Throws when it is not what it should be. */
export function parseConfiguration(file: unknown): Configuration {
  return z.parse(configuration, file);
}

/** Throws when the file cannot be had or is not what it should be. */
export async function fetchConfiguration(): Promise<Configuration> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return parseConfiguration(await response.json());
}
