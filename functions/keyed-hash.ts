/** Additional wiring of functions that make keyed hashes; see `runtime.ts`. */
import * as z from 'zod/mini';
import type { KeyedHash } from '../shared/store/keyed-hash.ts';

/** The key's name. The key itself never leaves KMS. */
export const hashVariables = { HASH_KEY: z.string().check(z.minLength(1)) };

/** Hashes in KMS, whose client is loaded with the first hash. */
export function keyedHash({ HASH_KEY }: { readonly HASH_KEY: string }): KeyedHash {
  let hash: KeyedHash | undefined;
  return async text => {
    hash ??= (await import('./kms-hash.ts')).kmsHash(HASH_KEY);
    return hash(text);
  };
}
