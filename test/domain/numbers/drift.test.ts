/** Drift: numbers that differ from the facts, and by how much two reads agree. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICES } from '../../../shared/domain/idea/ballot.ts';
import type { Counter } from '../../../shared/domain/numbers/counters.ts';
import {
  agreed,
  type Drift,
  differences,
  type Ledger,
  ledgerOf,
  ledgerOfFacts,
  ledgerOfHeads,
  ledgerOfIdea,
  type RunningNumber,
} from '../../../shared/domain/numbers/drift.ts';
import { fold, totals } from '../../../shared/domain/numbers/statistics.ts';
import { department, NOVEMBER, newIdea, OCTOBER } from '../../store/sample-facts.ts';

function ledger(counts: Partial<Record<Counter, number>>, participants = 0): Ledger {
  const read = new Map(Object.entries(counts) as [Counter, number][]);
  return ledgerOf(OCTOBER, [{ scope: { by: 'organization' }, counts: read, participants }], []);
}

/** The wrong numbers, by name. */
function wrong(found: Iterable<Drift>): Record<string, number> {
  return Object.fromEntries([...found].map(({ number, missing }) => [nameOf(number), missing]));
}

function nameOf(number: RunningNumber): string {
  switch (number.of) {
    case 'scope':
      return number.counter;
    case 'author':
      return `author ${number.author}`;
    case 'headcount':
      return number.department ?? 'all';
    case 'tally':
      return `${number.choice} in ${number.round}`;
    case 'supports':
    case 'comments':
      return number.of;
  }
}

const between = (facts: Ledger, running: Ledger) => wrong(differences(facts, running).values());

describe('of a round', () => {
  it('numbers that agree with the facts have no drift', () => {
    const facts = ledger({ submitted: 3, adopted: 1 }, 2);
    expect(between(facts, ledger({ submitted: 3, adopted: 1 }, 2))).toEqual({});
  });

  it('a missing, excessive or invented number is wrong by the difference', () => {
    const facts = ledger({ submitted: 3, adopted: 1 }, 2);
    expect(between(facts, ledger({ submitted: 5, declined: 1 }, 2))).toEqual({
      submitted: -2,
      adopted: 1,
      declined: -1,
    });
  });

  it('a scope whose item is gone lacks all of its numbers, and written zeros are none', () => {
    expect(between(ledger({ submitted: 1 }, 1), new Map())).toEqual({
      submitted: 1,
      participants: 1,
    });
    expect(between(new Map(), ledger({ submitted: 0 }))).toEqual({});
  });

  it('an author’s lost count is found, even if the number of participants is right', () => {
    const facts = fold([newIdea({ author: 'E1' }), newIdea({ author: 'E1' })]);
    const found = differences(ledgerOfFacts(OCTOBER, facts), ledgerOf(OCTOBER, totals(facts), []));
    expect(wrong(found.values())).toEqual({ 'author E1': 2 });
  });
});

it('a headcount is wrong in total or in one department', () => {
  const [foundry, office] = ['铸造车间', '综合办公室'].map(department);
  if (foundry === undefined || office === undefined) throw new Error('no departments');
  const facts = ledgerOfHeads({ total: 5, departments: new Map([[foundry, 5]]) });
  const running = ledgerOfHeads({
    total: 6,
    departments: new Map([
      [foundry, 5],
      [office, 1],
    ]),
  });
  expect(between(facts, running)).toEqual({ all: -1, 综合办公室: -1 });
});

it('an idea’s tallies are distinguished by the round of the ballot, and from its support', () => {
  const idea = newIdea();
  const facts = ledgerOfIdea(idea, {
    tallies: new Map([[OCTOBER, { approve: 3, oppose: 1, abstain: 0 }]]),
    supports: 2,
    comments: 5,
  });
  const running = ledgerOfIdea(idea, {
    tallies: new Map([[NOVEMBER, { approve: 3, oppose: 0, abstain: 0 }]]),
    supports: 4,
    comments: 0,
  });
  expect(between(facts, running)).toEqual({
    'approve in 2026-10': 3,
    'oppose in 2026-10': 1,
    'approve in 2026-11': -3,
    supports: -2,
    comments: 5,
  });
});

describe('two reads', () => {
  const any = fc
    .record({ submitted: fc.nat(3), adopted: fc.nat(3), declined: fc.nat(3) })
    .map(counts => ledger(counts));

  it('agree on the difference that both have, and on nothing else', () => {
    fc.assert(
      fc.property(any, any, any, any, (facts, running, laterFacts, laterRunning) => {
        const [earlier, later] = [
          differences(facts, running),
          differences(laterFacts, laterRunning),
        ];
        const both = wrong(agreed(earlier, later));
        for (const [name, missing] of Object.entries(wrong(later.values())))
          expect(both[name]).toBe(wrong(earlier.values())[name] === missing ? missing : undefined);
      }),
    );
  });

  it('have a number’s value at the later one', () => {
    const [earlier, later] = [
      differences(ledger({ submitted: 3 }), ledger({ submitted: 1 })),
      differences(ledger({ submitted: 5 }), ledger({ submitted: 3 })),
    ];
    expect(agreed(earlier, later)).toMatchObject([{ is: 3, missing: 2 }]);
  });
});

it('adding the missing amount leaves nothing wrong', () => {
  const tally = fc.record(Object.fromEntries(CHOICES.map(choice => [choice, fc.nat(5)])));
  fc.assert(
    fc.property(tally, tally, (counted, kept) => {
      const idea = newIdea();
      const of = (one: Record<string, number>): Ledger =>
        ledgerOfIdea(idea, {
          tallies: new Map([[OCTOBER, { approve: 0, oppose: 0, abstain: 0, ...one }]]),
          supports: 0,
          comments: 0,
        });
      const mended = { ...kept };
      for (const { number, missing } of differences(of(counted), of(kept)).values())
        if (number.of === 'tally') mended[number.choice] = (mended[number.choice] ?? 0) + missing;
      expect(mended).toEqual(counted);
    }),
  );
});
