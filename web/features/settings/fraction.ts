/**
 * Typed shares: `2/3`, or `60%`. They stay exact: two thirds have no finite decimal form, and a
 * quorum must not depend on the last digit.
 */
import type { Share } from '../../../shared/domain/organization/organization.ts';

/** The largest numerator and denominator. */
const MOST = 1000;

/** The share that a text names; undefined if it is not one. */
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

/** A share in its typed form: `2/3`. */
export function fractionText({ numerator, denominator }: Share): string {
  return `${numerator}/${denominator}`;
}
