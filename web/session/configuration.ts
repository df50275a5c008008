/**
 * The configuration of the sign-in: read from `/config.json`, which is written at deployment. So
 * one build serves every environment and every issuer. `docs/operations.md` describes its content
 * for each issuer.
 */
import * as z from 'zod/mini';

const configuration = z.object({
  issuer: z.string(),
  clientId: z.string(),
  /**
   * The requested scope; more than `openid` if the issuer otherwise gives no refresh token or no
   * access to the API.
   */
  scope: z._default(z.string(), 'openid'),
  /** The API as a resource (RFC 8707), for issuers that require it. Cognito and Entra refuse it. */
  resource: z.optional(z.string()),
  /** How to end the issuer's own session, if not in OIDC's way: Cognito needs other parameters. */
  logout: z.optional(z.object({ like: z.literal('cognito'), url: z.string() })),
});
export type Configuration = z.output<typeof configuration>;

/** Parses the file. Throws if it is invalid. */
export function parseConfiguration(file: unknown): Configuration {
  return z.parse(configuration, file);
}

/** Throws if the file cannot be read or is invalid. */
export async function fetchConfiguration(): Promise<Configuration> {
  const response = await fetch('/config.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error(`/config.json answered ${response.status}`);
  return parseConfiguration(await response.json());
}
