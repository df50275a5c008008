/** Projections: in any history, the sum of the changes' effects equals the fold of the facts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICES, type Choice } from '../../../shared/domain/idea/ballot.ts';
import { withdrawIdea } from '../../../shared/domain/idea/screening.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import { CHANGES } from '../../../shared/domain/numbers/counters.ts';
import {
  type Addition,
  effectsOf,
  type FactChange,
  type PlaceCounter,
  project,
  withParticipants,
} from '../../../shared/domain/numbers/projection.ts';
import { fold, headcountOf, totals } from '../../../shared/domain/numbers/statistics.ts';
import { attempts, latest, play } from '../any-acts.ts';
import {
  AUTHOR,
  department,
  huatai,
  ideaId,
  round,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const OCTOBER = round('2026-10');

/** The running numbers as a table would have them. */
class Running {
  readonly counters = new Map<string, Map<PlaceCounter, number>>();
  readonly authors = new Map<string, number>();

  add(additions: readonly Addition[]): void {
    for (const addition of additions) {
      const place = JSON.stringify(addition.place);
      const nameOf = (author: MemberId): string => `${place} ${author}`;
      const added = withParticipants(addition, author => this.authors.get(nameOf(author)) ?? 0);
      const counters = this.counters.get(place) ?? new Map();
      for (const [counter, change] of added)
        counters.set(counter, (counters.get(counter) ?? 0) + change);
      this.counters.set(place, counters);
      for (const [author, change] of addition.authors)
        this.authors.set(nameOf(author), (this.authors.get(nameOf(author)) ?? 0) + change);
    }
  }

  /** The nonzero counters, without the number of changes. */
  numbers(): unknown {
    return comparable(
      [...this.counters].map(([place, counters]) => [
        place,
        [...counters].filter(([name]) => name !== CHANGES),
      ]),
    );
  }
}

type Numbers = readonly (readonly [place: string, counters: Iterable<readonly [string, number]>])[];

function comparable(numbers: Numbers): unknown {
  return Object.fromEntries(
    numbers
      .map(([place, counters]) => [
        place,
        Object.fromEntries([...counters].filter(([, number]) => number !== 0)),
      ])
      .filter(([, counters]) => Object.keys(counters as object).length > 0),
  );
}

/** The order of changes, and their batches. */
const deliveries = fc.record({ order: fc.array(fc.nat()), batch: fc.integer({ min: 1, max: 7 }) });

function deliver(
  changes: readonly FactChange[],
  { order, batch }: { readonly order: readonly number[]; readonly batch: number },
): Running {
  const shuffled = changes
    .map((change, at) => ({ change, place: order[at % Math.max(1, order.length)] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ change }) => change);
  const running = new Running();
  for (let from = 0; from < shuffled.length; from += batch)
    running.add(project(shuffled.slice(from, from + batch).flatMap(effectsOf)));
  return running;
}

/** The changes from each state to the next, from nothing on. */
function steps<State>(
  states: readonly State[],
): { before: State | undefined; after: State | undefined }[] {
  return states.map((after, at) => ({ before: states[at - 1], after }));
}

