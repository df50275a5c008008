/**
 * Photos from the form that is signed for them to their removal, on a real table, behind the
 * stand-in for S3, each function with its own rights.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { photoCleaningHandler } from '../../functions/photo-cleaning/handler.ts';
import { arrivalOf, ObjectStore } from '../../infra/local/object-store/store.ts';
import { Stream } from '../../infra/local/stream.ts';
import { getIdea, listIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getPhoto, showPhoto, startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import { reviseIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { photosPartition } from '../../shared/store/keys.ts';
import { pictures, uploadKey } from '../../shared/store/pictures.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import * as sample from '../sample/pictures.ts';
import { HUATAI, OCTOBER } from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, type Caller, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

interface Started {
  readonly photo: string;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}
interface Shown {
  readonly id: string;
  readonly state: string;
  readonly small?: string;
  readonly large?: string;
}
interface WithPhotos {
  readonly id: string;
  readonly version: number;
  readonly photos: readonly Shown[];
  readonly code?: string;
}

let table: FreshTable;
let store: ObjectStore;
let call: Caller;
let other: Caller;
let stream: Stream;
const clock = new SetClock(AT.collecting);
const OTHER = 'hongda' as OrganizationId;
const lost: DynamoDBRecord[] = [];
/** In place of the usual function. */
let handed: ((event: unknown) => Promise<void>) | undefined;

beforeAll(async () => {
  table = await freshTable();
  store = await ObjectStore.start({
    uploaded: event => (handed ?? clean)(event),
    lost: error => {
      throw error;
    },
  });
  const { s3, buckets } = store;
  const own = withRightsOf('photo-cleaning', table);
  const clean = photoCleaningHandler({ table: own, log: SILENT, s3, buckets });
  await foundFirm(table);
  await foundFirm(table, { id: OTHER });
  call = apiOf(table, clock, HUATAI, SILENT, store);
  other = apiOf(table, clock, OTHER, SILENT, store);
  const follow = adoptionMetricsHandler({
    table: withRightsOf('adoption-metrics', table),
    log: SILENT,
    emit: () => undefined,
    pictures: pictures(s3, buckets),
  });
  stream = new Stream(table.connection, table.streamArn, follow, {
    lost: record => void lost.push(record),
    failed: error => {
      throw error;
    },
  });
  stream.start();
});
afterAll(async () => {
  await stream.stop();
  await store.stop();
});

async function start(key = crypto.randomUUID(), bytes = 9_000_000): Promise<Started> {
  const body = { contentType: 'image/jpeg', bytes };
  const headers = { 'idempotency-key': key };
  const reply = await call<Started>(startPhotoUpload, { as: 'E1', headers, body });
  expect(reply.status).toBe(201);
  return reply.body;
}

async function send({ upload }: Started, picture: Buffer, name = '王建国.jpg'): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(picture)]), name);
  return fetch(upload.url, { method: 'POST', body: form });
}

/** A photo that is ready. */
async function photo(picture?: Buffer): Promise<string> {
  const started = await start();
  expect((await send(started, picture ?? (await sample.jpeg()))).status).toBe(204);
  await store.settled();
  return started.photo;
}

async function submit(photos: readonly string[], more: object = {}) {
  const named = photos.map(id => ({ id, of: 'problem' as const, alt: '铁屑飞溅' }));
  const body = { ...SLIP, title: `挡板 ${crypto.randomUUID()}`, photos: named, ...more };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  return call<WithPhotos>(submitIdea, { as: 'E1', headers, body });
}

async function seen(idea: string): Promise<WithPhotos> {
  return (await call<WithPhotos>(getIdea, { as: 'E2', path: { idea } })).body;
}

function show(address: string) {
  const url = new URL(address, 'http://localhost');
  const [, , , organization = '', id = '', size = ''] = url.pathname.split('/');
  const path = { organization, photo: id, size };
  return call(showPhoto, { path, query: Object.fromEntries(url.searchParams) });
}

const records = async () =>
  (await everything(table)).filter(({ pk }) => pk === photosPartition(HUATAI));
const kept = (id: string) =>
  Promise.all(
    (['small', 'large'] as const).map(async size =>
      Boolean(await pictures(store.s3, store.buckets).get(HUATAI, id as never, size)),
    ),
  );

