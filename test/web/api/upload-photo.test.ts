/** Uploading a photo: to the address that the API gives, and by the same key once more. */
import { afterEach, expect, it, vi } from 'vitest';
import { GatewayFailure, NetworkFailure } from '../../../shared/contract/client-errors.ts';
import { startPhotoUpload } from '../../../shared/contract/routes/photos.ts';
import { uploadPhoto } from '../../../web/api/upload-photo.ts';
import { fakeApi } from '../fake-api.ts';
import { huatai, photo } from '../sample.ts';

const jpeg = new Blob(['small'], { type: 'image/jpeg' });
const { id } = photo(1, 'problem');

afterEach(() => vi.unstubAllGlobals());

/** A storage that answers with these statuses, one after another; 0 is no answer. */
function storage(...statuses: readonly number[]) {
  const api = fakeApi();
  api.answer(startPhotoUpload, {
    photo: id,
    upload: { url: 'https://photos.example/', fields: { key: 'a/b', policy: 'p' } },
  });
  const sent: FormData[] = [];
  vi.stubGlobal('fetch', async (_: string, { body }: { body: FormData }) => {
    const status = statuses[sent.length] ?? 0;
    sent.push(body);
    if (status === 0) throw new TypeError('failed to fetch');
    return new Response(null, { status });
  });
  const upload = () => uploadPhoto(jpeg, 'key-1', { call: api.call, organization: huatai });
  return { api, sent, upload };
}

it('posts the signed fields, and the bytes after them', async () => {
  const { api, sent, upload } = storage(204);
  expect(await upload()).toBe(id);
  expect(api.asked(startPhotoUpload)).toEqual([
    {
      path: { organization: huatai },
      body: { contentType: 'image/jpeg', bytes: jpeg.size },
      idempotencyKey: 'key-1',
    },
  ]);
  expect([...(sent[0]?.keys() ?? [])]).toEqual(['key', 'policy', 'file']);
});

it('asks for another address by the same key if the first has expired, once', async () => {
  const { api, upload } = storage(403, 204);
  expect(await upload()).toBe(id);
  expect(api.asked(startPhotoUpload).map(({ idempotencyKey }) => idempotencyKey)).toEqual([
    'key-1',
    'key-1',
  ]);
  await expect(storage(403, 403).upload()).rejects.toBeInstanceOf(GatewayFailure);
});

it('fails as a call does', async () => {
  await expect(storage(503).upload()).rejects.toMatchObject({ status: 503 });
  await expect(storage(0).upload()).rejects.toBeInstanceOf(NetworkFailure);
});
