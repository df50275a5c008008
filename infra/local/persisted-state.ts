/**
 * The state that a system stores beside its database, so that a restart continues from it: how far
 * the clock was ahead, the keys of the sign-in, so that tokens stay valid, and the key of the keyed
 * hash, so that votes and claim codes are found again.
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

const keptSchema = z.object({
  ahead: z.number(),
  keys: z.object({ signing: z.looseObject({ kty: z.string() }), cookies: z.string() }),
  // An older system has none and gets it now.
  hashKey: z._default(z.string(), newHashKey),
});

/** The state that an earlier run has left: how far its clock was ahead, and its keys. */
export async function readState(folder: string | undefined): Promise<Kept> {
  const file = folder && join(folder, 'system.json');
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
  const file = join(folder, 'system.json');
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Deletes a system's stored state. */
export function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
