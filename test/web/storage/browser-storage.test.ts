/** The pages' storage in a browser that accepts it, that is full, or that refuses all access. */
import { describe, expect, it } from 'vitest';
import { forget, ownPlace } from '../../../web/session/own-places.ts';
import { keptTexts } from '../../../web/storage/browser-storage.ts';
import { FakeStorage } from './fake-storage.ts';

describe('a browser that stores nothing', () => {
  it('is replaced by memory, which reports it until it is empty', () => {
    const storage = new FakeStorage();
    const kept = keptTexts(() => storage);
    const told: boolean[] = [];
    kept.subscribe(() => told.push(kept.refused()));
    kept.setItem('a', '1');
    storage.refuses = true;
    expect(kept.works()).toBe(false);
    kept.setItem('a', '2');
    kept.setItem('b', '3');
    expect([kept.getItem('a'), kept.getItem('b'), kept.names()]).toEqual(['2', '3', ['a', 'b']]);
    storage.refuses = false;
    kept.setItem('a', '4');
    kept.removeItem('b');
    expect([kept.getItem('a'), kept.getItem('b'), storage.getItem('a')]).toEqual(['4', null, '4']);
    expect(told).toEqual([true, false]);
  });

  it('is not opened twice if opening its storage throws', () => {
    const kept = keptTexts(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    kept.setItem('a', '1');
    expect([kept.works(), kept.getItem('a'), kept.names(), kept.refused()]).toEqual([
      false,
      '1',
      ['a'],
      true,
    ]);
    kept.removeItem('a');
    kept.clear();
    expect([kept.getItem('a'), kept.length, kept.refused()]).toEqual([null, 0, false]);
  });
});

it('signing out deletes all own data, and nobody else’s', () => {
  const kept = keptTexts(() => storage);
  const storage = new FakeStorage();
  const others = [ownPlace('ann:2', 'idea'), ownPlace('ann2', 'idea'), 'golden-ideas:language'];
  const own = [
    ownPlace('ann', 'idea'),
    ownPlace('ann', 'comment', '1'),
    ownPlace('ann', 'organization'),
  ];
  for (const name of [...others, ...own]) kept.setItem(name, 'x');
  storage.refuses = true;
  kept.setItem(ownPlace('ann', 'slip'), 'in memory');
  forget('ann', kept);
  expect(kept.names()).toEqual(others);
});
