/** Sends a picture as the pages do: a record first, then a form to the storage. */
import type { Call } from '../../shared/contract/client.ts';
import { startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import type { PICTURE_TYPES } from '../../shared/domain/idea/photo.ts';
import type { OrganizationId, PhotoId } from '../../shared/domain/kernel/ids.ts';

interface Picture {
  readonly contentType: (typeof PICTURE_TYPES)[number];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Eight by eight pixels. */
const SMALL: Picture = {
  contentType: 'image/png',
  bytes: new Uint8Array(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mO4uZgBK2IYWhIAVTNfAWN0CCwAAAAASUVORK5CYII=',
      'base64',
    ),
  ),
};

/** Sends a picture, a small one by default; returns the photo, which is cleaned a moment later. */
export async function sendPhoto(
  call: Call,
  organization: OrganizationId,
  { contentType, bytes }: Picture = SMALL,
): Promise<PhotoId> {
  const { photo, upload } = await call(startPhotoUpload, {
    path: { organization },
    idempotencyKey: crypto.randomUUID(),
    body: { contentType, bytes: bytes.length },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type: contentType }));
  const { ok, status } = await fetch(upload.url, { method: 'POST', body: form });
  if (!ok) throw new Error(`the storage has answered ${status}`);
  return photo;
}
