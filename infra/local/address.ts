/**
 * The address of the running system, which `npm start` leaves behind for the commands that talk to
 * it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { secretHeadersIn } from './secret.ts';

/** The folder of all data on this machine; `LOCAL_FOLDER` names another one. */
export const FOLDER = resolve(
  process.env.LOCAL_FOLDER ?? join(import.meta.dirname, '..', '..', '.local'),
);
/** The address of the running system. */
export const RUNNING = join(FOLDER, 'running');

/**
 * The address to talk to: the given `PORT`, or the one that the running system has left, or the
 * default.
 */
export function runningAddress(): string {
  const { PORT } = process.env;
  if (PORT !== undefined) return `http://localhost:${PORT}`;
  return existsSync(RUNNING) ? readFileSync(RUNNING, 'utf8').trim() : 'http://localhost:4600';
}

/**
 * Sends a request to the running system, with this machine's secret. If nobody answers, it prints
 * instructions instead of the error.
 */
export async function ask(path: string, init?: Omit<RequestInit, 'headers'>): Promise<Response> {
  const address = runningAddress();
  try {
    return await fetch(new URL(path, address), { ...init, headers: secretHeadersIn(FOLDER) });
  } catch {
    console.error(
      `Nothing answers at ${address}. Start the system first: npm start (or name its PORT).`,
    );
    process.exit(1);
  }
}

/**
 * Sends a request whose answer has a known shape. If it is refused, prints the refusal and ends the
 * command. `schema` is the shape of the answer.
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
