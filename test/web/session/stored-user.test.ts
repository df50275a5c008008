/** The tokens that the OIDC library stores, read without it. */
import { User } from 'oidc-client-ts';
import { expect, it } from 'vitest';
import { PREFIX } from '../../../web/session/keys.ts';
import { removeUsers, storedTokens, storedUser } from '../../../web/session/stored-user.ts';
import { keptTexts } from '../../../web/storage/browser-storage.ts';
import { FakeStorage } from '../storage/fake-storage.ts';

const PLACE = `${PREFIX}user:https://login.example:web`;
/** A person as the library itself writes them. */
const anna = new User({
  access_token: 'a1',
  refresh_token: 'r1',
  id_token: 'i1',
  token_type: 'Bearer',
  scope: 'openid',
  profile: { sub: 'anna', iss: 'https://login.example', aud: 'web', exp: 0, iat: 0 },
  expires_at: Math.floor(Date.now() / 1000) + 1800,
});

function stored(texts: Readonly<Record<string, string>>) {
  const browser = new FakeStorage();
  const storage = keptTexts(() => browser);
  for (const [name, text] of Object.entries(texts)) storage.setItem(name, text);
  return storage;
}

it('finds what the library has stored', () => {
  const storage = stored({ [PLACE]: anna.toStorageString(), [`${PREFIX}language`]: 'en' });
  expect(storedUser(storage)).toMatchObject({ refresh_token: 'r1', id_token: 'i1' });
  const { secondsLeft = 0, ...tokens } = storedTokens(storage) ?? {};
  expect(tokens).toEqual({ access: 'a1', subject: 'anna' });
  expect(Math.abs(secondsLeft - 1800)).toBeLessThan(5);
});

it.each([
  [{}],
  [{ [PLACE]: 'no JSON' }],
  [{ [PLACE]: '{"access_token":"a1"}' }],
  [{ [PLACE]: '{"access_token":"a1","profile":{"sub":7}}' }],
  [{ [`${PREFIX}language`]: anna.toStorageString() }],
])('finds nobody in %j', texts => {
  expect(storedTokens(stored(texts))).toBeUndefined();
});

it('a token without a time is renewed first', () => {
  const storage = stored({ [PLACE]: '{"access_token":"a1","profile":{"sub":"anna"}}' });
  expect(storedTokens(storage)).toEqual({ access: 'a1', subject: 'anna', secondsLeft: 0 });
});

it('removes the person of another issuer, or everybody', () => {
  const former = `${PREFIX}user:https://former.example:web`;
  const storage = stored({ [former]: anna.toStorageString(), [PLACE]: anna.toStorageString() });
  removeUsers(storage, 'https://login.example:web');
  expect(storage.names()).toEqual([PLACE]);
  removeUsers(storage);
  expect(storage.names()).toEqual([]);
});
