/** What becomes of an idea next and by when, and its place in the tracker. */
import { describe, expect, it } from 'vitest';
import { answerAppeal, appealDecision } from '../../../shared/domain/idea/appeal.ts';
import { reopenIdea } from '../../../shared/domain/idea/deliberation.ts';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { abandonIdea } from '../../../shared/domain/idea/implementation.ts';
import { IDEA_STATUSES, type IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import { nextStepOf, trackerOf } from '../../../shared/domain/idea/next-step.ts';
import { approveReward, payReward } from '../../../shared/domain/idea/reward.ts';
import {
  dismissIdea,
  mergeIdea,
  returnIdea,
  withdrawIdea,
} from '../../../shared/domain/idea/screening.ts';
import { DEFAULT_CALENDAR } from '../../../shared/domain/organization/calendar.ts';
import { closeRound, completePublication } from '../../../shared/domain/round/round.ts';
import {
  AUTHOR,
  acceptedWith,
  CHAIR,
  calendar,
  completed,
  date,
  decided,
  deliberating,
  ideaId,
  implementing,
  listed,
  MANAGER,
  round,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const COLLECTING = '2026-10-08 12:00';
const OPENS = shanghai('2026-10-15 09:00');
const CLOSES = shanghai('2026-10-18 18:00');
const PUBLISHES = shanghai('2026-10-19 18:00');
const returned = value(returnIdea(submittedIdea(), '请写明数量', signed(SECRETARY)));
const dismissed = value(
  dismissIdea(submittedIdea(), { reason: '不是建议' }, signed(SECRETARY), {
    round: round('2026-10'),
  }),
);
const withdrawn = (idea: Idea) => value(withdrawIdea(idea, 0, signed(AUTHOR)));
const merged = value(
  mergeIdea(submittedIdea(), submittedIdea({ id: ideaId(2) }), signed(SECRETARY)),
).source;
const abandoned = value(abandonIdea(implementing(), '设备报废', { by: CHAIR, at: OPENS }));

const next = (idea: Idea, local: string) => nextStepOf(idea, shanghai(local), DEFAULT_CALENDAR);

describe('the next step', () => {
  it('until the day is screening, or the author’s revision; then the vote', () => {
    expect(next(submittedIdea(), COLLECTING)).toEqual({ step: 'screening', by: OPENS });
    expect(next(returned, COLLECTING)).toEqual({ step: 'revision', by: OPENS });
    expect(next(returned, '2026-10-16 12:00')).toEqual({ step: 'revision', by: CLOSES });
    expect(next(submittedIdea(), '2026-10-15 09:00')).toEqual({ step: 'voting', by: CLOSES });
  });

  it('of a returned idea that missed its round is the next round’s', () => {
    const opens = shanghai('2026-11-15 09:00');
    expect(next(returned, '2026-10-18 18:00')).toEqual({ step: 'revision', by: opens });
  });

  it('on an agenda is the day, the vote, and the decision', () => {
    expect(next(listed(), COLLECTING)).toEqual({ step: 'deliberation', by: OPENS });
    expect(next(listed(), '2026-10-15 09:00')).toEqual({ step: 'voting', by: CLOSES });
    expect(next(listed(), '2026-10-18 18:00')).toEqual({ step: 'decision', by: CLOSES });
  });

  it('follows a day that was moved', () => {
    const moved = calendar({ movedDays: { '2026-10': date('2026-10-20') } });
    expect(nextStepOf(listed(), shanghai('2026-10-15 09:00'), moved)).toEqual({
      step: 'deliberation',
      by: shanghai('2026-10-20 09:00'),
    });
  });

  it('of a deferred idea is the next round’s deliberation', () => {
    const opens = shanghai('2026-11-15 09:00');
    expect(next(decided('deferred'), '2026-10-16 12:00')).toEqual({
      step: 'deliberation',
      by: opens,
    });
  });

  it('of a declined idea is its publication, by the calendar or by the round that was read', () => {
    const declined = decided('declined');
    expect(next(declined, '2026-10-16 12:00')).toEqual({ step: 'publication', by: PUBLISHES });
    expect(next(declined, '2026-10-19 18:00')).toEqual({ step: 'nothing' });
    const early = completePublication(
      closeRound(deliberating([]), CLOSES),
      shanghai('2026-10-18 19:00'),
    );
    const now = shanghai('2026-10-19 09:00');
    expect(nextStepOf(declined, now, DEFAULT_CALENDAR, early)).toEqual({ step: 'nothing' });
    const late = closeRound(deliberating([]), CLOSES);
    expect(nextStepOf(declined, PUBLISHES, DEFAULT_CALENDAR, late).step).toBe('publication');
  });

  it('of a declined idea with an appeal is the chair’s answer', () => {
    const now = shanghai('2026-10-21 09:00');
    const appealed = value(
      appealDecision(
        decided('declined'),
        '请再看一次',
        {
          appealDays: 15,
          calendar: DEFAULT_CALENDAR,
          round: completePublication(closeRound(deliberating([]), CLOSES), PUBLISHES),
          now,
        },
        { by: { kind: 'member', id: AUTHOR }, at: now },
      ),
    );
    expect(next(appealed, '2026-10-21 10:00')).toEqual({ step: 'appeal' });
    const rejected = value(
      answerAppeal(appealed, { outcome: 'rejected', reply: '维持原决定' }, round('2026-11'), {
        by: CHAIR,
        at: now,
      }),
    );
    expect(next(rejected, '2026-10-22 10:00')).toEqual({ step: 'nothing' });
  });

  it('after adoption is an owner, the work until its due day, acceptance, and the reward', () => {
    const at = '2026-12-01 12:00';
    const shares = [{ member: AUTHOR, fen: 10_000 }];
    const approved = value(approveReward(acceptedWith(5000), 10_000, shares, signed(MANAGER)));
    const paid = value(payReward(approved, signed(MANAGER)));
    const path = [decided('adopted'), implementing(), completed(), acceptedWith(5000), approved];
    expect([...path, paid].map(idea => next(idea, at))).toEqual([
      { step: 'assignment' },
      { step: 'work', due: date('2026-12-31') },
      { step: 'acceptance' },
      { step: 'reward' },
      { step: 'reward' },
      { step: 'nothing' },
    ]);
  });

  it('is nothing for an accepted idea that nobody is rewarded for, and for one that is gone', () => {
    const { authorId: _, ...typed } = submittedIdea({ by: { kind: 'member', id: SECRETARY } });
    const nobodys = acceptedWith(5000, completed(implementing(decided('adopted', listed(typed)))));
    for (const idea of [nobodys, withdrawn(submittedIdea()), merged, abandoned])
      expect(next(idea, COLLECTING), idea.status).toEqual({ step: 'nothing' });
  });

  it('of a decision that was taken back is the ballot again', () => {
    const back = value(
      reopenIdea(
        decided('adopted'),
        deliberating([]),
        '票数有误',
        { by: CHAIR, at: shanghai('2026-10-16 09:00') },
        DEFAULT_CALENDAR,
      ),
    );
    expect(next(back, '2026-10-16 12:00')).toEqual({ step: 'voting', by: CLOSES });
  });
});

describe('the tracker', () => {
  it('has every state at its step', () => {
    const places: Record<IdeaStatus, [Idea, string, string]> = {
      submitted: [submittedIdea(), 'screening', 'under-way'],
      returned: [returned, 'screening', 'under-way'],
      'on-agenda': [listed(), 'voting', 'under-way'],
      deferred: [decided('deferred'), 'voting', 'under-way'],
      declined: [decided('declined'), 'voting', 'ended'],
      adopted: [decided('adopted'), 'implementation', 'under-way'],
      implementing: [implementing(), 'implementation', 'under-way'],
      completed: [completed(), 'acceptance', 'under-way'],
      accepted: [acceptedWith(5000), 'acceptance', 'done'],
      abandoned: [abandoned, 'implementation', 'ended'],
      withdrawn: [withdrawn(submittedIdea()), 'screening', 'ended'],
      merged: [merged, 'screening', 'ended'],
    };
    for (const status of IDEA_STATUSES) {
      const [idea, at, state] = places[status];
      expect(idea.status).toBe(status);
      expect(trackerOf(idea), status).toEqual({ at, state });
    }
  });

  it('ends where the idea came to: at screening without a ballot, at the vote once it was listed', () => {
    expect(trackerOf(dismissed)).toEqual({ at: 'screening', state: 'ended' });
    expect(trackerOf(withdrawn(listed()))).toEqual({ at: 'voting', state: 'ended' });
  });
});
