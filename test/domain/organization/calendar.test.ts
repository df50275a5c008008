/** The round of an instant, and the times at which a round opens, closes and is published. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundAfter, roundIdOf } from '../../../shared/domain/kernel/ids.ts';
import { instantOf, type LocalDate } from '../../../shared/domain/kernel/instant.ts';
import {
  type Calendar,
  DEFAULT_CALENDAR,
  localTime,
  parseLocalTime,
  roundOf,
  scheduleOf,
} from '../../../shared/domain/organization/calendar.ts';
import { calendar, date, instant, round, shanghai } from '../sample.ts';

describe('the round of an instant', () => {
  it('is that of the month while its deliberation day is still to come', () => {
    expect(roundOf(shanghai('2026-10-01 00:00'), calendar())).toBe('2026-10');
  });

  it('takes ideas up to the last millisecond of the deliberation day', () => {
    expect(roundOf(shanghai('2026-10-15 23:59:59.999'), calendar())).toBe('2026-10');
    expect(roundOf(shanghai('2026-10-16 00:00:00.000'), calendar())).toBe('2026-11');
  });

  it('is January of the next year after December’s day', () => {
    expect(roundOf(shanghai('2026-12-16 00:00'), calendar())).toBe('2027-01');
    expect(roundOf(shanghai('2027-01-01 00:00'), calendar())).toBe('2027-01');
  });

  it('follows the organization’s local day, not UTC’s', () => {
    const justBeforeMidnightInUrumqi = instant('2026-10-15T23:30:00+06:00');
    expect(roundOf(justBeforeMidnightInUrumqi, calendar({ timeZone: 'Asia/Urumqi' }))).toBe(
      '2026-10',
    );
    expect(roundOf(justBeforeMidnightInUrumqi, calendar())).toBe('2026-11');
    expect(roundOf(justBeforeMidnightInUrumqi, calendar({ timeZone: 'America/New_York' }))).toBe(
      '2026-10',
    );
    const afterMidnightInAuckland = instant('2026-10-16T00:30:00+13:00');
    expect(roundOf(afterMidnightInAuckland, calendar({ timeZone: 'Pacific/Auckland' }))).toBe(
      '2026-11',
    );
    expect(roundOf(afterMidnightInAuckland, calendar())).toBe('2026-10');
  });

  it('follows a day that was moved within its month', () => {
    const moved = calendar({ movedDays: { '2026-02': date('2026-02-26') } });
    expect(roundOf(shanghai('2026-02-26 23:59'), moved)).toBe('2026-02');
    expect(roundOf(shanghai('2026-02-27 00:00'), moved)).toBe('2026-03');
    expect(roundOf(shanghai('2026-04-16 00:00'), moved)).toBe('2026-05');
  });

  it('stays with the month before when its day was moved beyond the month’s end', () => {
    const late = calendar({ movedDays: { '2026-01': date('2026-02-03') } });
    expect(roundOf(shanghai('2026-02-03 12:00'), late)).toBe('2026-01');
    expect(roundOf(shanghai('2026-02-04 00:00'), late)).toBe('2026-02');
  });

  it('is already that of the month after when its day was moved before the month’s beginning', () => {
    const early = calendar({ movedDays: { '2026-10': date('2026-09-28') } });
    expect(roundOf(shanghai('2026-09-15 12:00'), early)).toBe('2026-09');
    expect(roundOf(shanghai('2026-09-28 23:59'), early)).toBe('2026-10');
    expect(roundOf(shanghai('2026-09-29 00:00'), early)).toBe('2026-11');
  });
});

describe('changed rules', () => {
  const sooner = calendar({ day: 20, former: [{ ...DEFAULT_CALENDAR, until: round('2026-10') }] });

  it('hold from the round after, and the former ones up to it', () => {
    expect(scheduleOf(round('2026-10'), sooner).day).toBe('2026-10-15');
    expect(scheduleOf(round('2026-11'), sooner).day).toBe('2026-11-20');
    expect(roundOf(shanghai('2026-10-16 00:00'), sooner)).toBe('2026-11');
    expect(roundOf(shanghai('2026-11-20 23:59'), sooner)).toBe('2026-11');
  });

  it('end a round in its own zone, and begin the next one in theirs', () => {
    const moving = calendar({
      timeZone: 'Europe/Berlin',
      former: [{ ...DEFAULT_CALENDAR, until: round('2026-10') }],
    });
    expect(roundOf(instant('2026-10-15T15:59:59.999Z'), moving)).toBe('2026-10');
    expect(roundOf(instant('2026-10-15T16:00:00.000Z'), moving)).toBe('2026-11');
    expect(roundOf(instant('2026-11-15T22:59:59.999Z'), moving)).toBe('2026-11');
    expect(roundOf(instant('2026-11-15T23:00:00.000Z'), moving)).toBe('2026-12');
  });

  it('may have been changed before; each holds for its own rounds', () => {
    const often = calendar({
      day: 5,
      former: [
        { ...DEFAULT_CALENDAR, until: round('2026-08') },
        { ...DEFAULT_CALENDAR, day: 25, until: round('2026-10') },
      ],
    });
    const days = ['2026-08', '2026-09', '2026-10', '2026-11'].map(
      id => scheduleOf(round(id), often).day,
    );
    expect(days).toEqual(['2026-08-15', '2026-09-25', '2026-10-25', '2026-11-05']);
  });
});

describe('the schedule of a round', () => {
  it('opens at nine on the 15th, takes ideas until midnight, closes three days later at six, and is public a day later', () => {
    expect(scheduleOf(round('2026-10'), calendar())).toEqual({
      day: '2026-10-15',
      opensAt: shanghai('2026-10-15 09:00'),
      intakeEndsAt: shanghai('2026-10-16 00:00'),
      closesAt: shanghai('2026-10-18 18:00'),
      publishesAt: shanghai('2026-10-19 18:00'),
    });
  });

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-04', '2026-04-30'],
    ['2026-07', '2026-07-31'],
  ])('of %s with the 31st as its day falls on %s', (id, day) => {
    expect(scheduleOf(round(id), calendar({ day: 31 })).day).toBe(day);
  });

  it('runs over the end of the year', () => {
    const { closesAt, publishesAt } = scheduleOf(round('2026-12'), calendar({ day: 30 }));
    expect(closesAt).toBe(shanghai('2027-01-02 18:00'));
    expect(publishesAt).toBe(shanghai('2027-01-03 18:00'));
  });

  it('keeps local hours when daylight saving time changes in between', () => {
    // Berlin leaves summer time on 25 October 2026.
    const berlin = calendar({ timeZone: 'Europe/Berlin', day: 24 });
    const { opensAt, intakeEndsAt, closesAt } = scheduleOf(round('2026-10'), berlin);
    expect(opensAt).toBe('2026-10-24T07:00:00.000Z');
    expect(intakeEndsAt).toBe('2026-10-24T22:00:00.000Z');
    expect(closesAt).toBe('2026-10-27T17:00:00.000Z');
  });
});

describe('for any calendar whose moved days keep the rounds in order', () => {
  const FIRST = Date.parse('2025-01-01T00:00:00Z');
  const LAST = Date.parse('2028-12-31T00:00:00Z');
  const anyInstant = fc.integer({ min: FIRST, max: LAST }).map(instantOf);
  const zone = fc.constantFrom(
    'Asia/Shanghai',
    'UTC',
    'America/New_York',
    'Pacific/Auckland',
    'Asia/Kathmandu',
  );
  const month = fc.record({
    year: fc.integer({ min: 2025, max: 2028 }),
    month: fc.integer({ min: 1, max: 12 }),
  });

  /**
   * Moved days at most a fortnight away, in months that are not neighbours, so that no two days
   * change places.
   */
  const anyCalendar: fc.Arbitrary<Calendar> = fc
    .record({
      timeZone: zone,
      day: fc.integer({ min: 1, max: 31 }),
      moves: fc.array(fc.record({ month, by: fc.integer({ min: -14, max: 14 }) }), {
        maxLength: 6,
      }),
    })
    .map(({ timeZone, day, moves }) => {
      const plain = calendar({ timeZone, day });
      const movedDays: Record<string, LocalDate> = {};
      for (const { month, by } of moves) {
        const id = roundIdOf(month.year, month.month);
        if (roundAfter(id) in movedDays || roundAfter(id, -1) in movedDays) continue;
        const moved = new Date(
          Date.parse(`${scheduleOf(id, plain).day}T00:00:00Z`) + by * 86_400_000,
        );
        movedDays[id] = date(moved.toISOString().slice(0, 10));
      }
      return calendar({ timeZone, day, movedDays });
    });

  it('a later instant never belongs to an earlier round', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, (calendar, one, other) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one];
        expect(roundOf(earlier, calendar) <= roundOf(later, calendar)).toBe(true);
      }),
    );
  });

  it('an instant is before the end of its own round’s submission and not before the end of the last one’s', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (calendar, instant) => {
        const own = roundOf(instant, calendar);
        expect(instant < scheduleOf(own, calendar).intakeEndsAt).toBe(true);
        expect(instant >= scheduleOf(roundAfter(own, -1), calendar).intakeEndsAt).toBe(true);
      }),
    );
  });

  it('a round opens, ends its submission, closes and is published in this order', () => {
    fc.assert(
      fc.property(anyCalendar, month, (calendar, { year, month }) => {
        const { opensAt, intakeEndsAt, closesAt, publishesAt } = scheduleOf(
          roundIdOf(year, month),
          calendar,
        );
        const order = [opensAt, intakeEndsAt, closesAt, publishesAt];
        expect(order.toSorted()).toEqual(order);
      }),
    );
  });
});

