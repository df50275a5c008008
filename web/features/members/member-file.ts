/**
 * The result of a member file, row by row, as a preview or after the import: the rows on display,
 * and whether the reader's own entry changes.
 */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import { MEMBER_OUTCOMES } from '../../../shared/contract/file-columns.ts';
import type { importMembers } from '../../../shared/contract/routes/members.ts';
import type { MemberId } from '../../../shared/domain/kernel/ids.ts';

export type ImportReply = ReplyOf<typeof importMembers>;
export type ImportRow = ImportReply['rows'][number];
export type RowOutcome = ImportRow['outcome'];

/** The rows on display: those of one outcome, all, or all with a change. */
export type RowChoice = RowOutcome | 'all' | 'telling';

/** The occurring outcomes, with their counts. */
export function outcomesOf(
  reply: ImportReply,
): { readonly outcome: RowOutcome; readonly count: number }[] {
  return MEMBER_OUTCOMES.map(outcome => ({ outcome, count: reply[outcome] })).filter(
    ({ count }) => count > 0,
  );
}

/** The rows on display; rows that need action come first, and then those to look at twice. */
export function rowsOf(rows: readonly ImportRow[], choice: RowChoice): readonly ImportRow[] {
  const chosen = rows.filter(
    ({ outcome }) =>
      choice === 'all' || (choice === 'telling' ? outcome !== 'unchanged' : outcome === choice),
  );
  const urgency = (row: ImportRow): number =>
    row.outcome === 'rejected' ? 0 : row.nameFrom === undefined ? 2 : 1;
  return chosen.sort((one, other) => urgency(one) - urgency(other));
}

/** The number of members who would get the former name of another. */
export function movedIn(rows: readonly ImportRow[]): number {
  return rows.filter(({ nameFrom }) => nameFrom !== undefined).length;
}

/** The combined result of a file that was answered in parts. */
export function together(parts: readonly ImportReply[]): ImportReply | undefined {
  const [first, ...others] = parts;
  return others.reduce<ImportReply | undefined>(
    (sum, part) =>
      sum && {
        ...part,
        added: sum.added + part.added,
        changed: sum.changed + part.changed,
        deactivated: sum.deactivated + part.deactivated,
        reactivated: sum.reactivated + part.reactivated,
        unchanged: sum.unchanged + part.unchanged,
        rejected: sum.rejected + part.rejected,
        rows: [...sum.rows, ...part.rows],
      },
    first,
  );
}

/** The number of members the file changes; refused and unchanged rows do not count. */
export function changesIn({ added, changed, deactivated, reactivated }: ImportReply): number {
  return added + changed + deactivated + reactivated;
}

/** Whether the file changes the reader's own entry. */
export function concerns(member: MemberId, rows: readonly ImportRow[]): boolean {
  return rows.some(
    row => row.member === member && row.changes !== undefined && row.changes.length > 0,
  );
}
