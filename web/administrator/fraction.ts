/**
 * Shares as people type them: `2/3`, or `60%`. They stay exact: two thirds have no decimal form, and a quorum must not hang on the
 * last digit.
 */
import type { Share } from '../../shared/domain/organization/organization.ts';

/** Neither number of a share is larger. */
const MOST = 1000;

/** The share a text names; undefined if it is none. */
export function shareOf(text: string): Share | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const [, above, below] = /^(\d{1,4})[/⁄](\d{1,4})$/.exec(plain) ?? [];
  const [, whole, decimal = ''] = /^(\d{1,3})(?:\.(\d))?%$/.exec(plain) ?? [];
  const share =
    whole === undefined
      ? { numerator: Number(above ?? Number.NaN), denominator: Number(below ?? Number.NaN) }
      : { numerator: Number(whole + decimal), denominator: decimal === '' ? 100 : MOST };
  const { numerator, denominator } = share;
  return numerator <= MOST && denominator >= 1 && denominator <= MOST ? share : undefined;
}

/** A share as it is typed: `2/3`. */
export function fractionText({ numerator, denominator }: Share): string {
  return `${numerator}/${denominator}`;
}
