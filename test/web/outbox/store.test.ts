/** Entries in the database: sealed, each person's own, in order, and changed by one tab at a time. */
import { beforeEach, expect, it } from 'vitest';
import type { NewEntry } from '../../../web/outbox/entry.ts';
import { keyPlace, sealOf } from '../../../web/outbox/seal.ts';
import {
  type OutboxDatabase,
  openDatabase,
  removeUnreadable,
  storeOf,
} from '../../../web/outbox/store.ts';
import { type KeptTexts, keptTexts } from '../../../web/storage/browser-storage.ts';
import { FakeStorage } from '../storage/fake-storage.ts';
import { fakeIndexedDb } from './fake-browser.ts';
import { anAct, anEntry } from './world.ts';

let device: KeptTexts;
let database: OutboxDatabase;

beforeEach(async () => {
  fakeIndexedDb();
  const storage = new FakeStorage();
  device = keptTexts(() => storage);
  database = await openDatabase();
});

async function storeFor(subject: string) {
  const seal = await sealOf(subject, device);
  if (seal === undefined) throw new Error('the browser keeps nothing');
  return storeOf(database, subject, seal);
}

const photo = (text: string) => ({
  key: `key of ${text}`,
  of: 'problem' as const,
  alt: `picture of ${text}`,
  blob: new Blob([text], { type: 'image/jpeg' }),
});
const withPhotos: NewEntry = {
  ...anEntry('a', anAct(0, 0)),
  photos: [photo('the crane'), photo('the rail')],
};

it('gives back what was stored, with its photos, after the browser was closed', async () => {
  await (await storeFor('anna')).put(withPhotos);
  const [entry] = await (await storeFor('anna')).all();
  expect({ ...entry, photos: [], order: 0 }).toEqual({ ...withPhotos, photos: [], order: 0 });
  const texts = await Promise.all(entry?.photos.map(({ blob }) => blob.text()) ?? []);
  expect(texts).toEqual(['the crane', 'the rail']);
  expect(entry?.photos.map(({ blob, alt }) => [blob.type, alt])).toEqual([
    ['image/jpeg', 'picture of the crane'],
    ['image/jpeg', 'picture of the rail'],
  ]);
});

it('shows nobody else what it says, neither by the pages nor in the database', async () => {
  await (await storeFor('anna')).put(withPhotos);
  expect(await (await storeFor('bert')).all()).toEqual([]);
  const rows = await database.getAll('entries');
  const shown = rows.map(row =>
    JSON.stringify(row, (_, value) =>
      value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value,
    ),
  );
  for (const secret of ['submitIdea', 'HT0132', 'crane', '安全'])
    expect(shown.join()).not.toContain(secret);
});

it('is not readable any more, and removed, once its person has signed out', async () => {
  await (await storeFor('anna')).put(withPhotos);
  await (await storeFor('bert')).put(anEntry('b', anAct(1, 0)));
  device.removeItem(keyPlace('anna'));
  await removeUnreadable(database, device);
  expect(await database.count('entries')).toBe(1);
  expect(await (await storeFor('anna')).all()).toEqual([]);
  expect(await (await storeFor('bert')).all()).toHaveLength(1);
});

it('keeps nothing in a browser that keeps no key', async () => {
  const refusing = keptTexts(() => {
    throw new DOMException('no storage', 'SecurityError');
  });
  expect(await sealOf('anna', refusing)).toBeUndefined();
});

it('keeps the order, and an entry of the same id once', async () => {
  const store = await storeFor('anna');
  for (const id of ['a', 'b', 'c']) await store.put(anEntry(id, anAct(5, 0)));
  await store.put({ ...anEntry('a', anAct(5, 0)), about: { title: 'again', address: '/' } });
  const all = await store.all();
  expect(all.map(({ id, about }) => [id, about.title])).toEqual([
    ['b', 'a'],
    ['c', 'a'],
    ['a', 'again'],
  ]);
});

it('loses no change of two tabs at the same moment, and keeps the photos', async () => {
  const [one, other] = [await storeFor('anna'), await storeFor('anna')];
  await one.put(withPhotos);
  const begin = (store: typeof one) =>
    store.change('a', entry => ({
      ...entry,
      state: { is: 'sending', tries: entry.state.is === 'sending' ? entry.state.tries + 1 : 1 },
    }));
  await Promise.all([begin(one), begin(other), begin(one), begin(other)]);
  const [entry] = await one.all();
  expect(entry?.state).toEqual({ is: 'sending', tries: 4 });
  expect(await entry?.photos[1]?.blob.text()).toBe('the rail');
});

it('changes nothing of an entry that is gone', async () => {
  const [one, other] = [await storeFor('anna'), await storeFor('anna')];
  await one.put(anEntry('a', anAct(5, 0)));
  expect(await one.change('a', () => 'gone')).toBeUndefined();
  expect(await other.change('a', entry => entry)).toBeUndefined();
  expect(await one.all()).toEqual([]);
});
