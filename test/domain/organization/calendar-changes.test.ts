/**
 * Moving a month's day and changing the calendar's rules: what is refused, and that rounds stay in
 * order after any change.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RoundId, roundAfter, roundsFrom } from '../../../shared/domain/kernel/ids.ts';
import { type Instant, instantOf, MILLIS_PER_DAY } from '../../../shared/domain/kernel/instant.ts';
import {
  type Calendar,
  DEFAULT_CALENDAR,
  daysAfter,
  localDate,
  roundOf,
  rulesOf,
  scheduleOf,
} from '../../../shared/domain/organization/calendar.ts';
import {
  changeRules,
  moveRoundDay,
  restoreRoundDay,
} from '../../../shared/domain/organization/calendar-changes.ts';
import {
  CALENDAR_BOUNDS,
  type CalendarRules,
} from '../../../shared/domain/organization/calendar-rules.ts';
import { calendar, codeOf, date, round, shanghai, value } from '../sample.ts';

const NOW = shanghai('2026-10-08 10:00');
const OCTOBER = round('2026-10');
const dayIn = (of: Calendar, id: string): string => scheduleOf(round(id), of).day;
const moved = (id: string, day: string, from: Calendar = calendar(), now: Instant = NOW) =>
  moveRoundDay(from, round(id), date(day), now);

describe('moving the deliberation day', () => {
  it('moves the opening and the closing along, and leaves the other rounds unchanged', () => {
    const after = value(moved('2026-10', '2026-10-22'));
    expect(scheduleOf(OCTOBER, after)).toEqual({
      day: '2026-10-22',
      opensAt: shanghai('2026-10-22 09:00'),
      intakeEndsAt: shanghai('2026-10-23 00:00'),
      closesAt: shanghai('2026-10-25 18:00'),
      publishesAt: shanghai('2026-10-26 18:00'),
    });
    expect([dayIn(after, '2026-09'), dayIn(after, '2026-11')]).toEqual([
      '2026-09-15',
      '2026-11-15',
    ]);
  });

  it('may cross the month’s end: February’s day after the Spring Festival', () => {
    const after = value(moved('2026-02', '2026-03-01', calendar(), shanghai('2026-01-20 10:00')));
    expect(dayIn(after, '2026-02')).toBe('2026-03-01');
    expect(roundOf(shanghai('2026-03-01 23:59'), after)).toBe('2026-02');
    expect(roundOf(shanghai('2026-03-02 00:00'), after)).toBe('2026-03');
  });

  it('is possible for a round that has not begun, and again', () => {
    const once = value(moved('2027-02', '2027-03-01'));
    const twice = value(moved('2027-02', '2027-02-25', once));
    expect(dayIn(twice, '2027-02')).toBe('2027-02-25');
    expect(Object.keys(twice.movedDays)).toEqual(['2027-02']);
  });

  it('back to the regular day leaves nothing behind', () => {
    const there = value(moved('2026-10', '2026-10-22'));
    expect(value(restoreRoundDay(there, OCTOBER, NOW))).toEqual(calendar());
    expect(value(moved('2026-10', '2026-10-15', there))).toEqual(calendar());
    expect(value(restoreRoundDay(calendar(), OCTOBER, NOW))).toEqual(calendar());
  });

  it.each([
    ['2026-10-08', 'is today', NOW],
    ['2026-10-01', 'is past', NOW],
  ])('is refused to %s, which %s', (day, _, now) => {
    expect(moved('2026-10', day, calendar(), now)).toEqual({
      ok: false,
      refusal: { code: 'day-has-come', day },
    });
  });

  it('is refused once the day itself has come, from its first minute in the organization’s zone', () => {
    expect(
      codeOf(moved('2026-10', '2026-10-20', calendar(), shanghai('2026-10-14 23:59'))),
    ).toBeUndefined();
    expect(moved('2026-10', '2026-10-20', calendar(), shanghai('2026-10-15 00:00'))).toEqual({
      ok: false,
      refusal: { code: 'day-has-come', day: '2026-10-15' },
    });
    expect(codeOf(moved('2026-09', '2026-10-20'))).toBe('day-has-come');
  });

  it('is refused beyond the neighbouring months, and where it would meet the round before or after', () => {
    const bounds = { first: '2026-10-19', last: '2026-12-11' };
    expect(moved('2026-11', '2026-10-18')).toEqual({
      ok: false,
      refusal: { code: 'day-out-of-order', ...bounds },
    });
    expect(moved('2026-11', '2026-12-12')).toMatchObject({
      refusal: { code: 'day-out-of-order', ...bounds },
    });
    expect(moved('2026-11', '2027-01-01')).toMatchObject({
      refusal: { code: 'day-outside-month', ...bounds },
    });
    expect(codeOf(moved('2026-11', '2026-10-19'))).toBeUndefined();
    expect(codeOf(moved('2026-11', '2026-12-11'))).toBeUndefined();
  });

  it('respects neighbours that were moved themselves', () => {
    const october = value(moved('2026-10', '2026-11-05'));
    expect(moved('2026-11', '2026-11-08', october)).toMatchObject({
      refusal: { code: 'day-out-of-order', first: '2026-11-09' },
    });
    const november = value(moved('2026-11', '2026-12-05'));
    const december = value(moved('2026-12', '2026-12-28', november));
    const back = value(moved('2026-11', '2026-12-20', december));
    expect(restoreRoundDay(back, round('2026-12'), NOW)).toMatchObject({
      refusal: { code: 'day-out-of-order', first: '2026-12-24' },
    });
  });

  it('is refused more than two years ahead', () => {
    expect(codeOf(moved('2028-10', '2028-10-20'))).toBeUndefined();
    expect(moved('2028-11', '2028-11-20')).toEqual({
      ok: false,
      refusal: { code: 'day-too-far-ahead', farthest: '2028-10' },
    });
    expect(codeOf(moved('2099-12', '2099-12-20'))).toBe('day-too-far-ahead');
  });
});

describe('changing the rules', () => {
  const rules = (changes: Partial<CalendarRules>): CalendarRules => ({
    ...DEFAULT_CALENDAR,
    ...changes,
  });

  it('holds from the round after the newest', () => {
    const after = value(changeRules(calendar(), rules({ day: 20 }), OCTOBER, NOW));
    expect([dayIn(after, '2026-10'), dayIn(after, '2026-11')]).toEqual([
      '2026-10-15',
      '2026-11-20',
    ]);
    const later = value(
      changeRules(calendar(), rules({ day: 20 }), round('2026-11'), shanghai('2026-10-15 09:01')),
    );
    expect([dayIn(later, '2026-11'), dayIn(later, '2026-12')]).toEqual([
      '2026-11-15',
      '2026-12-20',
    ]);
  });

  it('holds from the round after the current one if there are rounds to catch up with', () => {
    const after = value(
      changeRules(calendar(), rules({ day: 20 }), OCTOBER, shanghai('2026-12-24 10:00')),
    );
    expect(['2026-11', '2026-12', '2027-01', '2027-02'].map(id => dayIn(after, id))).toEqual([
      '2026-11-15',
      '2026-12-15',
      '2027-01-15',
      '2027-02-20',
    ]);
  });

  it('twice within a round leaves one entry, and undone leaves none', () => {
    const once = value(changeRules(calendar(), rules({ day: 20 }), OCTOBER, NOW));
    const twice = value(changeRules(once, rules({ day: 25 }), OCTOBER, NOW));
    expect(twice.former).toHaveLength(1);
    expect([dayIn(twice, '2026-10'), dayIn(twice, '2026-11')]).toEqual([
      '2026-10-15',
      '2026-11-25',
    ]);
    expect(value(changeRules(twice, rules({}), OCTOBER, NOW))).toEqual(calendar());
    expect(value(changeRules(calendar(), rules({}), OCTOBER, NOW))).toEqual(calendar());
  });

  it('keeps the moved days', () => {
    const spring = value(moved('2027-02', '2027-03-01'));
    const after = value(changeRules(spring, rules({ day: 20 }), OCTOBER, NOW));
    expect(['2027-01', '2027-02', '2027-03'].map(id => dayIn(after, id))).toEqual([
      '2027-01-20',
      '2027-03-01',
      '2027-03-20',
    ]);
  });

  it('is refused if two rounds would overlap, and possible once a day has been moved', () => {
    const last = calendar({ day: 31 });
    expect(changeRules(last, { ...last, day: 1 }, OCTOBER, NOW)).toEqual({
      ok: false,
      refusal: {
        code: 'rounds-overlap',
        round: '2026-10',
        closesAt: shanghai('2026-11-03 18:00'),
        opensAt: shanghai('2026-11-01 09:00'),
      },
    });
    const eased = value(moved('2026-11', '2026-11-10', last));
    const after = value(changeRules(eased, { ...eased, day: 1 }, OCTOBER, NOW));
    expect(['2026-10', '2026-11', '2026-12'].map(id => dayIn(after, id))).toEqual([
      '2026-10-31',
      '2026-11-10',
      '2026-12-01',
    ]);
  });

  it('is refused because of a moved day, too', () => {
    const spring = value(moved('2027-02', '2027-03-01'));
    expect(changeRules(spring, rules({ day: 3 }), OCTOBER, NOW)).toMatchObject({
      refusal: { code: 'rounds-overlap', round: '2027-02' },
    });
  });
});

describe('after any changes by an administrator, in any order', () => {
  const ZONES = [
    'Asia/Shanghai',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'Europe/Berlin',
    'UTC',
  ];
  const within = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30', '59'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const someRules: fc.Arbitrary<CalendarRules> = fc.record({
    timeZone: fc.constantFrom(...ZONES),
    day: within(CALENDAR_BOUNDS.day),
    opensAt: time,
    votingDays: within(CALENDAR_BOUNDS.votingDays),
    closesAt: time,
    publicationDays: within(CALENDAR_BOUNDS.publicationDays),
  });
  type Act =
    | { readonly do: 'wait'; readonly hours: number }
    | { readonly do: 'move'; readonly ahead: number; readonly by: number }
    | { readonly do: 'move back'; readonly ahead: number }
    | { readonly do: 'change'; readonly rules: CalendarRules };
  const act: fc.Arbitrary<Act> = fc.oneof(
    fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 900 }) }),
    fc.record({
      do: fc.constant('move' as const),
      ahead: fc.integer({ min: -1, max: 4 }),
      by: fc.integer({ min: -40, max: 40 }),
    }),
    fc.record({ do: fc.constant('move back' as const), ahead: fc.integer({ min: -1, max: 4 }) }),
    fc.record({ do: fc.constant('change' as const), rules: someRules }),
  );

  /**
   * The newest round at an instant, if every round began the next when its own deliberation opened.
   */
  const newestAt = (now: Instant, of: Calendar): RoundId => {
    const current = roundOf(now, of);
    return now >= scheduleOf(current, of).opensAt ? roundAfter(current) : current;
  };
  const done = (act: Act, before: Calendar, now: Instant): Calendar => {
    if (act.do === 'wait') return before;
    if (act.do === 'change') {
      const after = changeRules(before, act.rules, newestAt(now, before), now);
      return after.ok ? after.value : before;
    }
    const which = roundAfter(roundOf(now, before), act.ahead);
    const after =
      act.do === 'move'
        ? moveRoundDay(before, which, daysAfter(scheduleOf(which, before).day, act.by), now)
        : restoreRoundDay(before, which, now);
    return after.ok ? after.value : before;
  };

  it('rounds stay in order, each instant belongs to exactly one, and no past round changes', {
    timeout: 30_000,
  }, () => {
    const outcomes = new Map<string, number>();
    fc.assert(
      fc.property(someRules, fc.array(act, { minLength: 1, maxLength: 12 }), (rules, acts) => {
        let now = shanghai('2026-03-08 10:00');
        let state: Calendar = { ...rules, former: [], movedDays: {} };
        for (const act of acts) {
          if (act.do === 'wait') now = instantOf(Date.parse(now) + act.hours * 3_600_000);
          const newest = newestAt(now, state);
          const after = done(act, state, now);
          if (after === state) continue;
          outcomes.set(act.do, (outcomes.get(act.do) ?? 0) + 1);
          const all = roundsFrom(roundAfter(newest, -3), roundAfter(newest, 6));
          for (const id of all) {
            const [one, next] = [scheduleOf(id, after), scheduleOf(roundAfter(id), after)];
            expect(one.day < next.day && one.closesAt < next.opensAt).toBe(true);
            expect(one.intakeEndsAt < next.intakeEndsAt).toBe(true);
            expect(roundOf(instantOf(Date.parse(one.intakeEndsAt) - 1), after)).toBe(id);
            expect(roundOf(one.intakeEndsAt, after)).toBe(roundAfter(id));
            expect([roundAfter(id, -1), id, roundAfter(id)]).toContain(one.day.slice(0, 7));
            // A change of the rules affects no existing round; a moved day only a round whose day
            // is to come.
            const touched = scheduleOf(id, state).opensAt !== one.opensAt;
            if (touched && act.do === 'change') expect(id > newest).toBe(true);
            if (touched) expect(one.day > localDate(now, rulesOf(id, after))).toBe(true);
          }
          for (let back = 0; back < 100; back += 33) {
            const then = instantOf(Date.parse(now) - back * MILLIS_PER_DAY);
            expect(roundOf(then, after)).toBe(roundOf(then, state));
          }
          state = after;
        }
      }),
      { numRuns: 60 },
    );
    // The property would also hold for a calendar that refuses everything.
    expect([...outcomes.keys()].toSorted()).toEqual(['change', 'move', 'move back']);
  });

  it('the bounds in a refusal are exactly the allowed days', () => {
    fc.assert(
      fc.property(
        someRules,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: -70, max: 70 }),
        (rules, ahead, by) => {
          const state: Calendar = { ...rules, former: [], movedDays: {} };
          const which = roundAfter(roundOf(NOW, state), ahead);
          const refusal = moveRoundDay(
            state,
            which,
            daysAfter(scheduleOf(which, state).day, by),
            NOW,
          );
          if (refusal.ok || !('first' in refusal.refusal)) return;
          const { first, last } = refusal.refusal;
          for (const [day, fits] of [
            [daysAfter(first, -1), false],
            [first, true],
            [last, true],
            [daysAfter(last, 1), false],
          ] as const)
            expect(moveRoundDay(state, which, day, NOW).ok, day).toBe(fits);
        },
      ),
    );
  });
});
