/**
 * The local sign-in: a real OIDC server (authorization code with PKCE, signed JWT access tokens)
 * whose users are the sample accounts and all other members. Only the password is missing. It can
 * behave like a Cognito user pool, with its peculiarities, or like an OIDC issuer of the firm's
 * own.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';
import { errors, Provider } from 'oidc-provider';
import * as z from 'zod/mini';
import { AUTHORIZATION_PARAMETERS, PAGES_CLIENT } from '../sign-in/pages-client.ts';
import type { Account } from './sample/accounts.ts';
import { SignInMemory } from './sign-in-memory.ts';
import { accountPage } from './sign-in-page.ts';

export const CLIENT_ID = 'golden-ideas-web';
export const SIGN_IN_PATH = '/oidc';
/** The scope that access tokens carry, and that the gateway requires. */
export const SCOPE = 'openid';
/** The audience of an issuer's access tokens; a pool's have none. */
export const AUDIENCE = 'golden-ideas-api';
/**
 * The API as a resource for which tokens are requested (RFC 8707). A pool refuses it, because it is
 * no web address.
 */
export const RESOURCE = 'urn:golden-ideas:api';

/** The kinds of sign-in that it can imitate. */
export const LIKENESSES = ['pool', 'issuer'] as const;
type Likeness = (typeof LIKENESSES)[number];

export interface SignInOptions {
  readonly like: Likeness;
  /** The life of an access token, in seconds. */
  readonly tokenSeconds: number;
}

/** As short as the pool's on AWS. */
export const USUAL_SIGN_IN: SignInOptions = {
  like: 'pool',
  tokenSeconds: PAGES_CLIENT.accessTokenSeconds,
};

const tokenRefusal = z.object({ error: z.string() });

const SESSION_SECONDS = 12 * 60 * 60;
/**
 * A pool's sign-out address; it is not OIDC's, although the pool's own discovery document says so.
 */
const POOL_LOGOUT = '/logout';
/** Where a pool sends a browser that it may not send back. */
const POOL_ERROR = '/error';
/** Replaces the resource that a pool does not have. */
const NO_RESOURCE = 'urn:golden-ideas:none';

/**
 * The state that must survive a restart for tokens to stay valid: the signing key and the secret
 * that signs cookies.
 */
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
  /** The audience of access tokens: their `aud` or, without one, their `client_id`. */
  readonly audience: string;
  /** The public half of the signing key. */
  readonly keys: JSONWebKeySet;
  /** The sign-in part of the pages' `/config.json`. */
  readonly configuration: Readonly<Record<string, unknown>>;
  /** Answers a request below `/oidc`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /**
   * Ends every session, so that nobody can renew a token. Issued tokens stay valid until they
   * expire.
   */
  forget(): void;
}

