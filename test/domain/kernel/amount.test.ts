/** Amounts as people write them in forms and spreadsheets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readYuan } from '../../../shared/domain/kernel/amount.ts';

describe('an amount in whole yuan', () => {
  it.each([
    ['36000', 36_000],
    ['36,000', 36_000],
    ['36，000', 36_000],
    ['36 000', 36_000],
    ['1,234,567', 1_234_567],
    ['36000.00', 36_000],
    [' ¥36,000.00 ', 36_000],
    ['￥３６，０００', 36_000],
    ['3.6万', 36_000],
    ['３．６万元', 36_000],
    ['12万元/年', 120_000],
    ['1.2亿', 120_000_000],
    ['0', 0],
    ['0元', 0],
    ['36000元整', 36_000],
    ['RMB 36,000', 36_000],
    ['10000000000', 10_000_000_000],
  ])('may be written %j', (text, amount) => {
    expect(readYuan(text)).toEqual({ ok: true, amount });
  });

  it.each([
    ['8000,0', 'grouping'],
    ['80,00', 'grouping'],
    ['1,0000', 'grouping'],
    ['1234,567', 'grouping'],
    ['1,234 567', 'grouping'],
    ['36,', 'grouping'],
    ['36000.5', 'decimals'],
    ['3.60005万', 'decimals'],
    ['10000000001', 'too-large'],
    ['999亿', 'too-large'],
    ['约3万', 'not-an-amount'],
    ['3-5万', 'not-an-amount'],
    ['-3', 'not-an-amount'],
    ['(3000)', 'not-an-amount'],
    ['1.85E+05', 'not-an-amount'],
    ['三万', 'not-an-amount'],
    ['无', 'not-an-amount'],
    ['.5', 'not-an-amount'],
    ['3.6千', 'not-an-amount'],
    ['$300', 'not-an-amount'],
  ])('is not %j: %s', (text, fault) => {
    expect(readYuan(text)).toEqual({ ok: false, fault });
  });

  it('is the same in every spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), amount => {
        for (const text of [
          String(amount),
          amount.toLocaleString('en'),
          `¥${amount}.00`,
          `${Math.floor(amount / 10_000)}.${String(amount % 10_000).padStart(4, '0')}万`,
        ])
          expect(readYuan(text)).toEqual({ ok: true, amount });
      }),
    );
  });
});

describe('an amount to the fen', () => {
  it('is never read through a binary fraction', () => {
    const inFen = (text: string) => readAmount(text, { places: 2, most: 1_000_000_000 });
    expect(inFen('1.15')).toEqual({ ok: true, amount: 115 });
    expect(inFen('0.01万')).toEqual({ ok: true, amount: 10_000 });
    expect(inFen('1.005')).toEqual({ ok: false, fault: 'decimals' });
  });
});
