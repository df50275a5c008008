/**
 * Screening: the acts of the secretary and the author until the decision, and the merging and
 * unmerging of ideas with the same content.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eligibleVoters } from '../../../shared/domain/idea/ballot.ts';
import { type Actor, contentOf } from '../../../shared/domain/idea/history.ts';
import {
  authorsOf,
  decisionOf,
  type Idea,
  isCarriedOver,
} from '../../../shared/domain/idea/idea.ts';
import { abandonIdea } from '../../../shared/domain/idea/implementation.ts';
import { IDEA_STATUSES, type IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import {
  absorbedBy,
  mergeIdea,
  returnIdea,
  reviseIdea,
  scheduleIdea,
  unmergeIdea,
  withdrawIdea,
} from '../../../shared/domain/idea/screening.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import {
  fold,
  headcountOf,
  statistics,
  totals,
} from '../../../shared/domain/numbers/statistics.ts';
import { DEFAULT_CALENDAR } from '../../../shared/domain/organization/calendar.ts';
import { type AgendaPlace, agendaPlace } from '../../../shared/domain/round/placement.ts';
import {
  AUTHOR,
  acceptedWith,
  codeOf,
  committee,
  completed,
  content,
  decided,
  department,
  ideaId,
  implementing,
  listed,
  member,
  person,
  round,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const BEFORE: AgendaPlace = { round: round('2026-10'), deliberating: false };
const UNNAMED: Actor = { kind: 'unnamed' };
const by = signed(SECRETARY);
const own = signed(AUTHOR);

const returned = (idea: Idea = submittedIdea()): Idea => value(returnIdea(idea, '请写明数量', by));
/** Another member's idea, by number, and by default of another department. */
const another = (number: number, author = `A${number}`, where = '装配车间'): Idea =>
  submittedIdea({
    id: ideaId(number),
    authorId: member(author),
    authorDepartment: department(where),
    by: { kind: 'member', id: member(author) },
  });
const withdrawn = (): Idea => value(withdrawIdea(submittedIdea(), 0, own));
const merged = (): Idea => value(mergeIdea(submittedIdea(), another(2), by)).source;
const EVERY: Record<IdeaStatus, () => Idea> = {
  submitted: submittedIdea,
  returned,
  'on-agenda': listed,
  adopted: () => decided('adopted'),
  declined: () => decided('declined'),
  deferred: () => decided('deferred'),
  implementing,
  completed,
  accepted: () => acceptedWith(5000),
  abandoned: () => value(abandonIdea(implementing(), '设备已更新', by)),
  withdrawn,
  merged,
};
/** An idea without its history. */
const asItStands = ({ version: _, history: __, ...idea }: Idea) => idea;
/** The states in which an act on an idea is not refused for its state. */
const goesIn = (code: (idea: Idea) => string | undefined, refusal = 'wrong-state') =>
  IDEA_STATUSES.filter(status => code(EVERY[status]()) !== refusal);

describe('an idea’s place on an agenda', () => {
  const placed = (idea: Idea, at: Instant) => agendaPlace(idea, at, DEFAULT_CALENDAR);

  it('is the round it waits for, before the day and while that round deliberates', () => {
    expect(placed(submittedIdea(), shanghai('2026-10-09 10:00'))).toEqual(BEFORE);
    expect(placed(submittedIdea(), shanghai('2026-10-15 09:00'))).toEqual({
      round: '2026-10',
      deliberating: true,
    });
    // The next round collects already, but October's ballots are open.
    expect(placed(submittedIdea(), shanghai('2026-10-18 17:59:59.999'))).toMatchObject({
      round: '2026-10',
    });
  });

  it('is the round that collects now, once its own round’s ballots have closed', () => {
    expect(placed(returned(), shanghai('2026-10-18 18:00'))).toEqual({
      round: '2026-11',
      deliberating: false,
    });
    expect(placed(returned(), shanghai('2026-12-15 10:00'))).toEqual({
      round: '2026-12',
      deliberating: true,
    });
  });

  it('of a deferred idea is the next round, even while its own still deliberates', () => {
    expect(placed(decided('deferred'), shanghai('2026-10-15 13:00'))).toEqual({
      round: '2026-11',
      deliberating: false,
    });
  });
});

describe('returning an idea', () => {
  it('returns it to its author with a note', () => {
    const idea = returned();
    expect(idea).toMatchObject({ status: 'returned', note: '请写明数量', version: 2 });
    expect(idea.history.at(-1)).toEqual({
      act: 'return',
      reason: '请写明数量',
      ...by,
      from: 'submitted',
      to: 'returned',
    });
  });

  it('is possible while it is only submitted', () => {
    expect(goesIn(idea => codeOf(returnIdea(idea, '请补充', by)))).toEqual(['submitted']);
  });
});

