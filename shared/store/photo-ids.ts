/**
 * The ids of photos. With the request's key the id is always the same, because its first answer may
 * have been lost. It is a keyed hash, so nobody finds out by trial who uploaded a photo.
 */
import { base32 } from '../domain/kernel/base-32.ts';
import {
  type MemberId,
  type OrganizationId,
  type PhotoId,
  photoIdOf,
} from '../domain/kernel/ids.ts';
import { hashOfParts, type KeyedHash } from './keyed-hash.ts';

const LENGTH = 26;

export function photoIds(hash: KeyedHash) {
  return async (
    organization: OrganizationId,
    member: MemberId,
    key: string | undefined,
  ): Promise<PhotoId> => {
    const bytes =
      key === undefined
        ? crypto.getRandomValues(new Uint8Array(LENGTH))
        : await hashOfParts(hash, ['photo', organization, member, key]);
    return photoIdOf(base32(bytes.subarray(0, LENGTH)));
  };
}
