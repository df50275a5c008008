/**
 * All browser storage of the pages: on the device, for all tabs and later visits, or in the tab
 * alone. Neither ever throws. A value that the browser refuses (full or private) is kept in memory
 * as long as the page lives, and callers can ask about it.
 */

export interface KeptTexts extends Storage {
  /** Whether the browser accepts values at this moment. */
  readonly works: () => boolean;
  /** Whether the browser has refused a value that is now in memory alone. */
  readonly refused: () => boolean;
  /** Calls the listener when that changes, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly names: () => string[];
}

const PROBE = 'golden-ideas:probe';

/** Opening the browser's storage may throw already, so it is opened for each use. */
export function keptTexts(open: () => Storage): KeptTexts {
  const memory = new Map<string, string>();
  const listeners = new Set<() => void>();
  const attempt = <Value>(act: (storage: Storage) => Value): Value | undefined => {
    try {
      return act(open());
    } catch {
      return undefined;
    }
  };
  const tell = (before: number): void => {
    if (before > 0 !== memory.size > 0) for (const listener of listeners) listener();
  };
  const names = (): string[] => {
    const stored = attempt(storage =>
      Array.from({ length: storage.length }, (_, at) => storage.key(at)),
    );
    return [...new Set([...(stored ?? []), ...memory.keys()])].filter(name => name !== null);
  };

  return {
    works: () =>
      attempt(storage => {
        storage.setItem(PROBE, PROBE);
        storage.removeItem(PROBE);
        return true;
      }) ?? false,
    refused: () => memory.size > 0,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    names,
    get length() {
      return names().length;
    },
    key: at => names()[at] ?? null,
    getItem: name => memory.get(name) ?? attempt(storage => storage.getItem(name)) ?? null,
    setItem: (name, text) => {
      const before = memory.size;
      const taken = attempt(storage => {
        storage.setItem(name, text);
        return true;
      });
      if (taken) memory.delete(name);
      else memory.set(name, text);
      tell(before);
    },
    removeItem: name => {
      const before = memory.size;
      memory.delete(name);
      attempt(storage => storage.removeItem(name));
      tell(before);
    },
    clear: () => {
      const before = memory.size;
      memory.clear();
      attempt(storage => storage.clear());
      tell(before);
    },
  };
}

export const device = keptTexts(() => localStorage);
export const tab = keptTexts(() => sessionStorage);
