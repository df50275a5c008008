/**
 * The middleware of every HTTP function: who is admitted, what is refused before a rule is checked,
 * and what neither an answer nor the log reveals.
 */
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { routeKey } from '../../shared/contract/route.ts';
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { importIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getMe, getOpenApi } from '../../shared/contract/routes/organization.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';
import { api } from '../../shared/http/api.ts';
import {
  type Answer,
  answer,
  anybody,
  type Directory,
  endpoint,
  memberOf,
  signedIn,
} from '../../shared/http/endpoint.ts';
import type { Log } from '../../shared/http/log.ts';
import { NewerItem } from '../../shared/store/stored-item.ts';
import { gatewayEvent, type Sent } from '../sample/gateway-event.ts';
import { newMember } from '../sample/members.ts';
import { subject } from '../sample/names.ts';

const SUBJECT = subject('subject-4711');
const IDEA = '2026-10-0123456789abcdefghjkmnpqrs';
const IDEA_TEXT = '行车限位加装声光报警';
const VOTE = {
  choice: 'approve',
  castAt: '2026-10-15T02:00:00.000Z',
  tally: { approve: 1, oppose: 0, abstain: 0 },
};

/** One committee member of one organization, and an endpoint of every kind; the log is recorded. */
function system(
  run: () => unknown = () => VOTE,
  roles: readonly Role[] = ['employee', 'committee', 'secretary'],
  originSecrets: readonly string[] = [],
) {
  const logged: { level: keyof Log; message: string; fields: Readonly<Record<string, unknown>> }[] =
    [];
  const bodies: unknown[] = [];
  const keep =
    (level: keyof Log) =>
    (message: string, fields: Readonly<Record<string, unknown>>): void => {
      logged.push({ level, message, fields });
    };
  const log: Log = { info: keep('info'), warn: keep('warn'), error: keep('error') };
  const directory: Directory = {
    find: async (subject, organization) =>
      subject === SUBJECT && organization === 'huatai'
        ? { ...newMember('HT0132', roles), subject: SUBJECT }
        : undefined,
    people: async () => new Map(),
  };
  const running = async <Body>(body: unknown): Promise<Answer<Body, never>> => {
    bodies.push(body);
    return answer(run() as Body);
  };
  const handler = api(
    [
      endpoint(castVote, memberOf(directory), ({ body }) => running(body)),
      endpoint(submitIdea, memberOf(directory), ({ body, idempotencyKey }) =>
        running({ ...body, idempotencyKey }),
      ),
      endpoint(importIdeas, memberOf(directory), ({ body }) => running(body)),
      endpoint(getMe, signedIn, ({ subject }) => running(subject)),
      endpoint(getOpenApi, anybody, () => running(undefined)),
    ],
    { log, originSecrets },
  );
  // Called as the runtime calls it; the context's part is not used.
  const call = async (sent: Sent) => {
    const response = await handler(gatewayEvent(sent), {} as Parameters<typeof handler>[1]);
    const bytes = Buffer.from(response.body ?? '', response.isBase64Encoded ? 'base64' : 'utf8');
    const text = response.headers?.['Content-Encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    const body: { readonly [name: string]: unknown } = JSON.parse(text.toString());
    return {
      status: response.statusCode,
      headers: response.headers ?? {},
      body,
      size: bytes.length,
    };
  };
  return { call, logged, bodies };
}

const JSON_TYPE = { 'content-type': 'application/json' };
const vote = (changes: Partial<Sent> = {}): Sent => ({
  routeKey: routeKey(castVote),
  subject: SUBJECT,
  path: { organization: 'huatai', idea: IDEA },
  headers: JSON_TYPE,
  body: JSON.stringify({ choice: 'approve' }),
  ...changes,
});
const saying = (body: unknown): Partial<Sent> => ({ body: JSON.stringify(body) });

describe('behind a site', () => {
  const behind = (...secrets: string[]) => {
    const { call, bodies, logged } = system(() => VOTE, ['committee'], secrets);
    const through = (secret: string, name = 'x-origin-secret') =>
      call(vote({ headers: { ...JSON_TYPE, [name]: secret } }));
    return { call, through, bodies, logged };
  };

  it('answers what the site passes on, with either secret while one replaces the other', async () => {
    const { through } = behind('new', 'old');
    for (const sent of [through('new'), through('old'), through('new', 'X-Origin-Secret')])
      expect((await sent).status).toBe(200);
  });

  it.for(['', 'ne', 'new,old', 'older', 'NEW'])('refuses the secret “%s”', async secret => {
    const { through, bodies } = behind('new', 'old');
    const { status, body } = await through(secret);
    expect([status, body.code]).toEqual([403, 'not-through-site']);
    expect(bodies).toEqual([]);
  });

  it('refuses before anything else: any address, any token', async () => {
    const { call, logged } = behind('new');
    for (const sent of [vote(), vote({ routeKey: 'GET /nothing' }), vote(saying(17))])
      expect((await call(sent)).status).toBe(403);
    expect(JSON.stringify(logged)).not.toContain('new');
  });

  it('answers everybody where no site sends a secret', async () => {
    expect((await behind().through('anything')).status).toBe(200);
  });
});

it('every answer tells browsers to run nothing of it, and to use TLS alone: successful, refused or failed', async () => {
  const failing = system(() => {
    throw new Error('broken');
  });
  const answers = [
    await system().call(vote()),
    await system().call(vote(saying({ choice: 'perhaps' }))),
    await system().call(vote({ routeKey: 'GET /nothing' })),
    await failing.call(vote()),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 404, 500]);
  for (const { headers } of answers)
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
      'cache-control': 'no-store',
    });
});

