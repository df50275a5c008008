/** Sends a picture as the pages do: a record first, then a form to the storage. */
import type { Call } from '../../shared/contract/client.ts';
import { startPhotoUpload } from '../../shared/contract/routes/photos.ts';
import type { OrganizationId, PhotoId } from '../../shared/domain/kernel/ids.ts';

/** Eight by eight pixels. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mO4uZgBK2IYWhIAVTNfAWN0CCwAAAAASUVORK5CYII=',
  'base64',
);

/** Sends a small picture; returns the photo, which is cleaned a moment later. */
export async function sendPhoto(call: Call, organization: OrganizationId): Promise<PhotoId> {
  const contentType = 'image/png';
  const { photo, upload } = await call(startPhotoUpload, {
    path: { organization },
    idempotencyKey: crypto.randomUUID(),
    body: { contentType, bytes: PICTURE.length },
  });
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append('file', new Blob([PICTURE], { type: contentType }));
  const { ok, status } = await fetch(upload.url, { method: 'POST', body: form });
  if (!ok) throw new Error(`the storage has answered ${status}`);
  return photo;
}
