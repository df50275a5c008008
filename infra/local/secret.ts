/**
 * The secret that the commands on this machine show to the running system: who may read it may move its clock and found organizations.
 * It lies in a file that only its owner can read.
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

/** The folder's secret, made if there is none yet. */
export function ensureSecret(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600 });
  // Copying a folder may have opened it to others.
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** The headers that show a folder's secret; none where it has no secret. */
export function secretHeadersIn(folder: string): Record<string, string> {
  const file = join(folder, FILE);
  return existsSync(file) ? secretHeaders(readFileSync(file, 'utf8').trim()) : {};
}

export function secretHeaders(secret: string): Record<string, string> {
  return { [HEADER]: secret };
}

/** Whether a request shows the secret. How long it takes to tell says nothing about how much of it was right. */
export function showsSecret({ [HEADER]: shown }: IncomingHttpHeaders, secret: string): boolean {
  return typeof shown === 'string' && timingSafeEqual(digest(shown), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
