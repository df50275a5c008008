/**
 * The state that a system stores beside its database, so that a restart continues from it: how far
 * the clock was ahead, the keys of the sign-in, so that tokens stay valid, and the key of the keyed
 * hash, so that votes and claim codes are found again.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { damaged } from './engine.ts';
import { newHashKey } from './keyed-hash.ts';
import { newSignInKeys, type SignInKeys } from './sign-in.ts';

interface Kept {
  readonly ahead: number | undefined;
  readonly keys: SignInKeys;
  readonly hashKey: string;
}

const STATE = 'system.json';
const HALF_FILLED = 'half-filled';

const keptSchema = z.object({
  ahead: z.number(),
  keys: z.object({ signing: z.looseObject({ kty: z.string() }), cookies: z.string() }),
  // An older system has none and gets it now.
  hashKey: z._default(z.string(), newHashKey),
});

/** The state that an earlier run has left: how far its clock was ahead, and its keys. */
export async function readState(folder: string | undefined): Promise<Kept> {
  const file = folder && join(folder, STATE);
  if (file === undefined || !existsSync(file))
    return { ahead: undefined, keys: await newSignInKeys(), hashKey: newHashKey() };
  try {
    return keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw damaged(folder ?? file);
  }
}

/**
 * Written aside and renamed into place, so that a process killed while writing leaves the former
 * file whole.
 */
export function writeState(folder: string | undefined, kept: Kept): void {
  if (folder === undefined) return;
  const file = join(folder, STATE);
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Whether a folder has a system's stored state. */
export function isFounded(folder: string | undefined): boolean {
  return folder !== undefined && existsSync(join(folder, STATE));
}

/**
 * Whether a start ended while it put the sample ideas in: the data is nobody's, and the clock
 * stands in the past.
 */
export function isHalfFilled(folder: string): boolean {
  return existsSync(join(folder, HALF_FILLED));
}

export function markHalfFilled(folder: string | undefined): void {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, HALF_FILLED), '');
}

export function markFilled(folder: string | undefined): void {
  if (folder !== undefined) rmSync(join(folder, HALF_FILLED), { force: true });
}

/** Deletes a system's stored state. */
export function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
