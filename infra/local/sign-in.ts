/**
 * The local sign-in: a real OIDC server (authorization code with PKCE, signed JWT access tokens) whose people are the sample
 * accounts, and whoever else has been made a member. It asks for no password; that is all that is not real about it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import type { Account } from './sample/accounts.ts';
import { SignInMemory } from './sign-in-memory.ts';
import { accountPage } from './sign-in-page.ts';

export const CLIENT_ID = 'golden-ideas-web';
export const SIGN_IN_PATH = '/oidc';
/** The audience of access tokens: the API. */
export const AUDIENCE = 'golden-ideas-api';
/** The API as a resource that tokens are asked for (RFC 8707). */
export const RESOURCE = 'urn:golden-ideas:api';

/** A shift's length: nobody is thrown out in the middle of a meeting. */
const TOKEN_SECONDS = 12 * 60 * 60;

/** What must outlive a restart for tokens to stay valid: the signing key and the secret that signs cookies. */
export interface SignInKeys {
  readonly signing: JWK;
  readonly cookies: string;
}

export async function newSignInKeys(): Promise<SignInKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    signing: { ...(await exportJWK(privateKey)), kid: 'local', use: 'sig', alg: 'RS256' },
    cookies: crypto.randomUUID(),
  };
}

export interface SignIn {
  readonly issuer: string;
  /** The public half of the signing key. */
  readonly keys: JSONWebKeySet;
  /** Answers a request below `/oidc`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** `isKnown` says of accounts other than the sample's whether they may sign in. */
export function signIn(
  origin: string,
  accounts: readonly Account[],
  keys: SignInKeys,
  isKnown: (account: string) => Promise<boolean>,
): SignIn {
  const maySignIn = async (id: string): Promise<boolean> =>
    accounts.some(({ account }) => account === id) || isKnown(id);
  const issuer = `${origin}${SIGN_IN_PATH}`;
  const provider = new Provider(issuer, {
    adapter: SignInMemory,
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${origin}/signed-in`],
        post_logout_redirect_uris: [`${origin}/`],
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    pkce: { required: () => true },
    scopes: ['openid'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = accountPage.signingOut(form);
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      Session: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      Interaction: 3600,
      IdToken: TOKEN_SECONDS,
    },
    interactions: { url: (_, { uid }) => `${SIGN_IN_PATH}/accounts/${uid}` },
    findAccount: async (_, id) =>
      (await maySignIn(id)) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    // Nothing to consent to: the pages and the API are one product.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const clientId = oidc.client?.clientId;
      if (accountId === undefined || clientId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ accountId, clientId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(RESOURCE, 'openid');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const account = url.searchParams.get('account');
    if (account !== null && (await maySignIn(account)))
      return provider.interactionFinished(request, response, { login: { accountId: account } });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(accountPage.choosing(url.pathname, accounts));
  }

  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...publicHalf } = keys.signing;
  return {
    issuer,
    keys: { keys: [publicHalf] },
    async handle(request, response) {
      const url = request.url ?? '/';
      if (url.startsWith(`${SIGN_IN_PATH}/accounts/`)) return choose(request, response);
      // Mounted below a path, the provider tells its own addresses from the original one.
      Object.assign(request, { originalUrl: url, url: url.slice(SIGN_IN_PATH.length) || '/' });
      await callback(request, response);
    },
  };
}