describe('the changes of facts, in any order and batches,', () => {
  it('add up to the numbers of the rounds: of ideas', () => {
    fc.assert(
      fc.property(attempts, deliveries, (all, how) => {
        const past = play(all);
        const changes = past.lives.flatMap(states =>
          steps(states).map((change): FactChange => ({ fact: 'idea', ...change })),
        );
        const facts = [...Map.groupBy(latest(past), idea => idea.round)].flatMap(
          ([of, ideas]): Numbers =>
            totals(fold(ideas)).map(({ scope, counts, participants }) => [
              JSON.stringify({ of: 'scope', organization: huatai.id, round: of, scope }),
              [...counts, ['participants', participants]],
            ]),
        );
        expect(deliver(changes, how).numbers()).toEqual(comparable(facts));
      }),
    );
  });

  it('add up to the tallies: of votes that are cast and changed', () => {
    const choices = fc.array(fc.array(fc.constantFrom(...CHOICES), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(choices, deliveries, (voters, how) => {
        const of = { organization: huatai.id, ideaId: ideaId(1) };
        const changes = voters.flatMap(cast =>
          steps(cast.map(choice => ({ round: OCTOBER, choice }))).map(
            (change): FactChange => ({ fact: 'vote', ...of, ...change }),
          ),
        );
        const last = voters.map(cast => cast.at(-1));
        const many = (choice: Choice): number => last.filter(one => one === choice).length;
        const place = JSON.stringify({ of: 'tally', ...of, round: OCTOBER });
        expect(deliver(changes, how).numbers()).toEqual(
          comparable([[place, CHOICES.map(choice => [choice, many(choice)] as const)]]),
        );
      }),
    );
  });

  it('add up to the support: of members who give and withdraw it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), deliveries, (turns, how) => {
        const of = { organization: huatai.id, ideaId: ideaId(1) };
        const changes = turns.flatMap(many =>
          Array.from({ length: many }, (_, at): FactChange => {
            const before = at % 2 === 1;
            return { fact: 'support', ...of, before, after: !before };
          }),
        );
        const supports = turns.filter(many => many % 2 === 1).length;
        expect(deliver(changes, how).numbers()).toEqual(
          comparable([[JSON.stringify({ of: 'supports', ...of }), [['supports', supports]]]]),
        );
      }),
    );
  });

  it('add up to the comments that all may read: of those written, hidden and shown again', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 })), deliveries, (turns, how) => {
        const of = { organization: huatai.id, ideaId: ideaId(1) };
        const changes = turns.flatMap(many =>
          Array.from({ length: many }, (_, at): FactChange => {
            const before = at % 2 === 1;
            return { fact: 'comment', ...of, before, after: !before };
          }),
        );
        const comments = turns.filter(many => many % 2 === 1).length;
        expect(deliver(changes, how).numbers()).toEqual(
          comparable([[JSON.stringify({ of: 'supports', ...of }), [['comments', comments]]]]),
        );
      }),
    );
  });

  it('add up to the headcounts: of members who come, move, leave and come back', () => {
    const head = fc.record({
      organization: fc.constant(huatai.id),
      department: fc.constantFrom('铸造车间', '装配车间').map(department),
      active: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(head, { minLength: 1, maxLength: 4 })),
        deliveries,
        (people, how) => {
          const changes = people.flatMap(states =>
            steps(states).map((change): FactChange => ({ fact: 'member', ...change })),
          );
          const { total, departments } = headcountOf(people.map(states => states.at(-1)!));
          const at = (department?: string): string =>
            JSON.stringify({ of: 'headcount', organization: huatai.id, department });
          expect(deliver(changes, how).numbers()).toEqual(
            comparable([
              [at(), [['headcount', total]]],
              ...[...departments].map(
                ([name, heads]) => [at(name), [['headcount', heads]]] as const,
              ),
            ]),
          );
        },
      ),
    );
  });
});

describe('a change of a fact', () => {
  const idea = submittedIdea();
  const total = {
    of: 'scope',
    organization: huatai.id,
    round: idea.round,
    scope: { by: 'organization' },
  };
  const totalOf = (additions: readonly Addition[]) =>
    additions.find(({ place }) => JSON.stringify(place) === JSON.stringify(total));

  it('adds to the total, a category and a department, and one idea to its author', () => {
    const additions = project(effectsOf({ fact: 'idea', before: undefined, after: idea }));
    expect(additions.map(({ place }) => place.of === 'scope' && place.scope.by).toSorted()).toEqual(
      [
        'category',
        'organization',
        ...(idea.department || idea.authorDepartment ? ['department'] : []),
      ].toSorted(),
    );
    expect(totalOf(additions)).toEqual({
      place: total,
      counters: new Map([
        ['submitted', 1],
        ['followed', 1],
        [CHANGES, 1],
      ]),
      authors: new Map([[AUTHOR, 1]]),
    });
  });

  it('that no number depends on has no effect', () => {
    expect(
      effectsOf({ fact: 'idea', before: idea, after: { ...idea, title: '另一个题目' } }),
    ).toEqual([]);
    expect(effectsOf({ fact: 'idea', before: undefined, after: undefined })).toEqual([]);
  });

  it('that cancels another is still counted as a change', () => {
    const gone = value(withdrawIdea(idea, 0, signed(AUTHOR)));
    const both = [
      ...effectsOf({ fact: 'idea', before: undefined, after: idea }),
      ...effectsOf({ fact: 'idea', before: idea, after: gone }),
    ];
    expect(project(both)).toEqual([
      { place: total, counters: new Map([[CHANGES, 2]]), authors: new Map() },
    ]);
  });

  it.each([
    [0, 1, 1],
    [1, 1, 0],
    [2, -1, 0],
    [1, -1, -1],
    // Records of different ideas may come in any order.
    [-1, 1, 0],
  ])(
    'makes of an author of %i ideas, with %i more, %i more participants',
    (before, change, participants) => {
      const addition = {
        ...totalOf(project(effectsOf({ fact: 'idea', before: undefined, after: idea })))!,
      };
      const added = withParticipants(
        { ...addition, authors: new Map([[AUTHOR, change]]) },
        () => before,
      );
      expect(added.get('participants') ?? 0).toBe(participants);
    },
  );
});
