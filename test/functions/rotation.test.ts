/** The time determines the turn, and every item gets its turn. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inTurn, shuffled } from '../../functions/reconciliation/rotation.ts';
import { instantOf } from '../../shared/domain/kernel/instant.ts';

const HALF_DAY = 12 * 60 * 60 * 1000;
const someTime = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2060-01-01') });
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 40 });

it('each has one turn in as many runs of the schedule as there are items', () => {
  fc.assert(
    fc.property(names, someTime, (all, from) => {
      const turns = all.map((_, run) => inTurn(all, instantOf(from + run * HALF_DAY)));
      expect(turns.toSorted()).toEqual(all.toSorted());
    }),
  );
  expect(inTurn([], instantOf(0))).toBeUndefined();
});

it('an order has all of them, is the same at the same time, and soon has each among the first', () => {
  fc.assert(
    fc.property(names, someTime, (all, from) => {
      const [order, again] = [all, all.toReversed()].map(given => shuffled(given, instantOf(from)));
      expect(again).toEqual(order);
      expect(order?.toSorted()).toEqual(all.toSorted());
      const half = Math.ceil(all.length / 2);
      const early = Array.from({ length: 60 }, (_, run) =>
        shuffled(all, instantOf(from + run * HALF_DAY)).slice(0, half),
      );
      expect(new Set(early.flat()).size).toBe(all.length);
    }),
  );
});
