/**
 * Leaving for the issuer: the sign-in pages are asked for in the reader's language, in the way that
 * each kind of issuer understands, and with nothing that it does not.
 */
import { afterEach, expect, it, vi } from 'vitest';
import { AUTHORIZATION_PARAMETERS } from '../../../infra/sign-in/pages-client.ts';
import { openIssuer } from '../../../web/session/issuer.ts';
import { device } from '../../../web/storage/browser-storage.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.documentElement.lang = 'zh-CN';
});

const ISSUER = 'https://login.example';
const POOL = { logout: { like: 'cognito', url: `${ISSUER}/logout` } };

/** The address to which the page leaves. */
async function leaving(more: object, lang: string): Promise<URLSearchParams> {
  document.documentElement.lang = lang;
  const replies: Record<string, object> = {
    '/config.json': { issuer: ISSUER, clientId: 'pages', ...more },
    [`${ISSUER}/.well-known/openid-configuration`]: {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
    },
  };
  vi.stubGlobal('fetch', async (url: string) => Response.json(replies[url]));
  const left = Promise.withResolvers<string>();
  vi.spyOn(location, 'assign').mockImplementation(url => left.resolve(String(url)));
  const { begin } = await openIssuer(device);
  void begin({ returnTo: '/' });
  return new URL(await left.promise).searchParams;
}

it.each(['zh-CN', 'en'])('a pool is asked in its own way: %s', async lang => {
  const asked = await leaving(POOL, lang);
  expect(asked.get('lang')).toBe(lang);
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect([...asked.keys()].filter(name => !AUTHORIZATION_PARAMETERS.includes(name))).toEqual([]);
});

it('another issuer is asked in OIDC’s way', async () => {
  const asked = await leaving({}, 'en');
  expect([asked.get('ui_locales'), asked.has('lang')]).toEqual(['en', false]);
});

it('a sign-in deletes nothing else that is kept in the browser', async () => {
  const places = ['golden-ideas:language', 'golden-ideas:of:anna:outbox-key'];
  for (const place of places) device.setItem(place, 'no JSON');
  await leaving(POOL, 'en');
  expect(places.map(place => device.getItem(place))).toEqual(['no JSON', 'no JSON']);
});
