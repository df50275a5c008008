/** Our few lines about time zones agree with `Temporal`. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../shared/domain/kernel/instant.ts';
import { instantOfWallClock, wallClockAt } from '../../../shared/domain/kernel/time-zone.ts';
import { date } from '../sample.ts';

/** All zones of the runtime, which an administrator may choose. */
const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
const years = (from: number, to: number) =>
  fc.integer({ min: Date.UTC(from, 0, 2), max: Date.UTC(to, 11, 30) });
const instants = fc
  .oneof(
    years(1850, 2100),
    fc.integer({ min: Date.parse('0000-01-02T00:00Z'), max: Date.UTC(9999, 11, 30) }),
  )
  .map(instantOf);

describe('local time', () => {
  it('is at every instant and in every zone that of Temporal', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
        expect(wallClockAt(instant, zone)).toBe(local.toString({ smallestUnit: 'millisecond' }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('has the instant that Temporal gives it', () => {
    fc.assert(
      fc.property(instants, zones, (shown, zone) => {
        expect(instantShowing(shown.slice(0, -1), zone)).toBe(
          temporalShowing(shown.slice(0, -1), zone),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes as in Temporal, around every change of a zone', () => {
    fc.assert(
      fc.property(
        years(1900, 2037),
        zones,
        fc.integer({ min: -180, max: 180 }),
        (from, zone, minutes) => {
          const change = Temporal.Instant.fromEpochMilliseconds(from)
            .toZonedDateTimeISO(zone)
            .getTimeZoneTransition('next');
          fc.pre(change !== null);
          const shown = change
            .toPlainDateTime()
            .add({ minutes })
            .toString({ smallestUnit: 'millisecond' });
          expect(instantShowing(shown, zone)).toBe(temporalShowing(shown, zone));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.for([
    ['a day that was left out', '2011-12-30T12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['an hour that was left out', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['an hour that came twice', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    [
      'a midnight that was left out',
      '2018-11-04T00:00',
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z',
    ],
  ] as const)('know what to do with %s', ([, wallClock, zone, instant]) => {
    expect(instantShowing(wallClock, zone)).toBe(instant);
  });

  it('is never an invalid one', () => {
    expect(() => instantShowing('2026-10-15T25:00', 'UTC')).toThrow(RangeError);
  });
});

function instantShowing(wallClock: string, zone: string): Instant {
  const [day = '', time = ''] = wallClock.split('T');
  return instantOfWallClock(date(day), time, zone);
}

function temporalShowing(wallClock: string, zone: string): Instant {
  return instantOf(Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).epochMilliseconds);
}
