/** The releases on a device: one is installed while pages are open on the one before. */
import { expect, it } from 'vitest';
import { KeptRelease } from '../../../web/worker/kept-release.ts';
import { noteReaders, type Release } from '../../../web/worker/release.ts';
import { fakeCaches } from './fake-caches.ts';

const release = (id: string, ...files: string[]): Release => ({
  id,
  page: `page ${id}`,
  parts: {
    everyone: files.map(name => `/assets/${name}.js`),
    'everyone-zh': [`/assets/zh-${id}.js`],
    'everyone-en': [`/assets/en-${id}.js`],
    staff: [`/assets/desk-${id}.js`],
  },
});
const FIRST = release('1', 'app-1', 'home');
const SECOND = release('2', 'app-2', 'home');

/** A device, and the server that it reaches. */
function device() {
  const caches = fakeCaches();
  const server = { page: 'page 1', missing: '', type: 'text/javascript' };
  const asked: string[] = [];
  /** As the browser begins a worker, installed before or not. */
  const begin = (of: Release): KeptRelease =>
    new KeptRelease(of, {
      caches,
      digest: async text => text,
      fetch: async url => {
        asked.push(url);
        if (url === server.missing) return new Response('', { status: 404 });
        const type = url === '/' ? 'text/html' : server.type;
        return new Response(url === '/' ? server.page : url, { headers: { 'content-type': type } });
      },
    });
  const install = async (of: Release): Promise<KeptRelease> => {
    const kept = begin(of);
    await kept.install();
    return kept;
  };
  const has = async (name: string): Promise<boolean> =>
    (await caches.match(`/assets/${name}.js`)) !== undefined;
  return { server, asked, begin, install, has, caches };
}

it('has the page and the files of everyone, and those of staff once a page has told', async () => {
  const { install, has } = device();
  const kept = await install(FIRST);
  expect(await (await kept.page())?.text()).toBe('page 1');
  expect([await has('app-1'), await has('desk-1')]).toEqual([true, false]);
  await kept.serve({ audiences: ['staff'], tongue: 'zh' });
  expect(await has('desk-1')).toBe(true);
});

it('has the words of its first reader from the beginning', async () => {
  const { install, has, caches } = device();
  await noteReaders(caches, { audiences: ['staff'], tongue: 'en' });
  await install(FIRST);
  expect([await has('en-1'), await has('zh-1'), await has('desk-1')]).toEqual([true, false, true]);
});

it('brings the next release beside it, for the same readers, and no unchanged file again', async () => {
  const { install, has, server, asked } = device();
  await (await install(FIRST)).serve({ audiences: ['staff'], tongue: 'zh' });
  asked.length = 0;
  server.page = 'page 2';
  const second = await install(SECOND);
  expect(asked.sort()).toEqual(['/', '/assets/app-2.js', '/assets/desk-2.js', '/assets/zh-2.js']);
  expect(await (await second.page())?.text()).toBe('page 2');
  // A page that is open on the first release loads its parts.
  expect(await has('desk-1')).toBe(true);
  await second.dropFormer();
  expect([await has('desk-1'), await has('home')]).toEqual([false, true]);
});

it('is not installed if the server has the page of another release', async () => {
  const { install, server, has } = device();
  server.page = 'page 2';
  await expect(install(FIRST)).rejects.toThrow();
  expect(await has('app-1')).toBe(false);
});

it.each([{ missing: '/assets/app-2.js' }, { type: 'text/html' }])(
  'is not installed without all its files, and the one before stays: %o',
  async fault => {
    const { install, server } = device();
    const first = await install(FIRST);
    Object.assign(server, fault, { page: 'page 2' });
    await expect(install(SECOND)).rejects.toThrow();
    expect(await (await first.page())?.text()).toBe('page 1');
  },
);

it('comes back after another: that one is the former then', async () => {
  const { install, server, has } = device();
  await install(FIRST);
  server.page = 'page 2';
  await install(SECOND);
  server.page = 'page 1';
  const back = await install(FIRST);
  expect(await has('app-2')).toBe(true);
  await back.dropFormer();
  expect([await has('app-1'), await has('app-2')]).toEqual([true, false]);
});

it('does not drop a release that is being installed beside it', async () => {
  const { install, server, has } = device();
  const first = await install(FIRST);
  server.page = 'page 2';
  await install(SECOND);
  await first.dropFormer();
  expect(await has('app-2')).toBe(true);
});

it('takes new headers of the page, but not another page', async () => {
  const { install, server } = device();
  const kept = await install(FIRST);
  expect(await kept.freshen()).toBe('same');
  server.page = 'page 2';
  expect(await kept.freshen()).toBe('another');
  expect(await (await kept.page())?.text()).toBe('page 1');
});

it('keeps a file that was opened, and no page in its place', async () => {
  const { install } = device();
  const kept = await install(FIRST);
  const url = 'https://ideas.example.com/assets/workbook.js';
  const answer = (type: string) => new Response('', { headers: { 'content-type': type } });
  await kept.keep(url, answer('text/html'));
  expect(await kept.file(url)).toBeUndefined();
  await kept.keep(url, answer('text/javascript'));
  expect(await kept.file(url)).toBeDefined();
});

it('keeps few releases, however many windows stay open', async () => {
  const { install, server, caches } = device();
  for (const id of ['1', '2', '3', '4', '5']) {
    server.page = `page ${id}`;
    await install(release(id, 'home'));
  }
  expect(await caches.keys()).toHaveLength(3);
});

it('leaves nothing when it is withdrawn', async () => {
  const { install, caches, server } = device();
  const kept = await install(FIRST);
  // A page has just told its readers, and opens a file.
  const late = new Response('', { headers: { 'content-type': server.type } });
  const atWork = [
    kept.serve({ audiences: ['staff'], tongue: 'en' }),
    kept.keep('https://ideas.example.com/assets/late.js', late),
    kept.freshen(),
    kept.dropFormer(),
  ];
  await kept.drop();
  await Promise.allSettled(atWork);
  expect(await caches.keys()).toEqual([]);
  expect(await kept.page()).toBeUndefined();
});

it('keeps nothing for a page that is still open after the worker was ended and begun again', async () => {
  const { install, caches, server, begin } = device();
  await (await install(FIRST)).drop();
  const again = begin(FIRST);
  await again.serve({ audiences: ['staff'], tongue: 'en' });
  const late = new Response('', { headers: { 'content-type': server.type } });
  await again.keep('https://ideas.example.com/assets/late.js', late);
  await again.freshen();
  await again.dropFormer();
  expect(await caches.keys()).toEqual([]);
});
