/**
 * A hash that only this system can make: HMAC-SHA256 under a key that nobody reads. Even with a
 * copy of the table and every member's number, nobody can find out by trial which of them a hash
 * was made from.
 */
export type KeyedHash = (text: string) => Promise<Uint8Array>;

/**
 * Hashes several parts as one. The first names the purpose of the hash, so that none can replace
 * another.
 */
export function hashOfParts(
  hash: KeyedHash,
  parts: readonly [purpose: 'ballot' | 'idea' | 'code' | 'writings' | 'photo', ...string[]],
): Promise<Uint8Array> {
  return hash(JSON.stringify(parts));
}
