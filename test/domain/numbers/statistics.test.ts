/**
 * The published numbers: in any history, sums of changes and fresh counts agree, and every rate has
 * its denominator.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideIdea } from '../../../shared/domain/idea/deliberation.ts';
import { authorsOf, type Idea } from '../../../shared/domain/idea/idea.ts';
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import { scheduleIdea, withdrawIdea } from '../../../shared/domain/idea/screening.ts';
import { prepareSubmission, submitIdea } from '../../../shared/domain/idea/submission.ts';
import { instantOf, MILLIS_PER_DAY } from '../../../shared/domain/kernel/instant.ts';
import { type Counter, LONGEST_DAY } from '../../../shared/domain/numbers/counters.ts';
import { type Rate, rate, reaches } from '../../../shared/domain/numbers/rate.ts';
import {
  addDeltas,
  delta,
  fold,
  headcountOf,
  partsOf,
  type RoundStatistics,
  statistics,
  totals,
} from '../../../shared/domain/numbers/statistics.ts';
import { attempts, FIRM, latest, play } from '../any-acts.ts';
import {
  AUTHOR,
  actor,
  CHAIR,
  CYCLE,
  category,
  content,
  decided,
  department,
  huatai,
  ideaId,
  implementing,
  listed,
  person,
  resultOf,
  round,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const PEOPLE = [
  ...['A1', 'A2', 'A3', 'A4'].map(id => person(id, ['employee'], '铸造车间')),
  ...['B1', 'B2', 'B3'].map(id => person(id, ['employee'], '装配车间')),
];
const HEADCOUNT = headcountOf(PEOPLE);
const START = Date.parse(shanghai('2026-09-16 00:00'));

type Ending =
  | 'submitted'
  | 'withdrawn'
  | 'on-agenda'
  | 'adopted'
  | 'declined'
  | 'deferred'
  | 'adopted later';
interface Life {
  readonly author: number | undefined;
  readonly category: string;
  readonly handedInAfter: number;
  readonly decidedAfter: number;
  readonly ending: Ending;
}

const life: fc.Arbitrary<Life> = fc.record({
  author: fc.option(fc.nat({ max: PEOPLE.length - 1 }), { nil: undefined }),
  category: fc.constantFrom('安全', '节能', '工艺'),
  handedInAfter: fc.nat({ max: 30 * MILLIS_PER_DAY }),
  // A slip's time may be later than the decision's; a few whole days, to hit the day's very end.
  decidedAfter: fc.oneof(
    fc.integer({ min: -MILLIS_PER_DAY, max: 90 * MILLIS_PER_DAY }),
    fc.nat({ max: 90 }).map(days => days * MILLIS_PER_DAY),
  ),
  ending: fc.constantFrom<Ending>(
    'submitted',
    'withdrawn',
    'on-agenda',
    'adopted',
    'declined',
    'deferred',
    'adopted later',
  ),
});

/** Every state of an idea's life, including the first and the last. */
function statesOf(life: Life, number: number): Idea[] {
  const author = life.author === undefined ? undefined : PEOPLE[life.author];
  const at = instantOf(START + life.handedInAfter);
  const decidedAt = instantOf(START + life.handedInAfter + life.decidedAfter);
  const { department: _, ...text } = content;
  const born = submitIdea({
    id: ideaId(number),
    organization: huatai.id,
    round: round('2026-10'),
    content: {
      ...text,
      category: category(life.category),
      ...(author && { department: author.department }),
    },
    ...(author && { authorId: author.id, authorDepartment: author.department }),
    by: author ? actor(author.id) : { kind: 'unnamed' },
    submittedAt: at,
    at,
    deliberating: false,
  });
  if (life.ending === 'submitted') return [born];
  if (life.ending === 'withdrawn')
    return [born, value(withdrawIdea(born, 0, { by: born.history[0]!.by, at: decidedAt }))];
  const put = (idea: Idea) =>
    value(scheduleIdea(idea, { by: CYCLE, at: decidedAt }, { round: idea.agendaRound }));
  const listed = put(born);
  if (life.ending === 'on-agenda') return [born, listed];
  const request = { by: CHAIR, at: decidedAt, reason: '经表决' };
  const decided = (idea: Idea, outcome: 'adopted' | 'declined' | 'deferred'): Idea =>
    value(
      decideIdea(idea, resultOf(outcome === 'declined' ? { oppose: 9 } : { approve: 9 }), {
        ...request,
        outcome,
      }),
    );
  if (life.ending !== 'adopted later') return [born, listed, decided(listed, life.ending)];
  const deferred = decided(listed, 'deferred');
  const relisted = put(deferred);
  return [born, listed, deferred, relisted, decided(relisted, 'adopted')];
}

