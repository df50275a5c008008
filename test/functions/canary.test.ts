/**
 * The canary against the deployed handlers behind the local gateway and sign-in. A stand-in for the
 * pool gives tokens by password, as Cognito documents it.
 */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { canaryHandler } from '../../functions/canary/handler.ts';
import { employeeHandler } from '../../functions/employee/handler.ts';
import { managerHandler } from '../../functions/manager/handler.ts';
import { LocalClock } from '../../infra/local/clock.ts';
import { type Gateway, openGateway } from '../../infra/local/gateway.ts';
import { invoke } from '../../infra/local/invoke.ts';
import { servePages } from '../../infra/local/pages.ts';
import { newSignInKeys, SCOPE, signIn } from '../../infra/local/sign-in.ts';
import { accessToken } from '../../infra/local/token.ts';
import { PAGES_CLIENT } from '../../infra/sign-in/pages-client.ts';
import { fixedHash } from '../fixed-hash.ts';
import { freshTable } from '../fresh-table.ts';

const PAGES = new URL('../infra/pages', import.meta.url).pathname;
const account = { clientId: 'canary-client', clientSecret: 'secret', password: 'a-long-password' };
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

let gateway: Gateway;
let address = '';
let issuer = '';
/** What the pool answers instead of tokens. */
let challenge: object | undefined;
/** Replaces an answer of the system. */
let instead: ((request: Request) => Response | undefined) | undefined;

beforeAll(async () => {
  const table = await freshTable();
  gateway = await openGateway(0);
  address = `http://localhost:${gateway.port}`;
  const like = { like: 'pool', tokenSeconds: PAGES_CLIENT.accessTokenSeconds } as const;
  const made = signIn(address, [], await newSignInKeys(), async () => true, like);
  issuer = made.issuer;
  const wiring = { table, log, clock: new LocalClock(0), hash: fixedHash, photoSecret: 'photos' };
  const employee = invoke(employeeHandler(wiring));
  const manager = invoke(managerHandler(wiring));
  const pages = servePages(PAGES);
  gateway.serve({
    handlers: {
      ...{ employee, manager, committee: employee, administrator: employee },
      ...{ search: employee, photos: employee, zone: employee },
    },
    clock: wiring.clock,
    tokens: { issuer, audience: made.audience, scope: SCOPE, keys: made.keys },
    written: () => undefined,
    failed: error => {
      throw error;
    },
    rest: (request, response) => {
      if (request.url === '/config.json') response.end(JSON.stringify(made.configuration));
      else if (request.url === '/') pages(request, response, '/');
      else made.handle(request, response);
    },
  });
});
afterAll(() => gateway.stop());

/** The pool takes a password from this client alone, and only with the client's secret. */
async function pool(request: Request): Promise<Response> {
  expect(request.headers.get('content-type')).toBe('application/x-amz-json-1.1');
  expect(request.headers.get('x-amz-target')).toBe(
    'AWSCognitoIdentityProviderService.InitiateAuth',
  );
  expect(await request.json()).toEqual({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: 'canary-client',
    AuthParameters: {
      USERNAME: 'canary',
      PASSWORD: 'a-long-password',
      SECRET_HASH: createHmac('sha256', 'secret').update('canarycanary-client').digest('base64'),
    },
  });
  return Response.json(
    challenge ?? {
      ChallengeParameters: {},
      AuthenticationResult: {
        AccessToken: await accessToken(address, 'canary'),
        ExpiresIn: 300,
        TokenType: 'Bearer',
      },
    },
  );
}

/** Runs once; returns the names of the checks that passed. */
async function run(as: typeof account | 'none' = account): Promise<string[]> {
  log.info.mockClear();
  log.error.mockClear();
  const fly = canaryHandler({
    log,
    address,
    issuer,
    account: as === 'none' ? undefined : as,
    fetch: async request =>
      instead?.(request) ?? (request.method === 'POST' ? pool(request) : fetch(request)),
  });
  await fly();
  return log.info.mock.calls
    .filter(([message]) => message === 'check')
    .map(([, { check }]) => check);
}

const STRANGERS = ['page', 'configuration', 'issuer', 'api', 'stranger'];

it('does what a person does, as far as signing in', async () => {
  expect(await run()).toEqual([...STRANGERS, 'sign-in', 'me']);
});

it('without an account reads what strangers can', async () => {
  expect(await run('none')).toEqual(STRANGERS);
});

it('fails if the pool wants another password', async () => {
  challenge = { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 'one' };
  await expect(run()).rejects.toThrow('sign-in');
  challenge = undefined;
});

it.for([
  ['page', '/', new Response('', { status: 403 })],
  ['page', '/', new Response('{}', { headers: { 'content-type': 'application/json' } })],
  ['page', '/', new Response('<p>', { headers: { 'content-type': 'text/html' } })],
  ['configuration', '/config.json', Response.json({ issuer: 'https://another.example' })],
  ['configuration', '/config.json', new Response('<p>')],
  ['issuer', '/oidc/.well-known/openid-configuration', new Response('', { status: 500 })],
  ['api', '/api/openapi.json', new Response('', { status: 503 })],
  ['stranger', '/api/me', Response.json({ subject: 'anybody' })],
] as const)('fails on a wrong answer of %s', async ([name, path, answer]) => {
  instead = request => (new URL(request.url).pathname === path ? answer : undefined);
  await expect(run()).rejects.toThrow(`check failed: ${name}`);
  instead = undefined;
  expect(log.error.mock.calls).toMatchObject([['check failed', { check: name }]]);
});

it('fails if it can see anything of an organization', async () => {
  instead = request =>
    request.headers.has('authorization')
      ? Response.json({ memberships: [{ organization: 'huatai' }], zones: [] })
      : undefined;
  await expect(run()).rejects.toThrow('check failed: me');
  instead = undefined;
});

it('logs neither the password nor a token', async () => {
  await run();
  const logged = JSON.stringify([log.info.mock.calls, log.error.mock.calls]);
  expect(logged).not.toContain(account.password);
  expect(logged).not.toContain('eyJ');
});
