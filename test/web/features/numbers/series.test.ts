/**
 * Numbers over the rounds: the scale of the bars, the breakdown with its gaps, and the choice in
 * the address.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRoundId, roundsFrom } from '../../../../shared/domain/kernel/ids.ts';
import type { Counter } from '../../../../shared/domain/numbers/counters.ts';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import {
  brokenDown,
  MEASURES,
  scaled,
  shownIn,
  sizeOf,
  type Value,
} from '../../../../web/features/numbers/series.ts';
import {
  BY,
  inAddress,
  lastRounds,
  measuresFor,
  questionOf,
  readChoice,
  SPANS,
} from '../../../../web/features/numbers/series-choice.ts';
import { instant } from '../../../domain/sample.ts';

const [october] = ['2026-10'].filter(isRoundId);
const current = october!;

describe('the bars', () => {
  it('reach up to the longest of them or the target', () => {
    expect(scaled([rate(1, 10), rate(3, 10)], 0.6)).toEqual({
      lengths: [expect.closeTo(1 / 6), 0.5],
      target: 1,
    });
    expect(scaled([30, 120], 60)).toEqual({ lengths: [0.25, 1], target: 0.5 });
  });

  it('are left out without a denominator, and do not count as zero', () => {
    expect(scaled([rate(0, 0), rate(0, 4)], 0.3).lengths).toEqual([undefined, 0]);
    expect(scaled([0, 0]).lengths).toEqual([0, 0]);
  });

  it('stay on the scale and keep their proportions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.nat(), (values, target) => {
        const { lengths, target: line = 0 } = scaled(values, target);
        const all = [...lengths, line].map(length => length ?? 0);
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
        const most = Math.max(target, ...values);
        expect(Math.max(...all)).toBe(most === 0 ? 0 : 1);
        expect(lengths.map(length => (length ?? 0) * most)).toEqual(
          values.map(value => expect.closeTo(value, 5)),
        );
      }),
    );
  });
});

const nothing = numbersOf(new Map(), 0, 0);
const met = { ideas: false, adoptionRate: null };
const live = {
  round: current,
  state: 'deliberating' as const,
  source: 'live' as const,
  total: nothing,
  met,
};
const part = (name: string, submitted: number, more: [Counter, number][] = []) => ({
  ...numbersOf(new Map<Counter, number>([['submitted', submitted], ...more]), 0, 0),
  name,
});
/** A cell's value when nothing has changed. */
const same = (value: Value) => ({ value, now: value });

describe('the breakdown', () => {
  it('has a row for each name of any round, with a gap for a round without it', () => {
    const rounds = [
      { ...live, parts: [part('质量', 2)] },
      { ...live, parts: [part('安全', 5), part('质量', 3)] },
      live,
    ];
    expect(brokenDown(rounds, 'submitted')).toEqual([
      { name: '安全', cells: [undefined, same(5), undefined] },
      { name: '质量', cells: [same(2), same(3), undefined] },
    ]);
    const [, quality] = brokenDown(rounds, 'adoptionRate');
    expect(quality?.cells.map(cell => sizeOf(cell?.value))).toEqual([0, 0, undefined]);
  });
});

describe('a published round', () => {
  const now = { ...nothing, submitted: 60, verifiedBenefit: 605_000 };
  const since = part('安全', 64, [
    ['adopted', 16],
    ['verifiedBenefit', 605_000],
  ]);
  const published = {
    ...live,
    state: 'published' as const,
    source: 'published' as const,
    publishedAt: instant('2026-10-19T10:00:00.000Z'),
    total: { ...nothing, submitted: 64 },
    parts: [part('安全', 64)],
    live: { total: now, met, parts: [since] },
  };

  it('shows the submissions of its bulletin, and the benefit that has been verified since', () => {
    expect(shownIn(published, 'submitted')).toEqual({ value: 64, now: 60 });
    expect(shownIn(published, 'verifiedBenefit')).toEqual(same(605_000));
    expect(shownIn({ ...live, total: now }, 'verifiedBenefit')).toEqual(same(605_000));
  });

  it('does so for its parts too, and shows decisions made since', () => {
    expect(brokenDown([published], 'submitted')).toEqual([{ name: '安全', cells: [same(64)] }]);
    expect(brokenDown([published], 'verifiedBenefit')).toEqual([
      { name: '安全', cells: [same(605_000)] },
    ]);
    expect(brokenDown([published], 'adoptionRate')).toEqual([
      { name: '安全', cells: [{ value: rate(0, 64), now: rate(16, 64) }] },
    ]);
  });

  it('shows zero for a part that is gone, and no published value for a new one', () => {
    const moved = { ...published, live: { ...published.live, parts: [part('质量', 1)] } };
    expect(brokenDown([moved], 'submitted')).toEqual([
      { name: '安全', cells: [{ value: 64, now: 0 }] },
      { name: '质量', cells: [{ value: undefined, now: 1 }] },
    ]);
    expect(brokenDown([moved], 'adoptionRate')[0]?.cells).toEqual([
      { value: rate(0, 64), now: rate(0, 0) },
    ]);
  });
});

describe('the choice', () => {
  it('is read back from the address as it was written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lastRounds(current)),
        fc.constantFrom(...SPANS),
        fc.constantFrom(...BY),
        fc.constantFrom(...MEASURES),
        (to, span, by, measure) => {
          fc.pre(measuresFor(by).includes(measure));
          const choice = { to, span, by, measure };
          expect(readChoice(new URLSearchParams(inAddress(choice)), current)).toEqual(choice);
        },
      ),
    );
  });

  it('is the default if the address is invalid', () => {
    const usual = { to: current, span: 12, by: 'none', measure: 'adoptionRate' };
    for (const address of ['', 'to=2000-01&span=7&by=idea', 'to=&span=&measure=x', 'to=2026-11'])
      expect(readChoice(new URLSearchParams(address), current)).toEqual(usual);
  });

  it('never shows the participation of a category', () => {
    const address = new URLSearchParams('by=category&measure=participation');
    expect(readChoice(address, current).measure).toBe('adoptionRate');
  });

  it('requests the chosen number of rounds, the chosen one last', () => {
    for (const span of SPANS) {
      const { from, to } = questionOf({ to: current, span, by: 'none', measure: 'submitted' });
      expect(to).toBe(current);
      expect(roundsFrom(from, to)).toHaveLength(span);
    }
  });
});
