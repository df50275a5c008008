/**
 * Amounts of money as people write them, in a form or in a cell of a spreadsheet: `36000`,
 * `36,000`, `¥36,000.00`, `3.6万`, `１２０元`. Ambiguous text is refused, with the reason.
 */

/**
 * The errors of an amount: no number at all, commas elsewhere than between groups of three, too
 * many decimals, or too much.
 */
export type AmountFault = 'not-an-amount' | 'grouping' | 'decimals' | 'too-large';

export type ReadAmount =
  | { readonly ok: true; readonly amount: number }
  | { readonly ok: false; readonly fault: AmountFault };

export const FEN_PER_YUAN = 100;

/** The largest benefit, in CNY a year. */
export const MOST_YUAN = 10_000_000_000;
/** The largest payment, in fen. */
export const MOST_FEN = 1_000_000_000;

/** The number of decimal places by which a unit shifts the point to the right. */
const UNITS: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8 };
const WRITTEN =
  /^(?:¥|RMB|CNY|人民币)?\s*(\d[\d,\s]*)(?:\.(\d+))?\s*([万亿]?)\s*(?:元整?|圆整?|人民币)?(?:\/年|每年)?$/i;

/** Reads a benefit, in whole yuan. */
export function readYuan(text: string): ReadAmount {
  return readAmount(text, { places: 0, most: MOST_YUAN });
}

/**
 * Reads an amount in yuan as a whole number of its smallest unit: yuan with no `places`, fen with
 * two. It is put together from digits, because 1.15 × 100 is not 115.
 */
export function readAmount(
  text: string,
  { places, most }: { readonly places: number; readonly most: number },
): ReadAmount {
  const [, whole, decimals = '', unit = ''] = WRITTEN.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === undefined) return { ok: false, fault: 'not-an-amount' };
  const groups = whole.trim();
  if (!/^\d+$/.test(groups) && !/^\d{1,3}(?:(?:,\s?\d{3})+|(?: \d{3})+)$/.test(groups))
    return { ok: false, fault: 'grouping' };
  const shift = (UNITS[unit] ?? 0) + places;
  if (/[1-9]/.test(decimals.slice(shift))) return { ok: false, fault: 'decimals' };
  const amount = Number(groups.replace(/[,\s]/g, '') + decimals.slice(0, shift).padEnd(shift, '0'));
  return amount <= most ? { ok: true, amount } : { ok: false, fault: 'too-large' };
}
