/**
 * The functions as they are deployed: each synthesized bundle, with the environment of its
 * template, runs under the runtime API beside a local system, on the same table. Requests get the
 * same answer from both; what the stream, the schedules and the operator send is answered as well.
 */
import { lookup } from 'node:dns/promises';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ensureTable } from '../../infra/local/create-table.ts';
import { type Gateway, type LambdaHandler, openGateway } from '../../infra/local/gateway.ts';
import { localHash, localPhotoSecret } from '../../infra/local/keyed-hash.ts';
import { arrivalOf, BUCKETS } from '../../infra/local/object-store/store.ts';
import { readState } from '../../infra/local/persisted-state.ts';
import { ACCOUNTS } from '../../infra/local/sample/accounts.ts';
import { beginningFor } from '../../infra/local/sample/rounds.ts';
import { sampleClient } from '../../infra/local/sample-client.ts';
import { secretHeaders } from '../../infra/local/secret.ts';
import { CLIENT_ID, SCOPE, SIGN_IN_PATH } from '../../infra/local/sign-in.ts';
import { asEvent } from '../../infra/local/stream.ts';
import { type System, startSystem } from '../../infra/local/system.ts';
import { accessToken } from '../../infra/local/token.ts';
import { version } from '../../package.json';
import { localDate, memberId, organizationId, photoId } from '../../shared/contract/fields.ts';
import { type Audience, addressOf, type Route } from '../../shared/contract/route.ts';
import { putTargets } from '../../shared/contract/routes/administration.ts';
import { castVote, decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import { getStatistics } from '../../shared/contract/routes/numbers.ts';
import { getPhoto, showPhoto, startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import { returnIdea } from '../../shared/contract/routes/screening.ts';
import { searchIdeas } from '../../shared/contract/routes/search.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import { openUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import { newIdea } from '../../shared/contract/schemas/idea.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';
import { ORIGIN_HEADER } from '../../shared/http/origin.ts';
import { uploadKey } from '../../shared/store/pictures.ts';
import { freshDatabase } from '../fresh-table.ts';
import { type Deployment, deploy, synthesizeFunctions } from '../infra/lambda/deployment.ts';
import { gatewayEvent } from '../sample/gateway-event.ts';
import { jpegOfPhone } from '../sample/pictures.ts';

const SECRET = 'the-secret-between-cloudfront-and-the-api';
const DAY = 24 * 60 * 60 * 1000;
const TABLE = 'golden-ideas';
const FIRM = 'huatai';
const NEW_IDEA = {
  title: '行车限位加装声光报警',
  problem: '行车靠近限位时没有提示',
  proposal: '加装声光报警器',
  category: '安全',
} as const;

const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
const database = freshDatabase();
const now = instantOf(Date.now());
let system: System;
let deployment: Deployment;
let gateway: Gateway;
/** An idea that is done, of a round whose publication is due. */
let done: IdeaId;
let round = '';
/** A photo that is ready. */
let photo = '';
let objects = '';

beforeAll(async () => {
  // First, as connections that wait meanwhile would be closed.
  const synthesized = synthesizeFunctions();
  gateway = await openGateway(0);
  const address = `http://localhost:${gateway.port}`;
  system = await startSystem({ port: 0, folder, database, at: beginningFor(now) });
  const { hashKey, keys } = await readState(folder);
  const issuer = `${address}/pool`;
  objects = await addressOfObjects();
  deployment = await deploy(synthesized, {
    connection: database,
    table: TABLE,
    hash: localHash(hashKey),
    objects,
    references: {
      ORIGIN_SECRETS: SECRET,
      PHOTO_SECRET: localPhotoSecret(hashKey),
      ADDRESS: address,
      ISSUER: issuer,
      CLIENT_ID: 'canary-client',
      CLIENT_SECRET: 'secret',
      PASSWORD: 'a-long-password',
    },
  });
  const signIn = `${system.address}${SIGN_IN_PATH}`;
  const ofNobody = new SignJWT({ client_id: CLIENT_ID, scope: SCOPE, sub: 'canary' })
    .setProtectedHeader({ alg: 'RS256', kid: 'local' })
    .setIssuer(signIn)
    .setExpirationTime('1h');
  gateway.serve({
    handlers: {
      employee: behind('employee'),
      committee: behind('committee'),
      manager: behind('manager'),
      administrator: behind('administrator'),
      search: behind('search'),
      photos: behind('photos'),
      zone: behind('zone'),
    },
    tokens: {
      issuer: signIn,
      audience: CLIENT_ID,
      scope: SCOPE,
      keys: await (await fetch(`${signIn}/jwks`)).json(),
    },
    throttles: undefined,
    clock: { now: () => instantOf(Date.now()) },
    written: () => undefined,
    rest: async (request, response, { pathname }) => {
      const answer = (body: unknown) => void response.end(JSON.stringify(body));
      switch (`${request.method} ${pathname}`) {
        case 'GET /':
          response.setHeader('content-security-policy', "default-src 'self'");
          return void response.setHeader('content-type', 'text/html').end('<p>');
        case 'GET /config.json':
        case 'GET /pool/.well-known/openid-configuration':
          return answer({ issuer });
        case 'POST /':
          return answer({
            AuthenticationResult: { AccessToken: await ofNobody.sign(keys.signing) },
          });
        default:
          response.writeHead(404).end();
      }
    },
    failed: error => console.error(error),
  });
  await playUntilDone();
});
afterAll(async () => {
  await gateway?.stop();
  await deployment?.stop();
  await system?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Where the system stores pictures, as a form of an upload says it. */
async function addressOfObjects(): Promise<string> {
  const { upload } = await startUpload('system');
  const { hostname, port } = new URL(upload.url);
  const { address, family } = await lookup(hostname);
  // By a number: the client puts the bucket before a name.
  return `http://${family === 6 ? `[${address}]` : address}:${port}`;
}

const uploadStarted = z.object({
  photo: z.string(),
  upload: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
});

async function startUpload(to: 'bundles' | 'system') {
  const body = { contentType: 'image/jpeg', bytes: 90_000 };
  const begun = await ask(to, startPhotoUpload, { body, key: crypto.randomUUID() });
  expect([begun.status, begun.status === 201 ? '' : begun.body]).toEqual([201, '']);
  return uploadStarted.parse(JSON.parse(begun.body));
}

async function invoke(name: string, event: unknown): Promise<unknown> {
  const found = deployment.functions.get(name);
  if (!found) throw new Error(`no function ${name}`);
  return found.invoke(event);
}

/** A function's bundle behind the gateway, as CloudFront leads to it. */
function behind(audience: Audience): LambdaHandler {
  return async event => {
    const headers = { ...event.headers, [ORIGIN_HEADER]: SECRET };
    return (await invoke(audience, { ...event, headers })) as APIGatewayProxyStructuredResultV2;
  };
}

async function moveClock(to: string): Promise<void> {
  const headers = secretHeaders(system.secret);
  const { address } = system;
  const reply = await fetch(`${address}/local/clock`, { method: 'POST', body: to, headers });
  if (!reply.ok) throw new Error(await reply.text());
}

/** An idea goes its way in the local system, which then stands a month ago. */
async function playUntilDone(): Promise<void> {
  const as = (account: string) => sampleClient(system.address, account);
  const organization = organizationId.parse(FIRM);
  const submitted = await (await as('HT0132'))(submitIdea, {
    path: { organization },
    body: newIdea.parse(NEW_IDEA),
    idempotencyKey: 'first',
  });
  ({ id: done, round } = submitted);
  await moveClock(instantOf(Date.parse(beginningFor(now)) + 2 * DAY + DAY / 24));
  const idea = { path: { organization, idea: done } } as const;
  for (const account of ['HT0022', 'HT0033', 'HT0044', 'HT0055'])
    await (await as(account))(castVote, { ...idea, body: { choice: 'approve' } });
  const [secretary, chair, owner] = [await as('HT0274'), await as('HT0011'), await as('HT0041')];
  await chair(decideIdea, { ...idea, body: { outcome: 'adopted', reply: '请尽快安排。' } });
  await secretary(assignIdea, {
    ...idea,
    body: { owner: memberId.parse('HT0041'), due: localDate.parse(now.slice(0, 10)) },
  });
  await owner(completeIdea, { ...idea, body: { done: '已装好', claimedBenefit: 20_000 } });
  await system.settled();
}

describe('the schedule', () => {
  it('has due-rounds call deliberation-cycle, which takes the steps that are due', async () => {
    expect(await invoke('due-rounds', {})).toMatchObject({
      steps: expect.arrayContaining([{ organization: FIRM, round, step: 'publish' }]),
      nextDueAt: expect.any(String),
    });
    // The local system finds nothing left to do.
    await moveClock(now);
    expect(await invoke('due-rounds', {})).toMatchObject({ steps: [] });
    await system.settled();
  });
});

describe('a photo', () => {
  it('is taken by a form that its function signs', async () => {
    const { upload } = await startUpload('bundles');
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(await jpegOfPhone())]));
    const { status } = await fetch(upload.url, { method: 'POST', body: form });
    expect(status).toBe(204);
  });

  it('is cleaned by another function', async () => {
    ({ photo } = await startUpload('bundles'));
    const Key = uploadKey(organizationId.parse(FIRM), photoId.parse(photo));
    // Past the form, so that the local system is not told of it.
    const s3 = new S3Client({ ...database, endpoint: objects, forcePathStyle: true });
    await s3.send(
      new PutObjectCommand({ Bucket: BUCKETS.uploads, Key, Body: await jpegOfPhone() }),
    );
    s3.destroy();
    expect(await invoke('photo-cleaning', arrivalOf(Key, 1))).toBeNull();
    const { body } = await ask('bundles', getPhoto);
    expect(JSON.parse(body)).toMatchObject({ state: 'ready', width: 48, height: 64 });
  });

  it('is shown by its signed address, as by the local system', async () => {
    const { body } = await ask('bundles', getPhoto);
    const address = z.object({ small: z.string() }).parse(JSON.parse(body)).small;
    const { pathname, searchParams } = new URL(address, system.address);
    const sent = { path: { size: 'small' }, query: Object.fromEntries(searchParams) };
    expect(pathname).toContain(photo);
    const [one, other] = [
      await ask('bundles', showPhoto, sent),
      await ask('system', showPhoto, sent),
    ];
    expect([one.status, one.headers['content-type']]).toEqual([200, 'image/jpeg']);
    // The local clock may be some minutes behind: the headers say how long the picture keeps.
    expect(one.body).toBe(other.body);
  });
});

/** Who may ask for a route: nobody in particular, or the first account with one of its roles. */
function accountFor({ access }: Route): string | undefined {
  switch (access.who) {
    case 'anybody':
      return undefined;
    case 'signed-in':
      return 'HT0132';
    case 'zone-members':
      return 'XH0001';
    case 'members': {
      const found = ACCOUNTS.find(
        ({ tenant, roles }) =>
          tenant === FIRM && roles.some(role => access.roles.some(one => one === role)),
      );
      if (!found) throw new Error(`nobody is ${access.roles}`);
      return found.account;
    }
  }
}

interface Sent {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
}

const tokens = new Map<string, Promise<string>>();

/** Sends a request to the bundles or to the local system. What is each answer's own is left out. */
async function ask(to: 'bundles' | 'system', route: Route, sent: Sent = {}) {
  const account = accountFor(route);
  const token = account === undefined ? undefined : await tokenOf(account);
  const path = { organization: FIRM, zone: 'xuanhua', round, idea: done, member: 'HT0132' };
  const base = to === 'bundles' ? `http://localhost:${gateway.port}` : system.address;
  const reply = await fetch(
    base +
      addressOf(route, { ...path, comment: '0'.repeat(26), photo, ...sent.path }, sent.query ?? {}),
    {
      method: route.method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...(sent.key !== undefined && { 'idempotency-key': sent.key }),
      },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    },
  );
  const headers = Object.fromEntries(reply.headers);
  for (const name of ['date', 'connection', 'keep-alive']) delete headers[name];
  const body = (await reply.text())
    .replace(/"requestId":"[^"]+"/, '"requestId":"…"')
    .replace(/^(\{"organization":"[^"]+","at":)"[^"]+"/, '$1"now"');
  return { status: reply.status, headers, body };
}

function tokenOf(account: string): Promise<string> {
  const found = tokens.get(account) ?? accessToken(system.address, account);
  tokens.set(account, found);
  return found;
}

const READS = ROUTES.filter(({ method }) => method === 'GET');

describe('a read', () => {
  const statuses = new Map<Audience, number[]>();

  it.for(READS)('$id is answered as by the local gateway', async route => {
    const span = { query: { from: round, to: round } };
    const queries: Readonly<Record<string, object>> = {
      getSeries: span,
      exportSeries: span,
      getZoneSeries: span,
      exportZoneSeries: span,
      searchIdeas: { query: { q: '行车' } },
    };
    const sent = queries[route.id] ?? {};
    const answer = await ask('bundles', route, sent);
    expect(answer).toEqual(await ask('system', route, sent));
    expect(answer.status).toBeLessThan(500);
    statuses.set(route.audience, [...(statuses.get(route.audience) ?? []), answer.status]);
  });

  it('is answered by each audience', () => {
    for (const { audience } of READS) expect(statuses.get(audience), audience).toContain(200);
  });
});

describe('a write', () => {
  it.for([
    [submitIdea, 201, { body: { ...NEW_IDEA, title: '铸造平台加装护栏' }, key: 'second' }],
    [acceptIdea, 200, { body: { verifiedBenefit: 18_000 } }],
    [putTargets, 200, { body: { ideas: 40, adoptionRate: { numerator: 1, denominator: 4 } } }],
  ] as const)(
    '%# is stored, and answered like its repetition by both',
    async ([route, status, sent]) => {
      const first = await ask('bundles', route, sent);
      expect([first.status, first.status === status ? '' : first.body]).toEqual([status, '']);
      const again = await ask('bundles', route, sent);
      expect(again).toEqual(await ask('system', route, sent));
    },
  );

  it('by the committee moves an idea, which the local system sees moved', async () => {
    const made = await ask('bundles', submitIdea, { body: NEW_IDEA, key: 'third' });
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(made.body));
    const sent = { path: { idea: id }, body: { reason: '请补充现状照片' } };
    const returned = await ask('bundles', returnIdea, sent);
    expect(returned.status).toBe(200);
    expect(JSON.parse(returned.body)).toMatchObject({ status: 'returned' });
    expect(await ask('bundles', returnIdea, sent)).toEqual(await ask('system', returnIdea, sent));
    const seen = await ask('system', getIdea, { path: { idea: id } });
    expect(seen.headers.etag).toBe(returned.headers.etag);
  });

  it.for([
    ['without a field', { body: { title: '少一项' } }],
    ['to an unknown organization', { path: { organization: 'nowhere' }, body: NEW_IDEA }],
  ] as const)('%s is refused alike', async ([, sent]) => {
    const refused = await ask('bundles', submitIdea, sent);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(refused).toEqual(await ask('system', submitIdea, sent));
  });

  it('unnamed gets a claim code, by the key in KMS, that opens it at both', async () => {
    const made = await ask('bundles', submitIdea, {
      body: { ...NEW_IDEA, unnamed: true },
      key: 'fourth-0123456789abcdef',
    });
    expect(made.status).toBe(201);
    const { claimCode } = z.object({ claimCode: z.string() }).parse(JSON.parse(made.body));
    const sent = { body: { code: claimCode } };
    const opened = await ask('bundles', openUnnamedIdea, sent);
    expect(opened.status).toBe(200);
    expect(opened).toEqual(await ask('system', openUnnamedIdea, sent));
  });

  it('that did not come through the site is refused', async () => {
    for (const audience of new Set(ROUTES.map(one => one.audience)))
      expect(await invoke(audience, gatewayEvent({ routeKey: 'GET /api/me' }))).toMatchObject({
        statusCode: 403,
      });
  });
});

describe('the stream', () => {
  const numbers = async () => {
    const { body } = await ask('bundles', getStatistics);
    const counted = z.object({ total: z.object({ submitted: z.number() }) });
    return counted.parse(JSON.parse(body)).total.submitted;
  };

  it('is counted once, record by record, and what cannot be counted is reported', async () => {
    await system.settled();
    const Records = (await recordsOfStream())
      .map(asEvent)
      .filter(({ dynamodb }) => /^(idea|vote)$/.test(dynamodb?.NewImage?.type?.S ?? ''));
    const before = await numbers();
    // The local system has counted them.
    expect(await invoke('adoption-metrics', { Records })).toEqual({ batchItemFailures: [] });
    expect(await numbers()).toBe(before);
    const record = Records.find(
      ({ eventName, dynamodb }) => eventName === 'INSERT' && dynamodb?.NewImage?.type?.S === 'idea',
    )!;
    const NewImage = { ...record.dynamodb?.NewImage, version: { S: 'none' } };
    const unreadable = { ...record, eventID: 'b', dynamodb: { ...record.dynamodb, NewImage } };
    expect(
      await invoke('adoption-metrics', { Records: [{ ...record, eventID: 'a' }, unreadable] }),
    ).toEqual({ batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber }] });
    expect(await numbers()).toBe(before + 1);
  });

  it('keeps what is searched like the ideas, and what cannot be read is reported', async () => {
    const Records = (await recordsOfStream()).map(asEvent);
    expect(await invoke('search-index', { Records })).toEqual({ batchItemFailures: [] });
    const found = await ask('bundles', searchIdeas, { query: { q: NEW_IDEA.title } });
    expect(found.body).toContain(done);
    const [record] = Records.filter(({ dynamodb }) => dynamodb?.NewImage?.type?.S === 'idea');
    const dynamodb = { ...record?.dynamodb, NewImage: { type: { S: 'idea' } } };
    expect(await invoke('search-index', { Records: [{ ...record, dynamodb }] })).toEqual({
      batchItemFailures: [{ itemIdentifier: record?.dynamodb?.SequenceNumber }],
    });
  });

  it('leaves wrong numbers that the audit finds, and mends when asked', async () => {
    const order = { organization: FIRM, round };
    const drift = expect.arrayContaining([expect.anything()]);
    const found = { organization: FIRM, round, drift, open: false };
    expect(await invoke('reconciliation', { ...order, repair: false })).toContainEqual(
      expect.objectContaining({ ...found, repaired: false }),
    );
    expect(await invoke('reconciliation', { ...order, repair: true })).toContainEqual(
      expect.objectContaining({ ...found, repaired: true }),
    );
    expect(await invoke('reconciliation', order)).not.toContainEqual(
      expect.objectContaining({ drift }),
    );
  });
});

