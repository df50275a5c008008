/** The keyed hash on one machine: replaces KMS, with a key that is stored beside the database. */
import { createHmac, randomBytes } from 'node:crypto';
import type { KeyedHash } from '../../shared/store/keyed-hash.ts';

export function newHashKey(): string {
  return randomBytes(32).toString('base64');
}

export function localHash(key: string): KeyedHash {
  return async text => createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest();
}

/** The secret of the addresses of photos, which Secrets Manager makes on AWS. */
export function localPhotoSecret(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update('photos').digest('base64url');
}
