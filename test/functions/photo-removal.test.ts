/**
 * The end of a photo, by the real functions on the stand-in for S3: after each of its causes
 * neither its record nor its upload nor any form of it remains. What a crash leaves, the audit finds.
 */
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { photoCleaningHandler } from '../../functions/photo-cleaning/handler.ts';
import {
  type ReconciliationReport,
  reconciliationHandler,
} from '../../functions/reconciliation/handler.ts';
import { arrivalOf } from '../../infra/local/object-store/store.ts';
import type { Route } from '../../shared/contract/route.ts';
import {
  acceptIdea,
  completeIdea,
  sendBackIdea,
} from '../../shared/contract/routes/implementation.ts';
import { eraseMember } from '../../shared/contract/routes/members.ts';
import { reviseIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { withdrawUnnamedIdea } from '../../shared/contract/routes/unnamed.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { PhotoId } from '../../shared/domain/kernel/ids.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { photoKey } from '../../shared/store/keys.ts';
import { pictures, uploadKey } from '../../shared/store/pictures.ts';
import * as sample from '../sample/pictures.ts';
import { HUATAI, pathTo } from '../store/sample-facts.ts';
import { Breakdown } from '../store/watched-table.ts';
import { NOTHING, OWNER, photoFirm, WHOLE, type WithPhotos } from './photo-firm.ts';
import { withRightsOf } from './rights.ts';
import { AT, SILENT, SLIP } from './small-firm.ts';

const firm = photoFirm();
const { start, send, photo, submit, remains, records } = firm;

const drained = () => firm.made().stream.drained();
const lose = (id: PhotoId) =>
  firm
    .made()
    .table.client.send(
      new DeleteCommand({ TableName: firm.made().table.name, Key: photoKey(HUATAI, id) }),
    );

async function isGone(id: PhotoId): Promise<void> {
  await drained();
  expect(await remains(id)).toEqual(NOTHING);
}

/** A photo whose upload waits, because it cannot be cleaned. */
async function uncleaned(as?: string): Promise<PhotoId> {
  firm.hand(async () => {
    throw new Breakdown();
  });
  const id = await photo(undefined, as);
  firm.hand();
  expect(await remains(id)).toEqual({ record: true, upload: true, forms: [] });
  return id;
}

/** The owner's accepted work, with a photo; `sentBack` if the photo is of a first try. */
async function accepted(result: PhotoId, sentBack = false): Promise<void> {
  const { acts } = pathTo('implementing', { author: 'E1' });
  const idea = acts.at(-1)?.after as Idea;
  await ideaRepository(firm.made().table).create(idea, [], 'print');
  const act = async (route: Route, as: string, body: object): Promise<void> => {
    const { status, text } = await firm.made().call(route, { as, path: { idea: idea.id }, body });
    expect(status, text).toBe(200);
  };
  const work = { done: '装好了', claimedBenefit: 0 };
  await act(completeIdea, OWNER, { ...work, photos: [{ id: result, of: 'result' }] });
  if (sentBack) {
    await act(sendBackIdea, 'M1', { reason: '还差一台' });
    await act(completeIdea, OWNER, work);
  }
  await act(acceptIdea, 'M1', { verifiedBenefit: 0 });
}

async function erase(member: string): Promise<void> {
  const request = { as: 'A1', path: { member }, headers: { 'if-match': '"1"' } };
  const reply = await firm.made().call(eraseMember, { ...request, body: { number: member } });
  expect(reply.status, reply.text).toBe(200);
}

describe('nothing remains of a photo', () => {
  it('whose idea is withdrawn', async () => {
    const [ready, waiting] = [await photo(), await uncleaned()];
    const idea = await submit([ready, waiting]);
    await drained();
    for (const record of await records()) expect(record).not.toHaveProperty('expiresAt');
    const path = { idea: idea.body.id };
    expect((await firm.made().call(withdrawIdea, { as: 'E1', path })).status).toBe(200);
    await isGone(ready);
    await isGone(waiting);
  });

  it('whose unnamed idea is withdrawn by its claim code', async () => {
    const id = await photo();
    const { claimCode: code } = (await submit([id], { unnamed: true })).body;
    const reply = await firm.made().call(withdrawUnnamedIdea, { as: 'E2', body: { code } });
    expect(reply.status).toBe(200);
    await isGone(id);
  });

  it('that its author takes out; it stays when they do not speak of photos', async () => {
    const [out, stays] = [await photo(), await photo()];
    const idea = await submit([out, stays]);
    const revise = (version: number, more: object) =>
      firm.made().call<WithPhotos>(reviseIdea, {
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
    expect(await remains(stays)).toEqual(WHOLE);
  });

  it('of a person who is erased, in ideas of theirs and in work that they completed', async () => {
    const others = await photo();
    await submit([others]);
    const [own, waiting] = [await photo(undefined, OWNER), await uncleaned(OWNER)];
    await submit([own, waiting], { as: OWNER });
    const [result, earlier] = [await photo(undefined, OWNER), await photo(undefined, OWNER)];
    await accepted(result);
    await accepted(earlier, true);
    await drained();
    await erase(OWNER);
    for (const id of [own, waiting, result, earlier]) await isGone(id);
    expect(await remains(others)).toEqual(WHOLE);
  });

  it('that no idea has taken when its record expires', async () => {
    const [ready, waiting] = [await photo(), await uncleaned()];
    // As the table does it, some time after the second that the record says.
    for (const id of [ready, waiting]) await lose(id);
    await isGone(ready);
    await isGone(waiting);
  });

  it('whose upload comes, or is told again, after its record has expired', async () => {
    const [late, again] = [await start(), await start()];
    await lose(late.photo);
    expect((await send(late, await sample.jpeg())).status).toBe(204);
    await firm.made().store.settled();
    await isGone(late.photo);
    await send(again, await sample.jpeg());
    await firm.made().store.settled();
    await lose(again.photo);
    await drained();
    await send(again, await sample.jpeg());
    await firm.made().store.settled();
    await isGone(again.photo);
  });

  it('whose record expires while it is cleaned', async () => {
    const { store, table } = firm.made();
    const started = await start();
    const s3 = Object.create(store.s3, {
      send: {
        async value(command: { constructor: { name: string } }) {
          const answer: unknown = await store.s3.send(command as never);
          if (command.constructor.name === 'PutObjectCommand') await lose(started.photo);
          return answer;
        },
      },
    }) as typeof store.s3;
    firm.hand(photoCleaningHandler({ table, log: SILENT, s3, buckets: store.buckets }));
    await send(started, await sample.jpeg());
    await store.settled();
    firm.hand();
    await isGone(started.photo);
  });
});

describe('the audit', () => {
  const logged: unknown[] = [];
  /** Its report about photos. */
  async function audit(
    order: { repair?: boolean } = {},
    wait: () => Promise<void> = async () => undefined,
  ): Promise<ReconciliationReport['photos']> {
    const { table, store } = firm.made();
    const look = reconciliationHandler({
      table: withRightsOf('reconciliation', table),
      clock: firm.clock,
      log: { ...SILENT, error: (...said) => logged.push(said) },
      emit: () => undefined,
      pictures: pictures(store.s3, store.buckets),
      wait,
    });
    const reports = await look({ repair: false, organization: HUATAI, ...order });
    await drained();
    return reports.find(({ photos }) => photos)?.photos;
  }
  const all = () => pictures(firm.made().store.s3, firm.made().store.buckets);
  const form = () => sample.jpeg().then(bytes => ({ small: bytes, large: bytes }));
  const change = (id: PhotoId, UpdateExpression: string, values?: Record<string, unknown>) =>
    firm.made().table.client.send(
      new UpdateCommand({
        TableName: firm.made().table.name,
        Key: photoKey(HUATAI, id),
        UpdateExpression,
        ...(values && { ExpressionAttributeValues: values }),
      }),
    );
  const ids = 'bcdefghjk'.split('').map(one => one.repeat(26) as PhotoId);

  it('finds nothing after all that happened above', async () => {
    expect(await audit()).toBeUndefined();
  });

  it('finds nothing while a photo is on its way', async () => {
    await start();
    await photo();
    await uncleaned();
    expect(await audit()).toBeUndefined();
  });

  it('finds nothing while pictures follow their record', async () => {
    const id = await photo();
    await lose(id);
    expect(await audit({}, drained)).toBeUndefined();
    expect(await remains(id)).toEqual(NOTHING);
  });

  it('removes pictures without a record, which a crash has left, and says so', async () => {
    const [id = '' as PhotoId] = ids;
    await all().put(HUATAI, id, await form());
    logged.length = 0;
    expect(await audit()).toEqual({ leftover: 1 });
    expect(logged).toEqual([
      ['photos differ', { organization: HUATAI, repaired: true, leftover: 1 }],
    ]);
    expect(await remains(id)).toEqual(NOTHING);
    expect(await audit()).toBeUndefined();
  });

  it('leaves many such pictures until it is asked to repair', async () => {
    const many = Array.from({ length: 21 }, (_, at) =>
      at
        .toString(32)
        .padStart(26, '0')
        .replaceAll(/[ilou]/g, 'z'),
    ) as PhotoId[];
    const bytes = await form();
    await Promise.all(many.map(id => all().put(HUATAI, id, bytes)));
    expect(await audit()).toEqual({ leftover: many.length });
    const stored = async () => {
      const found = await all().stored(HUATAI);
      return many.filter(id => found.has(id));
    };
    expect(await stored()).toEqual(many);
    expect(await audit({ repair: true })).toEqual({ leftover: many.length });
    expect(await stored()).toEqual([]);
  });

  it('gives a picture up that has not come in two days, and its author takes another', async () => {
    const { photo: never } = await start();
    const { body: idea } = await submit([never]);
    await drained();
    firm.clock.set('2026-10-10T01:00:00.000Z');
    expect(await audit()).toBeUndefined();
    expect((await firm.seen(idea.id)).photos).toMatchObject([{ state: 'awaited' }]);
    firm.clock.set('2026-10-10T02:00:00.000Z');
    expect(await audit()).toEqual({ 'not-arrived': 1 });
    expect(await audit()).toBeUndefined();
    const { photos, version } = await firm.seen(idea.id);
    expect(photos).toMatchObject([{ id: never, state: 'refused', reason: 'not-arrived' }]);
    const another = await photo();
    const revised = await firm.made().call(reviseIdea, {
      as: 'E1',
      path: { idea: idea.id },
      headers: { 'if-match': `"${version}"` },
      body: { ...SLIP, photos: [{ id: another, of: 'problem' }] },
    });
    expect(revised.status).toBe(200);
    await drained();
    expect((await firm.seen(idea.id)).photos).toMatchObject([{ id: another, state: 'ready' }]);
    expect(await remains(never)).toEqual(NOTHING);
    expect(await audit()).toBeUndefined();
    firm.clock.set(AT.collecting);
  });

  it('keeps a photo of an idea that the stream never told of', async () => {
    const id = await photo();
    await submit([id]);
    await drained();
    await change(id, 'SET expiresAt = :soon', { ':soon': 4_000_000_000 });
    expect(await audit()).toEqual({ expiring: 1 });
    const record = (await records()).find(({ sk }) => sk === `PHOTO#${id}`);
    expect(record).not.toHaveProperty('expiresAt');
    expect(await remains(id)).toEqual(WHOLE);
    expect(await audit()).toBeUndefined();
  });

  it('removes a photo that its idea no longer needs, with its pictures', async () => {
    const [out, own] = [await photo(), await photo()];
    const idea = await submit([own]);
    await drained();
    await change(out, 'SET idea = :idea REMOVE expiresAt', { ':idea': idea.body.id });
    expect(await audit()).toEqual({ unneeded: 1 });
    expect(await remains(out)).toEqual(NOTHING);
    expect(await remains(own)).toEqual(WHOLE);
  });

  it('reports a picture that is gone, again and again, and changes nothing', async () => {
    const id = await photo();
    await submit([id]);
    await drained();
    await all().removeForms(HUATAI, id);
    expect(await audit()).toEqual({ missing: 1 });
    expect(await audit({ repair: true })).toEqual({ missing: 1 });
    expect(await remains(id)).toEqual({ ...NOTHING, record: true });
    // An operator brings it back.
    await all().put(HUATAI, id, await form());
    expect(await audit()).toBeUndefined();
  });
});

it('an event for an upload that is gone leaves nothing behind', async () => {
  const { store, table } = firm.made();
  const clean = photoCleaningHandler({ table, log: SILENT, s3: store.s3, buckets: store.buckets });
  const id = 'y'.repeat(26) as PhotoId;
  await clean(arrivalOf(uploadKey(HUATAI, id), 1));
  expect(await remains(id)).toEqual(NOTHING);
  expect(firm.lost).toEqual([]);
});