describe('revising an idea', () => {
  const better = { ...content, title: '行车限位加装声光报警（三跨）' };

  it('replaces its content; the former content stays in its history', () => {
    const idea = value(reviseIdea(returned(), better, own, BEFORE));
    expect(idea).toMatchObject({ ...better, status: 'submitted', round: '2026-10' });
    expect('note' in idea).toBe(false);
    expect(idea.history.at(-1)).toMatchObject({ act: 'revise', former: content, from: 'returned' });
  });

  it('leaves out what the author leaves out', () => {
    const { department: _, ...nowhere } = content;
    const valued = value(
      reviseIdea(submittedIdea(), { ...content, expectedBenefit: 5000 }, own, BEFORE),
    );
    expect(Object.keys(contentOf(value(reviseIdea(valued, nowhere, own, BEFORE))))).toEqual(
      Object.keys(nowhere),
    );
  });

  it('before the day makes it wait again, and during deliberation puts it straight onto the agenda', () => {
    expect(value(reviseIdea(returned(), better, own, BEFORE)).status).toBe('submitted');
    const late = { round: round('2026-10'), deliberating: true };
    expect(value(reviseIdea(returned(), better, own, late)).status).toBe('on-agenda');
  });

  it('after its round has closed carries it over to the next; it stays counted in its own', () => {
    const place = agendaPlace(returned(), shanghai('2026-10-20 09:00'), DEFAULT_CALENDAR);
    const idea = value(reviseIdea(returned(), better, own, place));
    expect(idea).toMatchObject({ round: '2026-10', agendaRound: '2026-11', status: 'submitted' });
    expect(isCarriedOver(idea)).toBe(true);
  });

  it('is for the author alone', () => {
    expect(codeOf(reviseIdea(submittedIdea(), better, by, BEFORE))).toBe('not-the-author');
    expect(codeOf(reviseIdea(submittedIdea(), better, { ...own, by: UNNAMED }, BEFORE))).toBe(
      'not-the-author',
    );
    const joined = value(mergeIdea(another(2), submittedIdea(), by)).target;
    expect(codeOf(reviseIdea(joined, better, signed(member('A2')), BEFORE))).toBe('not-the-author');
  });

  it('of an unnamed idea is for the owner of its code, and for nobody by name', () => {
    const { authorId: _, ...unnamed } = submittedIdea({ by: UNNAMED });
    expect(value(reviseIdea(unnamed, better, { ...own, by: UNNAMED }, BEFORE)).title).toBe(
      better.title,
    );
    expect(codeOf(reviseIdea(unnamed, better, own, BEFORE))).toBe('not-the-author');
  });

  it('is too late once it is on the agenda', () => {
    expect(goesIn(idea => codeOf(reviseIdea(idea, better, own, BEFORE)))).toEqual([
      'submitted',
      'returned',
    ]);
  });
});

describe('withdrawing an idea', () => {
  it('is possible before the ballot and until its first vote', () => {
    expect(withdrawn().status).toBe('withdrawn');
    expect(value(withdrawIdea(listed(), 0, own)).status).toBe('withdrawn');
    expect(codeOf(withdrawIdea(listed(), 1, own))).toBe('ballot-has-votes');
  });

  it('is for the author alone', () => {
    expect(codeOf(withdrawIdea(submittedIdea(), 0, by))).toBe('not-the-author');
  });

  it('is too late after the decision, and the refusal names its status', () => {
    expect(goesIn(idea => codeOf(withdrawIdea(idea, 0, own)))).toEqual([
      'submitted',
      'returned',
      'on-agenda',
      'withdrawn',
    ]);
    expect(withdrawIdea(decided('adopted'), 0, own)).toEqual({
      ok: false,
      refusal: { code: 'wrong-state', act: 'withdraw', status: 'adopted' },
    });
  });
});

describe('scheduling an idea', () => {
  it('is possible once it is submitted or deferred, and not while it is returned', () => {
    expect(goesIn(idea => codeOf(scheduleIdea(idea, by, BEFORE)))).toEqual([
      'submitted',
      'deferred',
    ]);
    expect(value(scheduleIdea(submittedIdea(), by, BEFORE))).toMatchObject({
      status: 'on-agenda',
      agendaRound: '2026-10',
    });
  });

  it('puts an idea that missed its own round onto the next', () => {
    const idea = value(scheduleIdea(submittedIdea(), by, { round: round('2026-11') }));
    expect(idea).toMatchObject({ round: '2026-10', agendaRound: '2026-11' });
  });
});

