/**
 * The stand-in for S3 refuses a form or a request as S3 does, with its status, code and message, and
 * stores nothing of it.
 */
import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ObjectStore } from '../../infra/local/object-store/store.ts';

let store: ObjectStore;
const arrived: unknown[] = [];
beforeAll(async () => {
  store = await ObjectStore.start({
    uploaded: async event => void arrived.push(event),
    lost: error => {
      throw error;
    },
  });
});
afterAll(() => store.stop());

const KEY = 'huatai/photo';
type Fields = Record<string, string>;

/** A form as `startPhotoUpload` signs it: one key, one type, 1 to 9 bytes. */
const signed = (more: { Expires?: number } = {}) =>
  createPresignedPost(store.s3, {
    Bucket: store.buckets.uploads,
    Key: KEY,
    Fields: { 'Content-Type': 'image/jpeg' },
    Conditions: [['content-length-range', 1, 9]],
    Expires: 900,
    ...more,
  });

async function post(fields: Fields, file: string | undefined, url: string): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file !== undefined) form.append('file', new Blob([file]), 'photo.jpg');
  return fetch(url, { method: 'POST', body: form });
}

async function faultIn(response: Response) {
  const text = await response.text();
  const part = (name: string) => new RegExp(`<${name}>(.*)</${name}>`).exec(text)?.[1];
  return { status: response.status, code: part('Code'), message: part('Message') };
}

const keysIn = async (Bucket: string) =>
  ((await store.s3.send(new ListObjectsV2Command({ Bucket }))).Contents ?? []).map(
    ({ Key }) => Key,
  );

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));

interface Attempt {
  readonly expires?: number;
  readonly file?: string | null;
  readonly change?: (fields: Fields) => Fields;
}

const LACKING =
  /^Bucket POST must contain a field named '.+'\. {2}If it is specified, please check/;

it.for<[what: string, attempt: Attempt, status: number, code: string, message: RegExp]>([
  [
    'with a changed signature',
    { change: fields => ({ ...fields, 'X-Amz-Signature': '0'.repeat(64) }) },
    403,
    'SignatureDoesNotMatch',
    /^The request signature we calculated does not match/,
  ],
  [
    'with another policy than was signed',
    { change: fields => ({ ...fields, Policy: btoa('{"conditions":[]}') }) },
    403,
    'SignatureDoesNotMatch',
    /^The request signature we calculated does not match/,
  ],
  [
    'by an unknown key',
    {
      change: fields => ({ ...fields, 'X-Amz-Credential': 'AKIA/20261010/local/s3/aws4_request' }),
    },
    403,
    'InvalidAccessKeyId',
    /^The AWS Access Key Id you provided does not exist/,
  ],
  [
    'after the policy has expired',
    { expires: -1 },
    403,
    'AccessDenied',
    /^Invalid according to Policy: Policy expired\.$/,
  ],
  ['with too large a file', { file: '0123456789' }, 400, 'EntityTooLarge', /exceeds the maximum/],
  ['with an empty file', { file: '' }, 400, 'EntityTooSmall', /smaller than the minimum/],
  [
    'with another type',
    { change: fields => ({ ...fields, 'Content-Type': 'text/html' }) },
    403,
    'AccessDenied',
    /^Invalid according to Policy: Policy Condition failed: \["eq", ?"\$Content-Type", ?"image\/jpeg"\]$/,
  ],
  [
    'without its type',
    { change: fields => without(fields, 'Content-Type') },
    403,
    'AccessDenied',
    /Policy Condition failed: .*Content-Type/,
  ],
  [
    'for another key',
    { change: fields => ({ ...fields, key: 'hongda/photo' }) },
    403,
    'AccessDenied',
    /Policy Condition failed: \["eq", ?"\$key", ?"huatai\/photo"\]$/,
  ],
  [
    'with a field that the policy does not know',
    { change: fields => ({ ...fields, 'x-amz-meta-name': '王建国' }) },
    403,
    'AccessDenied',
    /^Invalid according to Policy: Extra input fields: x-amz-meta-name$/,
  ],
  [
    'without a policy',
    { change: fields => without(fields, 'Policy') },
    403,
    'AccessDenied',
    /^Access Denied$/,
  ],
  ['without a key', { change: fields => without(fields, 'key') }, 400, 'InvalidArgument', LACKING],
  [
    'without a signature',
    { change: fields => without(fields, 'X-Amz-Signature') },
    400,
    'InvalidArgument',
    LACKING,
  ],
  ['without a file', { file: null }, 400, 'InvalidArgument', /^POST requires exactly one file/],
  [
    'with long fields',
    { change: fields => ({ ...fields, 'x-ignore-all': 'x'.repeat(20_001) }) },
    400,
    'MaxPostPreDataLengthExceeded',
    /preceding the upload file were too large/,
  ],
])('a form %s is refused', async ([, attempt, status, code, message]) => {
  const { expires, file = 'picture', change = fields => fields } = attempt;
  const { url, fields } = await signed(expires === undefined ? {} : { Expires: expires });
  const response = await post(change(fields), file ?? undefined, url);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await faultIn(response)).toEqual({
    status,
    code,
    message: expect.stringMatching(message),
  });
  expect(await keysIn(store.buckets.uploads)).toEqual([]);
  expect(arrived).toEqual([]);
});

