/**
 * The local sign-in and the gateway's check of its tokens, in both kinds: as strict as a Cognito
 * user pool, and as an OIDC issuer.
 */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LocalClock } from '../../infra/local/clock.ts';
import { type Gateway, type LambdaHandler, openGateway } from '../../infra/local/gateway.ts';
import {
  AUDIENCE,
  CLIENT_ID,
  newSignInKeys,
  RESOURCE,
  SCOPE,
  type SignIn,
  type SignInOptions,
  signIn,
} from '../../infra/local/sign-in.ts';
import { signInTokens } from '../../infra/local/token.ts';
import { PAGES_CLIENT } from '../../infra/sign-in/pages-client.ts';
import { subjectOf } from '../../shared/http/identity.ts';

/** A gateway with a sign-in behind it, and handlers that answer with the caller. */
function running(options: SignInOptions) {
  let gateway: Gateway | undefined;
  let identity: SignIn | undefined;
  let address = '';
  const who: LambdaHandler = async event => ({
    statusCode: 200,
    body: JSON.stringify({ subject: subjectOf(event) }),
  });
  beforeAll(async () => {
    gateway = await openGateway(0);
    address = `http://localhost:${gateway.port}`;
    const made = signIn(address, [], await newSignInKeys(), async () => true, options);
    identity = made;
    gateway.serve({
      handlers: {
        ...{ employee: who, committee: who, manager: who, administrator: who },
        ...{ search: who, photos: who, zone: who },
      },
      // Sixty days ahead of the machine's.
      clock: new LocalClock(60 * 24 * 60 * 60 * 1000),
      tokens: { issuer: made.issuer, audience: made.audience, scope: SCOPE, keys: made.keys },
      written: () => undefined,
      failed: error => {
        throw error;
      },
      rest: (request, response) =>
        request.url === '/config.json'
          ? void response.end(JSON.stringify(made.configuration))
          : made.handle(request, response),
    });
  });
  afterAll(() => gateway?.stop());
  return {
    address: () => address,
    disturb: (disturbance: Parameters<Gateway['disturb']>[0]) => gateway?.disturb(disturbance),
    forget: () => identity?.forget(),
    me: (token: string) =>
      fetch(`${address}/api/me`, { headers: { authorization: `Bearer ${token}` } }),
    configuration: async () => (await fetch(`${address}/config.json`)).json(),
    async renew(refreshToken: string): Promise<Response> {
      return fetch(`${address}/oidc/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          client_id: CLIENT_ID,
          refresh_token: refreshToken,
        }),
      });
    },
  };
}

/** The gateway's own answer. */
const own = async (reply: Response) => [reply.status, await reply.json()];
const UNAUTHORIZED = [401, { message: 'Unauthorized' }];

const pool = running({ like: 'pool', tokenSeconds: 60 });

describe('like a user pool', () => {
  const system = pool;

  it('gives access tokens with client_id and token_use, and without an audience', async () => {
    const { access_token } = await signInTokens(system.address(), 'HT0132');
    const claims = decodeJwt(access_token);
    expect(claims).toMatchObject({
      sub: 'HT0132',
      client_id: CLIENT_ID,
      token_use: 'access',
      scope: 'openid',
    });
    expect(claims.aud).toBeUndefined();
    expect(claims.exp! - claims.iat!).toBe(60);
    expect(await own(await system.me(access_token))).toEqual([200, { subject: 'HT0132' }]);
  });

  it('admits nobody by an ID token, whose audience is the client', async () => {
    const { id_token } = await signInTokens(system.address(), 'HT0132');
    expect(decodeJwt(id_token)).toMatchObject({ aud: CLIENT_ID, token_use: 'id' });
    expect(await own(await system.me(id_token))).toEqual([403, { message: 'Forbidden' }]);
  });

  it('refuses a resource that is no web address, and no gateway accepts a token for another one', async () => {
    for (const resource of [CLIENT_ID, RESOURCE])
      await expect(signInTokens(system.address(), 'HT0132', { resource })).rejects.toThrow(
        'resource',
      );
    const { access_token } = await signInTokens(system.address(), 'HT0132', {
      resource: 'https://api.example.com/',
    });
    expect(decodeJwt(access_token).aud).toBe('https://api.example.com/');
    expect(await own(await system.me(access_token))).toEqual(UNAUTHORIZED);
  });

  it('refuses the scope with which others request refresh tokens, and gives one all the same', async () => {
    await expect(
      signInTokens(system.address(), 'HT0132', { scope: 'openid offline_access' }),
    ).rejects.toThrow('invalid_scope');
    const { refresh_token } = await signInTokens(system.address(), 'HT0132');
    expect(refresh_token).toBeTypeOf('string');
  });

  it('takes a refresh token once, and again within its grace; later it refuses it, and the new one serves on', async () => {
    const { refresh_token: first } = await signInTokens(system.address(), 'HT0132');
    const { refresh_token: second } = await (await system.renew(first)).json();
    const again = await (await system.renew(first)).json();
    expect(new Set([first, second, again.refresh_token]).size).toBe(3);
    expect((await system.me(again.access_token)).status).toBe(200);
    vi.useFakeTimers({
      toFake: ['Date'],
      now: Date.now() + PAGES_CLIENT.rotationGraceSeconds * 1000 + 1,
    });
    try {
      expect(await own(await system.renew(first))).toEqual([400, { error: 'invalid_grant' }]);
      expect((await system.renew(second)).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });

  it('renews a session until it is as old as its first refresh token may be', async () => {
    let { refresh_token } = await signInTokens(system.address(), 'HT0132');
    const begun = Date.now();
    try {
      for (const part of [0.4, 0.8]) {
        const now = begun + part * PAGES_CLIENT.refreshTokenSeconds * 1000;
        vi.useFakeTimers({ toFake: ['Date'], now });
        ({ refresh_token } = await (await system.renew(refresh_token)).json());
      }
      vi.setSystemTime(begun + (PAGES_CLIENT.refreshTokenSeconds + 1) * 1000);
      expect((await system.renew(refresh_token)).status).toBe(400);
    } finally {
      vi.useRealTimers();
    }
  });

  it('sends nobody to an address that is not the client’s to the letter, but to its own page', async () => {
    const home = system.address();
    for (const wrong of ['/signed-in/', '/signed-in?next=1', '/', '//signed-in']) {
      const authorize = new URL('/oidc/auth', home);
      authorize.search = new URLSearchParams({
        client_id: CLIENT_ID,
        response_type: 'code',
        scope: 'openid',
        redirect_uri: `${home}${wrong}`,
      }).toString();
      const reply = await fetch(authorize, { redirect: 'manual' });
      const location = reply.headers.get('location') ?? '';
      expect([reply.status, location]).toEqual([
        302,
        `${home}/oidc/error?error=redirect_mismatch&client_id=${CLIENT_ID}`,
      ]);
      expect((await fetch(location)).status).toBe(400);
    }
  });

  it.each<[string, Record<string, string>, string]>([
    ['another scope', { scope: 'openid email' }, 'invalid_scope'],
    ['a code challenge in plain text', { code_challenge_method: 'plain' }, 'code_challenge'],
    ['no code challenge', { code_challenge: '' }, 'code_challenge'],
    ['an undocumented parameter', { ui_locales: 'zh-CN' }, 'ui_locales'],
  ])('refuses %s', async (_, asking, why) => {
    await expect(signInTokens(system.address(), 'HT0132', asking)).rejects.toThrow(why);
  });

  it('takes the language of its pages as Cognito does', async () => {
    await signInTokens(system.address(), 'HT0132', { lang: 'zh-CN', prompt: 'login' });
  });

  it('signs out if client_id and logout_uri are exactly right', async () => {
    const { logout } = await system.configuration();
    const discovery = await (
      await fetch(`${system.address()}/oidc/.well-known/openid-configuration`)
    ).json();
    // The discovery document has it, as if it were OIDC's.
    expect(discovery.end_session_endpoint).toBe(logout.url);
    const ask = (query: Record<string, string>) =>
      fetch(`${logout.url}?${new URLSearchParams(query)}`, { redirect: 'manual' });
    const home = `${system.address()}/`;
    for (const wrong of [
      { id_token_hint: 'x', post_logout_redirect_uri: home },
      { client_id: CLIENT_ID },
      { logout_uri: home },
      { client_id: 'another', logout_uri: home },
      { client_id: CLIENT_ID, logout_uri: system.address() },
      { client_id: CLIENT_ID, logout_uri: `${home}o/huatai` },
    ])
      expect((await ask(wrong)).status).toBe(400);
    const right = await ask({ client_id: CLIENT_ID, logout_uri: home });
    expect([right.status, right.headers.get('location')]).toEqual([302, home]);
  });

  it('renews nothing for an ended session', async () => {
    const { refresh_token } = await signInTokens(system.address(), 'HT0132');
    system.forget();
    const refused = await system.renew(refresh_token);
    expect([refused.status, (await refused.json()).error]).toEqual([400, 'invalid_grant']);
  });
});

describe('like an OIDC issuer', () => {
  const system = running({ like: 'issuer', tokenSeconds: 60 });

  it.each([
    ['with', { resource: RESOURCE }],
    ['without', {}],
  ])('gives tokens for the API %s a resource', async (_, asking) => {
    expect(await system.configuration()).toMatchObject({ resource: RESOURCE });
    const { access_token, id_token } = await signInTokens(system.address(), 'HT0132', asking);
    expect(decodeJwt(access_token)).toMatchObject({ aud: AUDIENCE, scope: 'openid' });
    expect(await own(await system.me(access_token))).toEqual([200, { subject: 'HT0132' }]);
    expect(await own(await system.me(id_token))).toEqual(UNAUTHORIZED);
  });

  it('takes a refresh token once, and ends its session when it comes twice', async () => {
    const { refresh_token: first } = await signInTokens(system.address(), 'HT0132');
    const { refresh_token: second } = await (await system.renew(first)).json();
    expect(second).not.toBe(first);
    expect((await system.renew(first)).status).toBe(400);
    expect((await system.renew(second)).status).toBe(400);
  });
});

it('the API answers with the system’s time, and the sign-in with the machine’s, by which browsers expire cookies', async () => {
  const daysAhead = async (path: string): Promise<number> => {
    const { headers } = await fetch(`${pool.address()}${path}`, { redirect: 'manual' });
    return Math.abs(
      Math.round((Date.parse(headers.get('date') ?? '') - Date.now()) / (24 * 60 * 60 * 1000)),
    );
  };
  expect(await daysAhead('/api/me')).toBe(60);
  expect(await daysAhead('/oidc/.well-known/openid-configuration')).toBe(0);
});

describe('the gateway by itself', () => {
  const system = running({ like: 'pool', tokenSeconds: 60 });

  it('answers requests that no handler sees in its own short words', async () => {
    const { access_token } = await signInTokens(system.address(), 'HT0132');
    expect(await own(await fetch(`${system.address()}/api/me`))).toEqual(UNAUTHORIZED);
    expect(await own(await system.me('x.y.z'))).toEqual(UNAUTHORIZED);
    expect(await own(await fetch(`${system.address()}/api/nothing`))).toEqual([
      404,
      { message: 'Not Found' },
    ]);
    const flood = await fetch(`${system.address()}/api/organizations/huatai/ideas`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: 'x'.repeat(10 * 1024 * 1024 + 1),
    });
    expect(await own(flood)).toEqual([413, { message: 'Request Entity Too Large' }]);
  });

  it('is disturbed for the requested number of requests, of the requested methods', async () => {
    const { access_token } = await signInTokens(system.address(), 'HT0132');
    system.disturb({ status: 503, times: 1, methods: ['PUT'], retryAfterSeconds: 2 });
    expect((await system.me(access_token)).status).toBe(200);
    const vote = (): Promise<Response> =>
      fetch(
        `${system.address()}/api/organizations/huatai/ideas/2026-10-0123456789abcdefghjkmnpqrs/vote`,
        {
          method: 'PUT',
          headers: { authorization: `Bearer ${access_token}` },
        },
      );
    const disturbed = await vote();
    expect(disturbed.headers.get('retry-after')).toBe('2');
    expect(await own(disturbed)).toEqual([503, { message: 'Service Unavailable' }]);
    expect((await vote()).status).toBe(200);
  });
});
