/** Waiting requests survive the page: for the same person, for an hour, and without secret ones. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepRequests, takeRequests } from '../../../web/session/kept-requests.ts';

const vote = {
  url: '/api/organizations/huatai/ideas/x/vote',
  init: {
    method: 'PUT',
    headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    body: '{"choice":"approve"}',
  },
};

let items: Map<string, string>;
const storage = {
  getItem: (key: string) => items.get(key) ?? null,
  setItem: (key: string, value: string) => void items.set(key, value),
  removeItem: (key: string) => void items.delete(key),
} as Storage;
const all = (): string => JSON.stringify([...items]);

beforeEach(() => {
  items = new Map();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('is unchanged except for the token, and is taken once', () => {
  keepRequests('anna', [vote], storage);
  expect(all()).not.toContain('secret');
  expect(takeRequests('anna', storage)).toEqual({
    tooLate: false,
    requests: [
      {
        url: vote.url,
        init: {
          method: 'PUT',
          headers: [['content-type', 'application/json']],
          body: '{"choice":"approve"}',
        },
      },
    ],
  });
  expect(takeRequests('anna', storage)).toBeUndefined();
});

it('belongs to nobody else', () => {
  keepRequests('anna', [vote], storage);
  expect(takeRequests('bert', storage)).toBeUndefined();
  expect(takeRequests('anna', storage)).toBeUndefined();
});

it('is reported as too late after an hour', () => {
  keepRequests('anna', [vote], storage);
  vi.advanceTimersByTime(61 * 60 * 1000);
  expect(takeRequests('anna', storage)).toMatchObject({ tooLate: true });
});

it('is gone once nothing waits any more', () => {
  keepRequests('anna', [vote], storage);
  keepRequests('anna', [], storage);
  expect(items.size).toBe(0);
});

it.each([
  [
    'a claim code',
    {
      url: '/api/organizations/huatai/unnamed/idea',
      init: { method: 'POST', body: '{"code":"2610"}' },
    },
  ],
  [
    'an unnamed idea',
    {
      url: '/api/organizations/huatai/ideas',
      init: { method: 'POST', body: '{"title":"x","unnamed":true}' },
    },
  ],
  [
    'a file',
    {
      url: '/api/organizations/huatai/ideas/import',
      init: { method: 'POST', body: new Blob(['x']) },
    },
  ],
])('does not keep %s', (_, request) => {
  keepRequests('anna', [request], storage);
  expect(items.size).toBe(0);
});

it('is nothing if other data was written there', () => {
  items.set('golden-ideas:held', '{"subject":"anna"');
  expect(takeRequests('anna', storage)).toBeUndefined();
});
