/** Submission: an idea's author and round, and the refusals. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asSubmitted,
  type PendingSubmission,
  prepareSubmission,
  type Slip,
  submitIdea,
} from '../../../shared/domain/idea/submission.ts';
import { instantOf } from '../../../shared/domain/kernel/instant.ts';
import {
  DEFAULT_CALENDAR,
  roundOf,
  scheduleOf,
} from '../../../shared/domain/organization/calendar.ts';
import { foundingRounds } from '../../../shared/domain/round/founding.ts';
import { earlierPlaces, placeOf } from '../../../shared/domain/round/placement.ts';
import {
  AUTHOR,
  acceptedWith,
  actor,
  category,
  codeOf,
  department,
  huatai,
  ideaId,
  implementing,
  instant,
  listed,
  member,
  person,
  shanghai,
  submittedIdea,
  value,
} from '../sample.ts';

const WANG = person('HT0132');
const LI = person('HT0077', ['employee'], '装配车间');
const SECRETARY = person('HT0002', ['employee', 'secretary'], '装配车间');
const NOW = shanghai('2026-10-08 10:00');
const slip: Slip = {
  title: '行车限位加装声光报警',
  problem: '行车靠近限位时没有提示',
  proposal: '加装声光报警器',
  category: category('安全'),
};

describe('an idea submitted by its author', () => {
  it('is theirs, of their department, and of this round', () => {
    expect(value(prepareSubmission(slip, huatai, WANG, undefined, NOW))).toEqual({
      organization: 'huatai',
      round: '2026-10',
      content: { ...slip, department: '铸造车间' },
      authorId: 'HT0132',
      authorDepartment: '铸造车间',
      by: actor(WANG.id),
      submittedAt: NOW,
      at: NOW,
      deliberating: false,
    });
  });

  it('may be about another department', () => {
    const about = { ...slip, department: department('装配车间') };
    expect(value(prepareSubmission(about, huatai, WANG, undefined, NOW)).content.department).toBe(
      '装配车间',
    );
  });

  it('on the deliberation day itself belongs to that round, and can be voted on at once after nine', () => {
    const before = value(
      prepareSubmission(slip, huatai, WANG, undefined, shanghai('2026-10-15 08:59:59.999')),
    );
    expect([before.round, before.deliberating]).toEqual(['2026-10', false]);
    const opening = value(
      prepareSubmission(slip, huatai, WANG, undefined, shanghai('2026-10-15 09:00')),
    );
    expect([opening.round, opening.deliberating]).toEqual(['2026-10', true]);
    const last = value(
      prepareSubmission(slip, huatai, WANG, undefined, shanghai('2026-10-15 23:59:59.999')),
    );
    expect([last.round, last.deliberating]).toEqual(['2026-10', true]);
    const next = value(
      prepareSubmission(slip, huatai, WANG, undefined, shanghai('2026-10-16 00:00')),
    );
    expect([next.round, next.deliberating]).toEqual(['2026-11', false]);
  });

  it('must be of one of the organization’s categories and departments, and a refusal lists them', () => {
    expect(
      prepareSubmission({ ...slip, category: category('食堂') }, huatai, WANG, undefined, NOW),
    ).toEqual({
      ok: false,
      refusal: { code: 'unknown-category', known: ['安全', '节能'] },
    });
    expect(
      prepareSubmission({ ...slip, department: department('食堂') }, huatai, WANG, undefined, NOW),
    ).toEqual({
      ok: false,
      refusal: { code: 'unknown-department', known: ['铸造车间', '装配车间'] },
    });
  });

  it.each(['employee', 'committee', 'chair', 'manager', 'administrator'] as const)(
    'cannot be submitted for another member, or dated back, by a member of role %s',
    role => {
      const submitter = person('HT0009', [role]);
      const forLi = { ...slip, authorId: LI.id };
      const dated = { ...slip, submittedAt: shanghai('2026-10-01 08:00') };
      expect(prepareSubmission(forLi, huatai, submitter, LI, NOW)).toEqual({
        ok: false,
        refusal: { code: 'role-required-for-field', field: 'authorId' },
      });
      expect(prepareSubmission(dated, huatai, submitter, undefined, NOW)).toEqual({
        ok: false,
        refusal: { code: 'role-required-for-field', field: 'submittedAt' },
      });
    },
  );
});

describe('an unnamed idea', () => {
  it('has no author, no department and no actor', () => {
    const intake = value(
      prepareSubmission({ ...slip, unnamed: true }, huatai, WANG, undefined, NOW),
    );
    const idea = submitIdea({ ...intake, id: ideaId(1) });
    expect(idea.authorId).toBeUndefined();
    expect(idea.department).toBeUndefined();
    expect(idea.history).toEqual([
      { act: 'submit', at: NOW, by: { kind: 'unnamed' }, to: 'submitted' },
    ]);
    const text = JSON.stringify(idea);
    expect([WANG.id, WANG.subject, WANG.department].filter(word => text.includes(word))).toEqual(
      [],
    );
  });

  it('keeps a department that its author has given', () => {
    const given = { ...slip, unnamed: true, department: department('铸造车间') };
    expect(value(prepareSubmission(given, huatai, WANG, undefined, NOW)).content.department).toBe(
      '铸造车间',
    );
  });

  it('cannot have an author', () => {
    expect(
      codeOf(
        prepareSubmission({ ...slip, unnamed: true, authorId: LI.id }, huatai, SECRETARY, LI, NOW),
      ),
    ).toBe('author-and-unnamed');
  });

  it('of a secretary’s own has nothing of them either', () => {
    const intake = value(
      prepareSubmission({ ...slip, unnamed: true }, huatai, SECRETARY, undefined, NOW),
    );
    expect(JSON.stringify(intake)).not.toContain(SECRETARY.id);
    expect(intake.by).toEqual({ kind: 'unnamed' });
  });

  it('typed by a secretary from a slip names the secretary as the actor, and nobody as author', () => {
    const typedIn = { ...slip, unnamed: true, submittedAt: shanghai('2026-10-02 08:12') };
    const intake = value(prepareSubmission(typedIn, huatai, SECRETARY, undefined, NOW));
    expect(intake.by).toEqual(actor(SECRETARY.id));
    expect('authorId' in intake).toBe(false);
    expect('department' in intake.content).toBe(false);
  });
});

describe('a slip typed by a secretary', () => {
  it('is the author’s, of the author’s department, and names its typist', () => {
    const at = shanghai('2026-10-02 08:12');
    const intake = value(
      prepareSubmission({ ...slip, authorId: LI.id, submittedAt: at }, huatai, SECRETARY, LI, NOW),
    );
    expect(intake).toMatchObject({
      authorId: 'HT0077',
      by: actor(SECRETARY.id),
      submittedAt: at,
      at: NOW,
    });
    expect(intake.content.department).toBe('装配车间');
  });

  it('is refused for a stranger to the member list', () => {
    expect(
      prepareSubmission({ ...slip, authorId: member('HT9999') }, huatai, SECRETARY, undefined, NOW),
    ).toEqual({
      ok: false,
      refusal: { code: 'unknown-author', authorId: 'HT9999' },
    });
  });

  it('is refused for a member who has left', () => {
    const slipOf = { ...slip, authorId: LI.id };
    const left = { ...LI, active: false };
    expect(codeOf(prepareSubmission(slipOf, huatai, SECRETARY, left, NOW))).toBe('unknown-author');
    expect(codeOf(prepareSubmission(slipOf, huatai, SECRETARY, LI, NOW))).toBeUndefined();
  });

  it('goes into its own round while that round’s ballots are open, and straight onto the agenda', () => {
    const dated = { ...slip, submittedAt: shanghai('2026-10-14 17:00') };
    const intake = value(
      prepareSubmission(dated, huatai, SECRETARY, undefined, shanghai('2026-10-17 09:00')),
    );
    expect([intake.round, intake.deliberating]).toEqual(['2026-10', true]);
  });

  it('goes into the collecting round once its own has closed', () => {
    const dated = { ...slip, submittedAt: shanghai('2026-10-14 17:00') };
    const intake = value(
      prepareSubmission(dated, huatai, SECRETARY, undefined, shanghai('2026-10-18 18:00')),
    );
    expect([intake.round, intake.deliberating]).toEqual(['2026-11', false]);
  });

  it('dated later today, or later in this round, is accepted', () => {
    expect(placeOf(shanghai('2026-10-15 23:00'), NOW, DEFAULT_CALENDAR)).toBe('2026-10');
  });

  it('dated ahead of this round is refused', () => {
    const ahead = { ...slip, submittedAt: shanghai('2026-10-16 00:00') };
    expect(codeOf(prepareSubmission(ahead, huatai, SECRETARY, undefined, NOW))).toBe(
      'slip-dated-ahead',
    );
  });

  it('dated in another century by a typing error is refused or accepted, but never fails', () => {
    const at = (text: string) => ({ ...slip, submittedAt: instant(text) });
    expect(
      codeOf(prepareSubmission(at('2126-10-08T08:00+08:00'), huatai, SECRETARY, undefined, NOW)),
    ).toBe('slip-dated-ahead');
    expect(
      codeOf(prepareSubmission(at('9999-12-31T08:00+08:00'), huatai, SECRETARY, undefined, NOW)),
    ).toBe('slip-dated-ahead');
    for (const old of [
      '2000-01-05T08:00+08:00',
      '1926-10-08T08:00+08:00',
      '0206-10-08T08:00+08:00',
    ])
      expect(value(prepareSubmission(at(old), huatai, SECRETARY, undefined, NOW)).round).toBe(
        '2026-10',
      );
  });
});

describe('the place of any slip', () => {
  const SPAN = { min: Date.parse('2026-01-01T00:00Z'), max: Date.parse('2027-12-31T00:00Z') };
  const anyInstant = fc.integer(SPAN).map(instantOf);

  it('is a round that still takes votes, and never an earlier one than its date’s', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (submittedAt, now) => {
        const place = placeOf(submittedAt, now, DEFAULT_CALENDAR);
        const own = roundOf(submittedAt, DEFAULT_CALENDAR);
        const current = roundOf(now, DEFAULT_CALENDAR);
        expect(place === undefined).toBe(own > current);
        if (place === undefined) return;
        expect(now < scheduleOf(place, DEFAULT_CALENDAR).closesAt).toBe(true);
        expect([own, current]).toContain(place);
      }),
    );
  });

  it('is found again when the same request is repeated within two rounds', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: 0, max: 55 }),
        fc.integer({ min: 0, max: 120 }),
        (now, later, back) => {
          const submittedAt = instantOf(Date.parse(now) - back * 86_400_000);
          const again = instantOf(Date.parse(now) + later * 86_400_000);
          const first = placeOf(submittedAt, now, DEFAULT_CALENDAR)!;
          const round = placeOf(submittedAt, again, DEFAULT_CALENDAR)!;
          const looked = [
            round,
            ...earlierPlaces({ round, submittedAt } as PendingSubmission, again, DEFAULT_CALENDAR),
          ];
          expect(looked).toContain(first);
          expect(new Set(looked).size).toBe(looked.length);
        },
      ),
    );
  });
});

describe('the rounds of a new organization', () => {
  it('are the one that collects, and the last one while its ballots are open', () => {
    expect(foundingRounds(NOW, DEFAULT_CALENDAR)).toEqual(['2026-10']);
    expect(foundingRounds(shanghai('2026-10-15 12:00'), DEFAULT_CALENDAR)).toEqual(['2026-10']);
    expect(foundingRounds(shanghai('2026-10-16 00:00'), DEFAULT_CALENDAR)).toEqual([
      '2026-10',
      '2026-11',
    ]);
    expect(foundingRounds(shanghai('2026-10-18 18:00'), DEFAULT_CALENDAR)).toEqual(['2026-11']);
  });
});

describe('handing in', () => {
  it('begins an idea’s history with its author and counts as its first act', () => {
    const idea = submittedIdea();
    expect(idea).toMatchObject({
      status: 'submitted',
      version: 1,
      round: '2026-10',
      agendaRound: '2026-10',
    });
    expect(idea.history).toEqual([
      { act: 'submit', at: shanghai('2026-10-08 10:00'), by: actor(AUTHOR), to: 'submitted' },
    ]);
  });

  it('while the round deliberates puts the idea on the agenda by the same act', () => {
    const idea = submittedIdea({ deliberating: true, at: shanghai('2026-10-15 10:00') });
    expect([idea.status, idea.version]).toEqual(['on-agenda', 1]);
    expect(idea.history.map(({ act, to }) => [act, to])).toEqual([['submit', 'on-agenda']]);
  });

  it('that is repeated can be answered as at first, whatever became of the idea', () => {
    for (const idea of [listed(), implementing(), acceptedWith(5000)])
      expect(asSubmitted(idea)).toEqual(submittedIdea());
    const onAgenda = submittedIdea({ deliberating: true });
    expect(asSubmitted(onAgenda)).toEqual(onAgenda);
  });
});
