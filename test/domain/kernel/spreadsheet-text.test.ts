/**
 * Texts in a spreadsheet: what it would rewrite is protected, and every text is read back as
 * written.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isShortened,
  keptText,
  textOfCell,
} from '../../../shared/domain/kernel/spreadsheet-text.ts';

describe('a cell', () => {
  it.each([
    '00132',
    '007',
    '123456789012',
    '123456789012345678',
    '1E5',
    '12e03',
    '1-2',
    '2026-10',
    '3/4',
    '1.50',
    '1,000',
    '12%',
    '10月15日',
    'MAR1',
    '1-Dec',
    'sept2',
    'true',
    'FALSE',
    '=1+1',
    '-oidc-7',
    "'00132",
  ])('of %j keeps it with an apostrophe', text => {
    expect(keptText(text)).toBe(`'${text}`);
  });

  it.each([
    '132',
    '0',
    '13812345678',
    'HT0132',
    'E5',
    'sub-E1',
    'a1',
    '机加一车间',
    'marco',
    'may',
    '3a',
    '',
  ])('of %j is the text itself', text => {
    expect(keptText(text)).toBe(text);
    expect(textOfCell(text)).toBe(text);
  });

  it('is read back as written, whatever the text', () => {
    const likely = fc.string({ unit: fc.constantFrom(...`0123456789.-/eE+='"aA厂`) });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), likely), text => {
        expect(textOfCell(keptText(text))).toBe(text);
      }),
    );
  });

  it('that was typed by hand is read unchanged, and without its apostrophe if it has one', () => {
    expect(['00132', "'00132", "'s-Hertog"].map(textOfCell)).toEqual([
      '00132',
      '00132',
      "'s-Hertog",
    ]);
  });
});

it('a long number that a spreadsheet has shortened is recognized by its form', () => {
  expect(['1.23457E+17', '1E+12', '1.2e+15'].map(isShortened)).toEqual([true, true, true]);
  expect(['1E5', 'E+17', "'1.23457E+17", '12.5E+17'].map(isShortened)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
