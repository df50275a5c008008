/**
 * Amounts of money in a form. Benefits are whole yuan a year; payments are in fen, typed as yuan
 * with up to two decimals.
 */
import {
  FEN_PER_YUAN,
  MOST_FEN,
  type ReadAmount,
  readAmount,
  readYuan,
} from '../../../shared/domain/kernel/amount.ts';

/** Whole yuan; undefined if the field is empty, NaN if it is not an amount. */
export function yuanOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : numberIn(readYuan(text));
}

/** The fen of an amount in yuan; undefined if the field is empty, NaN if it is not an amount. */
export function fenOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : numberIn(readAmount(text, { places: 2, most: MOST_FEN }));
}

/** Fen in their typed and shown form: `300`, `166.67`. */
export function fenText(fen: number): string {
  const rest = fen % FEN_PER_YUAN;
  const yuan = String(Math.floor(fen / FEN_PER_YUAN));
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

function numberIn(read: ReadAmount): number {
  return read.ok ? read.amount : Number.NaN;
}
