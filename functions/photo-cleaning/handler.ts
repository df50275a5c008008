/**
 * Cleans uploaded pictures. S3 calls it for each upload, at least once and in no order; each step
 * may be repeated. The upload goes last, so a run that was cut off is made again.
 */
import type { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { OrganizationId, PhotoId } from '../../shared/domain/kernel/ids.ts';
import { failureOf, type Log } from '../../shared/http/log.ts';
import type { Table } from '../../shared/store/client.ts';
import { photoRepository } from '../../shared/store/photos.ts';
import { type Buckets, pictures, uploadIn } from '../../shared/store/pictures.ts';
import { cleanPicture } from './cleaning.ts';

export interface PhotoCleaningWiring {
  readonly table: Table;
  readonly log: Log;
  readonly s3: S3Client;
  readonly buckets: Buckets;
}

export function photoCleaningHandler({ table, log, s3, buckets }: PhotoCleaningWiring) {
  const photos = photoRepository(table);
  const stored = pictures(s3, buckets);

  async function clean(organization: OrganizationId, photo: PhotoId): Promise<void> {
    const record = await photos.get(organization, photo);
    // Sent again after it was cleaned, or after its record has expired.
    if (record?.state !== 'awaited') return stored.removeUpload(organization, photo);
    const upload = await stored.upload(organization, photo);
    // Another run is about to finish.
    if (!upload) return;
    const cleaned = await cleanPicture(upload);
    if (cleaned.ok) {
      const { width, height, ...forms } = cleaned.value;
      await stored.put(organization, photo, forms);
      const settled = await photos.settle(organization, photo, { state: 'ready', width, height });
      if (!settled && !(await photos.get(organization, photo)))
        await stored.removeForms(organization, photo);
    } else {
      const { reason } = cleaned.refusal;
      await photos.settle(organization, photo, { state: 'refused', reason });
      log.info('picture refused', { reason, bytes: upload.length });
    }
    await stored.removeUpload(organization, photo);
  }

  return async (event: unknown): Promise<void> => {
    const found = uploadIn(arrival.parse(event).detail.object.key);
    if (!found) return;
    try {
      await clean(found.organization, found.photo);
    } catch (error) {
      log.error('picture not cleaned', failureOf(error));
      throw error;
    }
  };
}

/** An event of S3 as EventBridge sends it, as far as it matters. */
const arrival = z.object({ detail: z.object({ object: z.object({ key: z.string() }) }) });