/** `isKnown` decides whether an account other than the samples may sign in. */
export function signIn(
  origin: string,
  accounts: readonly Account[],
  keys: SignInKeys,
  isKnown: (account: string) => Promise<boolean>,
  { like, tokenSeconds }: SignInOptions,
): SignIn {
  const maySignIn = async (id: string): Promise<boolean> =>
    accounts.some(({ account }) => account === id) || isKnown(id);
  const issuer = `${origin}${SIGN_IN_PATH}`;
  const pool = like === 'pool';
  const resource = pool ? NO_RESOURCE : RESOURCE;
  const callbackUrl = `${origin}${PAGES_CLIENT.callbackPath}`;
  const signOutUrls = [`${origin}${PAGES_CLIENT.signedOutPath}`];
  const memories = new Map<string, SignInMemory>();
  const provider = new Provider(issuer, {
    adapter: name => {
      const memory = new SignInMemory(
        pool && name === 'RefreshToken' ? PAGES_CLIENT.rotationGraceSeconds : undefined,
      );
      memories.set(name, memory);
      return memory;
    },
    clients: [
      {
        client_id: CLIENT_ID,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [callbackUrl],
        post_logout_redirect_uris: signOutUrls,
      },
    ],
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies] },
    pkce: { required: () => true },
    scopes: pool ? [...PAGES_CLIENT.scopes] : ['openid', 'offline_access'],
    claims: { openid: ['sub', 'token_use'] },
    ...(pool && { routes: { end_session: POOL_LOGOUT } }),
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    // Each refresh token serves once. A pool takes it again during its grace, and then refuses it; an
    // issuer revokes all of them if one comes twice.
    rotateRefreshToken: true,
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async () => true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = accountPage.signingOut(form);
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, asked) => ({
          scope: SCOPE,
          // A pool makes an audience of any requested address; the gateway then refuses the token.
          audience: pool ? asked : AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_, token, { payload }) => {
          if (!pool) return;
          payload.token_use = 'access';
          // The library requires an audience; a non-enumerable one does not get into the token.
          if (token.aud === NO_RESOURCE)
            Object.defineProperty(payload, 'aud', { value: token.aud, enumerable: false });
        },
      },
    },
    ttl: {
      AccessToken: tokenSeconds,
      // A rotated one has what was left of the life of the one before.
      RefreshToken: ({ oidc }) =>
        oidc.entities.RotatedRefreshToken?.remainingTTL ?? PAGES_CLIENT.refreshTokenSeconds,
      Session: SESSION_SECONDS,
      Grant: PAGES_CLIENT.refreshTokenSeconds,
      Interaction: 3600,
      IdToken: tokenSeconds,
    },
    renderError: async (context, { error }) => {
      context.type = 'html';
      context.body = accountPage.failed(error);
    },
    interactions: { url: (_, { uid }) => `${SIGN_IN_PATH}/accounts/${uid}` },
    findAccount: async (_, id) =>
      (await maySignIn(id))
        ? { accountId: id, claims: () => ({ sub: id, ...(pool && { token_use: 'id' }) }) }
        : undefined,
    // No consent is needed: the pages and the API are one product.
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId;
      const clientId = oidc.client?.clientId;
      if (accountId === undefined || clientId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ accountId, clientId });
      grant.addOIDCScope(pool ? SCOPE : 'openid offline_access');
      for (const asked of new Set([resource, ...resourcesOf(oidc.params?.resource)]))
        grant.addResourceScope(asked, SCOPE);
      await grant.save();
      return grant;
    },
  });
  if (pool)
    provider.use(async (context, next) => {
      await next();
      // A pool names the error and says no more.
      const refused = tokenRefusal.safeParse(context.body);
      if (context.path.endsWith('/token') && refused.success) context.body = refused.data;
    });
  const callback = provider.callback();

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const account = url.searchParams.get('account');
    const known = account !== null && (await maySignIn(account));
    try {
      if (known)
        return await provider.interactionFinished(request, response, {
          login: { accountId: account },
        });
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      // The sign-in began too long ago, or in another browser.
      response.statusCode = error.statusCode;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      known ? accountPage.failed('expired') : accountPage.choosing(url.pathname, accounts),
    );
  }

  /**
   * A pool's sign-out: it reports missing parameters, and ignores `id_token_hint` and
   * `post_logout_redirect_uri`.
   */
  async function signOutOfPool(
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const clientId = url.searchParams.get('client_id');
    const to = url.searchParams.get('logout_uri');
    if (clientId !== CLIENT_ID || to === null || !signOutUrls.includes(to)) {
      response
        .writeHead(400, { 'content-type': 'text/plain' })
        .end('Required parameters: client_id, logout_uri');
      return;
    }
    const session = /(?:^|;\s*)_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
    if (session !== undefined) await memories.get('Session')?.destroy(session);
    response.writeHead(302, { location: to }).end();
  }

  const { d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...publicHalf } = keys.signing;
  return {
    issuer,
    audience: pool ? CLIENT_ID : AUDIENCE,
    keys: { keys: [publicHalf] },
    configuration: {
      issuer,
      clientId: CLIENT_ID,
      ...(pool
        ? { logout: { like: 'cognito', url: `${issuer}${POOL_LOGOUT}` } }
        : { scope: 'openid offline_access', resource: RESOURCE }),
    },
    async handle(request, response) {
      const url = new URL(request.url ?? '/', origin);
      const path = url.pathname.slice(SIGN_IN_PATH.length);
      if (path.startsWith('/accounts/')) return choose(request, response);
      if (pool && path === POOL_LOGOUT) return signOutOfPool(url, request, response);
      if (pool && path === POOL_ERROR) {
        response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
        response.end(accountPage.failed(url.searchParams.get('error') ?? ''));
        return;
      }
      if (pool && path === '/auth' && url.searchParams.get('redirect_uri') !== callbackUrl) {
        const location = `${issuer}${POOL_ERROR}?error=redirect_mismatch&client_id=${CLIENT_ID}`;
        response.writeHead(302, { location }).end();
        return;
      }
      const refused = pool && path === '/auth' ? refusedByPool(url.searchParams) : undefined;
      if (refused !== undefined) {
        const back = new URL(callbackUrl);
        back.search = new URLSearchParams({
          ...refused,
          state: url.searchParams.get('state') ?? '',
        }).toString();
        response.writeHead(302, { location: back.href }).end();
        return;
      }
      // Mounted below a path, the provider derives its own addresses from the original one.
      Object.assign(request, {
        originalUrl: request.url,
        url: (request.url ?? '/').slice(SIGN_IN_PATH.length) || '/',
      });
      await callback(request, response);
    },
    forget() {
      for (const [name, memory] of memories) if (name !== 'Client') memory.clear();
    },
  };
}

/** Refusals of a pool that the library does not make. */
function refusedByPool(
  asked: URLSearchParams,
): { error: string; error_description: string } | undefined {
  const resource = asked.get('resource');
  if (resource !== null && !/^https?:\/\/./.test(resource))
    return { error: 'invalid_request', error_description: 'resource must be a URL' };
  const permitted: readonly string[] = PAGES_CLIENT.scopes;
  const scopes = (asked.get('scope') ?? '').split(' ');
  if (!scopes.every(scope => permitted.includes(scope)))
    return { error: 'invalid_request', error_description: 'invalid_scope' };
  if (asked.get('code_challenge_method') !== 'S256' || !asked.get('code_challenge'))
    return { error: 'invalid_request', error_description: 'code_challenge: S256' };
  const unknown = [...asked.keys()].filter(name => !AUTHORIZATION_PARAMETERS.includes(name));
  if (unknown.length > 0)
    return { error: 'invalid_request', error_description: `unknown: ${unknown.join(' ')}` };
  return undefined;
}

function resourcesOf(asked: unknown): string[] {
  return [asked].flat().filter(one => typeof one === 'string');
}