describe('merging two ideas', () => {
  it('keeps one idea for both, with both authors', () => {
    const { source, target } = value(mergeIdea(submittedIdea(), another(2), by));
    expect(source).toMatchObject({ status: 'merged', into: ideaId(2) });
    expect(target).toMatchObject({ status: 'submitted', authorId: 'A2', version: 2 });
    expect(target.coAuthors).toEqual([{ id: AUTHOR, via: ideaId(1) }]);
    expect(authorsOf(target)).toEqual(['A2', AUTHOR]);
    expect([source, target].map(({ history }) => history.at(-1)!.act)).toEqual(['merge', 'absorb']);
  });

  it('transfers an unnamed idea’s support, but no author', () => {
    const { authorId: _, ...unnamed } = submittedIdea({ by: UNNAMED });
    expect(value(mergeIdea(unnamed, another(2), by)).target.coAuthors).toEqual([]);
  });

  it('is possible while both are open', () => {
    const open = ['submitted', 'returned', 'on-agenda', 'deferred'];
    expect(goesIn(idea => codeOf(mergeIdea(idea, another(3), by)))).toEqual(open);
    expect(goesIn(idea => codeOf(mergeIdea(another(3), idea, by)), 'target-not-open')).toEqual(
      open,
    );
  });

  it('with itself is refused, and one with a closed idea names its status', () => {
    expect(codeOf(mergeIdea(submittedIdea(), submittedIdea(), by))).toBe('merge-into-itself');
    expect(mergeIdea(another(2), decided('adopted'), by)).toEqual({
      ok: false,
      refusal: { code: 'target-not-open', status: 'adopted' },
    });
  });

  it('can form a chain: the author of the first is an author of the last', () => {
    const [a, b, c] = [another(1), another(2), another(3)];
    const ab = value(mergeIdea(a, b, by));
    const bc = value(mergeIdea(ab.target, c, by));
    expect(authorsOf(bc.target)).toEqual(['A3', 'A2', 'A1']);
    expect(bc.target.coAuthors.map(({ via }) => via)).toEqual([b.id, b.id]);
    expect(codeOf(mergeIdea(bc.target, ab.source, by))).toBe('target-not-open');
    // An idea in the middle cannot release the first before it is unmerged itself.
    expect(codeOf(unmergeIdea(ab.source, bc.source, 0, by, BEFORE))).toBe('target-not-open');
  });

  it('recuses all authors of both from its ballot', () => {
    const [k1, k2] = [another(2, 'K1'), another(3, 'K2')];
    const both = value(mergeIdea(k1, value(mergeIdea(k2, submittedIdea(), by)).target, by)).target;
    expect(eligibleVoters(committee(4), both)).toEqual(['K3', 'K4']);
  });

  it('is recorded in the other idea until it is unmerged', () => {
    const first = value(mergeIdea(another(2), submittedIdea(), by));
    const second = value(mergeIdea(another(3), first.target, by));
    expect(absorbedBy(second.target)).toEqual([ideaId(2), ideaId(3)]);
    const apart = value(unmergeIdea(first.source, second.target, 0, by, BEFORE));
    expect(absorbedBy(apart.target)).toEqual([ideaId(3)]);
    const again = value(mergeIdea(apart.source, apart.target, by));
    expect(new Set(absorbedBy(again.target))).toEqual(new Set([ideaId(2), ideaId(3)]));
  });

  it('counts nobody twice: one idea, each author once, each in their own department', () => {
    const people = [person('A1'), person('A2', ['employee'], '装配车间'), person(AUTHOR)];
    const mine = [another(1, 'A1', '铸造车间'), another(2, 'A1', '铸造车间'), another(3, 'A2')];
    let target: Idea = submittedIdea({ id: ideaId(9), authorDepartment: department('铸造车间') });
    const sources = mine.map(idea => {
      const merger = value(mergeIdea(idea, target, by));
      target = merger.target;
      return merger.source;
    });
    const numbers = statistics(totals(fold([...sources, target])), headcountOf(people));
    expect(numbers.total).toMatchObject({
      submitted: 1,
      participation: { numerator: 3, denominator: 3 },
    });
    expect(numbers.departments.map(one => [one.department, one.participation.numerator])).toEqual([
      ['铸造车间', 2],
      ['装配车间', 1],
    ]);
  });
});

