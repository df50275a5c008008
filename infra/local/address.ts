/** Where the running system is: what `npm start` leaves behind for the commands that talk to it. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { secretHeadersIn } from './secret.ts';

/** Everything that is kept on this machine lies in here, unless `LOCAL_FOLDER` says where else. */
export const FOLDER = resolve(process.env.LOCAL_FOLDER ?? join(import.meta.dirname, '..', '..', '.local'));
/** The address of the running system. */
export const RUNNING = join(FOLDER, 'running');

/** The address to talk to: the `PORT` that was given, or the one the running system has left, or the usual one. */
export function runningAddress(): string {
  const { PORT } = process.env;
  if (PORT !== undefined) return `http://localhost:${PORT}`;
  return existsSync(RUNNING) ? readFileSync(RUNNING, 'utf8').trim() : 'http://localhost:4600';
}

/** Asks the running system, showing the secret of this machine; where nobody answers, says what to do instead of how it failed. */
export async function ask(path: string, init?: Omit<RequestInit, 'headers'>): Promise<Response> {
  const address = runningAddress();
  try {
    return await fetch(new URL(path, address), { ...init, headers: secretHeadersIn(FOLDER) });
  } catch {
    console.error(`Nothing answers at ${address}. Start the system first: npm start (or name its PORT).`);
    process.exit(1);
  }
}

/**
 * Asks the running system for something of a known shape; where it refuses, says what it says, and ends the command. `schema` is what
 * the answer looks like.
 */
export async function askFor<Answer>(
  path: string,
  schema: z.ZodMiniType<Answer>,
  init?: Omit<RequestInit, 'headers'>,
): Promise<Answer> {
  const reply = await ask(path, init);
  const body: unknown = await reply.json();
  if (reply.ok) return schema.parse(body);
  console.error(z.object({ error: z.string() }).parse(body).error);
  process.exit(1);
}
