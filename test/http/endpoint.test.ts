/**
 * The optional parts of a route: the expected version in the request, and answers other than JSON.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { routeKey } from '../../shared/contract/route.ts';
import { decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { getBulletin } from '../../shared/contract/routes/numbers.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { api } from '../../shared/http/api.ts';
import {
  answer,
  anybody,
  type Directory,
  type Endpoint,
  endpoint,
  memberOf,
  serving,
} from '../../shared/http/endpoint.ts';
import type { AnyRefusal } from '../../shared/http/refusal.ts';
import { API_HEADERS } from '../../shared/http/security-headers.ts';
import { gatewayEvent, type Sent } from '../sample/gateway-event.ts';
import { newMember } from '../sample/members.ts';

const chair = newMember('HT0001', ['chair']);
const directory: Directory = { find: async () => chair, people: async () => new Map() };
const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function call(endpoint: Endpoint, changes: Partial<Sent> = {}) {
  const handler = api([endpoint], { log: LOG });
  const event = gatewayEvent({
    routeKey: routeKey(endpoint.route),
    subject: chair.subject,
    path: { organization: 'huatai', idea: '2026-10-0123456789abcdefghjkmnpqrs' },
    ...changes,
  });
  const {
    statusCode,
    headers = {},
    body = '',
  } = await handler(event, {} as Parameters<typeof handler>[1]);
  return { status: statusCode, headers, body };
}

/**
 * A route that changes something, with a precondition or without, and the versions of its requests.
 */
function changing(precondition?: 'required' | 'optional') {
  const route = {
    ...decideIdea,
    ...(precondition && { precondition }),
    body: { type: 'none', schema: z.undefined() },
    success: { status: 200, reply: z.string() },
  } as const;
  const versions: unknown[] = [];
  const made = endpoint(route, memberOf(directory), async ({ expectedVersion }) => {
    versions.push(expectedVersion);
    return answer('done');
  });
  const given = (ifMatch?: string) =>
    call(made, { headers: ifMatch === undefined ? {} : { 'If-Match': ifMatch } });
  return { given, versions };
}

describe('the expected version', () => {
  it.each([
    ['"7"', 7],
    ['"0"', 0],
    [' "12" ', 12],
  ])('— %s — is handed on', async (header, version) => {
    for (const precondition of ['required', 'optional'] as const) {
      const { given, versions } = changing(precondition);
      expect((await given(header)).status).toBe(200);
      expect(versions).toEqual([version]);
    }
  });

  it('is required if the route says so, and optional if not', async () => {
    const { given, versions } = changing('required');
    const { status, body } = await given();
    expect([status, JSON.parse(body).code, versions]).toEqual([428, 'precondition-required', []]);
    const optional = changing('optional');
    expect((await optional.given()).status).toBe(200);
    expect(optional.versions).toEqual([undefined]);
  });

  it.each(['7', '*', 'W/"7"', '"7", "8"', '"07"', '"-1"', '"1e3"', '"9999999999999999"', '""', ''])(
    '— %j — is refused with the header’s name unless it is one of our entity tags',
    async header => {
      for (const precondition of ['required', 'optional'] as const) {
        const { given, versions } = changing(precondition);
        const { status, body } = await given(header);
        const { code, errors } = JSON.parse(body);
        expect([status, code, errors[0].field, versions]).toEqual([
          400,
          'invalid-request',
          'If-Match',
          [],
        ]);
      }
    },
  );

  it('is ignored on a route without a precondition', async () => {
    const { given, versions } = changing();
    expect((await given('*')).status).toBe(200);
    expect(versions).toEqual([undefined]);
  });
});

describe('a refusal', () => {
  const refusing = (refusal: AnyRefusal) =>
    call(
      serving(
        { ...decideIdea, body: { type: 'none', schema: z.undefined() } },
        memberOf(directory),
        async () => err(refusal),
      ),
    );

  it('has the time of the next try, if it is known', async () => {
    const { status, headers } = await refusing({
      code: 'too-many-guesses',
      retryAfterSeconds: 1260,
    });
    expect([status, headers['retry-after']]).toEqual([429, '1260']);
  });

  it('has no such time if it is unknown', async () => {
    const { status, headers } = await refusing({ code: 'version-mismatch', current: 8 });
    expect(status).toBe(412);
    expect(headers).not.toHaveProperty('retry-after');
  });
});

const file = {
  ...getBulletin,
  access: { who: 'anybody' },
  success: { status: 200, type: 'text/csv', reply: z.string() },
} as const;
const ofRound = { subject: undefined, path: { organization: 'huatai', round: '2026-10' } };

describe('a file', () => {
  it('is returned unchanged, with its own type and headers', async () => {
    const text = '\ufeff"序号"\r\n1\r\n';
    const link = '</api/next>; rel="next"';
    const { status, headers, body } = await call(
      endpoint(file, anybody, async () => answer(text, { link })),
      ofRound,
    );
    expect([status, body]).toEqual([200, text]);
    expect(headers).toEqual({
      ...API_HEADERS,
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-store',
      link,
    });
  });

  it('is refused with a problem document like anything else', async () => {
    const refusing = endpoint(file, anybody, async () => ({
      ok: false,
      refusal: { code: 'not-found', what: 'round' },
    }));
    const { status, headers } = await call(refusing, ofRound);
    expect([status, headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });
});

describe('a public route', () => {
  const bulletin = endpoint(file, anybody, async ({ path, query, language }) =>
    answer([path.organization, path.round, query.cursor, language].join(' ')),
  );

  it('is called by path and query, without a token', async () => {
    const { body } = await call(bulletin, {
      ...ofRound,
      query: { cursor: '3' },
      headers: { 'accept-language': 'en' },
    });
    expect(body).toBe('huatai 2026-10 3 en');
  });

  it.each([
    ['a wrong round', { path: { organization: 'huatai', round: '2026-13' } }],
    ['an unknown query', { query: { as: 'chair' } }],
  ])('is refused for %s', async (_, changes) => {
    expect((await call(bulletin, { ...ofRound, ...changes })).status).toBe(400);
  });
});

it('a handler with a refusal that its route does not list does not compile', () => {
  const { refusals } = getBulletin;
  // @ts-expect-error No bulletin is refused for want of a quorum.
  endpoint(file, anybody, async () => err({ code: 'no-quorum', quorum: 3 }));
  expect(refusals).not.toContain('no-quorum');
});
