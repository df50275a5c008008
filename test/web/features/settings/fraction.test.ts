/** Typed shares. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fractionText, shareOf } from '../../../../web/features/settings/fraction.ts';

describe('a share', () => {
  it('is a fraction or per cent, kept exactly, in full or half width', () => {
    expect(shareOf('2/3')).toEqual({ numerator: 2, denominator: 3 });
    expect(shareOf(' 2 ／ 3 ')).toEqual({ numerator: 2, denominator: 3 });
    expect(shareOf('６０％')).toEqual({ numerator: 60, denominator: 100 });
    expect(shareOf('66.7%')).toEqual({ numerator: 667, denominator: 1000 });
    expect(shareOf('0/1')).toEqual({ numerator: 0, denominator: 1 });
  });

  it.each([
    '',
    '2',
    '0.5',
    '1/0',
    '1/1001',
    '1001/2',
    '-1/2',
    '2/3/4',
    '120.5%',
    '66.67%',
    '三分之二',
  ])('is not %j', text => {
    expect(shareOf(text)).toBeUndefined();
  });

  it('is read back as it was shown', () => {
    const share = fc.record({
      numerator: fc.integer({ min: 0, max: 1000 }),
      denominator: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(share, one => {
        expect(shareOf(fractionText(one))).toEqual(one);
      }),
    );
  });
});
