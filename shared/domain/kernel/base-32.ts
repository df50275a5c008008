/**
 * Hashes and random bytes as text in Crockford's base 32, which can be read out over a telephone.
 * Five bits of each byte make a character; the other three are dropped, because all bits of such
 * bytes are equally good.
 */
import { BASE_32 } from './ids.ts';

/** Returns one character per byte. */
export function base32(bytes: Uint8Array): string {
  return Array.from(bytes, byte => BASE_32.charAt(byte % BASE_32.length)).join('');
}
