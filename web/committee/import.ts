/** The result of a file of slips: the combined parts of its answer. */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { importIdeas } from '../../shared/contract/routes/ideas.ts';

export type ImportPart = ReplyOf<typeof importIdeas>;
export type ImportRow = ImportPart['rows'][number];

/** Whether every row of the file has been answered. */
export function isAnswered(parts: readonly ImportPart[]): boolean {
  return parts.length > 0 && parts[parts.length - 1]?.next === undefined;
}

/** All rows; those that need action come first. */
export function rowsOf(parts: readonly ImportPart[]): ImportRow[] {
  const rows = parts.flatMap(part => part.rows);
  return [...rows.filter(isRejected), ...rows.filter(row => !isRejected(row))];
}

/** The number of rows that made or found an idea. */
export function countOf(
  parts: readonly ImportPart[],
  outcome: 'created' | 'duplicates' | 'rejected',
): number {
  return parts.reduce((sum, part) => sum + part[outcome], 0);
}

function isRejected({ outcome }: ImportRow): boolean {
  return outcome === 'rejected';
}
