/**
 * The bulletin: the same ideas always give the same numbers and the same list, and at any later
 * time it can be shown to be right, or where it is wrong.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ballotResult } from '../../../shared/domain/idea/ballot.ts';
import { decideIdea } from '../../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import {
  mergeIdea,
  reviseIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../../shared/domain/idea/screening.ts';
import type { RoundId } from '../../../shared/domain/kernel/ids.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import {
  asEverybodySees,
  type Bulletin,
  bulletinOf,
  publishRound,
  verifyBulletin,
} from '../../../shared/domain/numbers/bulletin.ts';
import {
  PRESENT_EDITION,
  publishedNumbers,
} from '../../../shared/domain/numbers/published-numbers.ts';
import {
  fold,
  headcountOf,
  statistics,
  totals,
} from '../../../shared/domain/numbers/statistics.ts';
import { DEFAULT_RULES } from '../../../shared/domain/organization/organization.ts';
import {
  closeRound,
  completePublication,
  endIntake,
  newRound,
} from '../../../shared/domain/round/round.ts';
import { attempts, FIRM, latest, type Past, play } from '../any-acts.ts';
import {
  AUTHOR,
  acceptedWith,
  CHAIR,
  codeOf,
  committee,
  completed,
  content,
  date,
  decided,
  deliberating,
  department,
  huatai,
  ideaId,
  implementing,
  listed,
  member,
  round,
  SECRETARY,
  seatsOf,
  shanghai,
  signed,
  submittedIdea,
  value,
  votes,
} from '../sample.ts';

const HEADCOUNT = headcountOf(FIRM);
const OCTOBER = round('2026-10');
const AT = shanghai('2026-10-19 18:00');
const RUNS = { numRuns: 80 };
const published = (ideas: readonly Idea[]) => bulletinOf(OCTOBER, ideas, HEADCOUNT, AT);
const inRound = (ideas: readonly Idea[], id: RoundId) => ideas.filter(idea => idea.round === id);

/** The ideas of one round, after any events in a firm. */
const anyIdeas = attempts.map(all => {
  const ideas = latest(play(all));
  return inRound(ideas, ideas[0]?.round ?? OCTOBER);
});

describe('the public view of a bulletin', () => {
  /**
   * A bulletin of departments of the given sizes, in which everybody has submitted one idea, all
   * declined.
   */
  function firmOf(people: Readonly<Record<string, number>>): Bulletin {
    const names = Object.entries(people).flatMap(([name, many]) => Array<string>(many).fill(name));
    const ideas = names.map((name, at): Idea => {
      const own = {
        authorId: member(`E${at}`),
        department: department(name),
        authorDepartment: department(name),
      };
      return { ...decided('declined'), ...own, id: ideaId(at) };
    });
    const heads = new Map(Object.entries(people).map(([name, many]) => [department(name), many]));
    return bulletinOf(OCTOBER, ideas, { total: names.length, departments: heads }, AT);
  }
  const seen = (people: Readonly<Record<string, number>>) => {
    const { statistics, entries, departmentsWithheld } = asEverybodySees(firmOf(people));
    const listed = new Set(entries.flatMap(({ department }) => department ?? []));
    const rows = statistics.departments.map(({ department }) => department);
    expect([...listed].toSorted()).toEqual(rows.toSorted());
    expect(entries).toHaveLength(Object.values(people).reduce((sum, many) => sum + many, 0));
    return { rows: rows.toSorted(), departmentsWithheld };
  };

  it('is complete if every department is large', () => {
    expect(seen({ a: 5, b: 9 })).toEqual({ rows: ['a', 'b'], departmentsWithheld: false });
  });

  it('omits a department of one and enough others to hide it, in numbers and list alike', () => {
    expect(seen({ a: 1, b: 20, c: 30 }).rows).not.toContain('a');
    expect(seen({ a: 1, b: 20, c: 30 }).rows).toHaveLength(1);
  });

  it('has no department if nothing else hides the small one', () => {
    expect(seen({ a: 1, b: 6 })).toEqual({ rows: [], departmentsWithheld: true });
    expect(seen({ a: 1 })).toEqual({ rows: [], departmentsWithheld: true });
  });
});

