/** What each reader of an idea's page may do with it, by its state. */
import { expect, it } from 'vitest';
import type { Department, MemberId } from '../../../../shared/domain/kernel/ids.ts';
import type { LocalDate } from '../../../../shared/domain/kernel/instant.ts';
import type { Role } from '../../../../shared/domain/organization/organization.ts';
import { type Offer, offersFor } from '../../../../web/features/ideas/offers.ts';
import { at, author, chair, colleague, detailedIdea, october, secretary } from '../../sample.ts';

type Idea = Parameters<typeof offersFor>[0];
type Changes = Parameters<typeof detailedIdea>[0];

const owner = 'HT0041' as MemberId;
const manager = 'HT0290' as MemberId;
const contact = 'HT0022' as MemberId;
const decision = (outcome: 'adopted' | 'declined' | 'deferred') => ({
  outcome,
  at: at('2026-10-16 15:00'),
  by: { kind: 'member' as const, id: chair },
  round: october,
});
const implementation = {
  owner,
  due: '2026-12-31' as LocalDate,
  assignedAt: at('2026-10-20 09:00'),
  progress: 40,
  overdue: false,
};
const { ballot } = detailedIdea();
const open = { ...ballot, state: 'open' as const };
const contacts = [{ department: '机加一车间' as Department, member: contact }];

function offered(
  changes: Changes,
  memberId: MemberId,
  roles: readonly Role[] = [],
  published = false,
): readonly Offer[] {
  const idea: Idea = detailedIdea(changes);
  return offersFor(idea, { memberId, roles: ['employee', ...roles] }, { published, contacts });
}

it.each<[string, Changes, readonly Offer[]]>([
  ['submitted', {}, ['revise', 'withdraw']],
  ['returned', { status: 'returned' }, ['revise', 'withdraw']],
  ['on the agenda', { status: 'on-agenda', ballot: { ...open, mayVote: false } }, ['withdraw']],
  ['declined', { status: 'declined', decision: decision('declined') }, []],
  ['withdrawn', { status: 'withdrawn' }, []],
  ['merged', { status: 'merged' }, []],
])('an author: %s', (_, changes, offers) => {
  expect(offered(changes, author)).toEqual(offers);
});

it('an author appeals once, and rates, after publication', () => {
  const declined = { status: 'declined', decision: decision('declined') } as const;
  expect(offered(declined, author, [], true)).toEqual(['rate-outcome', 'appeal']);
  const appeal = { at: at('2026-10-21 10:00') };
  expect(offered({ ...declined, appeal }, author, [], true)).toEqual(['rate-outcome']);
});

it('an accepted idea is rated without waiting for publication', () => {
  const accepted = { status: 'accepted', decision: decision('adopted'), implementation } as const;
  expect(offered(accepted, author)).toEqual(['rate-outcome']);
});

it('a co-author declines; another employee is offered nothing', () => {
  expect(offered({ coAuthors: [colleague] }, colleague)).toEqual(['decline-authorship']);
  expect(offered({}, colleague)).toEqual([]);
});

it('the owner reports and completes; a manager accepts, but never their own work', () => {
  const work = { status: 'implementing', implementation } as const;
  expect(offered(work, owner)).toEqual(['report', 'complete']);
  const completed = { status: 'completed', implementation } as const;
  expect(offered(completed, owner)).toEqual([]);
  expect(offered(completed, manager, ['manager'])).toContain('accept');
  expect(offered(completed, owner, ['manager'])).not.toContain('accept');
});

it('a member of the committee votes while the ballot is open, and the chair announces', () => {
  const listed = { status: 'on-agenda', ballot: { ...open, mayVote: true } } as const;
  expect(offered(listed, contact, ['committee'])).toContain('vote');
  expect(offered(listed, chair, ['committee', 'chair'])).toEqual(
    expect.arrayContaining(['vote', 'decide']),
  );
  const before = { status: 'on-agenda', ballot } as const;
  expect(offered(before, chair, ['committee', 'chair'])).toEqual([]);
});

it('the secretary screens, and corrects nothing but a slip', () => {
  expect(offered({}, secretary, ['secretary'])).toEqual(
    expect.arrayContaining(['return', 'list', 'merge', 'dismiss', 'refer']),
  );
  expect(offered({}, secretary, ['secretary'])).not.toContain('correct');
});

it('the chair reopens until the publication', () => {
  const adopted = { status: 'adopted', decision: decision('adopted') } as const;
  expect(offered(adopted, chair, ['chair'])).toContain('reopen');
  expect(offered(adopted, chair, ['chair'], true)).not.toContain('reopen');
});

it('one opinion: of the contact, or of whom the secretary asked, and never of an author', () => {
  expect(offered({}, contact)).toEqual(['give-opinion']);
  const referral = { adviser: colleague, at: at('2026-10-10 09:00') };
  expect(offered({ referral }, contact)).toEqual([]);
  expect(offered({ referral }, colleague)).toEqual(['give-opinion']);
  const opinion = { by: contact, at: at('2026-10-11 09:00'), text: '可行' };
  expect(offered({ opinion }, contact)).toEqual([]);
  expect(offered({ authorId: contact }, contact)).not.toContain('give-opinion');
  const closed = { ...ballot, state: 'closed' as const };
  expect(offered({ status: 'on-agenda', ballot: closed }, contact)).toEqual([]);
});
