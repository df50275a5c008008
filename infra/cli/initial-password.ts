/**
 * Initial passwords: random, and easy to read from paper and to type on a phone, such as
 * `k7m4-9wq2-x3fd` (60 bits).
 */
import { randomBytes } from 'node:crypto';
import { base32 } from '../../shared/domain/kernel/base-32.ts';

const GROUPS = 3;
const GROUP = 4;

export function initialPassword(): string {
  return Array.from({ length: GROUPS }, () => base32(randomBytes(GROUP))).join('-');
}
