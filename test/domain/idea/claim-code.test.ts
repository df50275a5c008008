/** Claim codes as people write them: how they are shown, read back, and refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimCodeOf,
  readCode,
  roundOfCode,
  SECRET_LENGTH,
  writtenCode,
} from '../../../shared/domain/idea/claim-code.ts';
import { base32 } from '../../../shared/domain/kernel/base-32.ts';
import { BASE_32, roundIdOf } from '../../../shared/domain/kernel/ids.ts';
import { round } from '../sample.ts';

const secret = fc
  .uint8Array({ minLength: SECRET_LENGTH, maxLength: SECRET_LENGTH })
  .map(bytes => base32(bytes));
const anyRound = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => roundIdOf(year, month));
const code = fc.tuple(anyRound, secret).map(([of, text]) => claimCodeOf(of, text));

describe('a claim code', () => {
  const example = claimCodeOf(round('2026-10'), '0123456789abcdefghjk');

  it('is shown in groups that can be read aloud', () => {
    expect(writtenCode(example)).toBe('2610-0123-4567-89AB-CDEF-GHJK');
  });

  it('names its round', () => {
    fc.assert(
      fc.property(anyRound, secret, (of, text) => roundOfCode(claimCodeOf(of, text)) === of),
    );
  });

  it('is read back in any spelling', () => {
    const written = [
      '2610-0123-4567-89AB-CDEF-GHJK',
      '26100123456789abcdefghjk',
      ' 2610 0123 4567 89ab cdef ghjk\n',
      '２６１０－０１２３－４５６７－８９ＡＢ－ＣＤＥＦ－ＧＨＪＫ',
      '2610–0123—4567−89AB·CDEF_GHJK',
      '26iO-oI23-4567-89AB-CDEF-GHJK',
      '26Lo-0l23-4567-89AB-CDEF-GHJK',
    ];
    expect(written.map(readCode)).toEqual(written.map(() => example));
  });

  it('is read back as it is shown, whatever it is', () => {
    fc.assert(fc.property(code, one => readCode(writtenCode(one)) === one));
  });

  it('is none with a character too few or too many, an unused character, or an invalid month', () => {
    for (const text of [
      '',
      '2610',
      '2610-0123-4567-89AB-CDEF-GHJ',
      '2610-0123-4567-89AB-CDEF-GHJKM',
      '2610-0123-4567-89AB-CDEF-GHJU',
      '2613-0123-4567-89AB-CDEF-GHJK',
      '2600-0123-4567-89AB-CDEF-GHJK',
      '2610-0123-4567-89AB-CDEF-GHJ*',
    ])
      expect(readCode(text), text).toBeUndefined();
  });

  it('is not made from a secret that is too short', () => {
    expect(() => claimCodeOf(round('2026-10'), 'abc')).toThrow(RangeError);
  });
});

it('base 32 maps bytes to all of its characters equally often', () => {
  const all = base32(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  for (const character of BASE_32) expect(all.split(character)).toHaveLength(256 / 32 + 1);
});
