/**
 * What the worker does with a request: it answers with the page of HTML, with a file, or not at all.
 * What it does not answer goes to the network as if there were no worker: the API, the configuration,
 * signing in and coming back from it, and the public bulletin.
 */

export type Route = 'page' | 'file' | 'network';

/** The addresses of the application. */
const PAGES = /^\/(o\/.+|zone(\/.*)?|new)?$/;

/** Files with a hash in their names: what is kept under a name is what the server has. */
const FILES = '/assets/';

/** @param origin our own */
export function routeOf(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): Route {
  const { origin: theirs, pathname } = new URL(url);
  if (method !== 'GET' || theirs !== origin) return 'network';
  if (pathname.startsWith(FILES)) return 'file';
  return mode === 'navigate' && PAGES.test(pathname) ? 'page' : 'network';
}

const TYPES: readonly (readonly [ending: string, type: RegExp])[] = [
  ['.js', /^(text|application)\/javascript\b/],
  ['.css', /^text\/css\b/],
  ['/', /^text\/html\b/],
];

/**
 * Whether an answer is the file itself. A portal that asks for a password answers anything with a
 * page of its own, and what is kept is kept for long.
 */
export function isFile(
  path: string,
  { ok, redirected, headers }: Pick<Response, 'ok' | 'redirected' | 'headers'>,
): boolean {
  const type = headers.get('content-type') ?? '';
  const expected = TYPES.find(([ending]) => path.endsWith(ending))?.[1];
  return ok && !redirected && (expected?.test(type) ?? !/^text\/html\b/.test(type));
}
