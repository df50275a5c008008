/**
 * The length of texts as people count it, and the one spelling they are kept in.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODY, COMMENT, fits, graphemes, REASON, TITLE, tidy } from '../../shared/domain/text.ts';

describe('a text’s length', () => {
  it.each([
    ['', 0],
    ['行车限位', 4],
    ['𠮷野家', 3],
    ['👷', 1],
    ['👨‍👩‍👧‍👦', 1],
    ['👷🏽‍♀️安全', 3],
    ['🇨🇳', 1],
    ['e\u0301te\u0301', 3],
    ['a\r\nb', 3],
  ])('of %j is %i characters', (text, length) => {
    expect(graphemes(text)).toBe(length);
  });
});

describe('the limits of a text', () => {
  it('include both ends', () => {
    expect(fits('安', TITLE)).toBe(false);
    expect(fits('安全', TITLE)).toBe(true);
    expect(fits('字'.repeat(60), TITLE)).toBe(true);
    expect(fits('字'.repeat(61), TITLE)).toBe(false);
    expect(fits('字'.repeat(2000), BODY)).toBe(true);
    expect(fits('字'.repeat(2001), BODY)).toBe(false);
    expect(fits('好', COMMENT)).toBe(true);
    expect(fits('', COMMENT)).toBe(false);
  });

  it('count a family of four as one character', () => {
    expect(fits('👨‍👩‍👧‍👦'.repeat(60), TITLE)).toBe(true);
    expect(fits('👨‍👩‍👧‍👦'.repeat(61), TITLE)).toBe(false);
  });

  it('refuse letters heaped with accents, though they are few', () => {
    const zalgo = `Z${'\u0301\u0316\u0489'.repeat(400)}安全`;
    expect(graphemes(zalgo)).toBeLessThan(TITLE.max);
    expect(fits(zalgo, TITLE)).toBe(false);
  });

  it('leave a reason as many characters, but less room for large ones, for a history holds many', () => {
    expect(fits('字'.repeat(2000), REASON)).toBe(true);
    expect(fits('👷'.repeat(2000), REASON)).toBe(true);
    expect(fits('👨‍👩‍👧‍👦好'.repeat(600), REASON)).toBe(true);
    expect(fits('👨‍👩‍👧‍👦'.repeat(2000), REASON)).toBe(false);
    expect(fits('👨‍👩‍👧‍👦'.repeat(2000), BODY)).toBe(true);
  });

  it('let pass letters with the accents that languages use', () => {
    expect(fits('o\u0302\u0323'.repeat(60), TITLE)).toBe(true);
  });
});

describe('a tidied text', () => {
  it('is composed, without blank ends, with line breaks of one kind', () => {
    expect(tidy('  \u3000cafe\u0301\r\n第二行\r第三行\n\t ')).toBe('caf\u00e9\n第二行\n第三行');
  });

  it('does not change when tidied again', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '安',
            'e',
            '\u0301',
            '\r',
            '\n',
            ' ',
            '\u3000',
            '\u00c5',
            '\ufb01',
            '👷',
            '\u200d',
          ),
        }),
        text => {
          expect(tidy(tidy(text))).toBe(tidy(text));
        },
      ),
    );
  });
});
