/**
 * Hashes and random bytes as text in Crockford's base 32, which can be read out over a telephone. Of five bits in each byte a
 * character is made; the other three are dropped, for of such bytes any part is as good as another.
 */
import { BASE_32 } from './ids.ts';

/** As many characters as there are bytes. */
export function base32(bytes: Uint8Array): string {
  return Array.from(bytes, byte => BASE_32.charAt(byte % BASE_32.length)).join('');
}
