/**
 * A hash that only this system can make: HMAC-SHA256 under a key that nobody reads. Whoever holds a copy of the table, and knows
 * every member's number, still cannot find out by trying which of them a hash was made of.
 */
export type KeyedHash = (text: string) => Promise<Uint8Array>;

/** Hashes several parts as one. The first says what the hash is for, so that none can be used in another's place. */
export function hashOfParts(
  hash: KeyedHash,
  parts: readonly [purpose: 'ballot' | 'idea' | 'code' | 'writings', ...string[]],
): Promise<Uint8Array> {
  return hash(JSON.stringify(parts));
}
