/** What the worker answers, and what it leaves to the network. */
import { expect, it } from 'vitest';
import { isFile, routeOf } from '../../../web/worker/routing.ts';

const ORIGIN = 'https://ideas.example.com';
const get = (path: string, mode: RequestMode = 'navigate') =>
  routeOf({ method: 'GET', mode, url: new URL(path, ORIGIN).href }, ORIGIN);

it.each([
  '/',
  '/?from=home-screen',
  '/new',
  '/zone',
  '/zone/xuanhua/2026-10',
  '/o/huatai',
  '/o/huatai/new',
])('answers %s with the page', path => expect(get(path)).toBe('page'));

it.each([
  // Signing in, and coming back from it.
  '/signed-in?code=1&state=2',
  '/sign-in-again?to=/',
  '/oidc/auth',
  '/oidc/session/end',
  '/public/huatai/2026-10',
  '/config.json',
  '/sw.js',
  '/index.html',
  '/public.html',
  '/local/metrics',
  '/api/me',
  '/api/organizations/huatai/ideas',
  '/o',
  '/elsewhere',
])('leaves %s to the network', path => expect(get(path)).toBe('network'));

it('answers a request of a page with a file alone', () => {
  expect(get('/assets/home-1a2b3c4d.js', 'cors')).toBe('file');
  expect(get('/api/me', 'cors')).toBe('network');
  expect(get('/o/huatai', 'cors')).toBe('network');
});

it('leaves what is sent, and other origins, to the network', () => {
  const url = `${ORIGIN}/o/huatai`;
  expect(routeOf({ method: 'POST', mode: 'navigate', url }, ORIGIN)).toBe('network');
  const elsewhere = 'https://photos.example.com/assets/a.js';
  expect(routeOf({ method: 'GET', mode: 'cors', url: elsewhere }, ORIGIN)).toBe('network');
});

it.each([
  ['/', 'text/html; charset=utf-8', true],
  ['/assets/a.js', 'text/javascript', true],
  ['/assets/a.js', 'application/javascript; charset=utf-8', true],
  ['/assets/a.css', 'text/css', true],
  ['/assets/a.wasm', 'application/wasm', true],
  ['/', 'application/json', false],
  // The page of a portal, in place of a file.
  ['/assets/a.js', 'text/html', false],
  ['/assets/a.css', 'text/html', false],
  ['/assets/a.wasm', 'text/html', false],
  ['/assets/a.js', undefined, false],
])('takes for %s what says that it is %s: %s', (path, type, taken) => {
  const headers = new Headers(type === undefined ? {} : { 'content-type': type });
  expect(isFile(path, { ok: true, redirected: false, headers })).toBe(taken);
});

it('takes no failure, and nothing that came from another address', () => {
  const headers = new Headers({ 'content-type': 'text/html' });
  expect(isFile('/', { ok: false, redirected: false, headers })).toBe(false);
  expect(isFile('/', { ok: true, redirected: true, headers })).toBe(false);
});
