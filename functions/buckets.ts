/** Additional wiring of the functions that reach pictures: the buckets of uploads and of photos. */
import * as z from 'zod/mini';
import type { Buckets } from '../shared/store/pictures.ts';

const name = z.string().check(z.minLength(3));

export const bucketVariables = { UPLOADS_BUCKET: name, PHOTOS_BUCKET: name };

export function bucketsOf(env: {
  readonly UPLOADS_BUCKET: string;
  readonly PHOTOS_BUCKET: string;
}): Buckets {
  return { uploads: env.UPLOADS_BUCKET, photos: env.PHOTOS_BUCKET };
}
