/**
 * What follows a decision: an appeal's period, one appeal and one rating, recusal of authors, and
 * honours that end with their decision.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerAppeal, appealDecision } from '../../../shared/domain/idea/appeal.ts';
import { decideIdea, reopenIdea, replyToIdea } from '../../../shared/domain/idea/deliberation.ts';
import { nameExcellent, unnameExcellent } from '../../../shared/domain/idea/excellence.ts';
import { type Idea, isExcellent, ratingOf } from '../../../shared/domain/idea/idea.ts';
import { abandonIdea } from '../../../shared/domain/idea/implementation.ts';
import { rateOutcome } from '../../../shared/domain/idea/rating.ts';
import { unansweredOf } from '../../../shared/domain/idea/unanswered.ts';
import { type Instant, instantOf, MILLIS_PER_DAY } from '../../../shared/domain/kernel/instant.ts';
import {
  DEFAULT_CALENDAR,
  localDate,
  startOfDay,
} from '../../../shared/domain/organization/calendar.ts';
import { collectingPlace } from '../../../shared/domain/round/placement.ts';
import {
  closeRound,
  completePublication,
  endIntake,
  type Round,
} from '../../../shared/domain/round/round.ts';
import {
  AUTHOR,
  acceptedWith,
  actor,
  CHAIR,
  CYCLE,
  codeOf,
  committee,
  completed,
  decided,
  deliberating,
  implementing,
  listed,
  member,
  OWNER,
  resultOf,
  round,
  SECRETARY,
  shanghai,
  signed,
  value,
} from '../sample.ts';

const CLOSED = closeRound(endIntake(deliberating(committee(9))), shanghai('2026-10-18 18:00'));
const publishedAt = (at: Instant): Round => completePublication(CLOSED, at);
const PUBLISHED = publishedAt(shanghai('2026-10-19 18:00'));
const LATER = shanghai('2026-10-25 10:00');
const MINE = signed(AUTHOR, '2026-10-25 10:00');
const CHAIRS = { by: CHAIR, at: LATER };
const WHY = '试用的数据现在有了';

const appealed = (
  idea: Idea,
  { text = WHY, at = PUBLISHED, now = LATER, days = 15, calendar = DEFAULT_CALENDAR } = {},
) => appealDecision(idea, text, { round: at, now, appealDays: days, calendar }, MINE);
const answered = (idea: Idea, outcome: 'upheld' | 'rejected', by = CHAIRS, reply = '已复核') =>
  answerAppeal(idea, { outcome, reply }, collectingPlace(idea, LATER, DEFAULT_CALENDAR), by);

describe('the period of an appeal', () => {
  it('begins with the bulletin and ends with the last day, wherever and whenever', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Asia/Kathmandu');
    const instants = fc
      .integer({ min: Date.UTC(2026, 9, 18, 10), max: Date.UTC(2027, 11, 1) })
      .map(instantOf);
    fc.assert(
      fc.property(
        zones,
        instants,
        fc.integer({ min: 1, max: 90 }),
        fc.nat(100),
        (timeZone, at, days, late) => {
          const calendar = { ...DEFAULT_CALENDAR, timeZone };
          const now = instantOf(Date.parse(at) + late * MILLIS_PER_DAY);
          const passed =
            (Date.parse(localDate(now, calendar)) - Date.parse(localDate(at, calendar))) /
            MILLIS_PER_DAY;
          const outcome = appealed(decided('declined'), {
            at: publishedAt(at),
            now,
            days,
            calendar,
          });
          expect(codeOf(outcome)).toBe(passed <= days ? undefined : 'appeal-too-late');
        },
      ),
    );
  });

  it('is over at midnight, to the millisecond', () => {
    const midnight = startOfDay(shanghai('2026-11-04 09:00'), DEFAULT_CALENDAR);
    const before = instantOf(Date.parse(midnight) - 1);
    expect(appealed(decided('declined'), { now: before }).ok).toBe(true);
    expect(appealed(decided('declined'), { now: midnight })).toMatchObject({
      refusal: { code: 'appeal-too-late', lastDay: '2026-11-03' },
    });
  });

  it('is never when the decision can still be reopened', () => {
    const idea = decided('declined');
    for (const at of [deliberating(committee(9)), CLOSED, PUBLISHED]) {
      const again = reopenIdea(idea, at, '票数有误', CHAIRS, DEFAULT_CALENDAR);
      expect(appealed(idea, { at }).ok).toBe(!again.ok);
    }
    expect(codeOf(appealed(idea, { at: CLOSED }))).toBe('decision-not-published');
  });
});

describe('an appeal', () => {
  it('is one for each idea, also after the ballot that it led to', () => {
    const idea = value(appealed(decided('declined')));
    expect(appealed(idea)).toEqual({ ok: true, value: idea });
    expect(codeOf(appealed(idea, { text: '另有理由' }))).toBe('already-appealed');
    const again = value(answered(idea, 'upheld'));
    expect(codeOf(appealed(again))).toBe('wrong-state');
    const declined = value(
      decideIdea(again, resultOf({ oppose: 9 }), {
        outcome: 'as-balloted',
        by: CYCLE,
        at: shanghai('2026-11-18 18:00'),
      }),
    );
    expect(declined).toMatchObject({ status: 'declined', decision: { round: '2026-11' } });
    expect('appeal' in declined).toBe(false);
    expect(codeOf(appealed(declined))).toBe('already-appealed');
  });

  it('is only against a declined idea, and only its author’s', () => {
    for (const idea of [listed(), decided('adopted'), decided('deferred'), acceptedWith(1)])
      expect(codeOf(appealed(idea))).toBe('wrong-state');
    const { authorId: _, ...unnamed } = decided('declined');
    expect(codeOf(appealed(unnamed as Idea))).toBe('not-the-author');
    const coAuthored = {
      ...decided('declined'),
      coAuthors: [{ id: AUTHOR, via: decided('declined').id }],
      authorId: member('HT0500'),
    };
    expect(codeOf(appealed(coAuthored))).toBe('not-the-author');
  });

  it('upheld leads to the next round that is still collecting, without the former ballot', () => {
    const idea = value(answered(value(appealed(decided('declined'))), 'upheld'));
    expect(idea).toMatchObject({ status: 'on-agenda', round: '2026-10', agendaRound: '2026-11' });
    expect('decision' in idea).toBe(false);
    const places = [
      ['2026-11-15 08:59', '2026-11'],
      ['2026-11-15 09:00', '2026-12'],
      ['2026-11-15 23:59', '2026-12'],
      ['2026-11-16 00:00', '2026-12'],
      ['2026-12-15 09:00', '2027-01'],
    ] as const;
    for (const [now, expected] of places)
      expect(collectingPlace(idea, shanghai(now), DEFAULT_CALENDAR)).toBe(expected);
    expect(
      collectingPlace(
        { agendaRound: round('2026-10') },
        shanghai('2026-11-15 09:00'),
        DEFAULT_CALENDAR,
      ),
    ).toBe('2026-12');
  });

  it('is answered once, by nobody who is an author', () => {
    const idea = value(appealed(decided('declined')));
    for (const own of [actor(AUTHOR), actor(member('HT0087'))]) {
      const shared = { ...idea, coAuthors: [{ id: member('HT0087'), via: idea.id }] };
      for (const outcome of ['upheld', 'rejected'] as const)
        expect(codeOf(answered(shared, outcome, { by: own, at: LATER }))).toBe('own-appeal');
    }
    const rejected = value(answered(idea, 'rejected'));
    expect(answered(rejected, 'rejected')).toEqual({ ok: true, value: rejected });
    expect(codeOf(answered(rejected, 'rejected', CHAIRS, '另有答复'))).toBe('appeal-answered');
    expect(codeOf(answered(rejected, 'upheld'))).toBe('appeal-answered');
    expect(codeOf(answered(decided('declined'), 'rejected'))).toBe('no-appeal');
  });
});

describe('a rating', () => {
  const rate = (idea: Idea, at = PUBLISHED, by = MINE) =>
    rateOutcome(idea, { satisfaction: 'neutral', word: '还行' }, at, by);

  it('stays with the decision through all that follows, and ends with an upheld appeal', () => {
    for (const idea of [decided('adopted'), implementing(), completed(), acceptedWith(1)])
      expect(ratingOf(value(rate(idea)))).toMatchObject({ satisfaction: 'neutral', at: MINE.at });
    const adopted = value(rate(decided('adopted')));
    const done = acceptedWith(1, completed(implementing(adopted)));
    expect(ratingOf(done)).toMatchObject({ word: '还行' });
    const abandoned = value(abandonIdea(adopted, '设备已报废', CHAIRS));
    expect(ratingOf(abandoned)).toMatchObject({ word: '还行' });
    expect(rate(done)).toEqual({ ok: true, value: done });
    const declined = value(appealed(value(rate(decided('declined')))));
    expect(ratingOf(value(answered(declined, 'upheld')))).toBeUndefined();
  });

  it('waits for the bulletin, unless the work is accepted; a deferred idea has none', () => {
    for (const idea of [decided('adopted'), decided('declined'), completed()])
      expect(codeOf(rate(idea, CLOSED))).toBe('decision-not-published');
    expect(rate(acceptedWith(1), CLOSED).ok).toBe(true);
    expect(codeOf(rate(decided('deferred')))).toBe('wrong-state');
    expect(codeOf(rate(decided('adopted'), PUBLISHED, signed(OWNER)))).toBe('not-the-author');
  });
});

describe('an honour', () => {
  it('is for adopted ideas at work and after, and is kept by a reply and by giving up', () => {
    for (const idea of [decided('adopted'), implementing(), completed(), acceptedWith(1)]) {
      const named = value(nameExcellent(idea, CHAIRS));
      expect(isExcellent(named)).toBe(true);
      expect(nameExcellent(named, CHAIRS)).toEqual({ ok: true, value: named });
      expect(isExcellent(value(unnameExcellent(named, CHAIRS)))).toBe(false);
      expect(isExcellent(value(replyToIdea(named, '谢谢', CHAIRS)))).toBe(true);
    }
    const abandoned = value(
      abandonIdea(value(nameExcellent(implementing(), CHAIRS)), '设备已报废', CHAIRS),
    );
    expect(isExcellent(abandoned)).toBe(true);
    expect(codeOf(nameExcellent(abandoned, CHAIRS))).toBe('wrong-state');
    expect(isExcellent(value(unnameExcellent(abandoned, CHAIRS)))).toBe(false);
    for (const idea of [listed(), decided('declined'), decided('deferred')])
      expect(codeOf(nameExcellent(idea, CHAIRS))).toBe('wrong-state');
    expect(codeOf(nameExcellent(decided('adopted'), MINE))).toBe('own-idea');
  });
});

it('an idea waits for a reply or an answer, and never for both', () => {
  const declined = decided('declined');
  expect(unansweredOf(declined)).toEqual({
    waitsFor: 'reply',
    since: shanghai('2026-10-15 12:00'),
  });
  expect(unansweredOf(decided('deferred'))).toMatchObject({ waitsFor: 'reply' });
  expect(unansweredOf(listed(decided('deferred')))).toBeUndefined();
  expect(unansweredOf(decided('adopted'))).toBeUndefined();
  const replied = value(replyToIdea(declined, '谢谢', signed(SECRETARY)));
  expect(unansweredOf(replied)).toBeUndefined();
  for (const idea of [declined, replied]) {
    const open = value(appealed(idea));
    expect(unansweredOf(open)).toEqual({ waitsFor: 'appeal', since: MINE.at });
    expect(unansweredOf(value(answered(open, 'rejected')))).toBeUndefined();
  }
});
