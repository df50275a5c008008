/**
 * Where tokens are kept: in the browser's storage that all tabs share, so that they are renewed once for all. A browser that refuses
 * it may still have a storage for the tab.
 */

interface Working {
  readonly storage: Storage;
  /** Whether other tabs see what is kept. */
  readonly shared: boolean;
}

/** The first of the browser's storages that takes something; undefined where none does. */
export function workingStorage(): Working | undefined {
  const shared = working(() => localStorage);
  if (shared !== undefined) return { storage: shared, shared: true };
  const own = working(() => sessionStorage);
  return own && { storage: own, shared: false };
}

function working(open: () => Storage): Storage | undefined {
  const probe = 'golden-ideas:probe';
  try {
    // Even looking at it may throw.
    const storage = open();
    storage.setItem(probe, probe);
    storage.removeItem(probe);
    return storage;
  } catch {
    return undefined;
  }
}

/**
 * The same storage, but for what it has no room left to take: that is kept in this tab. A refresh token that came in exchange for
 * the former one must not be lost.
 */
export function lenient(storage: Storage): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return storage.length;
    },
    clear: () => storage.clear(),
    key: (index: number) => storage.key(index),
    getItem: (key: string) => kept.get(key) ?? storage.getItem(key),
    setItem(key: string, value: string) {
      kept.delete(key);
      try {
        storage.setItem(key, value);
      } catch {
        kept.set(key, value);
      }
    },
    removeItem(key: string) {
      kept.delete(key);
      storage.removeItem(key);
    },
  };
}