describe('the local time on a slip', () => {
  const NOW = shanghai('2026-10-08 10:00');

  it.each([
    '2026-09-17 08:12',
    '2026/9/17 8:12',
    '2026.09.17 08:12',
    '2026-09-17T08:12',
    '2026-9-17 08:12:00',
  ])('may be written %s', text => {
    expect(parseLocalTime(text, calendar(), NOW)).toBe(shanghai('2026-09-17 08:12'));
  });

  it('is written as it is read', () => {
    for (const timeZone of ['Asia/Shanghai', 'UTC', 'Asia/Kathmandu']) {
      const zoned = calendar({ timeZone });
      for (const text of ['2026-09-17 08:12', '2026-12-31 23:59', '2027-01-01 00:00'])
        expect(localTime(parseLocalTime(text, zoned, NOW)!, zoned)).toBe(text);
    }
    expect(localTime(shanghai('2026-09-17 08:12'), DEFAULT_CALENDAR)).toBe('2026-09-17 08:12');
  });

  it('is in the organization’s zone', () => {
    expect(parseLocalTime('2026-09-17 08:12', calendar({ timeZone: 'UTC' }), NOW)).toBe(
      '2026-09-17T08:12:00.000Z',
    );
  });

  it('is in the present zone, not in one that holds from a later round on', () => {
    const moving = calendar({
      timeZone: 'Asia/Tokyo',
      former: [{ ...DEFAULT_CALENDAR, until: round('2026-10') }],
    });
    expect(parseLocalTime('2026-10-15 08:12', moving, shanghai('2026-10-15 10:00'))).toBe(
      '2026-10-15T00:12:00.000Z',
    );
    expect(parseLocalTime('2026-10-15 08:12', moving, shanghai('2026-10-16 10:00'))).toBe(
      '2026-10-14T23:12:00.000Z',
    );
  });

  it.each([
    '0000-01-01 08:00',
    '0001-01-01',
    '9999-12-31 23:59',
    '2026-02-30 08:00',
    '2026-13-01 08:00',
    '2026-09-17 24:30',
    '2026-09-17 08:61',
    '08:12',
    '2026-09-17 08:12Z',
    '9月17日 08:12',
    '17-09-2026 08:12',
    '',
  ])('is not %j', text => {
    expect(parseLocalTime(text, calendar(), NOW)).toBeUndefined();
  });
});