it('a body that is no form is refused, and so is a form with another bucket’s address', async () => {
  const { url, fields } = await signed();
  const json = await fetch(url, { method: 'POST', body: '{}' });
  expect(await faultIn(json)).toMatchObject({ status: 412, code: 'PreconditionFailed' });
  const other = await post(fields, 'picture', `${store.origin}/${store.buckets.photos}`);
  expect(await faultIn(other)).toMatchObject({
    status: 403,
    code: 'AccessDenied',
    message: expect.stringMatching(/Policy Condition failed: .*bucket/),
  });
  const none = await post(fields, 'picture', `${store.origin}/none`);
  expect(await faultIn(none)).toMatchObject({ status: 404, code: 'NoSuchBucket' });
});

it('a form as it was signed is taken from any origin, and told of', async () => {
  const { url, fields } = await signed();
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob(['picture']));
  // What comes after the file is not read.
  form.append('key', 'hongda/photo');
  const headers = { origin: 'https://ideas.example' };
  const response = await fetch(url, { method: 'POST', body: form, headers });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  await store.settled();
  expect(arrived).toEqual([
    expect.objectContaining({
      'detail-type': 'Object Created',
      detail: expect.objectContaining({ object: expect.objectContaining({ key: KEY, size: 7 }) }),
    }),
  ]);
  await store.s3.send(new DeleteObjectCommand({ Bucket: store.buckets.uploads, Key: KEY }));
});

it('lists objects page after page, in the order of their keys', async () => {
  const Bucket = store.buckets.photos;
  const keys = ['huatai/a', 'huatai/b', 'huatai/c', 'huatai-2/a'];
  for (const Key of keys) await store.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
  const pages = [];
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: store.s3, pageSize: 2 },
    { Bucket, Prefix: 'huatai/' },
  ))
    pages.push(Contents.map(({ Key }) => Key));
  expect(pages).toEqual([['huatai/a', 'huatai/b'], ['huatai/c']]);
});

it('a request that is not signed by the functions is refused', async () => {
  const Bucket = store.buckets.photos;
  const wrong = new S3Client({
    endpoint: store.origin,
    region: 'local',
    forcePathStyle: true,
    credentials: { accessKeyId: 'AKIALOCAL', secretAccessKey: 'wrong' },
  });
  await expect(wrong.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    $metadata: { httpStatusCode: 403 },
  });
  const unsigned = await fetch(`${store.origin}/${Bucket}/huatai/a`);
  expect(await faultIn(unsigned)).toMatchObject({ status: 403, code: 'AccessDenied' });
  wrong.destroy();
});
