/**
 * Where a file of a round's ideas goes on, whose rows are in the order of the ideas' ids: after so many rows, the last of which
 * was this idea. The number is for the rows to be counted through; which ideas come next, the id alone says.
 */
import type { Branded } from './brand.ts';
import { type IdeaId, isIdeaId } from './ids.ts';

/** `64_2026-10-…` */
export type RowPosition = Branded<string, 'RowPosition'>;

export interface Row {
  readonly number: number;
  readonly id: IdeaId;
}

export function isRowPosition(text: string): text is RowPosition {
  return parse(text) !== undefined;
}

/** The position after a row. */
export function positionAfter({ number, id }: Row): RowPosition {
  const text = `${number}_${id}`;
  if (!isRowPosition(text)) throw new Error('a row without a position');
  return text;
}

/** The row a position comes after. */
export function readRowPosition(position: RowPosition): Row {
  const row = parse(position);
  if (!row) throw new Error('not a position');
  return row;
}

function parse(text: string): Row | undefined {
  const [number = '', id = '', ...rest] = text.split('_');
  return /^[1-9]\d{0,8}$/.test(number) && isIdeaId(id) && rest.length === 0
    ? { number: Number(number), id }
    : undefined;
}
