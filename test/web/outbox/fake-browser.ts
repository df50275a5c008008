/** What the browser has, for a test: a database of its own, and locks between tabs. */
import * as fake from 'fake-indexeddb';
import { onTestFinished, vi } from 'vitest';

export function fakeIndexedDb(): void {
  for (const [name, value] of Object.entries(fake))
    if (name.startsWith('IDB')) vi.stubGlobal(name, value);
  vi.stubGlobal('indexedDB', new fake.IDBFactory());
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}

/** Locks between the tabs of a test: one after another. */
export function fakeLocks(): void {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, _options: object, work: () => Promise<unknown>) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request } });
  onTestFinished(() => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: null });
  });
}
