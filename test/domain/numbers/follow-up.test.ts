/**
 * What becomes of ideas beside their decision: the first reply, the rewards, and the ideas per
 * head. They are counted as all numbers are, known or unknown, and told with care.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAppeal, appealDecision } from '../../../shared/domain/idea/appeal.ts';
import { SATISFACTIONS, type Satisfaction } from '../../../shared/domain/idea/decision.ts';
import { decideIdea, reopenIdea, replyToIdea } from '../../../shared/domain/idea/deliberation.ts';
import { authorsOf, type Idea, isExcellent, ratingOf } from '../../../shared/domain/idea/idea.ts';
import { rateOutcome } from '../../../shared/domain/idea/rating.ts';
import { approveReward, payReward } from '../../../shared/domain/idea/reward.ts';
import { mergeIdea, returnIdea } from '../../../shared/domain/idea/screening.ts';
import { bulletinOf, verifyBulletin } from '../../../shared/domain/numbers/bulletin.ts';
import type { Counter } from '../../../shared/domain/numbers/counters.ts';
import {
  PRESENT_EDITION,
  publishedNumbers,
} from '../../../shared/domain/numbers/published-numbers.ts';
import {
  delta,
  fold,
  headcountOf,
  isCounted,
  numbersOf,
  type ScopeTotals,
  statistics,
  totals,
} from '../../../shared/domain/numbers/statistics.ts';
import { DEFAULT_CALENDAR } from '../../../shared/domain/organization/calendar.ts';
import { closeRound, completePublication, endIntake } from '../../../shared/domain/round/round.ts';
import { attempts, FIRM, latest, play } from '../any-acts.ts';
import {
  AUTHOR,
  acceptedWith,
  actor,
  CHAIR,
  committee,
  completed,
  decided,
  deliberating,
  department,
  ideaId,
  implementing,
  listed,
  MANAGER,
  member,
  person,
  resultOf,
  round,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const HEADCOUNT = headcountOf(FIRM);
const HOUR = 3_600_000;
const publish = (ideas: readonly Idea[]) => statistics(totals(fold(ideas)), HEADCOUNT);
const followUpOf = (...ideas: Idea[]) => publish(ideas).total.followUp!;
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const of = ({ counts }: Pick<ScopeTotals, 'counts'>, counter: Counter) => counts.get(counter) ?? 0;

/** An accepted idea with this reward, in fen; on the list of those to be rewarded without one. */
function rewarded(number: number, fen?: number, state: 'approved' | 'paid' = 'approved'): Idea {
  const idea = acceptedWith(
    5000,
    completed(implementing(decided('adopted', listed(submittedIdea({ id: ideaId(number) }))))),
  );
  if (fen === undefined) return idea;
  const approved = value(approveReward(idea, fen, [{ member: AUTHOR, fen }], signed(MANAGER)));
  return state === 'paid' ? value(payReward(approved, signed(MANAGER))) : approved;
}
/** The idea with what its author says of the outcome. */
const rated = (idea: Idea, satisfaction: Satisfaction): Idea =>
  value(rateOutcome(idea, { satisfaction }, deliberating(committee(9)), signed(AUTHOR)));
const many = (ideas: number, fen?: number, state?: 'approved' | 'paid', from = 1): Idea[] =>
  Array.from({ length: ideas }, (_, at) => rewarded(from + at, fen, state));

