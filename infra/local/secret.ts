/**
 * The secret that this machine's commands send to the running system: a person who can read it may
 * move the clock and found organizations. It is in a file that only its owner can read.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';

const FILE = 'secret';
const HEADER = 'x-local-secret';

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** The folder's secret, created if there is none yet. */
export function ensureSecret(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600 });
  // A copy of the folder may be readable by others.
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** The headers that carry a folder's secret; none if it has no secret. */
export function secretHeadersIn(folder: string): Record<string, string> {
  const file = join(folder, FILE);
  return existsSync(file) ? secretHeaders(readFileSync(file, 'utf8').trim()) : {};
}

export function secretHeaders(secret: string): Record<string, string> {
  return { [HEADER]: secret };
}

/**
 * Whether a request carries the secret. The comparison's duration does not depend on how much of it
 * was right.
 */
export function showsSecret({ [HEADER]: shown }: IncomingHttpHeaders, secret: string): boolean {
  return typeof shown === 'string' && timingSafeEqual(digest(shown), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
