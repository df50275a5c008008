/**
 * Claim codes (查询码). The author of an unnamed idea gets a code once. With it alone they can
 * follow, revise, withdraw and claim the idea. A code names its idea's round; the rest has a
 * hundred bits, which nobody can guess. People copy it by hand and read it aloud, so any spelling
 * is accepted.
 */
import type { Branded } from '../kernel/brand.ts';
import { BASE_32, type RoundId, roundIdOf } from '../kernel/ids.ts';

export type UnknownClaimCode = { readonly code: 'unknown-claim-code' };
export type TooManyGuesses = {
  readonly code: 'too-many-guesses';
  readonly retryAfterSeconds: number;
};

/**
 * Year and month of the idea's round, and 20 characters of Crockford's base 32:
 * `26100123456789abcdefghjk`.
 */
export type ClaimCode = Branded<string, 'ClaimCode'>;

/** The secret characters of a code: five bits each. */
export const SECRET_LENGTH = 20;

const CLAIM_CODE = new RegExp(`^\\d{2}(0[1-9]|1[0-2])[${BASE_32}]{${SECRET_LENGTH}}$`);

const isClaimCode = (text: string): text is ClaimCode => CLAIM_CODE.test(text);

/** The code of an idea of this round. Throws `RangeError` if the secret is malformed. */
export function claimCodeOf(round: RoundId, secret: string): ClaimCode {
  const code = `${round.slice(2, 4)}${round.slice(5, 7)}${secret}`;
  if (!isClaimCode(code)) throw new RangeError('no claim code');
  return code;
}

/** The round of a code's idea. */
export function roundOfCode(code: ClaimCode): RoundId {
  return roundIdOf(2000 + Number(code.slice(0, 2)), Number(code.slice(2, 4)));
}

/** A code in its shown form, `2610-0123-4567-89AB-CDEF-GHJK`. */
export function writtenCode(code: ClaimCode): string {
  return (code.match(/.{4}/g) ?? []).join('-').toUpperCase();
}

/**
 * Reads a written code: in any case, with or without spaces and hyphens, in full-width characters,
 * with O for 0 and I or L for 1. Undefined if it cannot be one.
 */
export function readCode(written: string): ClaimCode | undefined {
  const code = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}−_.·]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');
  return isClaimCode(code) ? code : undefined;
}
