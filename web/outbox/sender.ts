/**
 * Sends what waits, one entry after another. Whoever calls it has the lock between tabs. It may end
 * at any point, with its tab: what it writes before and after each attempt is enough to go on.
 */
import type { Entry } from './entry.ts';
import { afterwards, begun, FIRST_PAUSE, isAnswered, type Outcome, turnAt } from './queue.ts';
import type { OutboxStore } from './store.ts';

export interface SenderParts {
  readonly store: OutboxStore;
  /** Never throws. */
  readonly attempt: (entry: Entry) => Promise<Outcome>;
  /** Called once an attempt's outcome is stored. */
  readonly stored?: (entry: Entry) => void;
  /** In ms since 1970. */
  readonly now: () => number;
  /** Whether this tab still has the lock. */
  readonly mayGoOn: () => boolean;
}

/** Two entries without an answer, one after the other: it is the network, and no entry of its own. */
const MOST_UNANSWERED = 2;

/** Sends until nothing can be sent. Returns when to come back, in ms since 1970, if by time alone. */
export async function sendAll({
  store,
  attempt,
  stored,
  now,
  mayGoOn,
}: SenderParts): Promise<number | undefined> {
  let unanswered = 0;
  while (mayGoOn()) {
    const turn = turnAt(await store.all(), now());
    if (turn.is === 'rest') return undefined;
    if (turn.is === 'wait') return turn.until;
    if (unanswered === MOST_UNANSWERED) return now() + FIRST_PAUSE;
    const entry = await store.change(turn.entry.id, entry => ({ ...entry, state: begun(entry) }));
    // Its person has taken it out meanwhile.
    if (entry === undefined) continue;
    const outcome = await attempt(entry);
    await store.change(entry.id, entry => {
      const state = afterwards(entry, outcome, now());
      if (state === 'gone') return state;
      // What has arrived keeps no photos on the device, which others may use.
      return { ...entry, state, ...(state.is === 'sent' && { photos: [] }) };
    });
    stored?.(entry);
    if (outcome.is === 'needs-sign-in') return undefined;
    unanswered = isAnswered(outcome) ? 0 : unanswered + 1;
  }
  return now();
}
