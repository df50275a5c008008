/**
 * Typed shares: `2/3`, or `60%`. They stay exact: two thirds have no finite decimal form, and a
 * quorum must not depend on the last digit.
 */
import { MOST_SHARE_PART, type Share } from '../../../shared/domain/organization/organization.ts';

/** The share that a text names; undefined if it is not one. */
export function shareOf(text: string): Share | undefined {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const [, above, below] = /^(\d{1,4})[/⁄](\d{1,4})$/.exec(plain) ?? [];
  const [, whole, decimal = ''] = /^(\d{1,3})(?:\.(\d))?%$/.exec(plain) ?? [];
  const share =
    whole === undefined
      ? { numerator: Number(above ?? Number.NaN), denominator: Number(below ?? Number.NaN) }
      : { numerator: Number(whole + decimal), denominator: decimal === '' ? 100 : 1000 };
  const { numerator, denominator } = share;
  return numerator <= MOST_SHARE_PART && denominator >= 1 && denominator <= MOST_SHARE_PART
    ? share
    : undefined;
}

/** A share in its typed form: `2/3`. */
export function fractionText({ numerator, denominator }: Share): string {
  return `${numerator}/${denominator}`;
}
