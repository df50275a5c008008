/**
 * The agenda's order and numbers: fixed when deliberation opens, so that nobody in the meeting loses a number.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaIdea,
  arrange,
  numbered,
  ordered,
  sortedBy,
  upOnAgenda,
} from '../../shared/domain/agenda.ts';
import type { Idea } from '../../shared/domain/idea.ts';
import type { IdeaId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/instant.ts';
import { giveBack, list, merge, withdraw } from '../../shared/domain/screening.ts';
import {
  AUTHOR,
  CYCLE,
  codeOf,
  decided,
  handedIn,
  ideaId,
  listed,
  round,
  SECRETARY,
  shanghai,
  signed,
  value,
} from './sample.ts';

const START = Date.parse(shanghai('2026-10-01 08:00'));
/** Ideas handed in so many hours after each other's beginning; several may fall into one millisecond. */
const ideas: fc.Arbitrary<readonly AgendaIdea[]> = fc
  .array(fc.nat({ max: 20 }), { maxLength: 30 })
  .map(hours =>
    hours.map((hour, at) => ({ id: ideaId(at + 1), submittedAt: instantOf(START + hour * 3_600_000) })),
  );
const some = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 });
const supports = fc.array(fc.nat({ max: 3 }), { minLength: 31, maxLength: 31 });
const idsOf = (all: readonly AgendaIdea[]): IdeaId[] => all.map(({ id }) => id);
const backing = (counts: readonly number[]) => (id: IdeaId) => counts[Number(id.slice(-3))]!;
const numbersOf = (all: readonly AgendaIdea[], order: readonly IdeaId[]) =>
  new Map(numbered(all, order).map(({ item, number }) => [item.id, number]));

describe('the numbers of an agenda', () => {
  it('count the ordered ideas from 1, and every other one after them, oldest first', () => {
    const at = (number: number, time: string) => ({
      id: ideaId(number),
      submittedAt: shanghai(`2026-10-${time}`),
    });
    const all = [at(1, '15 11:00'), at(2, '15 10:00'), at(3, '02 08:00'), at(4, '01 08:00')];
    expect(numbered(all, [ideaId(3), ideaId(4)]).map(({ item, number }) => [number, item.id])).toEqual([
      [1, ideaId(3)],
      [2, ideaId(4)],
      [3, ideaId(2)],
      [4, ideaId(1)],
    ]);
  });

  it('are each given once, and the list is in their order', () => {
    fc.assert(
      fc.property(ideas, some, (all, placed) => {
        const order = idsOf(all.filter((_, at) => placed[at]));
        const numbers = numbered(all, order).map(({ number }) => number);
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(new Set(numbers)).toEqual(new Set(all.map((_, at) => at + 1)));
      }),
    );
  });

  it('stay with the ordered ideas whatever leaves the agenda and whatever comes', () => {
    fc.assert(
      fc.property(ideas, some, some, (all, placed, gone) => {
        const order = idsOf(all.filter((_, at) => placed[at]));
        const before = numbersOf(
          all.filter(({ id }) => order.includes(id)),
          order,
        );
        const after = numbersOf(
          all.filter((_, at) => !gone[at]),
          order,
        );
        for (const [id, number] of after)
          if (order.includes(id)) expect(number).toBe(before.get(id));
          else expect(number).toBeGreaterThan(order.length);
      }),
    );
  });
});

describe('the agenda as it is shown', () => {
  const slip = (number: number, written: string, typed = written): Idea =>
    handedIn({
      id: ideaId(number),
      submittedAt: shanghai(`2026-10-${written}`),
      at: shanghai(`2026-10-${typed}`),
      deliberating: typed >= '15 09:00',
    });
  const shown = (all: readonly Idea[], order: readonly IdeaId[]) =>
    upOnAgenda(all, order).map(({ item, number }) => [number, item.id]);

  it('has no ideas that were withdrawn, merged or are back with their authors, and leaves their numbers free', () => {
    const gone = value(withdraw(listed(handedIn({ id: ideaId(2) })), 0, signed(AUTHOR)));
    const merged = value(merge(handedIn({ id: ideaId(3) }), handedIn(), signed(SECRETARY))).source;
    const back = value(giveBack(handedIn({ id: ideaId(4) }), '请补充', signed(SECRETARY)));
    const order = [2, 3, 4, 1, 5].map(number => ideaId(number));
    const adopted = decided('adopted', listed(handedIn({ id: ideaId(5) })));
    expect(shown([gone, merged, back, listed(), adopted], order)).toEqual([
      [4, ideaId(1)],
      [5, ideaId(5)],
    ]);
  });

  it('puts what comes late after the rest as it comes up, though the slip was written long before', () => {
    const order = [ideaId(1)];
    const first = [listed(), slip(2, '15 10:00')];
    const later = [...first, slip(3, '02 08:00', '15 11:00')];
    expect(shown(first, order)).toEqual([
      [1, ideaId(1)],
      [2, ideaId(2)],
    ]);
    expect(shown(later, order)).toEqual([...shown(first, order), [3, ideaId(3)]]);
  });

  it('counts a deferred idea from when it came onto this agenda, not onto the one before', () => {
    const again = value(
      list(decided('deferred'), { by: CYCLE, at: shanghai('2026-11-15 09:00') }, { round: round('2026-11') }),
    );
    const earlier = handedIn({
      id: ideaId(2, round('2026-11')),
      round: round('2026-11'),
      at: shanghai('2026-11-15 08:30'),
    });
    const listedThen = value(
      list(earlier, { by: CYCLE, at: shanghai('2026-11-15 08:40') }, { round: round('2026-11') }),
    );
    expect(shown([again, listedThen], []).map(([, id]) => id)).toEqual([listedThen.id, again.id]);
  });
});

describe('the order of an agenda', () => {
  it('is the secretary’s as far as it goes, then the most backed first, then the oldest', () => {
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

  it('by handing in is the oldest first, whatever the support', () => {
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
  it('keeps every idea exactly once: those that are named as they are named, the rest after them as before', () => {
    fc.assert(
      fc.property(ideas, fc.array(fc.nat()), (all, picks) => {
        const before = idsOf(all);
        const wanted = before.length === 0 ? [] : picks.map(pick => before[pick % before.length]!);
        const order = value(arrange(wanted, before));
        expect(order.toSorted()).toEqual(before.toSorted());
        const named = [...new Set(wanted)];
        expect(order.slice(0, named.length)).toEqual(named);
        expect(order.slice(named.length)).toEqual(before.filter(id => !named.includes(id)));
      }),
    );
  });

  it('refuses ideas that are not on it, and names them', () => {
    expect(arrange([ideaId(2), ideaId(8), ideaId(9)], [ideaId(1), ideaId(2)])).toEqual({
      ok: false,
      refusal: { code: 'not-on-this-agenda', ideas: [ideaId(8), ideaId(9)] },
    });
    expect(codeOf(arrange([], [ideaId(1)]))).toBeUndefined();
  });
});
