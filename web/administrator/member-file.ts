/**
 * What a file of members would do, or has done, row by row: how much of it is to be seen, and what of it concerns the reader.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { importMembers } from '../../shared/contract/routes/members.ts';
import { MEMBER_OUTCOMES } from '../../shared/contract/schemas/member.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';

export type ImportReply = ReplyOf<typeof importMembers>;
export type ImportRow = ImportReply['rows'][number];
export type RowOutcome = ImportRow['outcome'];

/** Which rows are to be seen: those of one outcome, all, or all but those that change nothing. */
export type RowChoice = RowOutcome | 'all' | 'telling';

/** The outcomes that occur, with how often. */
export function outcomesOf(reply: ImportReply): { readonly outcome: RowOutcome; readonly count: number }[] {
  return MEMBER_OUTCOMES.map(outcome => ({ outcome, count: reply[outcome] })).filter(
    ({ count }) => count > 0,
  );
}

/** The rows to be seen, those first that ask for something to be done. */
export function rowsOf(rows: readonly ImportRow[], choice: RowChoice): readonly ImportRow[] {
  const rejected = rows.filter(({ outcome }) => outcome === 'rejected');
  return [...rejected, ...rows.filter(({ outcome }) => outcome !== 'rejected')].filter(
    ({ outcome }) =>
      choice === 'all' || (choice === 'telling' ? outcome !== 'unchanged' : outcome === choice),
  );
}

/** What came of a file that was answered in parts, taken together. */
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

/** How many members the file changes; rejected rows and those that say nothing new do not count. */
export function changesIn({ added, changed, deactivated, reactivated }: ImportReply): number {
  return added + changed + deactivated + reactivated;
}

/** Whether the file changes the reader's own entry. */
export function concerns(member: MemberId, rows: readonly ImportRow[]): boolean {
  return rows.some(row => row.member === member && row.changes !== undefined && row.changes.length > 0);
}
