/** The keyed hash of all tests: the same hashes in every run. */
import { localHash } from '../infra/local/keyed-hash.ts';

export const fixedHash = localHash(
  Buffer.from('a key for tests and for nothing else').toString('base64'),
);
