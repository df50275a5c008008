/**
 * A lock between tabs for renewing the tokens and signing out. A refresh token that is used twice
 * may end the session.
 */
import { device } from '../storage/browser-storage.ts';

const LOCK = 'golden-ideas:tokens';
/** The longest wait for another tab, which may have been suspended meanwhile. */
const PATIENCE_MS = 15_000;
const LOOK_AGAIN_MS = 100;

/**
 * Does the work when no other tab does. A tab that never finishes does not block others for ever.
 */
export function oneTabAtATime<Done>(work: () => Promise<Done>): Promise<Done> {
  return 'locks' in navigator ? locked(work) : leased(work);
}

async function locked<Done>(work: () => Promise<Done>): Promise<Done> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  let begun = false;
  try {
    return await navigator.locks.request(LOCK, { signal: impatience.signal }, () => {
      begun = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (begun || !impatience.signal.aborted) throw error;
    return work();
  }
}

/**
 * For Safari before 15.4, which has no locks: a note in the storage with the working tab and its
 * deadline.
 */
async function leased<Done>(work: () => Promise<Done>): Promise<Done> {
  const mine = String(Math.random());
  for (const giveUpAt = Date.now() + PATIENCE_MS; Date.now() < giveUpAt; await pause()) {
    const [, until] = read();
    if (Number(until) > Date.now()) continue;
    write(`${mine} ${Date.now() + PATIENCE_MS}`);
    // Of several tabs that wrote at the same time, the last one has the lock.
    await pause();
    if (read()[0] === mine) break;
  }
  try {
    return await work();
  } finally {
    if (read()[0] === mine) write('');
  }
}

function read(): readonly [holder: string, until: string] {
  const [holder = '', until = ''] = (device.getItem(LOCK) ?? '').split(' ');
  return [holder, until];
}

function write(note: string): void {
  device.setItem(LOCK, note);
}

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS));
