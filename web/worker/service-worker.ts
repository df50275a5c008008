/**
 * The service worker: the application opens without a network, and at once with a weak one. It never
 * answers for the API. The build puts the release in, and writes it as `/sw.js`.
 */
import { KeptRelease } from './kept-release.ts';
import { isOf, isStarted, type OlderPage, type Release, type Started } from './release.ts';
import { routeOf } from './routing.ts';
import type { FetchEvent, MessageFromPage, WorkerScope } from './scope.ts';

declare const self: WorkerScope;
declare const RELEASE: Release;

const ADDRESS = '/sw.js';
/** The server has no worker any more: 404, 410. */
const WITHDRAWN: ReadonlySet<number> = new Set([404, 410]);

const kept = new KeptRelease(RELEASE, {
  caches,
  fetch: (url, init) => fetch(url, init),
  digest: async text => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  },
});

self.addEventListener('install', event => {
  // It may take over while pages of the former release are open, whose files stay.
  void self.skipWaiting();
  event.waitUntil(kept.install());
});

self.addEventListener('activate', event => {
  // The page that has brought the first worker finds its parts here, too.
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', event => {
  switch (routeOf(event.request, location.origin)) {
    case 'page':
      event.respondWith(page(event));
      event.waitUntil(afterwards());
      return;
    case 'file':
      event.respondWith(file(event));
      return;
    case 'network':
      return;
  }
});

self.addEventListener('message', event => {
  if (isStarted(event.data)) event.waitUntil(started(event.data, event.source));
});

async function page({ request }: FetchEvent): Promise<Response> {
  return (await kept.page()) ?? fetch(request);
}

async function file(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const found = await kept.file(url);
  if (found !== undefined) return found;
  const answer = await fetch(event.request);
  event.waitUntil(kept.keep(url, answer.clone()));
  return answer;
}

/**
 * After a page was opened: asks for a newer worker, and for the page's headers. Leaves if the server
 * has no worker any more, or has the pages of a release that came without one.
 */
async function afterwards(): Promise<void> {
  const { registration } = self;
  try {
    await registration.update();
  } catch {
    if (await isWithdrawn()) await leave();
    return;
  }
  const hasNewer = registration.installing !== null || registration.waiting !== null;
  if (!hasNewer && (await kept.freshen()) === 'another') await leave();
}

async function isWithdrawn(): Promise<boolean> {
  return fetch(ADDRESS, { method: 'HEAD', cache: 'no-store' }).then(
    ({ status }) => WITHDRAWN.has(status),
    () => false,
  );
}

/** The worker goes last: if the browser ends it before, the next opening goes on with the rest. */
async function leave(): Promise<void> {
  await kept.drop();
  await self.registration.unregister();
}

async function started(
  { script, ...readers }: Started,
  page: MessageFromPage['source'],
): Promise<void> {
  // A page that was on its way while this worker was activated is served by none yet.
  await self.clients.claim();
  const older: OlderPage = { is: 'older-page' };
  if (!isOf(RELEASE, script)) page?.postMessage(older);
  await kept.serve(readers);
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.length <= 1 && isOf(RELEASE, script)) await kept.dropFormer();
}
