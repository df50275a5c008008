/**
 * The storage of tokens: the browser's storage that all tabs share, so that they are renewed once
 * for all. A browser that refuses it may still have a storage for the tab. Tokens that fit nowhere
 * are kept in memory: a refresh token that replaced the former one must not be lost.
 */
import { device, type KeptTexts, tab } from '../storage/browser-storage.ts';

interface Working {
  readonly storage: KeptTexts;
  /** Whether other tabs see the stored tokens. */
  readonly shared: boolean;
}

/** The first of the browser's storages that accepts a value; undefined if none does. */
export function workingStorage(): Working | undefined {
  if (device.works()) return { storage: device, shared: true };
  return tab.works() ? { storage: tab, shared: false } : undefined;
}