describe('a photo', () => {
  it('is uploaded, cleaned, and shown with its idea by addresses that last an hour or two', async () => {
    const id = await photo(await sample.jpegOfPhone(400, 300));
    const idea = await submit([id]);
    expect(idea.status).toBe(201);
    const [shown] = (await seen(idea.body.id)).photos;
    expect(shown).toMatchObject({ id, of: 'problem', alt: '铁屑飞溅', state: 'ready', width: 300 });
    const picture = await show(shown?.large ?? '');
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
    });
    expect(Buffer.from(picture.text, 'base64').subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    const later = new SetClock('2026-10-08T02:59:00.000Z');
    const again = await apiOf(table, later)<WithPhotos>(getIdea, {
      as: 'E2',
      path: { idea: idea.body.id },
    });
    expect(again.body.photos[0]?.large).toBe(shown?.large);
  });

  it('is not shown by a changed or an old address', async () => {
    const idea = await submit([await photo()]);
    const { large = '' } = (await seen(idea.body.id)).photos[0] ?? { id: '', state: '' };
    expect((await show(large)).status).toBe(200);
    expect((await show(large.replace('/large', '/small'))).status).toBe(404);
    expect((await show(large.replace(/until=\d+/, 'until=9999999999'))).status).toBe(404);
    clock.set('2026-10-08T04:00:01.000Z');
    expect((await show(large)).status).toBe(404);
    clock.set(AT.collecting);
  });

  it('may be named before it is there, and is shown once it is ready', async () => {
    const started = await start();
    const idea = await submit([started.photo]);
    expect(idea.body.photos).toEqual([expect.objectContaining({ state: 'awaited' })]);
    await send(started, await sample.jpeg());
    await store.settled();
    expect((await seen(idea.body.id)).photos).toEqual([
      expect.objectContaining({ state: 'ready' }),
    ]);
  });

  it('has the same id for the same key, and another for another member', async () => {
    const key = crypto.randomUUID();
    const { photo: first } = await start(key);
    expect((await start(key)).photo).toBe(first);
    const body = { contentType: 'image/jpeg', bytes: 9 };
    const headers = { 'idempotency-key': key };
    const theirs = await call<Started>(startPhotoUpload, { as: 'E2', headers, body });
    expect(theirs.body.photo).not.toBe(first);
  });

  it('that is none is refused, with words', async () => {
    const id = await photo(sample.HTML);
    const headers = { 'accept-language': 'zh-CN' };
    const reply = await call(getPhoto, { as: 'E1', path: { photo: id }, headers });
    expect(reply.body).toMatchObject({
      state: 'refused',
      reason: 'not-a-picture',
      detail: expect.stringMatching(/\p{Script=Han}/u),
    });
    expect(await kept(id)).toEqual([false, false]);
  });

  it('belongs to one idea, of its own organization', async () => {
    const id = await photo();
    expect((await submit([id])).status).toBe(201);
    expect(await submit([id])).toMatchObject({
      status: 422,
      body: { code: 'photo-not-available' },
    });
    expect((await submit(['0123456789abcdefghjkmnpqrs'])).body.code).toBe('photo-not-available');
    const free = await photo();
    const body = { ...SLIP, photos: [{ id: free, of: 'problem' }] };
    const elsewhere = await other<WithPhotos>(submitIdea, { as: 'E1', body });
    expect(elsewhere.body.code).toBe('photo-not-available');
    expect((await other(getPhoto, { as: 'E1', path: { photo: free } })).status).toBe(404);
  });

  it('is one of three of its subject, and named once', async () => {
    const four = ['a', 'b', 'c', 'd'].map(one => one.repeat(26));
    for (const [wrong, rule] of [
      [four, 'photos'],
      [['a'.repeat(26), 'a'.repeat(26)], 'once'],
    ] as const)
      expect(await submit(wrong)).toMatchObject({
        status: 400,
        body: { errors: [{ field: 'photos', rule }] },
      });
  });

  it('is in the list of a round', async () => {
    const idea = await submit([await photo()]);
    const list = await call<{ items: WithPhotos[] }>(listIdeas, {
      as: 'E2',
      path: { round: OCTOBER },
    });
    const row = list.body.items.find(({ id }) => id === idea.body.id);
    expect(row?.photos).toEqual([expect.objectContaining({ state: 'ready' })]);
  });

  it('is there once, when its idea is submitted again', async () => {
    const id = await photo();
    const body = { ...SLIP, title: '再送一次', photos: [{ id, of: 'problem' }] };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    const replies = [];
    for (let time = 0; time < 2; time += 1)
      replies.push(await call<WithPhotos>(submitIdea, { as: 'E1', headers, body }));
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies[1]?.body).toEqual(replies[0]?.body);
  });
});

