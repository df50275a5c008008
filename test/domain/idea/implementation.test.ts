/**
 * Implementation and acceptance: the owner of an adopted idea, its due date and progress; and
 * nobody accepts their own work.
 */
import { describe, expect, it } from 'vitest';
import type { Idea } from '../../../shared/domain/idea/idea.ts';
import { implementationOf } from '../../../shared/domain/idea/idea.ts';
import {
  abandonIdea,
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
  sendBackIdea,
} from '../../../shared/domain/idea/implementation.ts';
import { DEFAULT_BANDS } from '../../../shared/domain/organization/reward-bands.ts';
import {
  acceptedWith,
  actor,
  codeOf,
  completed,
  date,
  decided,
  implementing,
  listed,
  MANAGER,
  member,
  OWNER,
  SECRETARY,
  shanghai,
  signed,
  submittedIdea,
  value,
} from '../sample.ts';

const TODAY = date('2026-11-02');
const by = signed(SECRETARY, '2026-11-02 09:00');
const own = signed(OWNER, '2026-11-02 09:00');
const managers = signed(MANAGER, '2026-12-25 09:00');
const OTHER = member('HT0300');
/** An idea in each state except those of its implementation. */
const elsewhere = [submittedIdea(), listed(), decided('declined'), decided('deferred')];
const codes = (act: (idea: Idea) => Parameters<typeof codeOf>[0], ideas: readonly Idea[]) =>
  ideas.map(idea => codeOf(act(idea)));
const wrong = (ideas: readonly Idea[]) => ideas.map(() => 'wrong-state');

describe('assigning', () => {
  const charge = (idea: Idea, owner = OTHER, due = '2026-12-01', signature = by) =>
    assignIdea(idea, { owner, due: date(due) }, signature, TODAY);

  it('gives an adopted idea an owner, with no progress', () => {
    const idea = value(charge(decided('adopted')));
    expect(idea).toMatchObject({
      status: 'implementing',
      implementation: { owner: OTHER, due: '2026-12-01', progress: 0, assignedAt: by.at },
      decision: { outcome: 'adopted' },
    });
  });

  it('to another owner, or another day, keeps the progress', () => {
    const going = value(reportProgress(implementing(), { progress: 40, note: '材料已到位' }, own));
    const idea = value(charge(going));
    expect(implementationOf(idea)).toEqual({
      owner: OTHER,
      due: '2026-12-01',
      assignedAt: by.at,
      progress: 40,
      note: '材料已到位',
      reportedAt: own.at,
    });
    expect(idea.history.at(-1)).toMatchObject({
      act: 'reassign',
      from: 'implementing',
      to: 'implementing',
    });
  });

  it('takes today as the due date, and no past day', () => {
    expect(value(charge(decided('adopted'), OTHER, '2026-11-02')).status).toBe('implementing');
    expect(charge(decided('adopted'), OTHER, '2026-11-01')).toEqual({
      ok: false,
      refusal: { code: 'due-in-the-past', today: TODAY },
    });
    expect(codeOf(charge(implementing(), OTHER, '2026-11-01'))).toBe('due-in-the-past');
  });

  it('that is repeated changes nothing, even on a later day; by another person it is refused', () => {
    const idea = value(charge(decided('adopted')));
    expect(
      value(assignIdea(idea, { owner: OTHER, due: date('2026-12-01') }, by, date('2026-12-02'))),
    ).toBe(idea);
    expect(value(charge(idea, OTHER, '2026-12-01', managers)).version).toBe(idea.version + 1);
  });

  it('is for adopted ideas that are not completed', () => {
    const ideas = [...elsewhere, completed(), acceptedWith(5000)];
    expect(codes(idea => charge(idea), ideas)).toEqual(wrong(ideas));
  });
});

describe('reporting', () => {
  const half = { progress: 50, note: '四台已装' };

  it('stores the progress, and each report stays in the history', () => {
    const first = value(reportProgress(implementing(), half, own));
    const second = value(reportProgress(first, { progress: 40, note: '一台返工' }, own));
    expect(implementationOf(second)).toMatchObject({
      progress: 40,
      note: '一台返工',
      reportedAt: own.at,
      owner: OWNER,
    });
    expect(second.history.slice(-2)).toMatchObject([half, { progress: 40, note: '一台返工' }]);
  });

  it('is for the owner alone', () => {
    expect(codeOf(reportProgress(implementing(), half, signed(OTHER)))).toBe('not-the-owner');
    expect(codeOf(reportProgress(implementing(), half, by))).toBe('not-the-owner');
    const handedOn = value(
      assignIdea(implementing(), { owner: OTHER, due: date('2026-12-01') }, by, TODAY),
    );
    expect(codeOf(reportProgress(handedOn, half, own))).toBe('not-the-owner');
  });

  it('in the same words within the hour is the same report, and after that a new one', () => {
    const idea = value(reportProgress(implementing(), half, own));
    expect(value(reportProgress(idea, half, signed(OWNER, '2026-11-02 10:00')))).toBe(idea);
    const later = value(reportProgress(idea, half, signed(OWNER, '2026-11-02 10:00:00.001')));
    expect(later.version).toBe(idea.version + 1);
  });

  it('is for work in progress', () => {
    const ideas = [...elsewhere, decided('adopted'), completed(), acceptedWith(5000)];
    expect(codes(idea => reportProgress(idea, half, own), ideas)).toEqual(wrong(ideas));
  });
});

