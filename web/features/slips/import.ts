/** The result of a file of slips, foreseen or done: the combined parts of its answer. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { importIdeas } from '../../../shared/contract/routes/ideas.ts';

export type ImportPart = ReplyOf<typeof importIdeas>;
export type ImportRow = ImportPart['rows'][number];

/** All rows; refused ones come first, and then those to look at twice. */
export function rowsOf(parts: readonly ImportPart[]): ImportRow[] {
  const urgency = (row: ImportRow): number =>
    row.outcome === 'rejected' ? 0 : isDoubtful(row) ? 1 : 2;
  return parts.flatMap(({ rows }) => rows).sort((one, other) => urgency(one) - urgency(other));
}

/** The people of all rows, by number. */
export function peopleOf(parts: readonly ImportPart[]): NonNullable<ImportPart['people']> {
  return Object.assign({}, ...parts.map(({ people }) => people));
}

/** The number of rows that made, found or missed an idea. */
export function countOf(
  parts: readonly ImportPart[],
  outcome: 'created' | 'duplicates' | 'withdrawn' | 'rejected',
): number {
  return parts.reduce((sum, part) => sum + part[outcome], 0);
}

/** The number of ideas that an import would make. */
export function toImport(foreseen: readonly ImportPart[]): number {
  return countOf(foreseen, 'created');
}

/** The number of rows to be imported whose name is not that of their number. */
export function doubtfulIn(parts: readonly ImportPart[]): number {
  return rowsOf(parts).filter(row => row.outcome === 'created' && isDoubtful(row)).length;
}

function isDoubtful({ warnings = [] }: ImportRow): boolean {
  return warnings.includes('name-differs');
}
