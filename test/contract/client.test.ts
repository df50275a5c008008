/** The typed client: its requests, and the error for each kind of failure. */
import { describe, expect, it } from 'vitest';
import { createCall } from '../../shared/contract/client.ts';
import {
  ApiProblem,
  GatewayFailure,
  isProblem,
  NetworkFailure,
  UnexpectedReply,
} from '../../shared/contract/client-errors.ts';
import { decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import {
  importIdeas,
  listIdeas,
  submitIdea,
  supportIdea,
} from '../../shared/contract/routes/ideas.ts';
import { getRound } from '../../shared/contract/routes/organization.ts';
import { problem } from '../../shared/contract/schemas/problem.ts';
import { worthAnotherTry } from '../../web/api/query-client.ts';
import * as names from '../sample/names.ts';

const organization = names.organization('huatai');
const round = names.round('2026-11');
const idea = names.idea('2026-11-0123456789abcdefghjkmnpqrs');

function clientAnswering(answer: () => Response) {
  const sent: { url: string; init: RequestInit }[] = [];
  const call = createCall({
    fetch: async (url, init) => {
      sent.push({ url, init });
      return answer();
    },
    accessToken: async () => 'token',
    language: () => 'zh-CN',
  });
  const header = (name: string): string | null => new Headers(sent[0]?.init.headers).get(name);
  return { call, sent, header };
}

const json = (status: number, body: unknown) => () =>
  new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string) =>
  json(status, { type: `/problems/${code}`, title: code, status, code });

describe('a request', () => {
  it('has its path and query, the caller’s token and language', async () => {
    const { call, sent, header } = clientAnswering(json(200, { items: [] }));
    await call(listIdeas, {
      path: { organization, round },
      query: { category: names.category('安全') },
    });
    expect(sent[0]?.url).toBe(
      `/api/organizations/huatai/rounds/2026-11/ideas?category=${encodeURIComponent('安全')}`,
    );
    expect(header('authorization')).toBe('Bearer token');
    expect(header('accept-language')).toBe('zh-CN');
    expect(header('content-type')).toBeNull();
  });

  it('has JSON with the idempotency key', async () => {
    const { call, sent, header } = clientAnswering(refusal(422, 'unknown-category'));
    const body = {
      title: '行车限位',
      category: names.category('安全'),
      problem: '没有',
      proposal: '加装',
    };
    await expect(
      call(submitIdea, { path: { organization }, body, idempotencyKey: 'k1' }),
    ).rejects.toThrow(ApiProblem);
    expect(header('idempotency-key')).toBe('k1');
    expect(header('content-type')).toBe('application/json');
    expect(sent[0]?.init.body).toBe(JSON.stringify(body));
  });

  it('has the expected version, as an entity tag', async () => {
    const route = { ...decideIdea, precondition: 'required' } as const;
    const { call, header } = clientAnswering(refusal(412, 'version-mismatch'));
    const request = {
      path: { organization, idea },
      body: { outcome: 'adopted' },
      ifMatch: 7,
    } as const;
    await expect(call(route, request)).rejects.toMatchObject({
      problem: { code: 'version-mismatch' },
    });
    expect(header('if-match')).toBe('"7"');
  });

  it('has a file unchanged', async () => {
    const { call, sent, header } = clientAnswering(
      json(200, {
        preview: false,
        created: 0,
        duplicates: 0,
        withdrawn: 0,
        rejected: 0,
        rows: [],
      }),
    );
    const file = new Blob([new Uint8Array([0xd0, 0xf2])], { type: 'application/vnd.ms-excel' });
    await call(importIdeas, { path: { organization }, body: file });
    expect(sent[0]?.init.body).toBe(file);
    expect(header('content-type')).toBe('text/csv');
  });
});

