/** Where the running system is: what `npm start` leaves behind for the commands that talk to it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that is kept on this machine lies in here. */
export const FOLDER = join(import.meta.dirname, '..', '..', '.local');
/** The address of the running system. */
export const RUNNING = join(FOLDER, 'running');

/** The address to talk to: the `PORT` that was given, or the one the running system has left, or the usual one. */
export function runningAddress(): string {
  const { PORT } = process.env;
  if (PORT !== undefined) return `http://localhost:${PORT}`;
  return existsSync(RUNNING) ? readFileSync(RUNNING, 'utf8').trim() : 'http://localhost:4600';
}

/** Asks the running system; where nobody answers, says what to do instead of how it failed. */
export async function ask(path: string, init?: RequestInit): Promise<Response> {
  const address = runningAddress();
  try {
    return await fetch(new URL(path, address), init);
  } catch {
    console.error(`Nothing answers at ${address}. Start the system first: npm start (or name its PORT).`);
    process.exit(1);
  }
}
