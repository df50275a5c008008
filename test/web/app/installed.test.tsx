/** The application as a thing on the device: what a page does before its first worker is there. */
import { waitFor } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Installed } from '../../../web/app/installed.tsx';
import { notedReaders } from '../../../web/worker/release.ts';
import { renderPage } from '../render-page.tsx';
import { membershipOf, secretary } from '../sample.ts';
import { fakeCaches } from '../worker/fake-caches.ts';

type Registration = { readonly active: object | null; readonly installing: Installing | null };
type Installing = EventTarget & { readonly state: string };

const ACTIVE: Registration = { active: {}, installing: null };

/**
 * A browser that registers the worker like this, once for each answer. Returns for whom the worker
 * would have brought files at each time.
 */
function browser(...answers: readonly (() => Registration)[]) {
  const caches = fakeCaches();
  const registeredFor: unknown[] = [];
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: null,
    ready: new Promise(() => undefined),
    getRegistration: async () => undefined,
    register: async () => {
      registeredFor.push(await notedReaders(caches));
      return answers[registeredFor.length - 1]?.();
    },
  });
  vi.stubGlobal('caches', caches);
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: serviceWorker });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });
  return registeredFor;
}

/** A first worker of which a file has not come. */
function failing(): Registration {
  const installing = Object.assign(new EventTarget(), { state: 'redundant' });
  setTimeout(() => installing.dispatchEvent(new Event('statechange')));
  return { active: null, installing };
}

function unreached(): never {
  throw new TypeError('Failed to fetch');
}

const me = {
  subject: secretary,
  memberships: [membershipOf(secretary, ['secretary'])],
  zones: [],
};

it('has the files of its reader, in their language, once there is a worker at all', async () => {
  const registeredFor = browser(() => ACTIVE);
  await renderPage(<Installed me={me} />, { language: 'en' });
  await waitFor(() =>
    expect(registeredFor).toEqual([{ audiences: ['committee', 'staff'], tongue: 'en' }]),
  );
});

it('tries again while the first worker does not get all its files, and then no more', async () => {
  vi.useFakeTimers();
  const registeredFor = browser(failing, unreached, () => ACTIVE);
  await renderPage(<Installed me={me} />);
  await vi.advanceTimersByTimeAsync(0);
  expect(registeredFor).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(registeredFor).toHaveLength(3);
});
