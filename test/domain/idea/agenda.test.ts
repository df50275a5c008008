/**
 * The agenda's order and numbers: fixed when deliberation opens, so that no idea loses its number
 * during the meeting.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaIdea,
  arrangeAgenda,
  isOnAgenda,
  latecomers,
  numbered,
  ordered,
  sortedBy,
} from '../../../shared/domain/idea/agenda.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import {
  mergeIdea,
  returnIdea,
  scheduleIdea,
  withdrawIdea,
} from '../../../shared/domain/idea/screening.ts';
import type { IdeaId } from '../../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import {
  AUTHOR,
  CYCLE,
  codeOf,
  decided,
  ideaId,
  listed,
  round,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const START = Date.parse(shanghai('2026-10-01 08:00'));
/** Ideas submitted at the given hours; several may fall into one millisecond. */
const ideas: fc.Arbitrary<readonly AgendaIdea[]> = fc
  .array(fc.nat({ max: 20 }), { maxLength: 30 })
  .map(hours =>
    hours.map((hour, at) => ({
      id: ideaId(at + 1),
      submittedAt: instantOf(START + hour * 3_600_000),
    })),
  );
const some = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
const supports = fc.array(fc.nat({ max: 3 }), { minLength: 31, maxLength: 31 });
const idsOf = (all: readonly AgendaIdea[]): IdeaId[] => all.map(({ id }) => id);
const backing = (counts: readonly number[]) => (id: IdeaId) => counts[Number(id.slice(-3))]!;
const numbersOf = (all: readonly AgendaIdea[], order: readonly IdeaId[]) =>
  new Map(numbered(all, order).map(({ item, number }) => [item.id, number]));

describe('the numbers of an agenda', () => {
  it('count the ordered ideas from 1, in their order; an idea without a place has no number', () => {
    const all = [4, 1, 3, 2].map(number => ({ id: ideaId(number) }));
    const order = [ideaId(3), ideaId(9), ideaId(4)];
    expect(numbered(all, order).map(({ item, number }) => [number, item.id])).toEqual([
      [1, ideaId(3)],
      [3, ideaId(4)],
    ]);
  });

  it('stay with the ideas whatever leaves the agenda and whatever is added to it', () => {
    fc.assert(
      fc.property(ideas, some, some, (all, placed, gone) => {
        const order = idsOf(all.filter((_, at) => placed[at]));
        const rest = idsOf(all).filter(id => !order.includes(id));
        const before = numbersOf(all, order);
        const after = numbersOf(
          all.filter((_, at) => !gone[at]),
          [...order, ...rest],
        );
        for (const [id, number] of after)
          if (before.has(id)) expect(number).toBe(before.get(id));
          else expect(number).toBeGreaterThan(order.length);
        expect(new Set(after.values()).size).toBe(after.size);
      }),
    );
  });
});

describe('ideas that have left an agenda', () => {
  it('are withdrawn, merged or back with their authors', () => {
    const gone = value(withdrawIdea(listed(submittedIdea()), 0, signed(AUTHOR)));
    const merged = value(
      mergeIdea(submittedIdea({ id: ideaId(3) }), submittedIdea(), signed(SECRETARY)),
    ).source;
    const back = value(returnIdea(submittedIdea(), '请补充', signed(SECRETARY)));
    expect(
      [gone, merged, back, submittedIdea(), listed(), decided('adopted')].map(isOnAgenda),
    ).toEqual([false, false, false, true, true, true]);
  });
});

describe('a late idea', () => {
  const slip = (number: number, written: string, typed = written): Idea =>
    submittedIdea({
      id: ideaId(number),
      submittedAt: shanghai(`2026-10-${written}`),
      at: shanghai(`2026-10-${typed}`),
      deliberating: typed >= '15 09:00',
    });

  it('follows in the order of its arrival, even if its slip was written long before', () => {
    const all = [slip(3, '02 08:00', '15 11:00'), listed(), slip(2, '15 10:00')];
    expect(latecomers(all, [ideaId(1)])).toEqual([ideaId(2), ideaId(3)]);
    expect(latecomers(all, [ideaId(1), ideaId(3)])).toEqual([ideaId(2)]);
    expect(latecomers(all, [ideaId(3), ideaId(2), ideaId(1)])).toEqual([]);
  });

  it('that is listed again comes when it came onto this agenda, not onto the one before', () => {
    const again = value(
      scheduleIdea(
        decided('deferred'),
        { by: CYCLE, at: shanghai('2026-11-15 09:00') },
        { round: round('2026-11') },
      ),
    );
    const earlier = submittedIdea({
      id: ideaId(2, round('2026-11')),
      round: round('2026-11'),
      at: shanghai('2026-11-15 08:30'),
    });
    const listedThen = value(
      scheduleIdea(
        earlier,
        { by: CYCLE, at: shanghai('2026-11-15 08:40') },
        { round: round('2026-11') },
      ),
    );
    expect(latecomers([again, listedThen], [])).toEqual([listedThen.id, again.id]);
  });
});

describe('the order of an agenda', () => {
  it('is the secretary’s as far as it goes, then the most supported first, then the oldest', () => {
    fc.assert(
      fc.property(ideas, some, supports, (all, placed, counts) => {
        const wish = idsOf(all.filter((_, at) => placed[at])).toReversed();
        const order = ordered(all, [...wish, ideaId(99)], backing(counts));
        expect(order.slice(0, wish.length)).toEqual(wish);
        expect(order.toSorted()).toEqual(idsOf(all).toSorted());
        const rest = order.slice(wish.length).map(id => all.find(idea => idea.id === id)!);
        for (const [at, idea] of rest.entries()) {
          const next = rest[at + 1];
          if (!next) continue;
          const [a, b] = [idea, next].map(({ id }) => backing(counts)(id)) as [number, number];
          expect(a > b || (a === b && idea.submittedAt <= next.submittedAt)).toBe(true);
        }
      }),
    );
  });

  it('by submission is the oldest first, whatever the support', () => {
    fc.assert(
      fc.property(ideas, supports, (all, counts) => {
        const times = sortedBy('handed-in', all, backing(counts)).map(
          id => all.find(idea => idea.id === id)!.submittedAt,
        );
        expect(times).toEqual(times.toSorted());
        expect(sortedBy('handed-in', all.toReversed(), backing(counts))).toEqual(
          sortedBy('handed-in', all, () => 0),
        );
      }),
    );
  });
});

describe('arranging an agenda', () => {
  it('keeps every idea exactly once: named ones as named, the rest after them as before', () => {
    fc.assert(
      fc.property(ideas, fc.array(fc.nat()), (all, picks) => {
        const before = idsOf(all);
        const wanted = before.length === 0 ? [] : picks.map(pick => before[pick % before.length]!);
        const order = value(arrangeAgenda(wanted, before));
        expect(order.toSorted()).toEqual(before.toSorted());
        const named = [...new Set(wanted)];
        expect(order.slice(0, named.length)).toEqual(named);
        expect(order.slice(named.length)).toEqual(before.filter(id => !named.includes(id)));
      }),
    );
  });

  it('refuses ideas that are not on it, and names them', () => {
    expect(arrangeAgenda([ideaId(2), ideaId(8), ideaId(9)], [ideaId(1), ideaId(2)])).toEqual({
      ok: false,
      refusal: { code: 'not-on-this-agenda', ideas: [ideaId(8), ideaId(9)] },
    });
    expect(codeOf(arrangeAgenda([], [ideaId(1)]))).toBeUndefined();
  });
});