describe('a valid request', () => {
  it('is answered by the contract, and not cached', async () => {
    const { status, headers, body } = await system().call(vote());
    expect(status).toBe(200);
    expect(body).toEqual(VOTE);
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it('is answered compressed if the client accepts it and the result is shorter', async () => {
    const long = { ...VOTE, comment: '费用过高'.repeat(200) };
    const taking = (encodings: string) =>
      vote({ headers: { ...JSON_TYPE, 'accept-encoding': encodings } });
    const { call } = system(() => long);
    const plain = await call(vote());
    expect(plain.headers).not.toHaveProperty('Content-Encoding');
    for (const encodings of ['gzip', 'br, gzip;q=0.5', '*']) {
      const { headers, body, size } = await call(taking(encodings));
      expect(headers).toMatchObject({ 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' });
      expect(body).toEqual(plain.body);
      expect(size).toBeLessThan(plain.size / 5);
    }
    for (const encodings of ['', 'identity', 'br', 'gzip;q=0'])
      expect((await call(taking(encodings))).size).toBe(plain.size);
    const short = await system(() => ({ ...VOTE, comment: '' })).call(taking('gzip'));
    expect(short.body).toMatchObject({ choice: 'approve' });
  });

  it('may have its body in base 64, and its headers in any case', async () => {
    const { call, bodies } = system();
    const body = Buffer.from(JSON.stringify({ choice: 'oppose', comment: '费用过高' })).toString(
      'base64',
    );
    const headers = { 'Content-Type': 'Application/JSON; charset=utf-8' };
    expect((await call(vote({ body, base64: true, headers }))).status).toBe(200);
    expect(bodies).toEqual([{ choice: 'oppose', comment: '费用过高' }]);
  });

  it('returns a file byte for byte', async () => {
    const { call, bodies } = system(() => ({
      preview: false,
      created: 0,
      duplicates: 0,
      withdrawn: 0,
      rejected: 0,
      rows: [],
    }));
    const bytes = Buffer.from([0xbd, 0xf0, 0xb5, 0xe3]);
    const { status } = await call({
      routeKey: routeKey(importIdeas),
      subject: SUBJECT,
      path: { organization: 'huatai' },
      headers: { 'content-type': 'text/csv' },
      body: bytes.toString('base64'),
      base64: true,
    });
    expect(status).toBe(200);
    expect(bodies).toEqual([new Uint8Array(bytes)]);
  });

  it('needs no token on a public route', async () => {
    expect(
      (await system(() => ({ openapi: '3.1.0' })).call({ routeKey: routeKey(getOpenApi) })).status,
    ).toBe(200);
  });

  it('is answered without anything that the contract does not name', async () => {
    const { body } = await system(() => ({ ...VOTE, voter: 'HT0132' })).call(vote());
    expect(body).toEqual(VOTE);
  });
});

describe('a caller', () => {
  it.each([
    ['without a token', undefined],
    ['with a token without a subject', ''],
    ['with a subject that is no text', 7],
  ])('%s is asked to sign in', async (_, subject) => {
    for (const routed of [vote(), { routeKey: routeKey(getMe) }]) {
      const { status, body } = await system().call({ ...routed, subject });
      expect([status, body.code]).toEqual([401, 'not-signed-in']);
    }
  });

  it('from outside learns nothing of an organization, not even that it exists', async () => {
    const strange = await system().call(vote({ subject: 'somebody-else' }));
    const none = await system().call(vote({ path: { organization: 'nowhere', idea: IDEA } }));
    expect(strange.status).toBe(404);
    expect(none).toEqual(strange);
  });

  it('without the role learns which one is needed, before the body is checked', async () => {
    const { status, body } = await system(undefined, ['employee', 'manager']).call(
      vote({ body: '{' }),
    );
    expect([status, body.code]).toEqual([403, 'role-required']);
    expect(body.detail).toContain('评委、主任委员');
  });

  it('cannot take a role in the request', async () => {
    const headers = { ...JSON_TYPE, 'x-role': 'chair', 'x-roles': 'committee' };
    expect((await system(undefined, ['employee']).call(vote({ headers }))).status).toBe(403);
  });
});

describe('an invalid request', () => {
  it.each<[string, Partial<Sent>, number, string]>([
    ['to nowhere', { routeKey: 'GET /api/nowhere' }, 404, 'no-such-route'],
    ['to the gateway’s default', { routeKey: '$default' }, 404, 'no-such-route'],
    [
      'about a wrong id',
      { path: { organization: 'huatai', idea: '2026-10-x' } },
      400,
      'invalid-request',
    ],
    [
      'of a wrong organization',
      { path: { organization: 'ORG#huatai', idea: IDEA } },
      400,
      'invalid-request',
    ],
    ['without a path', { path: {} }, 400, 'invalid-request'],
    ['with an unknown query', { query: { as: 'chair' } }, 400, 'invalid-request'],
    [
      'of another type',
      { headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['of no type', { headers: {} }, 415, 'unsupported-media-type'],
    ['that is not JSON', { body: '{"choice":' }, 400, 'malformed-json'],
    ['that is empty', { body: '' }, 400, 'malformed-json'],
    [
      'that is no UTF-8',
      { body: Buffer.from([0x22, 0xbd, 0xf0, 0x22]).toString('base64'), base64: true },
      400,
      'malformed-json',
    ],
    [
      'over 256 KB',
      saying({ choice: 'approve', comment: 'x'.repeat(256 * 1024) }),
      413,
      'body-too-large',
    ],
    ['over 256 KB only in bytes', saying('字'.repeat(100_000)), 413, 'body-too-large'],
    [
      'with an unknown field',
      saying({ choice: 'approve', voter: 'HT0001' }),
      400,
      'invalid-request',
    ],
    ['with a wrong choice', saying({ choice: 'maybe' }), 400, 'invalid-request'],
    [
      'with a prototype for a field',
      { body: '{"choice":"approve","__proto__":{"x":1}}' },
      400,
      'invalid-request',
    ],
    [
      'with a key that cannot be seen',
      { headers: { ...JSON_TYPE, 'idempotency-key': 'a b' } },
      400,
      'invalid-request',
    ],
    [
      'with an endless key',
      { headers: { ...JSON_TYPE, 'idempotency-key': 'k'.repeat(256) } },
      400,
      'invalid-request',
    ],
  ])('— %s — is refused, and never runs', async (_, changes, status, code) => {
    const { call, bodies } = system();
    const refused = await call(vote(changes));
    expect([refused.status, refused.body.code, refused.body.requestId]).toEqual([
      status,
      code,
      'request-7',
    ]);
    expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(bodies).toEqual([]);
  });

  it('names the field and the rule, in the caller’s language', async () => {
    const wrong = saying({ choice: 'approve', voter: 'HT0001' });
    const english = await system().call(
      vote({ ...wrong, headers: { ...JSON_TYPE, 'accept-language': 'en' } }),
    );
    expect(english.body.errors).toEqual([
      { field: 'voter', rule: 'unknown-field', detail: 'There is no such field' },
    ]);
    expect(english.headers['content-language']).toBe('en');
    const chinese = await system().call(vote(wrong));
    expect(chinese.body.errors).toEqual([
      { field: 'voter', rule: 'unknown-field', detail: '没有这一项' },
    ]);
    expect(chinese.headers['content-language']).toBe('zh');
  });
});

const failing = (error: unknown) => () => {
  throw error;
};
const named = (name: string) => Object.assign(new Error(`${name} on ORG#huatai`), { name });

describe('an unexpected error', () => {
  it('is a 500 with the request id, and nothing of the error', async () => {
    const { status, body } = await system(
      failing(new Error(`cannot read ${IDEA_TEXT} of HT0132`)),
    ).call(vote());
    expect([status, body.code, body.requestId]).toEqual([500, 'internal', 'request-7']);
    const text = JSON.stringify(body);
    expect([IDEA_TEXT, 'HT0132', 'cannot read', '.ts'].filter(told => text.includes(told))).toEqual(
      [],
    );
  });

  it('is a 500 even if the thrown value is no error', async () => {
    expect((await system(failing('just a text')).call(vote())).status).toBe(500);
  });

  it('is a 500 if a reply violates the contract', async () => {
    const { status, body } = await system(() => ({ ...VOTE, tally: { approve: -1 } })).call(vote());
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(body)).not.toContain('tally');
  });

  it.each([
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'TransactionCanceledException',
    'TimeoutError',
  ])('— %s — is a 503 that asks to come back', async name => {
    const { call, logged } = system(failing(named(name)));
    const { status, headers, body } = await call(vote());
    expect([status, body.code, headers['retry-after']]).toEqual([503, 'busy', '1']);
    expect(logged.map(({ level }) => level).toSorted()).toEqual(['info', 'warn']);
  });
});

it('an item of a newer release is a 503 of its own kind, which the log names with its version', async () => {
  const { call, logged } = system(failing(new NewerItem('vote', 1, 2)));
  const { status, headers, body } = await call(vote());
  expect([status, body.code, headers['retry-after']]).toEqual([503, 'newer-item', '60']);
  const failed = logged.filter(({ level }) => level === 'error');
  expect(failed).toMatchObject([
    { fields: { error: 'NewerItem', item: 'vote', known: 1, found: 2 } },
  ]);
});

describe('the log', () => {
  const secrets = [
    IDEA_TEXT,
    'HT0132',
    SUBJECT,
    'Bearer',
    'header.payload.signature',
    '费用过高',
    'private-key',
  ];
  const toldBy = (logged: readonly unknown[]) =>
    secrets.filter(secret => JSON.stringify(logged).includes(secret));
  const spoken = vote({
    ...saying({ choice: 'oppose', comment: '费用过高' }),
    headers: { ...JSON_TYPE, 'idempotency-key': 'private-key' },
  });

  it('has one line a request: route, status and duration', async () => {
    const { call, logged } = system();
    await call(spoken);
    expect(logged).toEqual([
      {
        level: 'info',
        message: 'request',
        fields: {
          requestId: 'request-7',
          route: routeKey(castVote),
          status: 200,
          milliseconds: expect.any(Number),
        },
      },
    ]);
  });

  it('has the status of a failure, and its place in the code', async () => {
    const { call, logged } = system(failing(new RangeError('out of range')));
    await call(spoken);
    expect(logged.find(({ message }) => message === 'request')?.fields.status).toBe(500);
    const failed = logged.find(({ level }) => level === 'error');
    expect(failed?.fields).toMatchObject({ requestId: 'request-7', error: 'RangeError' });
    expect(failed?.fields.frames).toContainEqual(expect.stringContaining('api.test.ts'));
  });

  it('has no member, no text and no token, whatever happens', async () => {
    const bad = saying({ choice: IDEA_TEXT, comment: '费用过高', HT0132: 1 });
    for (const [run, sent] of [
      [() => VOTE, spoken],
      [() => VOTE, { ...spoken, ...bad }],
      [() => VOTE, { ...spoken, subject: undefined }],
      [() => VOTE, { ...spoken, body: IDEA_TEXT }],
      [failing(new Error(`cannot store ${IDEA_TEXT}\n    of HT0132`)), spoken],
      [
        failing(Object.assign(new Error(`${SUBJECT}: HT0132`), { name: 'ThrottlingException' })),
        spoken,
      ],
      [() => ({ ...VOTE, choice: IDEA_TEXT, comment: 7 }), spoken],
    ] as const) {
      const { call, logged } = system(run);
      await call(sent);
      expect(logged.length).toBeGreaterThan(0);
      expect(toldBy(logged)).toEqual([]);
    }
  });
});
