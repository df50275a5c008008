/** Adds an entry, and removes those that it makes superfluous. */
import type { NewEntry } from './entry.ts';
import { supersededBy } from './queue.ts';
import type { OutboxStore } from './store.ts';

/** Returns whether anything of it waits now: taking back what nobody has heard of leaves nothing. */
export async function add(store: OutboxStore, entry: NewEntry): Promise<boolean> {
  const { ids, also } = supersededBy(await store.all(), entry.act);
  // Stored first: after a crash the earlier one is still sent before it.
  if (!also) await store.put(entry);
  let begunMeanwhile = false;
  for (const id of ids) {
    const left = await store.change(id, ({ state }) => {
      const taken = also ? state.is === 'waiting' && state.tries === 0 : state.is !== 'sending';
      return taken ? 'gone' : undefined;
    });
    if (left !== undefined) begunMeanwhile = true;
  }
  if (!also) return true;
  if (begunMeanwhile) await store.put(entry);
  return begunMeanwhile;
}
