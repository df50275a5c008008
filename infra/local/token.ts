/**
 * An access token of the local sign-in, obtained as the pages do it: authorization code with PKCE,
 * following every redirect, and choosing the account on the way.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { SIGN_IN_PATH } from './sign-in.ts';

/** The pages' configuration; see `web/session/configuration.ts`. */
const configuration = z.object({
  clientId: z.string(),
  scope: z._default(z.string(), 'openid'),
  resource: z.optional(z.string()),
});

/** The complete answer of the sign-in. */
const tokens = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
});
export type Tokens = z.output<typeof tokens>;

/** The most redirects of a sign-in, with room to spare. */
const MOST_REDIRECTS = 10;

/**
 * Signs an account in at a running system and returns the access token. Throws with the system's
 * own words if it may not.
 */
export async function accessToken(address: string, account: string): Promise<string> {
  return (await signInTokens(address, account)).access_token;
}

/**
 * Signs an account in and returns the complete answer. `asking` adds to the request's parameters,
 * or replaces them.
 */
export async function signInTokens(
  address: string,
  account: string,
  asking: Readonly<Record<string, string>> = {},
): Promise<Tokens> {
  const { clientId, scope, resource } = configuration.parse(
    await (await fetch(new URL('/config.json', address))).json(),
  );
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${address}/signed-in`;
  const target = { ...(resource !== undefined && { resource }), ...asking };
  const authorize = new URL(`${SIGN_IN_PATH}/auth`, address);
  authorize.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirect,
    scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...target,
  }).toString();
  const code = await follow(authorize, account, redirect);
  const reply = await fetch(new URL(`${SIGN_IN_PATH}/token`, address), {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirect,
      code_verifier: verifier,
      ...target,
    }),
  });
  if (!reply.ok) throw new Error(`no token: ${await reply.text()}`);
  return tokens.parse(await reply.json());
}

async function follow(start: URL, account: string, redirect: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  for (let step = 0; step < MOST_REDIRECTS; step += 1) {
    if (url.pathname.startsWith(`${SIGN_IN_PATH}/accounts/`))
      url.searchParams.set('account', account);
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location === null)
      throw new Error(`"${account}" is nobody's account; see: npm run --silent accounts`);
    url = new URL(location, url);
    if (url.href.startsWith(redirect)) {
      const code = url.searchParams.get('code');
      if (code === null)
        throw new Error(`sign-in refused: ${url.searchParams.get('error_description')}`);
      return code;
    }
  }
  throw new Error('sign-in went in circles');
}
