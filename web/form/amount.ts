/**
 * Amounts of money as people type them. Benefits are whole yuan a year; what is paid out is in fen, typed as yuan with up to two
 * decimals. Commas and spaces between digits are forgiven, and so are the wide digits that a Chinese keyboard types.
 */
import { FEN_PER_YUAN } from '../../shared/domain/reward.ts';

const MOST_YUAN = 10_000_000_000;
const MOST_FEN = 1_000_000_000;

/** Whole yuan; undefined if nothing was written, NaN if it is no amount. */
export function yuanOf(text: string): number | undefined {
  const digits = bare(text);
  if (digits === '') return undefined;
  return /^\d{1,11}$/.test(digits) && Number(digits) <= MOST_YUAN ? Number(digits) : Number.NaN;
}

/** Fen out of an amount in yuan; undefined if nothing was written, NaN if it is no amount. */
export function fenOf(text: string): number | undefined {
  const digits = bare(text);
  if (digits === '') return undefined;
  const [, yuan, decimals = ''] = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(digits) ?? [];
  if (yuan === undefined) return Number.NaN;
  // Put together from whole numbers: 1.15 × 100 is not 115.
  const fen = Number(yuan) * FEN_PER_YUAN + Number(decimals.padEnd(2, '0'));
  return fen <= MOST_FEN ? fen : Number.NaN;
}

/** Fen as they are typed and shown: `300`, `166.67`. */
export function fenText(fen: number): string {
  const rest = fen % FEN_PER_YUAN;
  const yuan = String(Math.floor(fen / FEN_PER_YUAN));
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[,\s]/g, '');
}
