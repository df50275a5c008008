/**
 * A firm whose members add photos: a table with its stream behind the stand-in for S3, and each
 * function with its own rights.
 */
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, expect } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { photoCleaningHandler } from '../../functions/photo-cleaning/handler.ts';
import { ObjectStore } from '../../infra/local/object-store/store.ts';
import { Stream } from '../../infra/local/stream.ts';
import { getIdea, submitIdea } from '../../shared/contract/routes/ideas.ts';
import { startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import type { OrganizationId, PhotoId } from '../../shared/domain/kernel/ids.ts';
import { photosPartition } from '../../shared/store/keys.ts';
import { pictures } from '../../shared/store/pictures.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import * as sample from '../sample/pictures.ts';
import { HUATAI, newMember } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, type Caller, foundFirm, SetClock, SILENT, SLIP } from './small-firm.ts';

export interface Started {
  readonly photo: PhotoId;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
}
interface Shown {
  readonly id: string;
  readonly state: string;
  readonly small?: string;
  readonly large?: string;
}
export interface WithPhotos {
  readonly id: string;
  readonly version: number;
  readonly photos: readonly Shown[];
  readonly code?: string;
  readonly claimCode?: string;
}

/** Who carries work out. */
export const OWNER = 'HT0201';
const OTHER = 'hongda' as OrganizationId;

/** The firm of a test file, founded before its tests. */
export function photoFirm() {
  const clock = new SetClock(AT.collecting);
  const lost: DynamoDBRecord[] = [];
  /** In place of the usual function. */
  let handed: ((event: unknown) => Promise<void>) | undefined;
  /** Uploads that could not be cleaned in all their tries. */
  const uncleaned: unknown[] = [];
  let made: {
    readonly table: FreshTable;
    readonly store: ObjectStore;
    readonly stream: Stream;
    readonly call: Caller;
    readonly other: Caller;
  };

  beforeAll(async () => {
    const table = await freshTable();
    const store = await ObjectStore.start({
      uploaded: event => (handed ?? clean)(event),
      lost: error => uncleaned.push(error),
    });
    const { s3, buckets } = store;
    const own = withRightsOf('photo-cleaning', table);
    const clean = photoCleaningHandler({ table: own, log: SILENT, s3, buckets });
    await foundFirm(table, {
      more: [newMember('A1', ['administrator']), newMember(OWNER, ['employee'])],
    });
    await foundFirm(table, { id: OTHER });
    const follow = adoptionMetricsHandler({
      table: withRightsOf('adoption-metrics', table),
      log: SILENT,
      emit: () => undefined,
      pictures: pictures(s3, buckets),
    });
    const stream = new Stream(table.connection, table.streamArn, follow, {
      lost: record => void lost.push(record),
      failed: error => {
        throw error;
      },
    });
    stream.start();
    made = {
      ...{ table, store, stream },
      call: apiOf(table, clock, HUATAI, SILENT, store),
      other: apiOf(table, clock, OTHER, SILENT, store),
    };
  });
  afterAll(async () => {
    await made.stream.stop();
    await made.store.stop();
  });

  /** Signs a form for an upload. */
  async function start({
    as = 'E1',
    key = crypto.randomUUID() as string,
    bytes = 9_000_000,
  } = {}): Promise<Started> {
    const body = { contentType: 'image/jpeg', bytes };
    const headers = { 'idempotency-key': key };
    const reply = await made.call<Started>(startPhotoUpload, { as, headers, body });
    expect(reply.status).toBe(201);
    return reply.body;
  }

  /** Sends a picture by a form, and returns the store's answer. */
  async function send({ upload }: Started, picture: Buffer): Promise<Response> {
    const form = new FormData();
    for (const [field, value] of Object.entries(upload.fields)) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(picture)]), '王建国.jpg');
    return fetch(upload.url, { method: 'POST', body: form });
  }

  /** A photo whose picture has been taken or refused. */
  async function photo(picture?: Buffer, as = 'E1'): Promise<PhotoId> {
    const started = await start({ as });
    expect((await send(started, picture ?? (await sample.jpeg()))).status).toBe(204);
    await made.store.settled();
    return started.photo;
  }

  async function submit(photos: readonly string[], { as = 'E1', ...more }: SubmitOptions = {}) {
    const named = photos.map(id => ({ id, of: 'problem' as const, alt: '铁屑飞溅' }));
    const body = { ...SLIP, title: `挡板 ${crypto.randomUUID()}`, photos: named, ...more };
    const headers = { 'idempotency-key': crypto.randomUUID() };
    return made.call<WithPhotos>(submitIdea, { as, headers, body });
  }

  async function seen(idea: string): Promise<WithPhotos> {
    return (await made.call<WithPhotos>(getIdea, { as: 'E2', path: { idea } })).body;
  }

  const records = async () =>
    (await everything(made.table)).filter(({ pk }) => pk === photosPartition(HUATAI));

  /** What is stored of a photo: its record, its upload, and the forms that are shown. */
  async function remains(id: PhotoId) {
    const all = pictures(made.store.s3, made.store.buckets);
    return {
      record: (await records()).some(({ sk }) => sk === `PHOTO#${id}`),
      upload: Boolean(await all.upload(HUATAI, id)),
      forms: [...((await all.stored(HUATAI, id)).get(id) ?? [])].toSorted(),
    };
  }

  return {
    ...{ clock, lost, uncleaned, start, send, photo, submit, seen, records, remains },
    made: () => made,
    /** Hands uploads to another function; to the usual one again without it. */
    hand(to?: (event: unknown) => Promise<void>): void {
      handed = to;
    },
  };
}

interface SubmitOptions {
  readonly as?: string;
  readonly [field: string]: unknown;
}

export const NOTHING = { record: false, upload: false, forms: [] };
export const WHOLE = { record: true, upload: false, forms: ['large', 'small'] };