describe('the bulletin', { timeout: 60_000 }, () => {
  it('lists all ideas except withdrawn and merged ones in the order of submission, with the numbers of the same ideas', () => {
    fc.assert(
      fc.property(anyIdeas, ideas => {
        const { entries, statistics: numbers } = published(ideas);
        const gone = ideas.filter(({ status }) => status === 'withdrawn' || status === 'merged');
        expect(new Set(entries.map(({ id }) => id))).toEqual(
          new Set(ideas.filter(idea => !gone.includes(idea)).map(({ id }) => id)),
        );
        expect(entries).toHaveLength(numbers.total.submitted);
        expect(numbers).toEqual(
          publishedNumbers(statistics(totals(fold(ideas)), HEADCOUNT), PRESENT_EDITION),
        );
        const times = entries.map(({ id }) => ideas.find(idea => idea.id === id)!.submittedAt);
        expect(times).toEqual(times.toSorted());
      }),
      RUNS,
    );
  });

  it('is the same in whatever order the ideas are read', () => {
    fc.assert(
      fc.property(anyIdeas, ideas => {
        expect(published(ideas.toReversed())).toEqual(published(ideas));
      }),
      RUNS,
    );
  });

  it('has outcome, reason, reply and tally of decided ideas, and never an author', () => {
    const result = ballotResult(
      votes({ approve: 1, oppose: 6 }),
      seatsOf(committee(9)),
      DEFAULT_RULES,
    );
    const request = {
      outcome: 'declined',
      reason: '费用过高',
      reply: '谢谢',
      by: CHAIR,
      at: AT,
    } as const;
    const declined = value(decideIdea(listed(), result, request));
    const bulletin = published([declined]);
    expect(bulletin.entries).toEqual([
      {
        id: declined.id,
        title: declined.title,
        category: '安全',
        department: '铸造车间',
        status: 'declined',
        reason: '费用过高',
        reply: '谢谢',
        tally: { approve: 1, oppose: 6, abstain: 0 },
        acts: 3,
      },
    ]);
    expect(JSON.stringify(bulletin)).not.toContain(AUTHOR);
  });
});

