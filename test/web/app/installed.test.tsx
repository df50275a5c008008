/** The application as a thing on the device: what a page tells before its first worker comes. */
import { waitFor } from '@testing-library/preact';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Installed } from '../../../web/app/installed.tsx';
import { notedReaders } from '../../../web/worker/release.ts';
import { renderPage } from '../render-page.tsx';
import { membershipOf, secretary } from '../sample.ts';
import { fakeCaches } from '../worker/fake-caches.ts';

/** A browser whose worker is installed as soon as it is registered. */
function browser() {
  const caches = fakeCaches();
  const installedFor: unknown[] = [];
  const serviceWorker = Object.assign(new EventTarget(), {
    controller: null,
    ready: new Promise(() => undefined),
    getRegistration: async () => undefined,
    register: async () => void installedFor.push(await notedReaders(caches)),
  });
  vi.stubGlobal('caches', caches);
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: serviceWorker });
  onTestFinished(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(navigator, 'serviceWorker');
  });
  return installedFor;
}

it('has the files of its reader, in their language, once there is a worker at all', async () => {
  const installedFor = browser();
  const me = {
    subject: secretary,
    memberships: [membershipOf(secretary, ['secretary'])],
    zones: [],
  };
  await renderPage(<Installed me={me} />, { language: 'en' });
  await waitFor(() =>
    expect(installedFor).toEqual([{ audiences: ['committee', 'staff'], tongue: 'en' }]),
  );
});
