/**
 * The acts that the pages offer: those of the table of transitions, and never on one's own work or
 * for one's own money.
 */
import { describe, expect, it } from 'vitest';
import {
  actsFrom,
  type Doer,
  IDEA_ACTS,
  IDEA_STATUSES,
  TRANSITIONS,
} from '../../../../shared/domain/idea/lifecycle.ts';
import { isMemberId, type MemberId } from '../../../../shared/domain/kernel/ids.ts';
import { ROLES, type Role } from '../../../../shared/domain/organization/organization.ts';
import { type ActedOn, actsFor, barTo } from '../../../../web/features/ideas/acts.ts';

function member(id: string): MemberId {
  if (!isMemberId(id)) throw new Error(id);
  return id;
}

const author = member('HT0132');
const coAuthor = member('HT0087');
const owner = member('HT0041');
const other = member('HT0290');
const as = (memberId: MemberId, ...roles: Role[]) => ({
  memberId,
  roles: ['employee' as const, ...roles],
});

const idea = (status: ActedOn['status'], more: Partial<ActedOn> = {}): ActedOn => ({
  status,
  authorId: author,
  coAuthors: [],
  claimable: false,
  ...more,
});
/** Effects of other acts, and answers to what is not there. */
const NOT_YET = new Set<string>(['absorb', 'release', 'answer-appeal', 'unname-excellent']);
const assigned = { implementation: { owner } };

describe('an offered act', () => {
  it('is revising and withdrawing for the author alone', () => {
    expect(actsFor(idea('returned'), as(author))).toEqual(['revise', 'withdraw']);
    expect(actsFor(idea('on-agenda'), as(author))).toEqual(['withdraw']);
    expect(actsFor(idea('returned'), as(other))).toEqual([]);
    expect(actsFor(idea('returned'), as(coAuthor))).toEqual([]);
    expect(actsFor(idea('adopted'), as(author))).toEqual(['rate-outcome']);
    expect(actsFor(idea('adopted'), as(coAuthor))).toEqual([]);
  });

  it('is declining for each co-author, until a reward is approved', () => {
    const of = (status: ActedOn['status'], reward?: ActedOn['reward']) =>
      actsFor(idea(status, { coAuthors: [coAuthor], ...(reward && { reward }) }), as(coAuthor));
    expect(of('returned')).toEqual(['decline-authorship']);
    expect(of('accepted', { state: 'proposed' })).toEqual(['decline-authorship']);
    expect(of('accepted', { state: 'approved' })).toEqual([]);
    expect(of('merged')).toEqual([]);
  });

  it('is none on an unnamed idea without its code', () => {
    expect(actsFor({ status: 'returned', coAuthors: [], claimable: true }, as(author))).toEqual([]);
  });

  it('is reporting and completing for the owner', () => {
    expect(actsFor(idea('implementing', assigned), as(owner))).toEqual(['report', 'complete']);
    expect(actsFor(idea('implementing', assigned), as(author))).toEqual(['rate-outcome']);
    expect(actsFor(idea('completed', assigned), as(owner))).toEqual([]);
  });

  it('is never the effect of a merge on the other idea', () => {
    const offered = IDEA_STATUSES.flatMap(status => actsFor(idea(status), as(other, ...ROLES)));
    expect(offered).toContain('merge');
    expect(offered).not.toContain('absorb');
    expect(offered).not.toContain('release');
  });

  it('follows the table in every state for a member with a role alone', () => {
    for (const status of IDEA_STATUSES)
      for (const role of ['secretary', 'chair', 'manager'] as const) {
        const reward = { state: 'approved' as const };
        const inTable = actsFrom(status).filter(act =>
          TRANSITIONS[act].by.some((by: Doer) => by === role),
        );
        expect(actsFor(idea(status, { ...assigned, reward }), as(other, role))).toEqual(
          inTable.filter(act => !NOT_YET.has(act)),
        );
      }
  });

  it('is none for a member without a role who is neither author nor owner', () => {
    for (const status of IDEA_STATUSES)
      expect(actsFor(idea(status, assigned), as(other))).toEqual([]);
  });
});

describe('what follows a decision', () => {
  const open = { appeal: { at: 'now' } };
  const over = { appeal: { at: 'now', rejectedAt: 'now' } };

  it('is an appeal, and its answer by a chair who is no author, as long as it is open', () => {
    expect(actsFor(idea('declined'), as(author))).toEqual(['rate-outcome', 'appeal']);
    expect(actsFor(idea('declined', open), as(author))).toEqual(['rate-outcome']);
    expect(actsFor(idea('declined', open), as(other, 'chair'))).toContain('answer-appeal');
    for (const [facts, by] of [
      [{}, other],
      [over, other],
      [open, author],
      [{ ...open, coAuthors: [coAuthor] }, coAuthor],
    ] as const)
      expect(actsFor(idea('declined', facts), as(by, 'chair'))).not.toContain('answer-appeal');
  });

  it('is a rating, once, and an honour or its end', () => {
    expect(actsFor(idea('adopted', { rating: {} }), as(author))).toEqual([]);
    const honours = (facts: Partial<ActedOn>, by = other) =>
      actsFor(idea('adopted', facts), as(by, 'chair')).filter(act => act.includes('excellent'));
    expect(honours({})).toEqual(['name-excellent']);
    expect(honours({}, author)).toEqual([]);
    expect(honours({ excellent: true })).toEqual(['unname-excellent']);
  });
});

describe('a manager', () => {
  it('does not accept work of their own, and learns why', () => {
    expect(actsFor(idea('completed', assigned), as(owner, 'manager'))).toEqual([]);
    expect(barTo('accept', idea('completed', assigned), as(owner, 'manager'))).toBe('own-work');
    expect(barTo('send-back', idea('completed', assigned), as(owner, 'manager'))).toBe('own-work');
    expect(actsFor(idea('completed', assigned), as(other, 'manager'))).toEqual([
      'send-back',
      'accept',
    ]);
  });

  it('approves no reward of their own, and none without a recipient', () => {
    const accepted = idea('accepted', { ...assigned, coAuthors: [coAuthor] });
    expect(barTo('approve-reward', accepted, as(author, 'manager'))).toBe('own-reward');
    expect(barTo('approve-reward', accepted, as(coAuthor, 'manager'))).toBe('own-reward');
    expect(barTo('approve-reward', accepted, as(owner, 'manager'))).toBeUndefined();
    const unnamed: ActedOn = { status: 'accepted', coAuthors: [], claimable: true };
    expect(barTo('approve-reward', unnamed, as(other, 'manager'))).toBe('not-claimed');
    expect(
      barTo('approve-reward', { ...unnamed, coAuthors: [coAuthor] }, as(other, 'manager')),
    ).toBe('not-claimed');
    const slip = { ...unnamed, claimable: false };
    expect(barTo('approve-reward', slip, as(other, 'manager'))).toBe('no-author');
    expect(
      barTo('approve-reward', { ...slip, coAuthors: [coAuthor] }, as(other, 'manager')),
    ).toBeUndefined();
  });

  it('pays an approved reward, once', () => {
    const acts = (state: 'proposed' | 'approved' | 'paid') =>
      actsFor(idea('accepted', { ...assigned, reward: { state } }), as(other, 'manager'));
    expect(acts('proposed')).toEqual(['approve-reward']);
    expect(acts('approved')).toEqual(['approve-reward', 'pay-reward']);
    expect(acts('paid')).toEqual([]);
  });
});

it('a reason is given only to members with the act’s role', () => {
  for (const act of IDEA_ACTS)
    expect(barTo(act, idea('completed', assigned), as(owner))).toBeUndefined();
});