it('the canary finds page, configuration and issuer, and signs in as nobody', async () => {
  expect(await invoke('canary', {})).toBeNull();
});

it('a founding is answered as by the local command, before, while and after it is done', async () => {
  const file: unknown = JSON.parse(readFileSync('docs/founding/organization.json', 'utf8'));
  const locally = async (order: unknown) => {
    const headers = secretHeaders(system.secret);
    const body = JSON.stringify(order);
    return (await fetch(`${system.address}/local/found`, { method: 'POST', body, headers })).json();
  };
  const preview = { file, preview: true };
  expect(await invoke('founding', preview)).toEqual(await locally(preview));
  const order = { file, preview: false };
  expect(await invoke('founding', order)).toMatchObject({ outcome: 'founded' });
  expect(await invoke('founding', order)).toEqual(await locally(order));
});

it('a function that fails says so, and takes the next event', async () => {
  await expect(invoke('deliberation-cycle', { organizations: 'all' })).rejects.toThrow(/ZodError/);
  expect(await invoke('deliberation-cycle', { organizations: [] })).toEqual({
    steps: [],
    failed: [],
  });
});

it('every function of the template has run', () => {
  for (const [name, { invocations }] of deployment.functions)
    expect(invocations, name).toBeGreaterThan(0);
});

it('the log has lines of JSON with the release, and nothing that somebody wrote', () => {
  for (const [name, { log }] of deployment.functions) {
    // Metrics have no release.
    for (const line of log.split('\n').filter(one => one !== ''))
      expect(JSON.parse(line), `${name}: ${line}`).toMatchObject(
        // Metrics have no release.
        line.includes('"level":') ? { release: version } : {},
      );
    for (const text of Object.values(NEW_IDEA).filter(one => one.length > 4))
      expect(log, name).not.toContain(text);
  }
});

/** All records of the table's stream so far. */
async function recordsOfStream() {
  const table = new DynamoDBClient(database);
  const streams = new DynamoDBStreamsClient(database);
  const { streamArn: StreamArn } = await ensureTable(table, TABLE);
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const records: _Record[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const place = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    let { ShardIterator } = await streams.send(new GetShardIteratorCommand(place));
    while (ShardIterator !== undefined) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator }));
      records.push(...(page.Records ?? []));
      // An open shard always has a next page.
      ShardIterator = page.Records?.length ? page.NextShardIterator : undefined;
    }
  }
  table.destroy();
  streams.destroy();
  return records;
}
