/**
 * Uploads a photo: the API says where to, and the bytes go there, past the API. It may be repeated
 * with the same key: that makes the same photo.
 */
import type { Call } from '../../shared/contract/client.ts';
import { failureOf } from '../../shared/contract/client.ts';
import { NetworkFailure } from '../../shared/contract/client-errors.ts';
import { startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import { PICTURE_TYPES } from '../../shared/domain/idea/photo.ts';
import type { OrganizationId, PhotoId } from '../../shared/domain/kernel/ids.ts';

/** 300 KB take a minute over the slowest networks; after this the connection is dead. */
const LONGEST_MS = 120_000;

interface To {
  readonly call: Call;
  readonly organization: OrganizationId;
}

/**
 * Resolves when the bytes have arrived; they are cleaned later. Throws what `call` throws: the
 * storage's answers are read as the gateway's.
 */
export async function uploadPhoto(blob: Blob, key: string, to: To): Promise<PhotoId> {
  const { photo, response } = await attempt(blob, key, to);
  if (response.ok) return photo;
  // The address works for a few minutes, and a phone may have slept in between.
  const again = response.status === 403 ? await attempt(blob, key, to) : { photo, response };
  if (again.response.ok) return again.photo;
  throw failureOf(again.response, '');
}

async function attempt(blob: Blob, key: string, { call, organization }: To) {
  const contentType = PICTURE_TYPES.find(type => type === blob.type) ?? 'image/jpeg';
  const { photo, upload } = await call(startPhotoUpload, {
    path: { organization },
    body: { contentType, bytes: blob.size },
    idempotencyKey: key,
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  // Last: the storage reads no field after it.
  form.append('file', blob);
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LONGEST_MS);
  try {
    const request = { method: 'POST', body: form, signal: late.signal };
    return { photo, response: await fetch(upload.url, request) };
  } catch (cause) {
    throw new NetworkFailure('no answer from the network', { cause });
  } finally {
    clearTimeout(timer);
  }
}
