/** Screening: the order of the list, the next idea, and ideas with similar content. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IDEA_STATUSES,
  type IdeaStatus,
  nextStatuses,
} from '../../../../shared/domain/idea/lifecycle.ts';
import { type IdeaId, ideaIdOf } from '../../../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../../../shared/domain/kernel/instant.ts';
import { matching } from '../../../../web/features/screening/filters.ts';
import {
  alikeness,
  inScreeningOrder,
  isWaiting,
  longestAdoptedFirst,
  mergeTargets,
  nextWaiting,
} from '../../../../web/features/screening/screening.ts';
import * as names from '../../../sample/names.ts';

const round = names.round('2026-11');
const id = (number: number): IdeaId => ideaIdOf(round, String(number).padStart(26, '0'));
const idea = (number: number, status: IdeaStatus, title = `第 ${number} 条`) => ({
  id: id(number),
  status,
  title,
  submittedAt: instantOf(number * 1000),
});
const ids = (items: readonly { readonly id: IdeaId }[]) => items.map(({ id }) => id);

describe('the list', () => {
  const COMPLETE = { complete: true };

  it('takes an idea of the round that is not there for a withdrawn one, if it has all others', () => {
    const elsewhere = ideaIdOf(names.round('2026-10'), '1'.padStart(26, '0'));
    const lists = [
      [
        { ...idea(1, 'merged'), into: id(9) },
        { ...idea(2, 'merged'), into: elsewhere },
      ],
    ];
    expect(inScreeningOrder(lists, COMPLETE).filter(isWaiting)).toMatchObject([{ id: id(1) }]);
    expect(inScreeningOrder(lists, { complete: false }).filter(isWaiting)).toEqual([]);
  });

  it('begins with ideas that wait for the secretary, the oldest first, then those that wait for their author', () => {
    const items = inScreeningOrder(
      [
        [
          idea(1, 'adopted'),
          idea(2, 'on-agenda'),
          idea(3, 'returned'),
          idea(5, 'submitted'),
          idea(4, 'submitted'),
          idea(6, 'withdrawn'),
          idea(7, 'deferred'),
        ],
      ],
      COMPLETE,
    );
    expect(ids(items)).toEqual([4, 5, 3, 7, 2, 1, 6].map(id));
  });

  it('begins with ideas merged into a withdrawn one, and counts them as waiting', () => {
    const items = inScreeningOrder(
      [
        [
          { ...idea(1, 'merged'), into: id(4) },
          { ...idea(5, 'merged'), into: id(3) },
          idea(3, 'withdrawn'),
          idea(4, 'on-agenda'),
          idea(2, 'submitted'),
        ],
      ],
      COMPLETE,
    );
    expect(ids(items)).toEqual([5, 2, 4, 1, 3].map(id));
    expect(items.filter(isWaiting).map(({ id }) => id)).toEqual([5, 2].map(id));
    expect(nextWaiting(items, id(2))?.id).toBe(id(5));
  });

  it('has an idea once that several lists name, as in the last of them', () => {
    const items = inScreeningOrder(
      [[idea(1, 'submitted'), idea(2, 'submitted')], [idea(1, 'on-agenda')]],
      COMPLETE,
    );
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      [id(2), 'submitted'],
      [id(1), 'on-agenda'],
    ]);
  });

  it('is filtered by the chosen filters, and by nothing else', () => {
    const [safety, cost] = [names.category('安全'), names.category('成本')];
    const casting = names.department('铸造车间');
    const items = [
      { ...idea(1, 'submitted'), category: safety, department: casting },
      { ...idea(2, 'submitted'), category: cost },
      { ...idea(3, 'returned'), category: safety },
    ];
    expect(ids(matching(items, {}))).toEqual([1, 2, 3].map(id));
    expect(ids(matching(items, { category: safety }))).toEqual([1, 3].map(id));
    expect(ids(matching(items, { category: safety, show: 'waiting' }))).toEqual([id(1)]);
    expect(ids(matching(items, { department: casting }))).toEqual([id(1)]);
  });
});

describe('the next idea', () => {
  const items = [idea(1, 'submitted'), idea(2, 'submitted'), idea(3, 'returned')];

  it('is a waiting one, wrapping around to the beginning', () => {
    expect(nextWaiting(items, undefined)).toBe(items[0]);
    expect(nextWaiting(items, id(1))).toBe(items[1]);
    expect(nextWaiting(items, id(3))).toBe(items[0]);
  });

  it('is none when nothing else waits', () => {
    expect(nextWaiting([idea(1, 'submitted'), idea(2, 'merged')], id(1))).toBeUndefined();
  });
});

describe('the targets of a merge', () => {
  const source = idea(1, 'submitted', '行车加装限位器');
  const found = (items: Parameters<typeof mergeTargets>[0], typed = '') =>
    ids(mergeTargets(items, source, typed));

  it('are all other ideas that can take one in', () => {
    const others = IDEA_STATUSES.map((status, at) => idea(at + 2, status));
    const open = others.filter(({ status }) => nextStatuses('absorb', status).length > 0);
    expect(new Set(found([source, ...others]))).toEqual(new Set(ids(open)));
    expect(found([source])).toEqual([]);
  });

  it('begin with the most similar titles', () => {
    const items = [
      idea(2, 'submitted', '食堂增加清真窗口'),
      idea(3, 'submitted', '给行车加装限位'),
      idea(4, 'deferred', '行车限位检查'),
    ];
    expect(found(items)).toEqual([3, 4, 2].map(id));
  });

  it('are found by a part of the title in any spelling, by id, and by number', () => {
    const items = [
      { ...idea(12, 'on-agenda', '更换 LED 灯'), number: 7 },
      { ...idea(13, 'on-agenda', '第七台空压机'), number: 17 },
    ];
    expect(found(items, ' led ')).toEqual([id(12)]);
    expect(found(items, 'ＬＥＤ')).toEqual([id(12)]);
    expect(found(items, '7')).toEqual([id(12)]);
    expect(found(items, id(13).slice(-8))).toEqual([id(13)]);
    expect(found(items, '没有这样的')).toEqual([]);
  });
});

describe('similarity', () => {
  it('is symmetric, between 0 and 1, and 1 for a title and itself', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 0, maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        (a, b) => {
          const value = alikeness(a, b);
          expect(value).toBe(alikeness(b, a));
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        },
      ),
    );
    expect(alikeness('行车限位', '行车，限位！')).toBe(1);
    expect(alikeness('行车限位', '食堂')).toBe(0);
  });
});

it('the earliest adoption comes first', () => {
  const decided = (number: number, at: number) => ({
    id: id(number),
    decision: {
      outcome: 'adopted' as const,
      at: instantOf(at),
      by: { kind: 'cycle' as const },
      round,
      tally: { approve: 3, oppose: 0, abstain: 0 },
      eligible: 3,
      quorum: 2,
    },
  });
  expect(ids(longestAdoptedFirst([decided(1, 3000), decided(2, 1000), decided(3, 2000)]))).toEqual(
    [2, 3, 1].map(id),
  );
});