describe('a reply', () => {
  it('is checked by the route’s schema', async () => {
    const { call } = clientAnswering(json(200, { supported: true }));
    expect(await call(supportIdea, { path: { organization, idea } })).toEqual({ supported: true });
  });

  it('is unexpected when the contract does not know it', async () => {
    const { call } = clientAnswering(json(200, { supported: 'yes' }));
    await expect(call(supportIdea, { path: { organization, idea } })).rejects.toThrow(
      UnexpectedReply,
    );
  });

  const path = { organization, round };
  const csv = (text: string, link?: string) => () =>
    new Response(text, { headers: { 'content-type': 'text/csv', ...(link && { link }) } });

  it('is the text of a file with its byte order mark, and the address of the next part', async () => {
    const cursor = `2_${idea}`;
    const next = `</api/organizations/huatai/rounds/2026-11/ideas.csv?cursor=${cursor}>; rel="next"`;
    const { call, header } = clientAnswering(csv('\ufeff序号\r\n', next));
    expect(await call(exportIdeas, { path })).toEqual({
      text: '\ufeff序号\r\n',
      nextCursor: cursor,
    });
    expect(header('accept')).toContain('text/csv');
    const last = clientAnswering(csv('1\r\n'));
    expect(await last.call(exportIdeas, { path })).toEqual({ text: '1\r\n' });
  });

  it.each([['</api/x>; rel="next"'], ['<http://[>; rel="next"']])(
    'is unexpected if a file continues at %s, rather than a file cut short',
    async link => {
      const { call } = clientAnswering(csv('序号\r\n', link));
      await expect(call(exportIdeas, { path })).rejects.toThrow(UnexpectedReply);
    },
  );

  it('is no file if a proxy answers with a page', async () => {
    const { call } = clientAnswering(
      () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } }),
    );
    await expect(call(exportIdeas, { path })).rejects.toThrow(UnexpectedReply);
  });

  it('is a problem when the API refuses', async () => {
    const { call } = clientAnswering(refusal(409, 'changed-meanwhile'));
    await expect(call(getRound, { path: { organization, round } })).rejects.toMatchObject({
      problem: { code: 'changed-meanwhile', status: 409 },
    });
  });

  it.each([
    [401, '{"message":"Unauthorized"}'],
    [403, '{"message":"Forbidden"}'],
    [413, '{"message":"Request Entity Too Large"}'],
    [429, '{"message":"Too Many Requests"}'],
    [500, '{"message":"Internal Server Error"}'],
    [502, '<h1>Bad gateway</h1>'],
    [503, '{"message":"Service Unavailable"}'],
    [504, ''],
  ])(
    'is the gateway’s own answer where no handler got to see the request: %i',
    async (status, body) => {
      const { call } = clientAnswering(() => new Response(body, { status }));
      const failure = await call(getRound, { path: { organization, round } }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(GatewayFailure);
      expect(failure).toMatchObject({ status });
    },
  );

  it('is unexpected if neither has the form of a problem', async () => {
    const { call } = clientAnswering(json(404, { message: 'Not Found' }));
    await expect(call(getRound, { path: { organization, round } })).rejects.toThrow(
      UnexpectedReply,
    );
  });

  it('is a network failure when nothing comes back, and only such a request is repeated', async () => {
    const { call } = clientAnswering(() => {
      throw new TypeError('Failed to fetch');
    });
    const failure = await call(getRound, { path: { organization, round } }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(NetworkFailure);
    expect(worthAnotherTry(new NetworkFailure())).toBe(true);
    expect(worthAnotherTry(new UnexpectedReply(200))).toBe(false);
  });
});

describe('a problem document', () => {
  const whole = {
    type: '/problems/not-found',
    title: 'Not found',
    status: 404,
    detail: 'There is no such idea.',
    code: 'not-found',
    requestId: 'r1',
    errors: [{ field: 'title', rule: 'length', detail: 'too long' }],
  };
  it.each([
    whole,
    { ...whole, detail: undefined, requestId: undefined, errors: undefined },
    { ...whole, more: true },
    ...Object.keys(whole).map(name => ({ ...whole, [name]: null })),
    ...['type', 'title', 'status', 'code'].map(name => ({ ...whole, [name]: undefined })),
    { ...whole, status: '404' },
    { ...whole, errors: [{ field: 'title', rule: 'length' }] },
    { ...whole, errors: [null] },
    { message: 'Unauthorized' },
    [],
    'not found',
    undefined,
  ])('is known by hand as by its schema: %j', answer => {
    expect(isProblem(answer)).toBe(problem.safeParse(answer).success);
  });
});
