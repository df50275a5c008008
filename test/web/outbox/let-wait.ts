/** Entries that wait on the device already, as from an earlier visit. */
import type { NewEntry } from '../../../web/outbox/entry.ts';
import { sealOf } from '../../../web/outbox/seal.ts';
import { openDatabase, storeOf } from '../../../web/outbox/store.ts';
import { device } from '../../../web/storage/browser-storage.ts';

/** Lets entries wait for a person, oldest first. */
export async function letWait(owner: string, entries: readonly NewEntry[]): Promise<void> {
  const seal = await sealOf(owner, device);
  if (seal === undefined) throw new Error('the browser keeps nothing');
  const store = storeOf(await openDatabase(), owner, seal);
  for (const entry of entries) await store.put(entry);
  // The note that the first load looks at.
  device.setItem(`golden-ideas:of:${owner}:outbox`, entries.map((_, at) => `${at}waiting`).join());
}
