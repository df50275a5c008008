/** The length of texts as people count it, and their one stored spelling. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BODY,
  COMMENT,
  excerptOf,
  fits,
  graphemes,
  REASON,
  shows,
  TITLE,
  tidy,
  tidyLine,
  tidyName,
} from '../../../shared/domain/kernel/text.ts';

describe('an excerpt', () => {
  it('is the beginning of a text as one line; longer texts end in a sign', () => {
    expect(excerptOf(' 铁屑飞溅\r\n到导轨上\n')).toBe('铁屑飞溅 到导轨上');
    expect(excerptOf('长'.repeat(60))).toBe('长'.repeat(60));
    expect(excerptOf('长'.repeat(61))).toBe(`${'长'.repeat(60)}…`);
  });

  it('cuts no character in two', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(excerptOf(family.repeat(70))).toBe(`${family.repeat(60)}…`);
  });
});

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

  it('refuse letters with piles of accents, however few', () => {
    const zalgo = `Z${'\u0301\u0316\u0489'.repeat(400)}安全`;
    expect(graphemes(zalgo)).toBeLessThan(TITLE.max);
    expect(fits(zalgo, TITLE)).toBe(false);
  });

  it('allow a reason as many characters, but less room for large ones, because a history has many', () => {
    expect(fits('字'.repeat(2000), REASON)).toBe(true);
    expect(fits('👷'.repeat(2000), REASON)).toBe(true);
    expect(fits('👨‍👩‍👧‍👦好'.repeat(600), REASON)).toBe(true);
    expect(fits('👨‍👩‍👧‍👦'.repeat(2000), REASON)).toBe(false);
    expect(fits('👨‍👩‍👧‍👦'.repeat(2000), BODY)).toBe(true);
  });

  it('allow letters with the accents of natural languages', () => {
    expect(fits('o\u0302\u0323'.repeat(60), TITLE)).toBe(true);
  });
});

describe('a tidied text', () => {
  it('is composed, without blanks at its ends, with line breaks of one kind', () => {
    expect(tidy('  \u3000cafe\u0301\r\n第二行\r第三行\n\t ')).toBe('caf\u00e9\n第二行\n第三行');
  });

  it.each([
    ['Word and PowerPoint', '第一行\v第二行\f第三行\u2028第四行', '第一行\n第二行\n第三行\n第四行'],
    ['Word', 'A\x1eB\x1f和\u00ad同', 'A-B和同'],
    ['a web page', '\ufeff行车\u200b限位\u2060器', '行车限位器'],
    ['somebody who turns it around', '\u202e位限\u202c\u2067车行\u2069\u200f\u061c', '位限车行'],
    ['somebody who writes between the lines', '安\u{e0061}\u{e0062}全\ufff9x\ufffb', '安全x'],
    ['somebody who hides much behind little', `好${'\ufe0f'.repeat(9)}的`, '好\ufe0f的'],
    ['somebody who makes another text of the same', '设\u200d备\u200c', '设备'],
  ])('has of what comes from %s only what is seen', (_, text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it.each([
    ['a family', '👨‍👩‍👧‍👦'],
    ['a worker in safety shoes', '👷🏽‍♀️安全❤️‍🔥'],
    ['a flag', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}🏳️‍🌈🇨🇳'],
    ['a number in a box', '1️⃣'],
    ['Tibetan', 'བཀྲ་ཤིས་'],
    ['Uyghur', 'ئابدۇراخمان'],
    ['Persian with a joiner that keeps letters apart', 'می\u200cخواهم'],
    ['Devanagari with a joiner', 'क्\u200dष'],
    ['Mongolian with its own variants', 'ᠮᠣᠩᠭᠣᠯ\u180eᠠ ᠨ\u180b'],
    ['Zhuang, Korean and Yi', 'Vahcuengh 조선 ꆈꌠ'],
    ['a Han character in the form that a name has', '葛\u{e0100}城'],
    ['a rare character of a name', '\ue863某'],
  ])('keeps %s as it is', (_, text) => {
    expect(tidy(text)).toBe(text);
    expect(shows(tidy(text))).toBe(true);
  });

  it('of one line has blanks for its breaks and tabs', () => {
    expect(tidyLine(' 行车\v限位\t报警\r\n\n器 ')).toBe('行车 限位 报警 器');
  });

  it.each([
    '\u200b\u200b\u200b',
    '\u3164\u3164',
    '\u2800\u2800\u2800',
    '\u0301\u0301',
    '\u115f\u1160',
    '\u200d\ufe0f',
    '\u00a0\u3000',
  ])('that shows nothing is known: %j', text => {
    expect(shows(tidy(text))).toBe(false);
  });

  it.each([
    ['A\u030a\u0301\u200c♀', '\u01fa♀'],
    ['e\u200c\u0301\u200c♀', '\u00e9♀'],
  ])('of composed letters has no joiner behind them: %j', (written, stored) => {
    expect(tidy(written)).toBe(stored);
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
            '♀',
            '\ufe0f',
            '\u200b',
            '\u200c',
            '\u200d',
            '\u0628',
            '\u{e007f}',
            '\u{1f3f4}',
            '\u{e0067}',
            '\v',
            '\ud800',
            '\udc00',
          ),
        }),
        text => {
          expect(tidy(tidy(text))).toBe(tidy(text));
        },
      ),
    );
  });
});

describe('a person’s name', () => {
  it.each([
    ['王　芳', '王芳'],
    ['王 建\u00a0国', '王建国'],
    [' 欧阳 明珠 ', '欧阳明珠'],
    ['\u{20bb7} 芳', '\u{20bb7}芳'],
    ['阿依古丽 买买提', '阿依古丽 买买提'],
    ['Anna Smith', 'Anna Smith'],
    ['王 Anna', '王 Anna'],
    ['王\n芳', '王芳'],
  ])('%j is stored as %j', (written, stored) => {
    expect(tidyName(written)).toBe(stored);
    expect(tidyName(stored)).toBe(stored);
  });
});