describe('unmerging an idea', () => {
  const place = (idea: Idea, at: Instant) => agendaPlace(idea, at, DEFAULT_CALENDAR);

  it.each([
    ['submitted', submittedIdea],
    ['returned', returned],
    ['on-agenda', listed],
    ['deferred', () => decided('deferred')],
  ] as const)('makes both as they were before: one that was %s', (_, make) => {
    const [before, other] = [make(), value(mergeIdea(another(3), another(2), by)).target];
    const { source, target } = value(mergeIdea(before, other, by));
    const at = shanghai('2026-10-09 10:00');
    const apart = value(unmergeIdea(source, target, 0, by, place(source, at)));
    expect(asItStands(apart.source)).toEqual(asItStands(before));
    expect(asItStands(apart.target)).toEqual(asItStands(other));
    expect([apart.source.version, apart.target.version]).toEqual([
      before.version + 2,
      other.version + 2,
    ]);
  });

  it('while its round deliberates puts it straight onto the agenda, unless it is returned', () => {
    const at = shanghai('2026-10-15 10:00');
    const out = (idea: Idea) => {
      const { source, target } = value(mergeIdea(idea, another(2), by));
      return value(unmergeIdea(source, target, 0, by, place(source, at))).source;
    };
    expect([out(submittedIdea()), out(returned())].map(({ status }) => status)).toEqual([
      'on-agenda',
      'returned',
    ]);
  });

  it('after its round has closed carries it over', () => {
    const { source, target } = value(mergeIdea(listed(), another(2), by));
    const out = value(
      unmergeIdea(source, target, 0, by, place(source, shanghai('2026-10-20 09:00'))),
    ).source;
    expect(out).toMatchObject({ status: 'on-agenda', round: '2026-10', agendaRound: '2026-11' });
  });

  it('keeps a deferral’s reason and a note of return', () => {
    const out = (idea: Idea) => {
      const { source, target } = value(mergeIdea(idea, another(2), by));
      return value(unmergeIdea(source, target, 0, by, BEFORE)).source;
    };
    expect(decisionOf(out(decided('deferred')))).toEqual(decisionOf(decided('deferred')));
    expect(out(returned())).toMatchObject({ note: '请写明数量' });
  });

  it('removes the co-authors that came with it only; an author who also came another way stays', () => {
    const target = value(
      mergeIdea(
        another(2, 'A1'),
        value(mergeIdea(another(1, 'A1'), submittedIdea({ id: ideaId(9) }), by)).target,
        by,
      ),
    );
    const out = value(unmergeIdea(target.source, target.target, 0, by, BEFORE));
    expect(out.target.coAuthors.map(({ id, via }) => [id, via])).toEqual([['A1', ideaId(1)]]);
  });

  it('is too late after a vote on the target', () => {
    const { source, target } = value(mergeIdea(submittedIdea(), listed(another(2)), by));
    expect(codeOf(unmergeIdea(source, target, 1, by, BEFORE))).toBe('ballot-has-votes');
  });

  it('is too late after the target’s decision, but not after its withdrawal: its author spoke for nobody else', () => {
    const { source, target } = value(mergeIdea(submittedIdea(), another(2), by));
    const gone = value(withdrawIdea(target, 0, signed(member('A2'))));
    const out = value(unmergeIdea(source, gone, 0, by, BEFORE));
    expect([out.source.status, out.target.status]).toEqual(['submitted', 'withdrawn']);
    expect(unmergeIdea(source, decided('adopted', listed(target)), 0, by, BEFORE)).toEqual({
      ok: false,
      refusal: { code: 'target-not-open', status: 'adopted' },
    });
  });

  it('is refused for an idea that is not merged', () => {
    expect(goesIn(idea => codeOf(unmergeIdea(idea, another(2), 0, by, BEFORE)))).toEqual([
      'merged',
    ]);
  });

  it('undoes any chain of mergers link by link, from the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), length => {
        const born = Array.from({ length }, (_, at) => another(at + 1));
        const chain = [...born];
        for (let at = 1; at < length; at += 1) {
          const { source, target } = value(mergeIdea(chain[at - 1]!, chain[at]!, by));
          [chain[at - 1], chain[at]] = [source, target];
        }
        expect(authorsOf(chain.at(-1)!)).toHaveLength(length);
        for (let at = length - 1; at > 0; at -= 1) {
          const { source, target } = value(unmergeIdea(chain[at - 1]!, chain[at]!, 0, by, BEFORE));
          [chain[at - 1], chain[at]] = [source, target];
        }
        expect(chain.map(asItStands)).toEqual(born.map(asItStands));
      }),
    );
  });
});
