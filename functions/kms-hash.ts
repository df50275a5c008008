/**
 * Keyed hashes made in KMS. Most requests need none, so the first request that does loads this
 * separate module.
 */
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import type { KeyedHash } from '../shared/store/keyed-hash.ts';

/** Hashes with the key of the given name, which never leaves KMS. */
export function kmsHash(KeyId: string): KeyedHash {
  const client = new KMSClient();
  return async text => {
    const Message = new TextEncoder().encode(text);
    const { Mac } = await client.send(
      new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message }),
    );
    if (!Mac) throw new Error('no hash from KMS');
    return Mac;
  };
}
