/**
 * Amounts of money as they stand in a form. Benefits are whole yuan a year; what is paid out is in fen, typed as yuan with up to two
 * decimals.
 */
import { FEN_PER_YUAN, type ReadAmount, readAmount, readYuan } from '../../shared/domain/kernel/amount.ts';

const MOST_FEN = 1_000_000_000;

/** Whole yuan; undefined if nothing was written, NaN if it is no amount. */
export function yuanOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : numberIn(readYuan(text));
}

/** Fen out of an amount in yuan; undefined if nothing was written, NaN if it is no amount. */
export function fenOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : numberIn(readAmount(text, { places: 2, most: MOST_FEN }));
}

/** Fen as they are typed and shown: `300`, `166.67`. */
export function fenText(fen: number): string {
  const rest = fen % FEN_PER_YUAN;
  const yuan = String(Math.floor(fen / FEN_PER_YUAN));
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

function numberIn(read: ReadAmount): number {
  return read.ok ? read.amount : Number.NaN;
}
