/**
 * A lock between tabs for browsers without Web Locks (Safari before 15.4): a note in the storage with
 * the working tab and its deadline, which the tab moves on while it works.
 */
import { device } from '../storage/browser-storage.ts';

/** How long a tab that has ended, or is suspended, keeps others waiting. */
const LEASE_MS = 15_000;
const RENEW_MS = 4000;
const LOOK_AGAIN_MS = 100;

/**
 * Does the work when no other tab does. `mine` tells the work whether this is still so: a suspended
 * tab loses the lease.
 */
export async function leased<Done>(
  lock: string,
  work: (mine: () => boolean) => Promise<Done>,
): Promise<Done> {
  const tab = String(Math.random());
  const mine = (): boolean => holderOf(lock).tab === tab;
  const lease = (): void => device.setItem(lock, `${tab} ${Date.now() + LEASE_MS}`);
  for (const giveUpAt = Date.now() + LEASE_MS; Date.now() < giveUpAt; await pause()) {
    if (holderOf(lock).until > Date.now()) continue;
    lease();
    // Of several tabs that wrote at the same time, the last one has the lock.
    await pause();
    if (mine()) break;
  }
  const renewing = setInterval(() => mine() && lease(), RENEW_MS);
  try {
    return await work(mine);
  } finally {
    clearInterval(renewing);
    if (mine()) device.setItem(lock, '');
  }
}

function holderOf(lock: string): { readonly tab: string; readonly until: number } {
  const [tab = '', until = ''] = (device.getItem(lock) ?? '').split(' ');
  return { tab, until: Number(until) };
}

const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS));
