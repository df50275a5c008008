/**
 * One tab at a time sends what waits. A tab that wants to send waits for the one that sends, and takes
 * its place after a while: it may have been suspended.
 */
import { leased } from '../session/tab-lease.ts';

const LOCK = 'golden-ideas:outbox';
const PATIENCE_MS = 120_000;

/** `mine` tells the work whether this tab still is the one. */
export function asOnlySender(work: (mine: () => boolean) => Promise<void>): Promise<void> {
  return 'locks' in navigator && navigator.locks ? locked(work) : leased(LOCK, work);
}

async function locked(work: (mine: () => boolean) => Promise<void>): Promise<void> {
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(), PATIENCE_MS);
  let begun = false;
  let mine = true;
  const begin = () => {
    begun = true;
    clearTimeout(timer);
    return work(() => mine);
  };
  try {
    await navigator.locks.request(LOCK, { signal: impatience.signal }, begin);
  } catch (error) {
    if (!begun && impatience.signal.aborted) {
      await navigator.locks.request(LOCK, { steal: true }, begin);
      return;
    }
    // Another tab has taken the lock.
    if (begun && error instanceof DOMException && error.name === 'AbortError') mine = false;
    else throw error;
  }
}