describe('completing', () => {
  const work = { done: '全部装好', claimedBenefit: 80_000 };

  it('stores what was done and its yearly benefit', () => {
    const idea = value(completeIdea(implementing(), work, own));
    expect(idea).toMatchObject({ status: 'completed', completion: { ...work, at: own.at } });
  });

  it('is for the owner alone, and for work in progress', () => {
    expect(codeOf(completeIdea(implementing(), work, managers))).toBe('not-the-owner');
    const ideas = [...elsewhere, decided('adopted'), acceptedWith(5000)];
    expect(codes(idea => completeIdea(idea, work, own), ideas)).toEqual(wrong(ideas));
  });

  it('that is repeated changes nothing; with other words it is too late', () => {
    const idea = value(completeIdea(implementing(), work, own));
    expect(value(completeIdea(idea, work, own))).toBe(idea);
    expect(codeOf(completeIdea(idea, { ...work, claimedBenefit: 90_000 }, own))).toBe(
      'wrong-state',
    );
  });
});

describe('sending back', () => {
  it('returns the work to its owner, with the reason and its former progress', () => {
    const idea = value(sendBackIdea(completed(), '两台未调试', managers));
    expect(idea).toMatchObject({ status: 'implementing', implementation: { owner: OWNER } });
    expect('completion' in idea).toBe(false);
    expect(idea.history.at(-1)).toMatchObject({
      act: 'send-back',
      reason: '两台未调试',
      from: 'completed',
    });
    expect(value(completeIdea(idea, { done: '已调试', claimedBenefit: 1 }, own)).status).toBe(
      'completed',
    );
  });

  it('is never for the owner, and only for completed work', () => {
    expect(codeOf(sendBackIdea(completed(), '未完成', own))).toBe('own-work');
    const ideas = [...elsewhere, implementing(), acceptedWith(5000)];
    expect(codes(idea => sendBackIdea(idea, '未完成', managers), ideas)).toEqual(wrong(ideas));
  });

  it('that is repeated changes nothing', () => {
    const idea = value(sendBackIdea(completed(), '两台未调试', managers));
    expect(value(sendBackIdea(idea, '两台未调试', managers))).toBe(idea);
  });
});

describe('accepting', () => {
  it('verifies the benefit, whatever its owner claimed, and has the bands propose a reward', () => {
    expect(acceptedWith(100_000)).toMatchObject({
      status: 'accepted',
      completion: { claimedBenefit: 120_000 },
      acceptance: { by: MANAGER, verifiedBenefit: 100_000, at: managers.at },
      reward: { state: 'proposed', proposal: { least: 500, most: 1500, proposed: 500 } },
    });
  });

  it('keeps the proposal of that day’s bands', () => {
    const generous = [{ from: 0, least: 1000, most: 9000 }];
    const idea = value(acceptIdea(completed(), 100_000, managers, generous));
    expect(value(acceptIdea(idea, 100_000, managers, DEFAULT_BANDS))).toBe(idea);
    expect(idea).toMatchObject({ reward: { proposal: { least: 1000, most: 9000 } } });
  });

  it('is never for the owner, whatever their other roles', () => {
    const managing = value(
      assignIdea(decided('adopted'), { owner: MANAGER, due: date('2026-12-01') }, by, TODAY),
    );
    const idea = value(completeIdea(managing, { done: '全部装好', claimedBenefit: 1 }, managers));
    expect(codeOf(acceptIdea(idea, 1, managers, DEFAULT_BANDS))).toBe('own-work');
    expect(codeOf(acceptIdea(completed(), 120_000, own, DEFAULT_BANDS))).toBe('own-work');
  });

  it('is for completed work, once', () => {
    const ideas = [...elsewhere, decided('adopted'), implementing()];
    expect(codes(idea => acceptIdea(idea, 1, managers, DEFAULT_BANDS), ideas)).toEqual(
      wrong(ideas),
    );
    expect(codeOf(acceptIdea(acceptedWith(5000), 6000, managers, DEFAULT_BANDS))).toBe(
      'wrong-state',
    );
  });
});

describe('abandoning', () => {
  it('ends an adopted idea, and keeps its owner', () => {
    const given = { at: by.at, by: actor(SECRETARY), reason: '设备已更新' };
    const early = value(abandonIdea(decided('adopted'), '设备已更新', by));
    expect(early).toMatchObject({ status: 'abandoned', abandonment: given });
    expect(implementationOf(early)).toBeUndefined();
    const late = value(abandonIdea(implementing(), '设备已更新', by));
    expect(late).toMatchObject({ abandonment: given, implementation: { owner: OWNER } });
    expect(
      value(abandonIdea(late, '设备已更新', { ...by, at: shanghai('2026-11-02 09:01') })),
    ).toBe(late);
  });

  it('is too late after completion, and too early before adoption', () => {
    const ideas = [...elsewhere, completed(), acceptedWith(5000)];
    expect(codes(idea => abandonIdea(idea, '设备已更新', by), ideas)).toEqual(wrong(ideas));
  });
});