describe('after any events in a firm', { timeout: 60_000 }, () => {
  it('the counts equal a simple recount', () => {
    fc.assert(
      fc.property(attempts, all => {
        const ideas = latest(play(all)).filter(isCounted);
        const whole = totals(fold(ideas)).find(({ scope }) => scope.by === 'organization');
        const counts = whole?.counts ?? new Map();
        const rewards = ideas.flatMap(idea => ('reward' in idea ? idea.reward : []));
        const approved = rewards.flatMap(one => (one.state === 'proposed' ? [] : one));
        const paid = approved.filter(({ state }) => state === 'paid');
        const ratings = ideas.flatMap(idea => ratingOf(idea)?.satisfaction ?? []);
        const waits = ideas.flatMap(({ submittedAt, history }) => {
          const answered = history.filter(one => 'reply' in one && one.reply);
          return answered.length === 0
            ? []
            : Math.max(
                0,
                Math.min(...answered.map(({ at }) => Date.parse(at))) - Date.parse(submittedAt),
              );
        });
        expect(Object.fromEntries(counts)).toMatchObject(
          Object.fromEntries(
            Object.entries({
              followed: ideas.length,
              replied: waits.length,
              replyMillis: sum(waits),
              rewardsApproved: approved.length,
              approvedFen: sum(approved.map(({ amount }) => amount)),
              rewardsPaid: paid.length,
              paidFen: sum(paid.map(({ amount }) => amount)),
              satisfied: ratings.filter(one => one === 'satisfied').length,
              neutral: ratings.filter(one => one === 'neutral').length,
              dissatisfied: ratings.filter(one => one === 'dissatisfied').length,
              excellent: ideas.filter(isExcellent).length,
            }).filter(([, count]) => count > 0),
          ),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('no more is paid than approved, replied than submitted, rewarded than accepted, excellent than adopted, or rated than decided, in any scope', () => {
    fc.assert(
      fc.property(attempts, all => {
        for (const scope of totals(fold(latest(play(all))))) {
          expect(of(scope, 'followed')).toBe(of(scope, 'submitted'));
          expect(of(scope, 'replied')).toBeLessThanOrEqual(of(scope, 'submitted'));
          expect(of(scope, 'rewardsPaid')).toBeLessThanOrEqual(of(scope, 'rewardsApproved'));
          expect(of(scope, 'paidFen')).toBeLessThanOrEqual(of(scope, 'approvedFen'));
          expect(of(scope, 'rewardsApproved')).toBeLessThanOrEqual(of(scope, 'accepted'));
          expect(of(scope, 'excellent')).toBeLessThanOrEqual(of(scope, 'adopted'));
          const rated = of(scope, 'satisfied') + of(scope, 'neutral') + of(scope, 'dissatisfied');
          expect(rated).toBeLessThanOrEqual(of(scope, 'adopted') + of(scope, 'declined'));
          for (const count of scope.counts.values()) expect(count).toBeGreaterThan(0);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('a department’s ideas per head are those with an author who works there, each once', () => {
    fc.assert(
      fc.property(attempts, all => {
        const ideas = latest(play(all)).filter(isCounted);
        const { total, departments } = publish(ideas);
        expect(total.ideasPerHead).toMatchObject({
          numerator: ideas.length,
          denominator: FIRM.length,
        });
        for (const { department: name, ideasPerHead, participation } of departments) {
          const works = (id: string) => FIRM.find(one => one.id === id)?.department === name;
          expect(ideasPerHead).toMatchObject({
            numerator: ideas.filter(idea => authorsOf(idea).some(works)).length,
            denominator: participation.denominator,
          });
        }
      }),
      { numRuns: 80 },
    );
  });

  it('a bulletin tells what authors said in its total alone, and nothing of fewer than three', () => {
    const answers = fc.array(fc.constantFrom(...SATISFACTIONS), { maxLength: 8 });
    fc.assert(
      fc.property(answers, said => {
        const ideas = said.map((satisfaction, at) => rated(rewarded(at + 1), satisfaction));
        const all = publish(ideas);
        expect(all.total.followUp?.satisfaction?.rate).toMatchObject({
          numerator: said.filter(one => one === 'satisfied').length,
          denominator: said.length,
          ...(said.length === 0 && { value: null }),
        });
        const { total, departments, categories } = publishedNumbers(all, PRESENT_EDITION);
        expect(total.followUp?.satisfaction).toEqual(
          said.length < 3 ? null : all.total.followUp?.satisfaction,
        );
        for (const { followUp } of [...departments, ...categories])
          expect(followUp).not.toHaveProperty('satisfaction');
      }),
    );
  });

  it('a bulletin tells rewards in its total alone, and none of fewer than three ideas, nor lets any be subtracted', () => {
    const some = fc.record({
      proposed: fc.nat(4),
      approved: fc.nat(5),
      paid: fc.nat(5),
    });
    fc.assert(
      fc.property(some, ({ proposed, approved, paid }) => {
        const ideas = [
          ...many(proposed),
          ...many(approved, 30_000, 'approved', 10),
          ...many(paid, 10_000, 'paid', 20),
        ];
        const { total, departments, categories } = publishedNumbers(
          publish(ideas),
          PRESENT_EDITION,
        );
        const { rewardsApproved, rewardsPaid } = total.followUp!;
        if (approved + paid < 3) expect(rewardsApproved).toBeNull();
        else expect(rewardsApproved?.ideas).toBe(approved + paid);
        if (rewardsPaid) {
          expect(rewardsPaid.ideas).toBeGreaterThanOrEqual(3);
          const left = (rewardsApproved?.ideas ?? 0) - rewardsPaid.ideas;
          expect(left === 0 || left >= 3).toBe(true);
        }
        for (const { followUp } of [...departments, ...categories])
          expect(Object.keys(followUp!)).toEqual(['daysToFirstReply', 'excellent']);
      }),
    );
  });
});

describe('the first reply', () => {
  const submitted = submittedIdea();
  const at = (hours: number, by = CHAIR) => ({
    by,
    at: shanghai(`2026-10-1${hours < 24 ? 6 : 7} ${String(hours % 24).padStart(2, '0')}:00`),
  });
  const decline = (idea: Idea, hours: number, reply?: string): Idea =>
    value(
      decideIdea(idea, resultOf({ oppose: 9 }), {
        ...at(hours),
        outcome: 'declined',
        reason: '费用过高',
        ...(reply !== undefined && { reply }),
      }),
    );
  const waited = (idea: Idea) => of(totals(fold([idea]))[0]!, 'replyMillis');
  const since = (hours: number) => Date.parse(at(hours).at) - Date.parse(submitted.submittedAt);

  it('comes with the decision, or later by itself', () => {
    expect(waited(decline(listed(), 9, '谢谢'))).toBe(since(9));
    const later = value(replyToIdea(decline(listed(), 9), '谢谢', at(30)));
    expect(waited(later)).toBe(since(30));
    expect(followUpOf(later).daysToFirstReply).toEqual({
      mean: Math.round((since(30) / HOUR / 24) * 100) / 100,
      replied: 1,
    });
  });

  it('stays the first after another one, and after the decision is reopened', () => {
    const answered = decline(listed(), 9, '谢谢');
    expect(delta(answered, value(replyToIdea(answered, '再谢', at(10)))).size).toBe(0);
    const open = deliberating(committee(9));
    const reopened = value(reopenIdea(answered, open, '重议', at(11), DEFAULT_CALENDAR));
    expect(waited(reopened)).toBe(since(9));
  });

  it('is not the note that returns an idea, which asks and does not answer', () => {
    const returned = value(returnIdea(submitted, '请补充现状', signed(SECRETARY)));
    expect(delta(submitted, returned).size).toBe(0);
    expect(followUpOf(returned).daysToFirstReply).toEqual({ mean: null, replied: 0 });
  });
});

describe('ideas per head', () => {
  const foundry = ['A1', 'A2'].map(id => person(id, ['employee'], '铸造车间'));
  const assembly = [person('B1', ['employee'], '装配车间')];
  const by = (number: number, id: string, where: string): Idea => ({
    ...submittedIdea({ id: ideaId(number), authorId: member(id) }),
    authorDepartment: department(where),
    department: department('装配车间'),
  });
  const numbers = (ideas: readonly Idea[]) =>
    statistics(totals(fold(ideas)), headcountOf([...foundry, ...assembly]));

  it('are a rate that may exceed 1', () => {
    const ideas = [1, 2, 3, 4, 5, 6].map(number => by(number, 'A1', '铸造车间'));
    expect(numbers(ideas).total.ideasPerHead).toEqual({ numerator: 6, denominator: 3, value: 2 });
  });

  it('count a department’s own people’s ideas, whatever they are about', () => {
    const { departments } = numbers([by(1, 'A1', '铸造车间'), by(2, 'A2', '铸造车间')]);
    expect(departments.map(({ department, submitted }) => [department, submitted])).toEqual([
      ['铸造车间', 0],
      ['装配车间', 2],
    ]);
    expect(departments.map(({ ideasPerHead }) => ideasPerHead?.numerator)).toEqual([2, 0]);
  });

  it('count an idea of two authors once in a department of both, and once in each of two', () => {
    const together = (first: Idea, second: Idea) =>
      Object.values(value(mergeIdea(second, first, signed(SECRETARY))));
    const authored = (ideas: readonly Idea[]) =>
      numbers(ideas).departments.map(({ department, ideasPerHead }) => [
        department,
        ideasPerHead?.numerator,
      ]);
    const [one, two] = [by(1, 'A1', '铸造车间'), by(2, 'A2', '铸造车间')];
    expect(authored(together(one, two))).toContainEqual(['铸造车间', 1]);
    const both = authored(together(one, by(3, 'B1', '装配车间')));
    expect(both).toEqual([
      ['铸造车间', 1],
      ['装配车间', 1],
    ]);
  });

  it('do not count an unnamed idea for the department it is about', () => {
    const { authorId: _, authorDepartment: _where, ...unnamed } = by(1, 'A1', '铸造车间');
    const { total, departments } = numbers([
      { ...unnamed, history: [{ ...unnamed.history[0]!, by: { kind: 'unnamed' } }] },
    ]);
    expect(total.ideasPerHead?.numerator).toBe(1);
    expect(departments[0]?.ideasPerHead).toEqual({ numerator: 0, denominator: 1, value: 0 });
  });
});

describe('a round that an earlier release has counted', () => {
  const ideas = [
    ...many(3, 30_000, 'paid'),
    decided('declined', listed(submittedIdea({ id: ideaId(9) }))),
  ];
  const isLater = (counter: string) =>
    /^(followed|authored|replied|replyMillis|rewards.*|.*Fen|.*satisfied|neutral|excellent)$/.test(
      counter,
    );
  /** Its counts as that release left them. */
  const formerly = totals(fold(ideas)).map(scope => ({
    ...scope,
    counts: new Map([...scope.counts].filter(([counter]) => !isLater(counter))),
  }));

  it('has no numbers where they are unknown, rather than zeros', () => {
    const { total, departments, categories } = statistics(formerly, HEADCOUNT);
    expect(total.submitted).toBe(4);
    for (const numbers of [total, ...departments, ...categories])
      expect(numbers).not.toHaveProperty('followUp');
    for (const numbers of departments) expect(numbers).not.toHaveProperty('ideasPerHead');
    // Submitted ideas and headcount were always known.
    expect(total.ideasPerHead).toMatchObject({ numerator: 4 });
  });

  it('has none either after changes that add only what they change', () => {
    const [paid] = many(1, 20_000, 'paid', 50);
    const whole = formerly.find(({ scope }) => scope.by === 'organization')!;
    const counts = new Map(whole.counts);
    for (const [counter, by] of delta(undefined, paid).get('organization')!.counts)
      counts.set(counter, (counts.get(counter) ?? 0) + by);
    expect(counts.get('rewardsPaid')).toBe(1);
    expect(numbersOf(counts, 1, 9)).not.toHaveProperty('followUp');
  });
});

describe('a first edition of the bulletin', () => {
  it('has the numbers of that time', () => {
    const { total, departments, categories } = publishedNumbers(
      publish(many(4, 30_000, 'paid')),
      1,
    );
    expect(total).toMatchObject({ submitted: 4, accepted: 4 });
    for (const numbers of [total, ...departments, ...categories]) {
      expect(numbers).not.toHaveProperty('followUp');
      expect(numbers).not.toHaveProperty('ideasPerHead');
    }
  });
});

it('an upheld appeal takes the decline and its rating out of the count, and a published bulletin keeps both', () => {
  const [declined, ...others] = Array.from({ length: 3 }, (_, at) =>
    decided('declined', listed(submittedIdea({ id: ideaId(at + 1) }))),
  ) as [Idea, ...Idea[]];
  const closed = closeRound(endIntake(deliberating(committee(9))), shanghai('2026-10-18 18:00'));
  const october = completePublication(closed, shanghai('2026-10-19 18:00'));
  const ideas = [declined, ...others].map(idea =>
    value(
      rateOutcome(idea, { satisfaction: 'dissatisfied' }, october, {
        by: actor(AUTHOR),
        at: shanghai('2026-10-19 18:30'),
      }),
    ),
  );
  const bulletin = bulletinOf(october.id, ideas, HEADCOUNT, shanghai('2026-10-19 19:00'));
  expect(bulletin.statistics.total).toMatchObject({
    declined: 3,
    followUp: { satisfaction: { dissatisfied: 3 } },
  });
  const period = { appealDays: 15, calendar: DEFAULT_CALENDAR };
  const now = shanghai('2026-10-20 09:00');
  const appealed = value(
    appealDecision(
      ideas[0]!,
      '请再议',
      { ...period, round: october, now },
      {
        by: actor(AUTHOR),
        at: now,
      },
    ),
  );
  const answer = { outcome: 'upheld', reply: '同意再议' } as const;
  const again = value(
    answerAppeal(appealed, answer, round('2026-11'), {
      by: CHAIR,
      at: shanghai('2026-10-21 09:00'),
    }),
  );
  const live = publish([again, ...ideas.slice(1)]);
  expect(live.total).toMatchObject({
    declined: 2,
    followUp: { satisfaction: { dissatisfied: 2 }, daysToFirstReply: { replied: 1 } },
  });
  expect(verifyBulletin(bulletin, [again, ...ideas.slice(1)])).toEqual([]);
});

it('a reward counts when it is approved, also anew, and again when it is paid', () => {
  const [proposed, approved] = [rewarded(1), rewarded(1, 10_000)];
  const anew = value(
    approveReward(approved, 20_000, [{ member: AUTHOR, fen: 20_000 }], {
      ...signed(MANAGER),
      by: actor(member('HT0009')),
    }),
  );
  const whole = (before: Idea, after: Idea) =>
    Object.fromEntries(delta(before, after).get('organization')?.counts ?? []);
  expect(whole(proposed, approved)).toEqual({ rewardsApproved: 1, approvedFen: 10_000 });
  expect(whole(approved, anew)).toEqual({ approvedFen: 10_000 });
  expect(whole(anew, value(payReward(anew, signed(MANAGER))))).toEqual({
    rewardsPaid: 1,
    paidFen: 20_000,
  });
});
