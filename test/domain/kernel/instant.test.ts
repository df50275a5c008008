/** Instants: one form, which sorts as text and never turns an invalid date into a valid one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  instantOf,
  isInstant,
  millisBetween,
  parseInstant,
} from '../../../shared/domain/kernel/instant.ts';
import { instant } from '../sample.ts';

const anyMillis = fc.integer({
  min: Date.parse('0001-01-01T00:00Z'),
  max: Date.parse('9998-12-31T00:00Z'),
});

describe('an instant', () => {
  it.each([
    ['2026-10-15T09:00+08:00', '2026-10-15T01:00:00.000Z'],
    ['2026-10-15T09:00:30+08:00', '2026-10-15T01:00:30.000Z'],
    ['2026-10-15T01:00:00.5Z', '2026-10-15T01:00:00.500Z'],
    ['2026-12-31T20:00:00-05:00', '2027-01-01T01:00:00.000Z'],
  ])('is read from %s', (text, utc) => {
    expect(parseInstant(text)).toBe(utc);
  });

  it.each([
    '2026-10-15T09:00',
    '2026-10-15',
    '2026-02-30T09:00Z',
    '2026-13-01T09:00Z',
    '2026-10-15T25:00Z',
    '2026-10-15 09:00Z',
    '2026-10-15T09:00:00.1234Z',
    '2026-10-15T09:00+0800',
    ' 2026-10-15T09:00Z',
    '9999-12-31T23:59-12:00',
    '0000-01-01T00:00+14:00',
    'now',
    '',
  ])('is not read from %j', text => {
    expect(parseInstant(text)).toBeUndefined();
  });

  it('has one form only', () => {
    expect(isInstant('2026-10-15T01:00:00.000Z')).toBe(true);
    expect(isInstant('2026-10-15T01:00:00Z')).toBe(false);
    expect(isInstant('2026-10-15T09:00:00.000+08:00')).toBe(false);
    expect(isInstant('2026-99-15T01:00:00.000Z')).toBe(false);
  });

  it('is refused beyond the years of four digits', () => {
    expect(() => instantOf(Date.parse('+010000-01-01T00:00:00Z'))).toThrow(RangeError);
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyMillis, anyMillis, (one, other) => {
        expect(instantOf(one) < instantOf(other)).toBe(one < other);
      }),
    );
  });

  it('is read back from its text', () => {
    fc.assert(
      fc.property(anyMillis, millis => {
        expect(parseInstant(instantOf(millis))).toBe(instantOf(millis));
      }),
    );
  });

  it('has a signed distance from another', () => {
    const [earlier, later] = [instant('2026-10-15T01:00Z'), instant('2026-10-15T01:01Z')];
    expect(millisBetween(earlier, later)).toBe(60_000);
    expect(millisBetween(later, earlier)).toBe(-60_000);
  });
});
