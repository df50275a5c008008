/**
 * Photos from the form that is signed for them to the picture that is shown, on a real table, behind
 * the stand-in for S3, each function with its own rights.
 */
import { describe, expect, it } from 'vitest';
import { photoCleaningHandler } from '../../functions/photo-cleaning/handler.ts';
import { arrivalOf } from '../../infra/local/object-store/store.ts';
import { getIdea, listIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { getPhoto, showPhoto, startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import { PICTURE_FAULT_WORDS } from '../../shared/http/picture-words.ts';
import { uploadKey } from '../../shared/store/pictures.ts';
import * as sample from '../sample/pictures.ts';
import { HUATAI, OCTOBER } from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { NOTHING, photoFirm, type Started, WHOLE, type WithPhotos } from './photo-firm.ts';
import { AT, apiOf, SetClock, SILENT, SLIP } from './small-firm.ts';

const firm = photoFirm();
const { clock, start, send, photo, submit, seen, records } = firm;

function show(address: string) {
  const url = new URL(address, 'http://localhost');
  const [, , , organization = '', id = '', size = ''] = url.pathname.split('/');
  const path = { organization, photo: id, size };
  return firm.made().call(showPhoto, { path, query: Object.fromEntries(url.searchParams) });
}

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
    const again = await apiOf(firm.made().table, later)<WithPhotos>(getIdea, {
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
    await firm.made().store.settled();
    expect((await seen(idea.body.id)).photos).toEqual([
      expect.objectContaining({ state: 'ready' }),
    ]);
  });

  it('has the same id for the same key, and another for another member', async () => {
    const key = crypto.randomUUID();
    const { photo: first } = await start({ key });
    expect((await start({ key })).photo).toBe(first);
    const body = { contentType: 'image/jpeg', bytes: 9 };
    const headers = { 'idempotency-key': key };
    const theirs = await firm.made().call<Started>(startPhotoUpload, { as: 'E2', headers, body });
    expect(theirs.body.photo).not.toBe(first);
  });

  it.each([
    ['no picture', sample.HTML, 'not-a-picture'],
    ['a HEIC', sample.HEIC, 'another-kind'],
    ['a bomb of pixels', sample.png(50_000, 50_000, { rows: 1 }), 'too-many-pixels'],
    ['cut off', sample.png().subarray(0, 45), 'damaged'],
  ] as const)(
    'that is %s is refused, with words, and nothing is kept',
    async (_, bytes, reason) => {
      const id = await photo(bytes);
      const words = PICTURE_FAULT_WORDS[reason];
      for (const [language, detail] of [
        ['zh-CN', words.zh],
        ['en', words.en],
      ] as const) {
        const headers = { 'accept-language': language };
        const reply = await firm.made().call(getPhoto, { as: 'E1', path: { photo: id }, headers });
        expect(reply.body).toMatchObject({ state: 'refused', reason, detail });
      }
      expect(await firm.remains(id)).toEqual({ ...NOTHING, record: true });
    },
  );

  it('of no bytes is refused by the storage, and by the API', async () => {
    const started = await start();
    expect((await send(started, Buffer.alloc(0))).status).toBe(400);
    const body = { contentType: 'image/jpeg', bytes: 0 };
    const reply = await firm.made().call(startPhotoUpload, { as: 'E1', body });
    expect(reply).toMatchObject({ status: 400, body: { errors: [{ field: 'bytes' }] } });
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
    const elsewhere = await firm.made().other<WithPhotos>(submitIdea, { as: 'E1', body });
    expect(elsewhere.body.code).toBe('photo-not-available');
    expect((await firm.made().other(getPhoto, { as: 'E1', path: { photo: free } })).status).toBe(
      404,
    );
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
    const list = await firm.made().call<{ items: WithPhotos[] }>(listIdeas, {
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
      replies.push(await firm.made().call<WithPhotos>(submitIdea, { as: 'E1', headers, body }));
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
      (await everything(firm.made().table)).filter(item => JSON.stringify(item).includes(id)),
    );
    expect(items).not.toMatch(/E1|sub-|王建国|jpg/);
  });
});

describe('a fault', () => {
  const cleaning = (of = watched(firm.made().table, {})) =>
    photoCleaningHandler({
      table: of,
      log: SILENT,
      s3: firm.made().store.s3,
      buckets: firm.made().store.buckets,
    });

  it('such as the same event again, or one for nothing, changes nothing', async () => {
    const id = await photo();
    // The stream may still change records of earlier tests.
    const recordsOf = async (...ids: string[]) =>
      (await records()).filter(({ sk }) => ids.some(one => sk === `PHOTO#${one}`));
    const before = await recordsOf(id);
    expect(before).toHaveLength(1);
    const key = uploadKey(HUATAI, id as never);
    await cleaning()(arrivalOf(key, 1));
    await cleaning()(arrivalOf(key, 1));
    await cleaning()(arrivalOf(`${HUATAI}/${'z'.repeat(26)}`, 1));
    await cleaning()(arrivalOf('something else', 1));
    expect(await recordsOf(id, 'z'.repeat(26))).toEqual(before);
  });

  it('between pictures and record is made up for by the next try', async () => {
    const started = await start();
    let failing = 2;
    const breaking = cleaning(
      watched(firm.made().table, {
        before: () => {
          if (failing-- > 0) throw new Breakdown();
        },
      }),
    );
    firm.hand(breaking);
    await send(started, await sample.jpeg());
    await firm.made().store.settled();
    firm.hand();
    expect(failing).toBeLessThan(0);
    const reply = await firm.made().call(getPhoto, { as: 'E1', path: { photo: started.photo } });
    expect(reply.body).toMatchObject({ state: 'ready' });
    expect(await firm.remains(started.photo)).toEqual(WHOLE);
  });

  it('loses no photo of an idea, and leaves no record of the stream behind', async () => {
    await firm.made().stream.drained();
    expect(firm.lost).toEqual([]);
  });
});
