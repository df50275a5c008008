/** The calendar's rules in their form, and the first round of a change. */
import { describe, expect, it } from 'vitest';
import { newCalendar } from '../../../../shared/contract/schemas/administration.ts';
import { DEFAULT_CALENDAR } from '../../../../shared/domain/organization/calendar.ts';
import { CALENDAR_BOUNDS } from '../../../../shared/domain/organization/calendar-rules.ts';
import {
  calendarFields,
  checkCalendar,
  firstFreeRound,
  mayMove,
  movedDaysIn,
} from '../../../../web/features/calendar/calendar.ts';
import { round } from '../../../sample/names.ts';
import { words } from '../words.ts';

const fields = calendarFields(DEFAULT_CALENDAR);

describe('the rules', () => {
  it('are sent as they were shown, and pass the API', () => {
    const { former: _former, movedDays: _moved, ...rules } = DEFAULT_CALENDAR;
    const checked = checkCalendar(fields, words);
    expect(checked).toEqual({ ok: true, body: rules });
    expect(checked.ok && newCalendar.safeParse(checked.body).success).toBe(true);
  });

  it('keep to their bounds, with an error in each field', () => {
    const { day, votingDays, publicationDays } = CALENDAR_BOUNDS;
    const wrong = {
      timeZone: '北京',
      day: '32',
      opensAt: '9',
      votingDays: '0',
      closesAt: '24:00',
      publicationDays: '',
    };
    expect(checkCalendar(wrong, words)).toEqual({
      ok: false,
      errors: {
        timeZone: words.notATimeZone,
        day: words.between(day.min, day.max),
        opensAt: words.notATime,
        votingDays: words.between(votingDays.min, votingDays.max),
        closesAt: words.notATime,
        publicationDays: words.between(publicationDays.min, publicationDays.max),
      },
    });
  });
});

describe('changed rules', () => {
  const upcoming = (...states: readonly ('collecting' | 'decided' | undefined)[]) =>
    states.map((state, at) => ({ round: round(`2026-${String(at + 10)}`), state }));

  it('hold from the round after the newest that has begun', () => {
    expect(firstFreeRound(upcoming('collecting', undefined))).toBe('2026-11');
    expect(firstFreeRound(upcoming('decided', 'collecting', undefined))).toBe('2026-12');
  });

  it('do not hold for the current round even if it has not begun', () => {
    expect(firstFreeRound(upcoming(undefined, undefined))).toBe('2026-11');
    expect(firstFreeRound([])).toBeUndefined();
  });
});

describe('a day', () => {
  it('may be moved until its round deliberates', () => {
    expect(mayMove({ state: undefined })).toBe(true);
    expect(mayMove({ state: 'collecting' })).toBe(true);
    expect(mayMove({ state: 'deliberating' })).toBe(false);
    expect(mayMove({ state: 'published' })).toBe(false);
  });

  it('that was moved is in the preview if it is valid', () => {
    expect(movedDaysIn({ '2027-02': '2027-03-01', '2027-03': '31 March' })).toEqual({
      '2027-02': '2027-03-01',
    });
  });
});
