/**
 * The application as a thing on the device: a service worker keeps its files, and a newer release is
 * offered once. Who does not take it has it at the next opening; until then the page goes on with
 * its own files. A browser without workers, or that refuses one, goes on as ever.
 */
import { useIsMutating } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { deviceNow } from '../api/server-clock.ts';
import { useLanguage } from '../i18n/language-context.tsx';
import type { Me } from '../session/organization-context.tsx';
import {
  isOlderPage,
  noteReaders,
  OUR_CACHES,
  type Readers,
  type Started,
} from '../worker/release.ts';
import { readersOf } from './readers.ts';

/** For a page that stays open for days. */
const LOOK_AGAIN_MS = 60 * 60 * 1000;

/** With a weak network the first worker does not get all its files; each try brings more of them. */
const TRY_AGAIN_MS = [5_000, 30_000, 120_000];

export function Installed({ me }: { readonly me: Me }) {
  const { language, words } = useLanguage();
  const [isNew, setNew] = useState(false);
  useEffect(() => keepInstalled(readersOf(me, language), () => setNew(true)), [me, language]);
  const sending = useIsMutating();
  const [answered, setAnswered] = useState(false);
  if (!isNew || answered || sending > 0) return null;
  return (
    <aside class="session-notice notice" role="status">
      <p>{words.newRelease}</p>
      {/* The browser asks first if a form would lose something. */}
      <button type="button" onClick={() => location.reload()}>
        {words.update}
      </button>
      <button type="button" class="secondary" onClick={() => setAnswered(true)}>
        {words.later}
      </button>
    </aside>
  );
}

/**
 * Registers the worker, and tells it of this page and its readers. Calls `isNewer` if the worker has
 * a newer release than the page. Returns a function that ends it.
 */
function keepInstalled(readers: Readers, isNewer: () => void): () => void {
  const { serviceWorker } = navigator;
  const tell = async (): Promise<void> => {
    const { active } = await serviceWorker.ready;
    const { pathname } = new URL(import.meta.url);
    const started: Started = { is: 'started', script: pathname, ...readers };
    active?.postMessage(started);
  };
  // A browser may refuse all of it, in private windows for one.
  const quietly = (work: () => Promise<unknown>) => (): void => void work().catch(() => undefined);
  const tellNext = quietly(tell);
  const hear = ({ data }: MessageEvent): void => {
    if (isOlderPage(data)) isNewer();
  };
  let looked = deviceNow();
  const look = (): void => {
    if (document.hidden || deviceNow() - looked < LOOK_AGAIN_MS) return;
    looked = deviceNow();
    quietly(async () => (await serviceWorker.ready).update())();
  };
  let trying: ReturnType<typeof setTimeout> | undefined;
  const tryAfter = ([pause, ...more]: readonly number[]): void => {
    if (pause === undefined) return;
    trying = setTimeout(() => void install(more).catch(() => tryAfter(more)), pause);
  };
  const install = async (pauses: readonly number[]): Promise<void> => {
    const { active, installing } = await serviceWorker.register('/sw.js');
    if (active !== null) return;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant') tryAfter(pauses);
    });
  };
  serviceWorker.addEventListener('controllerchange', tellNext);
  serviceWorker.addEventListener('message', hear);
  document.addEventListener('visibilitychange', look);
  quietly(async () => {
    // A worker that has left still serves this page; to register would call it back.
    if (serviceWorker.controller !== null && !(await serviceWorker.getRegistration()))
      return deleteFiles();
    // A first worker then brings the words of these readers before it is there.
    await noteReaders(caches, readers).catch(() => undefined);
    try {
      await install(TRY_AGAIN_MS);
    } catch {
      // The server has no worker any more, or the network is lost.
      if (!(await serviceWorker.getRegistration())) await deleteFiles();
      return;
    }
    await tell();
  })();
  return () => {
    clearTimeout(trying);
    serviceWorker.removeEventListener('controllerchange', tellNext);
    serviceWorker.removeEventListener('message', hear);
    document.removeEventListener('visibilitychange', look);
  };
}

/** What a worker that has left was still writing while it deleted its files. */
async function deleteFiles(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith(OUR_CACHES)) await caches.delete(name);
}
