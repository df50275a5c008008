/** The client of S3 on Lambda. */
import { S3Client } from '@aws-sdk/client-s3';

export function s3Client(): S3Client {
  return new S3Client({ defaultsMode: 'legacy' });
}
