/** What is called drift: what several looks at moving numbers leave no other explanation for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  boundsOf,
  driftIn,
  type Ledger,
  ledgerOf,
  ledgerOfFacts,
  narrowed,
} from '../../shared/domain/drift.ts';
import type { Counter, ScopeTotals } from '../../shared/domain/statistics.ts';
import { fold, totals } from '../../shared/domain/statistics.ts';
import { newIdea } from '../store/sample-facts.ts';

function ledger(counts: Partial<Record<Counter, number>>, participants = 0): Ledger {
  const whole: ScopeTotals = {
    scope: { by: 'organization' },
    counts: new Map(Object.entries(counts) as [Counter, number][]),
    participants,
  };
  return ledgerOf([whole], []);
}

/** What is wrong, by the names of numbers. */
function wrong(bounds: Bounds): Record<string, number> {
  return Object.fromEntries(
    driftIn(bounds).map(({ number, missing }) => [
      number.of === 'scope' ? number.counter : `author ${number.author}`,
      missing,
    ]),
  );
}

const still = (facts: Ledger, running: Ledger): Bounds => boundsOf(facts, running, facts);

describe('where nothing changes meanwhile', () => {
  it('numbers that are what the facts come to have no drift', () => {
    const facts = ledger({ submitted: 3, adopted: 1 }, 2);
    expect(still(facts, ledger({ submitted: 3, adopted: 1 }, 2)).size).toBe(0);
  });

  it('a number that is missing, too large or of nothing is wrong by the difference', () => {
    const facts = ledger({ submitted: 3, adopted: 1 }, 2);
    expect(wrong(still(facts, ledger({ submitted: 5, declined: 1 }, 2)))).toEqual({
      submitted: -2,
      adopted: 1,
      declined: -1,
    });
  });

  it('a scope whose item is gone lacks all of its numbers, and zeros that are written out are none', () => {
    const facts = ledger({ submitted: 1 }, 1);
    expect(wrong(still(facts, new Map()))).toEqual({ submitted: 1, participants: 1 });
    expect(still(new Map(), ledger({ submitted: 0 })).size).toBe(0);
  });

  it('an author’s count that is lost is found, also where the number of participants is right', () => {
    const facts = fold([newIdea({ author: 'E1' }), newIdea({ author: 'E1' })]);
    const running = ledgerOf(totals(facts), []);
    expect(new Set(driftIn(still(ledgerOfFacts(facts), running)).map(({ missing }) => missing))).toEqual(
      new Set([2]),
    );
  });
});

describe('while facts change', () => {
  it('what may be on its way is no drift', () => {
    for (const running of [3, 4, 5])
      expect(
        wrong(boundsOf(ledger({ submitted: 3 }), ledger({ submitted: running }), ledger({ submitted: 5 }))),
      ).toEqual({});
  });

  it('what cannot be is, by as much as is certain', () => {
    const [before, after] = [ledger({ submitted: 3 }), ledger({ submitted: 5 })];
    expect(wrong(boundsOf(before, ledger({ submitted: 1 }), after))).toEqual({ submitted: 2 });
    expect(wrong(boundsOf(before, ledger({ submitted: 9 }), after))).toEqual({ submitted: -4 });
  });

  it('a second look tells more, and one that contradicts the first takes it back', () => {
    const first = boundsOf(ledger({ submitted: 3 }), ledger({ submitted: 1 }), ledger({ submitted: 5 }));
    const second = boundsOf(ledger({ submitted: 5 }), ledger({ submitted: 2 }), ledger({ submitted: 5 }));
    expect(wrong(narrowed(first, second))).toEqual({ submitted: 3 });
    expect(narrowed(first, new Map()).size).toBe(0);
    expect(narrowed(new Map(), second).size).toBe(0);
    expect(wrong(narrowed(second, still(ledger({ submitted: 9 }), ledger({ submitted: 5 }))))).toEqual({});
  });

  it('numbers that only grow are never called wrong by more than they are, however much is on its way', () => {
    const looks = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(looks, fc.integer({ min: -9, max: 9 }), (looks, drift) => {
        let facts = 20;
        let bounds: Bounds | undefined;
        for (const [counted, uncounted] of looks) {
          // All of before has arrived, and of what came since, some.
          const seen = boundsOf(
            ledger({ submitted: facts }),
            ledger({ submitted: facts + counted - drift }),
            ledger({ submitted: facts + counted + uncounted }),
          );
          bounds = bounds ? narrowed(bounds, seen) : seen;
          facts += counted + uncounted;
        }
        const { submitted = 0 } = wrong(bounds ?? new Map());
        expect(Math.abs(submitted)).toBeLessThanOrEqual(Math.abs(drift));
        expect(submitted * drift).toBeGreaterThanOrEqual(0);
        if (looks.every(([counted, uncounted]) => counted + uncounted === 0)) expect(submitted).toBe(drift);
      }),
    );
  });
});
