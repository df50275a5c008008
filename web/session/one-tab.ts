/**
 * A lock between tabs for renewing the tokens and signing out. A refresh token that is used twice
 * may end the session.
 */
import { leased } from './tab-lease.ts';

const LOCK = 'golden-ideas:tokens';
/** The longest wait for another tab, which may have been suspended meanwhile. */
const PATIENCE_MS = 15_000;

/**
 * Does the work when no other tab does. A tab that never finishes does not block others for ever.
 */
export function oneTabAtATime<Done>(work: () => Promise<Done>): Promise<Done> {
  return 'locks' in navigator ? locked(work) : leased(LOCK, work);
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
