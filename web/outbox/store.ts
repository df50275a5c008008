/**
 * Where entries are kept, for all tabs of the browser and for later visits: in IndexedDB, sealed. A
 * row shows whose it is and its place; everything else is sealed with its person's key.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { KeptTexts } from '../storage/browser-storage.ts';
import type { Entry, NewEntry, WaitingPhoto } from './entry.ts';
import { keyPlace, type Seal, type Sealed } from './seal.ts';

export interface OutboxStore {
  /** The entries of its person, in the order in which they were made. */
  readonly all: () => Promise<readonly Entry[]>;
  /** Stores an entry behind all others, and removes the one with its id. */
  readonly put: (entry: NewEntry) => Promise<void>;
  /**
   * Changes an entry as it is stored now, or removes it (`gone`), in one step. `undefined` leaves it.
   * Returns what is stored then; `undefined` if there is no such entry, or none any more.
   */
  readonly change: (
    id: string,
    how: (entry: Entry) => Entry | 'gone' | undefined,
  ) => Promise<Entry | undefined>;
}

interface Row {
  /** Given by the database. */
  readonly order?: number;
  readonly id: string;
  readonly owner: string;
  /** Counts the changes, so that none is overwritten unseen. */
  readonly revision: number;
  readonly entry: Sealed;
  /** As many as the entry has photos. They never change, but may all go. */
  readonly photos: readonly (Sealed & { readonly type: string })[];
}

interface Schema extends DBSchema {
  entries: { key: number; value: Row; indexes: { owner: string; id: string } };
}

export type OutboxDatabase = IDBPDatabase<Schema>;

/** The form of what is sealed; entries of another form are left alone. */
const FORM = 1;

/** Opens the database. Rejects if the browser has none, for instance in a private window. */
export function openDatabase(): Promise<OutboxDatabase> {
  return openDB<Schema>('golden-ideas-outbox', 1, {
    upgrade(database) {
      const entries = database.createObjectStore('entries', {
        keyPath: 'order',
        autoIncrement: true,
      });
      entries.createIndex('owner', 'owner');
      entries.createIndex('id', 'id', { unique: true });
    },
  });
}

/** Removes what nobody can open any more: its person has signed out here. */
export async function removeUnreadable(database: OutboxDatabase, device: KeptTexts): Promise<void> {
  const { store, done } = database.transaction('entries', 'readwrite');
  for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (device.getItem(keyPlace(cursor.value.owner)) === null) await cursor.delete();
  await done;
}

export function storeOf(database: OutboxDatabase, owner: string, seal: Seal): OutboxStore {
  async function rowOf(entry: NewEntry, revision: number, before?: Row): Promise<Row> {
    const { id, photos, ...rest } = entry;
    const written = { ...rest, form: FORM, photos: photos.map(({ blob: _, ...photo }) => photo) };
    const plain = new TextEncoder().encode(JSON.stringify(written));
    return {
      id,
      owner,
      revision,
      entry: await seal.close(plain, id),
      photos:
        (before?.photos.length === photos.length ? before.photos : undefined) ??
        (await Promise.all(
          photos.map(async ({ blob, key }) => ({
            type: blob.type,
            ...(await seal.close(new Uint8Array(await blob.arrayBuffer()), key)),
          })),
        )),
    };
  }

  async function read(row: Row): Promise<Entry | undefined> {
    const plain = await seal.open(row.entry, row.id);
    if (plain === undefined) return undefined;
    const written: unknown = JSON.parse(new TextDecoder().decode(plain));
    if (!isWritten(written)) return undefined;
    const { form: _, ...rest } = written;
    const photos: WaitingPhoto[] = [];
    for (const [at, { type, ...sealed }] of row.photos.entries()) {
      const photo = written.photos[at];
      const bytes = photo && (await seal.open(sealed, photo.key));
      if (photo === undefined || bytes === undefined) return undefined;
      photos.push({ ...photo, blob: new Blob([bytes], { type }) });
    }
    return { ...rest, id: row.id, order: row.order ?? 0, photos };
  }

  return {
    async all() {
      const rows = await database.getAllFromIndex('entries', 'owner', owner);
      const entries = await Promise.all(rows.map(read));
      return entries.flatMap(entry => entry ?? []).sort((one, other) => one.order - other.order);
    },

    async put(entry) {
      const row = await rowOf(entry, 0);
      const { store, done } = database.transaction('entries', 'readwrite');
      const earlier = await store.index('id').getKey(entry.id);
      if (earlier !== undefined) await store.delete(earlier);
      await store.add(row);
      await done;
    },

    async change(id, how) {
      for (;;) {
        const row = await database.getFromIndex('entries', 'id', id);
        const entry = row && (await read(row));
        if (row?.order === undefined || entry === undefined) return undefined;
        const changed = how(entry);
        if (changed === undefined) return entry;
        const next =
          changed === 'gone'
            ? undefined
            : { ...(await rowOf(changed, row.revision + 1, row)), order: row.order };
        const { store, done } = database.transaction('entries', 'readwrite');
        const now = await store.get(row.order);
        const unchanged = now?.revision === row.revision;
        if (unchanged && next === undefined) await store.delete(row.order);
        if (unchanged && next !== undefined) await store.put(next);
        await done;
        if (unchanged) return changed === 'gone' ? undefined : changed;
      }
    },
  };
}

type Written = Omit<Entry, 'id' | 'order' | 'photos'> & {
  readonly form: typeof FORM;
  readonly photos: readonly Omit<WaitingPhoto, 'blob'>[];
};

/** What could be opened was written by these pages; only its form may be another release's. */
function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && 'form' in value && value.form === FORM;
}
