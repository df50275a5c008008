/** Employee numbers as people write them, and the member of a number. */
import { describe, expect, it } from 'vitest';
import {
  listedNumbers,
  readNumber,
  readNumbers,
} from '../../../shared/domain/organization/employee-number.ts';
import { newMember } from '../../store/sample-facts.ts';

describe('an employee number', () => {
  it.each(['HT0132', ' HT0132 ', 'ＨＴ０１３２', 'HT\u200b0132', '\ufeffHT0132\t'])(
    'may be written %j',
    text => {
      expect(readNumber(text)).toBe('HT0132');
    },
  );

  it.each(['', '  ', '王建国', 'HT 0132', 'HT/0132', '-HT0132', 'H'.repeat(33), '1.23457E+17'])(
    'is not %j',
    text => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});

describe('the member of a number', () => {
  const list = ['HT0132', 'xh0007', 'Aa1', 'aA1'].map(id => newMember(id));
  const listed = (text: string) => listedNumbers(list)(readNumber(text)!);

  it('is the listed one, in any case of either', () => {
    expect(listed('ht0132')).toEqual({ ok: true, value: 'HT0132' });
    expect(listed('XH0007')).toEqual({ ok: true, value: 'xh0007' });
    expect(listed('ｘＨ0007')).toEqual({ ok: true, value: 'xh0007' });
  });

  it('is new, in capitals, if nobody has it', () => {
    expect(listed('ht0999')).toEqual({ ok: true, value: 'HT0999' });
  });

  it('is one of two that differ in case alone if written exactly, and ambiguous otherwise', () => {
    expect(listed('Aa1')).toEqual({ ok: true, value: 'Aa1' });
    expect(listed('AA1')).toEqual({
      ok: false,
      refusal: { code: 'ambiguous-number', field: 'id', members: ['Aa1', 'aA1'] },
    });
  });
});

describe('a list of numbers', () => {
  it.for(['HT0132 HT0207', 'HT0132、HT0207', 'HT0132；ＨＴ０２０７；', ' HT0132,\tHT0207'])(
    'may be written %j',
    text => {
      expect(readNumbers(text)).toEqual(['HT0132', 'HT0207']);
    },
  );

  it('may be empty, and is none with a name in it', () => {
    expect(readNumbers(' 、')).toEqual([]);
    expect(readNumbers('HT0132、王建国')).toBeUndefined();
  });
});
