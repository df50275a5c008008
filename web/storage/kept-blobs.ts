/**
 * Bytes on the device, for later visits: IndexedDB has the room that the browser's texts lack. Like
 * those it never throws. What the browser refuses, being full or private, is kept in memory as long
 * as the page lives.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

const memory = new Map<string, Blob>();

const STORE = 'blobs';

/** Bytes with their type, and no `Blob`: a private window of Safari stores none. */
interface Kept {
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

interface Schema extends DBSchema {
  [STORE]: { key: string; value: Kept };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** What is attempted in the database; undefined if it cannot be done there. */
async function attempt<Value>(
  act: (database: IDBPDatabase<Schema>) => Promise<Value>,
): Promise<Value | undefined> {
  try {
    opened ??= openDB<Schema>('golden-ideas-drafts', 1, {
      upgrade: database => void database.createObjectStore(STORE),
      terminated: () => {
        opened = undefined;
      },
    });
    return await act(await opened);
  } catch {
    // It is opened anew the next time.
    opened = undefined;
    return undefined;
  }
}

export async function keepBlob(name: string, blob: Blob): Promise<void> {
  const bytes = await blob.arrayBuffer();
  const kept = await attempt(database => database.put(STORE, { type: blob.type, bytes }, name));
  if (kept === undefined) memory.set(name, blob);
  else memory.delete(name);
}

export async function keptBlob(name: string): Promise<Blob | undefined> {
  const kept = await attempt(database => database.get(STORE, name));
  return memory.get(name) ?? (kept && new Blob([kept.bytes], { type: kept.type }));
}

export async function keptNames(): Promise<readonly string[]> {
  const stored = await attempt(database => database.getAllKeys(STORE));
  return [...(stored ?? []), ...memory.keys()];
}

export async function removeBlobs(names: readonly string[]): Promise<void> {
  for (const name of names) memory.delete(name);
  if (names.length === 0) return;
  await attempt(database => Promise.all(names.map(name => database.delete(STORE, name))));
}
