/** Co-authors: named by the author, equal to merged authors in all that follows, free to decline. */
import { describe, expect, it } from 'vitest';
import { asOf } from '../../../shared/domain/idea/apply-event.ts';
import { eligibleVoters, votingRight } from '../../../shared/domain/idea/ballot.ts';
import {
  declineAuthorship,
  nameCoAuthors,
  renameCoAuthors,
  wasBalloted,
} from '../../../shared/domain/idea/co-authorship.ts';
import { authorsOf, type Idea } from '../../../shared/domain/idea/idea.ts';
import { approveReward, evenShares } from '../../../shared/domain/idea/reward.ts';
import { mergeIdea, reviseIdea, unmergeIdea } from '../../../shared/domain/idea/screening.ts';
import { prepareSubmission, submitIdea } from '../../../shared/domain/idea/submission.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';
import { scheduleOf } from '../../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../../shared/domain/organization/organization.ts';
import { newRound, openRound } from '../../../shared/domain/round/round.ts';
import {
  AUTHOR,
  acceptedWith,
  calendar,
  codeOf,
  completed,
  content,
  decided,
  deliberating,
  huatai,
  ideaId,
  implementing,
  listed,
  MANAGER,
  member,
  person,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const [B, C] = [person('HT0207'), person('K2', ['committee'], '装配车间')];
const LISTED = new Map([person(AUTHOR), B, C].map(one => [one.id, [one]]));
const NOW = shanghai('2026-10-08 10:00');
const PLACE = { round: submittedIdea().round, deliberating: false };

/** An idea of AUTHOR with B and C, handed in by name. */
function threesome(id = 1): Idea {
  const slip = { ...content, coAuthorIds: [B.id, C.id] };
  const intake = value(prepareSubmission(slip, huatai, person(AUTHOR), undefined, NOW, LISTED));
  return submitIdea({ ...intake, id: ideaId(id) });
}

const decline = (idea: Idea, by: MemberId, balloted = false) =>
  declineAuthorship(idea, balloted, signed(by));

describe('naming co-authors', () => {
  it('makes them authors in the order given, each with their department', () => {
    expect(authorsOf(threesome())).toEqual([AUTHOR, B.id, C.id]);
    expect(threesome().coAuthors).toEqual([
      { id: B.id, department: '铸造车间' },
      { id: C.id, department: '装配车间' },
    ]);
    expect(asOf(listed(threesome()), 1)).toEqual(threesome());
  });

  it.for([
    ['nobody on the list', ['HT9999'], 'unknown'],
    ['the author', [AUTHOR], 'author'],
    ['the same one twice', ['HT0207', 'ht0207'], 'twice'],
  ])('is refused for %s', ([, numbers, why]) => {
    const given = (numbers as string[]).map(member);
    const known = new Map(LISTED).set(member('ht0207'), [B]);
    expect(nameCoAuthors(given, AUTHOR, known)).toMatchObject({
      refusal: { code: 'co-author-not-possible', member: given.at(-1), why },
    });
  });

  it('is refused for a number that may be either of two', () => {
    const both = new Map([[B.id, [B, { ...B, id: member('ht0207') }]]]);
    expect(nameCoAuthors([B.id], AUTHOR, both)).toMatchObject({
      refusal: { code: 'ambiguous-number', field: 'coAuthorIds' },
    });
  });

  it('is refused for an unnamed idea', () => {
    const slip = { ...content, unnamed: true, coAuthorIds: [B.id] };
    expect(codeOf(prepareSubmission(slip, huatai, person(AUTHOR), undefined, NOW, LISTED))).toBe(
      'co-authors-and-unnamed',
    );
  });

  it('may name a secretary who types the slip of another', () => {
    const secretary = person(SECRETARY, ['secretary']);
    const slip = { ...content, authorId: B.id, coAuthorIds: [secretary.id] };
    const known = new Map([[secretary.id, [secretary]]]);
    const intake = value(prepareSubmission(slip, huatai, secretary, B, NOW, known));
    expect([intake.authorId, intake.coAuthors?.[0]?.id]).toEqual([B.id, secretary.id]);
  });
});

describe('a revision', () => {
  const revise = (idea: Idea, numbers?: readonly MemberId[], known = LISTED) => {
    const named = numbers && value(renameCoAuthors(idea, numbers, known));
    return value(reviseIdea(idea, { ...content, title: '改过的' }, signed(AUTHOR), PLACE, named));
  };

  it('keeps the co-authors unless it names others, and both stay in the history', () => {
    expect(revise(threesome()).coAuthors).toEqual(threesome().coAuthors);
    const alone = revise(threesome(), []);
    expect(authorsOf(alone)).toEqual([AUTHOR]);
    expect(authorsOf(asOf(alone, 1))).toEqual([AUTHOR, B.id, C.id]);
    expect(asOf(alone, 2)).toEqual(alone);
  });

  it('keeps one who has left since, and looks nobody up whom it named before', () => {
    expect(authorsOf(revise(threesome(), [C.id], new Map()))).toEqual([AUTHOR, C.id]);
  });

  it('does not touch the authors of merged ideas', () => {
    const other = submittedIdea({ id: ideaId(2), authorId: member('HT0301') });
    const { target } = value(mergeIdea(other, threesome(), signed(SECRETARY)));
    expect(authorsOf(revise(target, []))).toEqual([AUTHOR, 'HT0301']);
  });

  it('that changes co-authors alone is an act, and the same again is not', () => {
    const named = value(renameCoAuthors(threesome(), [B.id], LISTED));
    const once = value(reviseIdea(threesome(), content, signed(AUTHOR), PLACE, named));
    expect(once.version).toBe(2);
    expect(value(reviseIdea(once, content, signed(AUTHOR), PLACE, named))).toBe(once);
  });

  it('does not name again who has declined', () => {
    const without = value(decline(threesome(), B.id));
    expect(renameCoAuthors(without, [B.id], LISTED)).toMatchObject({
      refusal: { code: 'co-author-not-possible', why: 'declined' },
    });
  });
});

describe('declining', () => {
  it('takes oneself off, with a trace, and may be repeated', () => {
    const without = value(decline(threesome(), B.id));
    expect(authorsOf(without)).toEqual([AUTHOR, C.id]);
    expect(without.history.at(-1)).toMatchObject({
      act: 'decline-authorship',
      by: { kind: 'member', id: B.id },
    });
    expect(value(decline(without, B.id))).toBe(without);
    const later = value(decline(without, C.id));
    expect(value(decline(later, B.id))).toBe(later);
  });

  it('is for co-authors alone, named or by a merger', () => {
    expect(codeOf(decline(threesome(), AUTHOR))).toBe('not-a-co-author');
    expect(codeOf(decline(threesome(), member('HT0999')))).toBe('not-a-co-author');
    const { target } = value(
      mergeIdea(threesome(2), submittedIdea({ authorId: OTHER }), signed(SECRETARY)),
    );
    expect(authorsOf(value(decline(target, C.id)))).toEqual([OTHER, AUTHOR, B.id]);
  });

  it('at the target of a merger leaves the merged idea as it was', () => {
    const into = submittedIdea({ authorId: OTHER });
    const { source, target } = value(mergeIdea(threesome(2), into, signed(SECRETARY)));
    expect(codeOf(decline(source, C.id))).toBe('wrong-state');
    const declined = value(decline(target, C.id));
    const apart = value(unmergeIdea(source, declined, 0, signed(SECRETARY), PLACE));
    expect(authorsOf(apart.source)).toEqual([AUTHOR, B.id, C.id]);
    expect(authorsOf(apart.target)).toEqual([OTHER]);
  });

  it('is refused for the last known author, whose idea went into an unnamed one', () => {
    const unnamed = submittedIdea({ by: { kind: 'unnamed' } });
    const own = submittedIdea({ id: ideaId(2) });
    const { target } = value(mergeIdea(own, unnamed, signed(SECRETARY)));
    expect(codeOf(decline(target, AUTHOR))).toBe('last-author');
  });

  it('is possible until a reward is approved', () => {
    const accepted = acceptedWith(
      20_000,
      completed(implementing(decided('adopted', listed(threesome())))),
    );
    expect(codeOf(decline(accepted, B.id, true))).toBeUndefined();
    const shares = evenShares(40_000, authorsOf(accepted));
    const approved = value(approveReward(accepted, 40_000, shares, signed(MANAGER)));
    expect(codeOf(decline(approved, B.id, true))).toBe('reward-approved');
    const without = value(decline(accepted, B.id, true));
    expect(codeOf(approveReward(without, 40_000, shares, signed(MANAGER)))).toBe('not-an-author');
  });
});

describe('a co-author on the committee', () => {
  const open = deliberating([C.id, member('K1')]);
  const at = shanghai('2026-10-16 10:00');

  it('has no vote on the idea', () => {
    expect(eligibleVoters(open.electorate, listed(threesome()))).toEqual(['K1']);
    expect(codeOf(votingRight(listed(threesome()), open, C.id, at))).toBe('recused');
  });

  it('has one after declining before the ballot has opened', () => {
    const without = value(decline(threesome(), C.id, wasBalloted(threesome(), undefined)));
    expect(codeOf(votingRight(listed(without), open, C.id, at))).toBeUndefined();
  });

  it('gets none by declining afterwards, nor in a later ballot', () => {
    const balloted = wasBalloted(listed(threesome()), open);
    const without = value(decline(listed(threesome()), C.id, balloted));
    expect(authorsOf(without)).not.toContain(C.id);
    expect(codeOf(votingRight(without, open, C.id, at))).toBe('recused');
    const again = decided('deferred', without);
    expect(eligibleVoters(open.electorate, again)).toEqual(['K1']);
  });
});

describe('a ballot on an idea has opened', () => {
  const schedule = scheduleOf(PLACE.round, calendar());
  const collecting = newRound(huatai.id, PLACE.round, schedule);
  const opened = openRound(collecting, [C.id], DEFAULT_RULES, schedule.opensAt);

  it('with its round, if it is on the agenda', () => {
    expect(wasBalloted(listed(), collecting)).toBe(false);
    expect(wasBalloted(listed(), opened)).toBe(true);
    expect(wasBalloted(submittedIdea(), opened)).toBe(false);
  });

  it('if one has decided it, whatever its round', () => {
    expect(wasBalloted(decided('deferred'), collecting)).toBe(true);
    expect(wasBalloted(decided('adopted'), undefined)).toBe(true);
  });

  it('as far as anybody can tell, if its round is unknown', () => {
    expect(wasBalloted(listed(), undefined)).toBe(true);
  });
});

const OTHER = member('HT0301');