describe('of an unnamed idea', () => {
  it('nothing tells who uploaded its photo, when, or from which file', async () => {
    const id = await photo(await sample.jpegOfPhone());
    const idea = await submit([id], { unnamed: true });
    expect(idea.status).toBe(201);
    const record = (await records()).find(({ sk }) => sk === `PHOTO#${id}`);
    expect(Object.keys(record ?? {}).toSorted()).toEqual(
      [
        'pk',
        'sk',
        'type',
        'schemaVersion',
        'state',
        'width',
        'height',
        'idea',
        'expiresAt',
      ].toSorted(),
    );
    // The end of a day.
    expect(Number(record?.expiresAt ?? 0) % 86_400).toBe(0);
    const items = JSON.stringify(
      (await everything(table)).filter(item => JSON.stringify(item).includes(id)),
    );
    expect(items).not.toMatch(/E1|sub-|王建国|jpg/);
  });
});

describe('a photo is removed, with its pictures,', () => {
  async function isGone(id: string): Promise<void> {
    await stream.drained();
    expect((await records()).some(({ sk }) => sk === `PHOTO#${id}`)).toBe(false);
    expect(await kept(id)).toEqual([false, false]);
  }

  it('when its idea is withdrawn', async () => {
    const id = await photo();
    const idea = await submit([id]);
    await stream.drained();
    expect((await records()).find(({ sk }) => sk === `PHOTO#${id}`)).not.toHaveProperty(
      'expiresAt',
    );
    const path = { idea: idea.body.id };
    expect((await call(withdrawIdea, { as: 'E1', path })).status).toBe(200);
    await isGone(id);
  });

  it('when its author takes it out, and stays when they do not speak of photos', async () => {
    const [out, stays] = [await photo(), await photo()];
    const idea = await submit([out, stays]);
    const revise = (version: number, more: object) =>
      call<WithPhotos>(reviseIdea, {
        as: 'E1',
        path: { idea: idea.body.id },
        headers: { 'if-match': `"${version}"` },
        body: { ...SLIP, ...more },
      });
    const silent = await revise(1, { title: '改个名字' });
    expect(silent.body.photos.map(({ id }) => id)).toEqual([out, stays]);
    const changed = await revise(2, { title: '换个照片', photos: [{ id: stays, of: 'proposal' }] });
    expect(changed.body.photos).toEqual([expect.objectContaining({ id: stays, of: 'proposal' })]);
    await isGone(out);
    expect(await kept(stays)).toEqual([true, true]);
  });
});

describe('a fault', () => {
  const cleaning = (of = watched(table, {})) =>
    photoCleaningHandler({ table: of, log: SILENT, s3: store.s3, buckets: store.buckets });

  it('such as the same event again, or one for nothing, changes nothing', async () => {
    const id = await photo();
    const before = await records();
    const key = uploadKey(HUATAI, id as never);
    await cleaning()(arrivalOf(key, 1));
    await cleaning()(arrivalOf(key, 1));
    await cleaning()(arrivalOf(`${HUATAI}/${'z'.repeat(26)}`, 1));
    await cleaning()(arrivalOf('something else', 1));
    expect(await records()).toEqual(before);
  });

  it('between pictures and record is made up for by the next try', async () => {
    const started = await start();
    let failing = 2;
    const breaking = cleaning(
      watched(table, {
        before: () => {
          if (failing-- > 0) throw new Breakdown();
        },
      }),
    );
    handed = breaking;
    await send(started, await sample.jpeg());
    await store.settled();
    handed = undefined;
    expect(failing).toBeLessThan(0);
    const reply = await call(getPhoto, { as: 'E1', path: { photo: started.photo } });
    expect(reply.body).toMatchObject({ state: 'ready' });
    expect(await kept(started.photo)).toEqual([true, true]);
  });

  it('loses no photo of an idea, and leaves no record of the stream behind', async () => {
    await stream.drained();
    expect(lost).toEqual([]);
  });
});
