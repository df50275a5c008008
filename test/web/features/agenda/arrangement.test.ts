/** Arranging an agenda: after every move, every idea is on it exactly once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IdeaId, ideaIdOf, isRoundId } from '../../../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../../../shared/domain/kernel/instant.ts';
import { moved, reconciled, sorted } from '../../../../web/features/agenda/arrangement.ts';

const id = (number: number): IdeaId => {
  const round = '2026-11';
  if (!isRoundId(round)) throw new Error(round);
  return ideaIdOf(round, String(number).padStart(26, '0'));
};
const order = [1, 2, 3, 4].map(id);
const item = (number: number, supports = 0, submitted = number) => ({
  id: id(number),
  supports,
  submittedAt: instantOf(submitted * 1000),
});

describe('moving an idea', () => {
  it('puts it at the requested number, and leaves the others in their order', () => {
    expect(moved(order, id(1), 3)).toEqual([2, 3, 1, 4].map(id));
    expect(moved(order, id(4), 1)).toEqual([4, 1, 2, 3].map(id));
    expect(moved(order, id(2), 2)).toEqual(order);
  });

  it('stops at the ends', () => {
    expect(moved(order, id(3), 99)).toEqual([1, 2, 4, 3].map(id));
    expect(moved(order, id(3), -5)).toEqual([3, 1, 2, 4].map(id));
    expect(moved(order, id(3), Number.NaN)).toEqual([3, 1, 2, 4].map(id));
  });

  it('does nothing for an idea that has left', () => {
    expect(moved(order, id(9), 1)).toEqual(order);
  });

  it('keeps every idea exactly once, whatever is moved where', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer())), moves => {
        const after = moves.reduce((now, [idea, place]) => moved(now, id(idea), place), order);
        expect(after.toSorted()).toEqual(order.toSorted());
      }),
    );
  });
});

describe('sorting', () => {
  const items = [item(1, 2, 30), item(2, 5, 20), item(3, 2, 10)];

  it('by support has the most supported first, and among equals the oldest', () => {
    expect(sorted(items, 'support')).toEqual([2, 3, 1].map(id));
  });

  it('by time has the oldest first', () => {
    expect(sorted(items, 'handed-in')).toEqual([3, 2, 1].map(id));
  });
});

describe('an agenda that changes during the arrangement', () => {
  it('drops ideas that have left, and has new ones at the end', () => {
    expect(reconciled([3, 1, 2].map(id), [item(1), item(2), item(4)])).toEqual([1, 2, 4].map(id));
  });

  it('is unchanged as long as nothing was moved', () => {
    expect(reconciled([], [item(2), item(1)])).toEqual([2, 1].map(id));
  });
});
