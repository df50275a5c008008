/** Typed amounts: whole yuan for benefits, yuan and fen for payments. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenOf, fenText, yuanOf } from '../../../../web/ui/form/amount.ts';

describe('a benefit', () => {
  it('is whole yuan, with optional commas and spaces', () => {
    expect(yuanOf('120,000')).toBe(120_000);
    expect(yuanOf(' 12 000 ')).toBe(12_000);
    expect(yuanOf('１２０，０００')).toBe(120_000);
    expect(yuanOf('12万')).toBe(120_000);
    expect(yuanOf('8000,0')).toBeNaN();
    expect(yuanOf('1.5')).toBeNaN();
    expect(yuanOf('-3')).toBeNaN();
    expect(yuanOf('10000000001')).toBeNaN();
    expect(yuanOf(' ')).toBeUndefined();
  });
});

describe('a payment', () => {
  it('is read to the fen, and never through a binary fraction', () => {
    expect(fenOf('1.15')).toBe(115);
    expect(fenOf('0.5')).toBe(50);
    expect(fenOf('1,500')).toBe(150_000);
    expect(fenOf('1.005')).toBeNaN();
    expect(fenOf('.5')).toBeNaN();
    expect(fenOf('')).toBeUndefined();
  });

  it('is read back as it was shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), fen => fenOf(fenText(fen)) === fen),
    );
  });
});