const lives = fc.array(life, { maxLength: 25 });
const allStates = (all: readonly Life[]): Idea[][] => all.map((life, at) => statesOf(life, at + 1));
const finalOf = (all: readonly Life[]): Idea[] => allStates(all).map(states => states.at(-1)!);
const publish = (ideas: readonly Idea[]): RoundStatistics =>
  statistics(totals(fold(ideas)), HEADCOUNT);

function ratesOf({ total, departments, categories }: RoundStatistics): Rate[] {
  return [
    ...[total, ...departments, ...categories].flatMap(one => [
      one.adoptionRate,
      one.adoptionRateOfDecided,
      one.decisionRate,
    ]),
    ...[total, ...departments].map(one => one.participation),
  ];
}

describe('the changes of any ideas', { timeout: 60_000 }, () => {
  /** Any events in a firm over several rounds, by the round they are counted in. */
  const byRound = (all: Parameters<typeof play>[0]) => [
    ...Map.groupBy(play(all).lives, states => states[0]!.round).values(),
  ];
  const changesOf = (states: readonly Idea[]) =>
    states.map((after, at) => delta(states[at - 1], after));

  it('add up to the fresh count, in any order', () => {
    fc.assert(
      fc.property(attempts, fc.infiniteStream(fc.nat()), (all, order) => {
        for (const lives of byRound(all)) {
          const shuffled = lives
            .flatMap(changesOf)
            .map(change => ({ change, by: order.next().value as number }))
            .toSorted((a, b) => a.by - b.by)
            .map(({ change }) => change);
          const afresh = fold(lives.map(states => states.at(-1)!));
          expect(addDeltas(shuffled)).toEqual(afresh);
          const half = Math.floor(shuffled.length / 2);
          const halves = [shuffled.slice(0, half), shuffled.slice(half)];
          expect(addDeltas(halves.map(addDeltas))).toEqual(afresh);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('split into parts that add up to them, none with too many authors, and always the same', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 1, max: 5 }), (all, most) => {
        const whole = fold(latest(play(all)));
        const parts = partsOf(whole, most);
        expect(addDeltas(parts)).toEqual(whole);
        for (const [at, part] of parts.entries()) {
          const authors = [...part.values()].reduce((sum, { authors }) => sum + authors.size, 0);
          expect(authors).toBeLessThanOrEqual(most);
          // A transaction holds one item for each scope of a part, so there are not many either.
          const unsplit = [...part.values()].filter(({ authors }) => authors.size === 0);
          if (at > 0) expect(unsplit).toEqual([]);
        }
        expect(partsOf(new Map([...whole].toReversed()), most)).toEqual(parts);
      }),
    );
  });

  it('cancel when every idea is removed again', () => {
    fc.assert(
      fc.property(attempts, all => {
        const ideas = latest(play(all));
        expect(addDeltas([fold(ideas), ...ideas.map(idea => delta(idea, undefined))]).size).toBe(0);
      }),
    );
  });

  it('never move an idea into another round’s count than the one it was submitted for', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const states of play(all).lives)
          expect(new Set(states.map(({ round }) => round)).size).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  it('are empty without a change', () => {
    const idea = submittedIdea();
    expect(delta(idea, idea).size).toBe(0);
    expect(delta(undefined, undefined).size).toBe(0);
  });

  it('are empty while an idea is merely commented on, returned or implemented', () => {
    const same = (before: Idea, after: Idea) => delta(before, after).size;
    expect(same(submittedIdea(), listed())).toBe(0);
    expect(same(decided('adopted'), implementing())).toBe(0);
  });
});

describe('the counts after any events in a firm', { timeout: 60_000 }, () => {
  const of = (ideas: readonly Idea[], counter: Counter) =>
    totals(fold(ideas))
      .find(({ scope }) => scope.by === 'organization')
      ?.counts.get(counter) ?? 0;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

  it('equal a simple recount', () => {
    fc.assert(
      fc.property(attempts, all => {
        const ideas = latest(play(all));
        const among = (...states: IdeaStatus[]) =>
          ideas.filter(({ status }) => states.includes(status));
        expect(of(ideas, 'submitted')).toBe(ideas.length - among('withdrawn', 'merged').length);
        expect(of(ideas, 'adopted')).toBe(
          among('adopted', 'implementing', 'completed', 'accepted', 'abandoned').length,
        );
        expect(of(ideas, 'declined')).toBe(among('declined').length);
        expect(of(ideas, 'deferred')).toBe(among('deferred').length);
        expect(of(ideas, 'accepted')).toBe(among('accepted').length);
        expect(of(ideas, 'abandoned')).toBe(among('abandoned').length);
        expect(of(ideas, 'claimedBenefit')).toBe(
          sum(ideas.map(idea => ('completion' in idea ? idea.completion.claimedBenefit : 0))),
        );
        expect(of(ideas, 'verifiedBenefit')).toBe(
          sum(ideas.map(idea => ('acceptance' in idea ? idea.acceptance.verifiedBenefit : 0))),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('have each author once, whichever of their ideas were merged, and never more in a department than work there', () => {
    fc.assert(
      fc.property(attempts, all => {
        const ideas = latest(play(all));
        const numbers = statistics(totals(fold(ideas)), headcountOf(FIRM));
        const authors = new Set(
          ideas
            .filter(({ status }) => status !== 'withdrawn' && status !== 'merged')
            .flatMap(authorsOf),
        );
        expect(numbers.total.participation.numerator).toBe(authors.size);
        for (const { participation } of numbers.departments)
          expect(participation.numerator).toBeLessThanOrEqual(participation.denominator);
      }),
      { numRuns: 80 },
    );
  });
});

describe('the numbers of any round', () => {
  it('equal a simple recount', () => {
    fc.assert(
      fc.property(lives, all => {
        const ideas = finalOf(all);
        const { total, departments, categories } = publish(ideas);
        const among = (some: readonly Idea[], ...states: string[]) =>
          some.filter(({ status }) => states.includes(status)).length;
        const expected = (some: readonly Idea[]) => {
          const submitted = some.length - among(some, 'withdrawn');
          const [adopted, declined] = [among(some, 'adopted'), among(some, 'declined')];
          const decided = adopted + declined;
          return {
            submitted,
            adopted,
            declined,
            decided,
            deferred: among(some, 'deferred'),
            undecided: submitted - decided,
          };
        };
        expect(total).toMatchObject(expected(ideas));
        expect(total.adoptionRate).toMatchObject({
          numerator: total.adopted,
          denominator: total.submitted,
        });
        expect(total.adoptionRateOfDecided).toMatchObject({
          numerator: total.adopted,
          denominator: total.decided,
        });
        expect(total.decisionRate).toMatchObject({
          numerator: total.decided,
          denominator: total.submitted,
        });
        for (const one of departments)
          expect(one).toMatchObject(
            expected(ideas.filter(idea => idea.department === one.department)),
          );
        for (const one of categories)
          expect(one).toMatchObject(expected(ideas.filter(idea => idea.category === one.category)));
        expect(categories.reduce((sum, one) => sum + one.submitted, 0)).toBe(total.submitted);
      }),
    );
  });

  it('count each named author once, in total and in their department', () => {
    fc.assert(
      fc.property(lives, all => {
        const { total, departments } = publish(finalOf(all));
        const authors = new Set(
          all.filter(({ ending }) => ending !== 'withdrawn').map(({ author }) => author),
        );
        authors.delete(undefined);
        expect(total.participation).toMatchObject({ numerator: authors.size, denominator: 7 });
        expect(departments.reduce((sum, one) => sum + one.participation.numerator, 0)).toBe(
          authors.size,
        );
      }),
    );
  });

  it('have every rate between 0 and 1, or none without a denominator', () => {
    fc.assert(
      fc.property(lives, all => {
        for (const { numerator, denominator, value } of ratesOf(publish(finalOf(all)))) {
          if (denominator === 0) expect(value).toBeNull();
          else {
            expect(value).toBeCloseTo(numerator / denominator, 3);
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('are numbers that JSON can represent', () => {
    fc.assert(
      fc.property(lives, all => {
        const published = publish(finalOf(all));
        expect(JSON.parse(JSON.stringify(published))).toEqual(published);
      }),
    );
  });

  it('have the day within which nine in ten were decided, as sorting all waits yields it', () => {
    fc.assert(
      fc.property(lives, all => {
        const waits = all
          .filter(({ ending }) => ['adopted', 'declined', 'adopted later'].includes(ending))
          .map(({ decidedAfter }) => Math.max(0, decidedAfter))
          .toSorted((a, b) => a - b);
        const { mean, percentile90 } = publish(finalOf(all)).total.daysToDecision;
        if (waits.length === 0) {
          expect([mean, percentile90]).toEqual([null, null]);
          return;
        }
        const ninth = waits[Math.ceil((waits.length * 9) / 10) - 1]!;
        expect(percentile90).toBe(Math.min(LONGEST_DAY, Math.ceil(ninth / MILLIS_PER_DAY)));
        const sum = waits.reduce((sum, wait) => sum + wait, 0);
        expect(mean).toBeCloseTo(sum / waits.length / MILLIS_PER_DAY, 1);
      }),
    );
  });
});

describe('a round', () => {
  const adopted = () =>
    statesOf(
      { author: 0, category: '安全', handedInAfter: 0, decidedAfter: 0, ending: 'adopted' },
      1,
    );

  it('without ideas has no rates, rather than zero rates', () => {
    const { total, departments, categories } = publish([]);
    expect(total.submitted).toBe(0);
    expect(total.adoptionRate).toEqual({ numerator: 0, denominator: 0, value: null });
    expect(total.participation).toEqual({ numerator: 0, denominator: 7, value: 0 });
    expect(total.daysToDecision).toEqual({ mean: null, percentile90: null });
    expect([departments, categories]).toEqual([[], []]);
  });

  it('of 60 ideas with 19 adopted has an adoption rate of 19 in 60', () => {
    const ideas = Array.from({ length: 60 }, (_, at) => {
      const states = adopted();
      return at < 19 ? states.at(-1)! : states[0]!;
    });
    expect(publish(ideas).total.adoptionRate).toEqual({
      numerator: 19,
      denominator: 60,
      value: 0.3167,
    });
  });

  it('does not count withdrawn ideas, nor their authors', () => {
    const withdrawn = value(withdrawIdea(submittedIdea(), 0, signed(AUTHOR)));
    expect(fold([withdrawn]).size).toBe(0);
    expect(publish([withdrawn, adopted()[0]!]).total.adoptionRate.denominator).toBe(1);
  });

  it('decided on the very day of submission took no whole day', () => {
    expect(publish([adopted().at(-1)!]).total.daysToDecision).toEqual({ mean: 0, percentile90: 0 });
  });

  it('with nine of ten ideas decided within a day took a day for nine in ten, and more with eight', () => {
    const within = (days: number) =>
      statesOf(
        {
          author: 0,
          category: '安全',
          handedInAfter: 0,
          decidedAfter: days * MILLIS_PER_DAY,
          ending: 'declined',
        },
        1,
      ).at(-1)!;
    const taking = (...days: number[]) => publish(days.map(within)).total.daysToDecision;
    expect(taking(...Array<number>(9).fill(1), 30)).toEqual({ mean: 3.9, percentile90: 1 });
    expect(taking(...Array<number>(8).fill(1), 30, 30).percentile90).toBe(30);
    expect(taking(60).percentile90).toBe(60);
    expect(taking(200).percentile90).toBe(LONGEST_DAY);
  });

  it('never has more participants in a department than members, even if others submit ideas about it', () => {
    const assembler = person('B1', ['employee'], '装配车间');
    const founders = ['A1', 'A2'].map(id => person(id, ['employee'], '铸造车间'));
    const about = { ...content, department: department('装配车间') };
    const ideas = founders.map((founder, at) => {
      const intake = value(
        prepareSubmission(about, huatai, founder, undefined, shanghai('2026-10-08 10:00')),
      );
      return submitIdea({ ...intake, id: ideaId(at + 1) });
    });
    const all = statistics(totals(fold(ideas)), headcountOf([assembler, ...founders]));
    for (const { participation } of all.departments)
      expect(participation.numerator).toBeLessThanOrEqual(participation.denominator);
  });
});

it('the headcount excludes members who have left', () => {
  const left = { ...person('B4', ['employee'], '装配车间'), active: false };
  expect(headcountOf([...PEOPLE, left])).toEqual(HEADCOUNT);
});

describe('a rate', () => {
  it('has four decimals', () => {
    expect(rate(2, 3)).toEqual({ numerator: 2, denominator: 3, value: 0.6667 });
    expect(rate(0, 3).value).toBe(0);
    expect(rate(3, 3).value).toBe(1);
    expect(rate(0, 0).value).toBeNull();
  });

  it('is compared with a target exactly, and not at all without a target', () => {
    const third = { numerator: 1, denominator: 3 };
    expect(reaches(rate(1, 3), third)).toBe(true);
    expect(reaches(rate(33, 100), third)).toBe(false);
    expect(reaches(rate(0, 0), third)).toBeUndefined();
  });
});