describe('a published bulletin', { timeout: 60_000 }, () => {
  /** The events up to a round's publication, and those after it. */
  const publication = fc.tuple(attempts, attempts).map(([before, after]) => {
    const past = play(before);
    const id = latest(past)[0]?.round ?? OCTOBER;
    const publishedAt = instantOf(Math.max(Date.parse(past.now), Date.parse(AT)) + 60 * 86_400_000);
    const bulletin = bulletinOf(id, inRound(latest(past), id), HEADCOUNT, publishedAt);
    const since: Past = play(after, { ...past, now: instantOf(Date.parse(publishedAt) + 1) });
    return { bulletin, ideas: inRound(latest(since), id) };
  });

  it('agrees with the facts for good, whatever is done with its ideas afterwards', () => {
    fc.assert(
      fc.property(publication, ({ bulletin, ideas }) => {
        expect(verifyBulletin(bulletin, ideas)).toEqual([]);
        expect(verifyBulletin(bulletin, ideas.toReversed())).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('agrees after listed ideas were revised, implemented, accepted or withdrawn, and unlisted ones came back', () => {
    const other = (number: number) =>
      submittedIdea({ id: ideaId(number), authorId: member(`A${number}`) });
    const late = (by = SECRETARY) => signed(by, '2026-10-20 09:00');
    const { source, target } = value(mergeIdea(other(2), other(3), signed(SECRETARY)));
    const gone = value(withdrawIdea(other(4), 0, signed(member('A4'))));
    const before = [
      submittedIdea(),
      source,
      target,
      gone,
      decided('adopted', listed(other(5))),
      other(6),
    ];
    const bulletin = published(before);
    const place = { round: round('2026-11'), deliberating: false };
    const apart = value(unmergeIdea(source, target, 0, late(), place));
    const after = [
      value(reviseIdea(submittedIdea(), { ...content, title: '另一个题目' }, late(AUTHOR), place)),
      apart.source,
      apart.target,
      gone,
      acceptedWith(5000, completed(implementing(before[4]))),
      value(withdrawIdea(other(6), 0, late(member('A6')))),
    ];
    expect(bulletin.entries).toHaveLength(4);
    expect(verifyBulletin(bulletin, after)).toEqual([]);
  });

  const facts = [
    submittedIdea(),
    decided('adopted', listed(submittedIdea({ id: ideaId(2) }))),
    decided(
      'declined',
      listed(
        submittedIdea({
          id: ideaId(3),
          content: { ...content, department: department('装配车间') },
        }),
      ),
    ),
    acceptedWith(
      5000,
      completed(implementing(decided('adopted', listed(submittedIdea({ id: ideaId(4) }))))),
    ),
  ];
  const right = published(facts);
  const wheres = (bulletin: Bulletin, ideas: readonly Idea[] = facts) =>
    verifyBulletin(bulletin, ideas).map(({ where }) => where);
  const withEntry = (number: number, changes: object): Bulletin => ({
    ...right,
    entries: right.entries.map((entry, at) => (at === number ? { ...entry, ...changes } : entry)),
  });

  it('with a changed entry is detected, with the idea and the attribute', () => {
    const of = (number: number) => `entries.${ideaId(number)}`;
    expect(verifyBulletin(withEntry(2, { reason: '未说明' }), facts)).toEqual([
      { where: `${of(3)}.reason`, published: '"未说明"', recomputed: '"经表决"' },
    ]);
    expect(wheres(withEntry(0, { title: '另一个题目' }))).toEqual([`${of(1)}.title`]);
    expect(wheres(withEntry(1, { status: 'declined' }))).toEqual([`${of(2)}.status`]);
    expect(wheres(withEntry(1, { tally: { approve: 8, oppose: 1, abstain: 0 } }))).toEqual([
      `${of(2)}.tally.approve`,
      `${of(2)}.tally.oppose`,
    ]);
    expect(wheres(withEntry(0, { reply: '谢谢' }))).toEqual([`${of(1)}.reply`]);
    expect(wheres(withEntry(0, { department: department('装配车间') }))).toEqual([
      `${of(1)}.department`,
    ]);
  });

  it('with a missing, invented or duplicate entry is detected', () => {
    const without = { ...right, entries: right.entries.slice(1) };
    expect(wheres(without)).toContain(`entries.${ideaId(1)}`);
    const madeUp = { ...right.entries[0]!, id: ideaId(9) };
    expect(wheres({ ...right, entries: [...right.entries, madeUp] })).toEqual([
      `entries.${ideaId(9)}`,
    ]);
    expect(wheres({ ...right, entries: [...right.entries, right.entries[0]!] })).toEqual([
      `entries.${ideaId(1)}#5`,
    ]);
    // As if the idea had done more than its history has.
    expect(wheres(withEntry(0, { acts: 9 }))).toContain(`entries.${ideaId(1)}`);
  });

  it('that has lost an idea, or never counted one, is detected', () => {
    expect(wheres(right, facts.slice(1))).toContain(`entries.${ideaId(1)}`);
    expect(wheres(right, [...facts, submittedIdea({ id: ideaId(9) })])).toContain(
      `entries.${ideaId(9)}`,
    );
  });

  it('with any one changed number is detected, with the number’s name', () => {
    const numbers = paths(right.statistics);
    expect(numbers.map(({ where }) => where)).toEqual(
      expect.arrayContaining([
        'total.adopted',
        'total.adoptionRate.denominator',
        'total.participation.numerator',
        'departments.铸造车间.submitted',
        'categories.安全.decisionRate.value',
      ]),
    );
    for (const { where, at } of numbers) {
      const forged = { ...right, statistics: changed(right.statistics, at) };
      expect(wheres(forged)).toEqual([`statistics.${where}`]);
    }
  });

  it('with a number removed or invented is detected, also a withheld one', () => {
    const { total } = right.statistics;
    const followUp = total.followUp!;
    expect(followUp.rewardsApproved).toBeNull();
    const forged = (changes: object) =>
      wheres({ ...right, statistics: { ...right.statistics, total: { ...total, ...changes } } });
    expect(forged({ followUp: undefined })).toEqual(['statistics.total.followUp']);
    expect(forged({ ideasPerHead: undefined })).toEqual(['statistics.total.ideasPerHead']);
    expect(forged({ followUp: { ...followUp, rewardsApproved: { ideas: 1, fen: 5 } } })).toEqual([
      'statistics.total.followUp.rewardsApproved',
    ]);
  });

  it('of the first edition is checked against the numbers of that edition', () => {
    const first = bulletinOf(OCTOBER, facts, HEADCOUNT, AT, 1);
    expect(first.statistics.total).not.toHaveProperty('followUp');
    expect(wheres(first)).toEqual([]);
    const { total } = first.statistics;
    const forged = { ...first.statistics, total: { ...total, submitted: 5 } };
    expect(wheres({ ...first, statistics: forged })).toEqual(['statistics.total.submitted']);
    // Nobody can drop its newer numbers by declaring a bulletin older.
    expect(wheres({ ...right, edition: 1 })).not.toEqual([]);
  });

  it('with another headcount is detected by the participation', () => {
    const forged = { ...right, headcount: { ...HEADCOUNT, total: HEADCOUNT.total + 1 } };
    expect(wheres(forged)).toContain('statistics.total.participation.denominator');
    expect(wheres(forged)).toContain('statistics.total.ideasPerHead.denominator');
  });
});

describe('early publication', () => {
  const collecting = newRound(huatai.id, OCTOBER, deliberating([]).schedule);
  const closed = closeRound(endIntake(deliberating(committee(9))), shanghai('2026-10-18 18:00'));
  const now = shanghai('2026-10-19 09:00');
  const chair = member('HT0001');

  it('makes it due now, stores who did it, and changes nothing else', () => {
    const round = value(publishRound(closed, chair, now));
    expect(round).toEqual({
      ...closed,
      schedule: { ...closed.schedule, publishesAt: now },
      broughtForwardBy: chair,
    });
  });

  it('changes nothing if it is due already, or done', () => {
    const due = value(publishRound(closed, chair, now));
    expect(value(publishRound(due, AUTHOR, shanghai('2026-10-19 09:01')))).toBe(due);
    const done = completePublication(closed, now);
    expect(value(publishRound(done, chair, AT))).toBe(done);
  });

  it('waits until the ballots have closed; the refusal names the round’s state', () => {
    expect(codeOf(publishRound(collecting, chair, now))).toBe('round-not-decided');
    expect(publishRound(deliberating(committee(9)), chair, now)).toEqual({
      ok: false,
      refusal: { code: 'round-not-decided', round: OCTOBER, state: 'deliberating' },
    });
    expect(closed.schedule.day).toBe(date('2026-10-15'));
  });
});

type Path = readonly (string | number)[];

/** Every plain number in a structure, by its path. */
function paths(
  value: unknown,
  at: Path = [],
  where: readonly string[] = [],
): { where: string; at: Path }[] {
  if (typeof value === 'number') return [{ where: where.join('.'), at }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      paths(one, [...at, index], [...where, one.department ?? one.category]),
    );
  return Object.entries(value).flatMap(([name, one]) =>
    paths(one, [...at, name], [...where, name]),
  );
}

/** The structure with one number in it increased by one. */
function changed<Value>(value: Value, at: Path): Value {
  const copy = structuredClone(value);
  // biome-ignore lint/suspicious/noExplicitAny: any structure whatever
  const holder = at.slice(0, -1).reduce<any>((part, name) => part[name], copy);
  holder[at.at(-1)!] += 1;
  return copy;
}
