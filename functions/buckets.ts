/** Additional wiring of the functions that reach pictures. */
import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { Buckets } from '../shared/store/pictures.ts';

const name = z.string().check(z.minLength(3));

/** The buckets of uploads and of cleaned photos. */
export const bucketVariables = { UPLOADS_BUCKET: name, PHOTOS_BUCKET: name };

export function bucketsOf(env: {
  readonly UPLOADS_BUCKET: string;
  readonly PHOTOS_BUCKET: string;
}): { readonly s3: S3Client; readonly buckets: Buckets } {
  return {
    s3: new S3Client({ defaultsMode: 'legacy' }),
    buckets: { uploads: env.UPLOADS_BUCKET, photos: env.PHOTOS_BUCKET },
  };
}
