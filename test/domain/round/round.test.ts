/** A round's steps: they follow one another by time, each once, and none can be skipped. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR, scheduleOf } from '../../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../../shared/domain/organization/organization.ts';
import {
  closeRound,
  completePublication,
  endIntake,
  newRound,
  nextStep,
  openRound,
} from '../../../shared/domain/round/round.ts';
import { committee, deliberating, huatai, round, shanghai } from '../sample.ts';

const OCTOBER = scheduleOf(round('2026-10'), DEFAULT_CALENDAR);

describe('a round', () => {
  it('is opened, stops taking ideas, is closed and is published, in this order and each at its time', () => {
    const collecting = newRound(huatai.id, round('2026-10'), OCTOBER);
    expect(nextStep(collecting)).toEqual({ step: 'open', dueAt: shanghai('2026-10-15 09:00') });
    const opened = openRound(collecting, committee(3), DEFAULT_RULES, OCTOBER.opensAt);
    expect(nextStep(opened)).toEqual({ step: 'end-intake', dueAt: shanghai('2026-10-16 00:00') });
    const ended = endIntake(opened);
    expect(nextStep(ended)).toEqual({ step: 'close', dueAt: shanghai('2026-10-18 18:00') });
    const decided = closeRound(ended, OCTOBER.closesAt);
    expect(nextStep(decided)).toEqual({ step: 'publish', dueAt: shanghai('2026-10-19 18:00') });
    expect(nextStep(completePublication(decided, OCTOBER.publishesAt))).toBeUndefined();
  });

  it('keeps the committee and the rules of its opening', () => {
    const rules = { ...DEFAULT_RULES, threshold: { numerator: 2, denominator: 3 } };
    const published = completePublication(
      closeRound(endIntake(deliberating(committee(3), rules)), OCTOBER.closesAt),
      OCTOBER.publishesAt,
    );
    expect(published).toEqual({
      organization: 'huatai',
      id: '2026-10',
      schedule: OCTOBER,
      state: 'published',
      openedAt: OCTOBER.opensAt,
      electorate: committee(3),
      rules,
      closedAt: OCTOBER.closesAt,
      publishedAt: OCTOBER.publishesAt,
    });
  });

  it('stores the actual time of a step that was due earlier', () => {
    const late = shanghai('2026-10-19 08:00');
    const decided = closeRound(endIntake(deliberating(committee(3))), late);
    expect(decided.closedAt).toBe(late);
    expect(nextStep(decided)?.dueAt).toBe(shanghai('2026-10-19 18:00'));
  });
});
