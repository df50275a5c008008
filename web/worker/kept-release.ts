/**
 * The files of releases in the browser's caches, one cache for each release. A file's name changes
 * with its content, so files of several releases lie side by side: a page that is open on the former
 * release goes on with its own. That release goes once no such page is left.
 */
import {
  filesFor,
  forgetReaders,
  notedReaders,
  noteReaders,
  OUR_CACHES,
  type Readers,
  type Release,
} from './release.ts';
import { isFile } from './routing.ts';

/** The page of HTML, by the address that every host has. */
const PAGE = '/';

/** Our caches; another's on the same origin, such as a test's, are not touched. */
const FILES = `${OUR_CACHES}files:`;

/** However many windows stay open, no more releases before this one are kept. */
const MOST_FORMER = 2;
/** Few at a time: the page that is open loads its own data. */
const AT_ONCE = 2;

/** What the worker works with. */
export interface Browser {
  readonly caches: CacheStorage;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** The SHA-256 of a text, in hexadecimal. */
  readonly digest: (text: string) => Promise<string>;
}

export class KeptRelease {
  readonly #release: Release;
  readonly #browser: Browser;
  #isDropped = false;

  constructor(release: Release, browser: Browser) {
    this.#release = release;
    this.#browser = browser;
  }

  /**
   * Brings all files of the release, or throws; then the page or a later visit tries again, and
   * the former release stays.
   */
  async install(): Promise<void> {
    await this.#becomeLast();
    if ((await this.freshen()) !== 'same') throw new Error('the page is not of this release');
    await this.#bring(filesFor(this.#release, await notedReaders(this.#browser.caches)));
    const former = await this.#former();
    for (const name of former.slice(0, -MOST_FORMER)) await this.#browser.caches.delete(name);
  }

  /** Brings what these readers need as well, and remembers them for the next release. */
  async serve(readers: Readers): Promise<void> {
    if ((await this.#cache()) === undefined) return;
    await noteReaders(this.#browser.caches, readers);
    await this.#bring(filesFor(this.#release, readers));
  }

  /** The page of HTML; undefined if the browser has dropped it. */
  page(): Promise<Response | undefined> {
    return this.#browser.caches.match(PAGE, { cacheName: this.#name, ignoreVary: true });
  }

  /** A file of any kept release. */
  file(url: string): Promise<Response | undefined> {
    return this.#browser.caches.match(url, { ignoreVary: true });
  }

  /** Keeps a file that was opened; after `drop` nothing, though open pages still ask this worker. */
  async keep(url: string, answer: Response): Promise<void> {
    if (!isFile(new URL(url).pathname, answer)) return;
    await (await this.#cache())?.put(url, answer);
  }

  /**
   * Asks for the page again and keeps it: its headers may have changed without it, such as the
   * addresses of the sign-in. Keeps what there is if the server has another page, or none.
   */
  async freshen(): Promise<'same' | 'another' | 'none'> {
    const answer = await this.#browser.fetch(PAGE, { cache: 'no-cache' });
    if (!isFile(PAGE, answer)) return 'none';
    const digest = await this.#browser.digest(await answer.clone().text());
    if (digest !== this.#release.page) return 'another';
    await (await this.#cache())?.put(PAGE, answer);
    return 'same';
  }

  /** Drops the releases before this one. */
  async dropFormer(): Promise<void> {
    for (const name of await this.#former()) await this.#browser.caches.delete(name);
  }

  /** Drops everything, for good: what is still being brought or told makes no cache again. */
  async drop(): Promise<void> {
    this.#isDropped = true;
    const { caches } = this.#browser;
    for (const name of await this.#names()) await caches.delete(name);
    await forgetReaders(caches);
  }

  get #name(): string {
    return `${FILES}${this.#release.id}`;
  }

  /**
   * The cache that `install` has made; undefined once it was dropped. A browser may have ended and
   * begun the worker again since then, so the cache itself tells.
   */
  async #cache(): Promise<Cache | undefined> {
    const isThere = await this.#browser.caches.has(this.#name);
    return isThere && !this.#isDropped ? this.#browser.caches.open(this.#name) : undefined;
  }

  /** The caches of the releases before this one, the oldest first. One after it is being installed. */
  async #former(): Promise<string[]> {
    const names = await this.#names();
    return names.slice(0, Math.max(0, names.indexOf(this.#name)));
  }

  /** A release that comes back begins anew: the one that it takes the place of is its former. */
  async #becomeLast(): Promise<void> {
    const names = await this.#names();
    const at = names.indexOf(this.#name);
    if (at >= 0 && at < names.length - 1) await this.#browser.caches.delete(this.#name);
    await this.#browser.caches.open(this.#name);
  }

  /** In the order in which they were made. */
  async #names(): Promise<string[]> {
    return (await this.#browser.caches.keys()).filter(name => name.startsWith(FILES));
  }

  async #bring(files: readonly string[]): Promise<void> {
    const waiting = [...files];
    const bringNext = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
        await this.#bringFile(file);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, bringNext));
  }

  async #bringFile(file: string): Promise<void> {
    const cache = await this.#cache();
    if (cache === undefined) throw new Error('the release was dropped');
    if ((await cache.match(file, { ignoreVary: true })) !== undefined) return;
    // What has not changed since the former release is not loaded again.
    const answer = (await this.file(file)) ?? (await this.#browser.fetch(file, {}));
    if (!isFile(file, answer)) throw new Error(`${file} did not come`);
    await cache.put(file, answer);
  }
}
