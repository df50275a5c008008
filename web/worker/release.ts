/**
 * What the build tells the worker of a release: its files, by whom they are for. A worker's phone
 * keeps what an employee opens, and staff keep the pages of their roles as well.
 */

/** What the names of our caches begin with. */
export const OUR_CACHES = 'golden-ideas:';
const NOTES = `${OUR_CACHES}notes`;
const READERS = '/readers';

export type Audience = 'everyone' | 'committee' | 'staff';
type Tongue = 'zh' | 'en';

/** Files in no language, and the words in one. */
export type Part = Audience | `${Audience}-${Tongue}`;

export interface Release {
  /** Changes with any file. */
  readonly id: string;
  /** The SHA-256 of the page of HTML, in hexadecimal. */
  readonly page: string;
  /** The paths of the files. Those in no part are kept once they have been opened. */
  readonly parts: Readonly<Partial<Record<Part, readonly string[]>>>;
}

/** What a page tells the worker when it has started. */
export interface Started {
  readonly is: 'started';
  /** The path of one of the page's scripts, which are those of its release alone. */
  readonly script: string;
  readonly audiences: readonly Audience[];
  readonly tongue: Tongue;
}

/** What the worker answers to a page of an older release than its own. */
export interface OlderPage {
  readonly is: 'older-page';
}

export function isOlderPage(data: unknown): data is OlderPage {
  return isMessage(data) && data.is === 'older-page';
}

export function isStarted(data: unknown): data is Started {
  return isMessage(data) && data.is === 'started';
}

function isMessage(data: unknown): data is { readonly is: unknown } {
  return typeof data === 'object' && data !== null && 'is' in data;
}

/** For whom the worker keeps files. */
export type Readers = Pick<Started, 'audiences' | 'tongue'>;

/** Before any page has told: most people are employees, and read Chinese. */
const FIRST_READERS: Readers = { audiences: [], tongue: 'zh' };

/** Notes for whom a worker that is installed next brings files. */
export async function noteReaders(
  caches: CacheStorage,
  { audiences, tongue }: Readers,
): Promise<void> {
  const notes = await caches.open(NOTES);
  await notes.put(READERS, new Response(JSON.stringify({ audiences, tongue })));
}

export async function notedReaders(caches: CacheStorage): Promise<Readers> {
  const note = await caches.match(READERS, { cacheName: NOTES });
  return note === undefined ? FIRST_READERS : note.json();
}

export async function forgetReaders(caches: CacheStorage): Promise<void> {
  await caches.delete(NOTES);
}

/** The files that are kept for these readers. */
export function filesFor({ parts }: Release, { audiences, tongue }: Readers): readonly string[] {
  const wanted: readonly Audience[] = ['everyone', ...audiences];
  const files = wanted.flatMap(audience => [
    ...(parts[audience] ?? []),
    ...(parts[`${audience}-${tongue}`] ?? []),
  ]);
  return [...new Set(files)];
}

/** Whether a page with this script is of this release. */
export function isOf({ parts }: Release, script: string): boolean {
  return parts.everyone?.includes(script) ?? false;
}
