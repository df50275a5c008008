/**
 * What a file of members would do, or has done, row by row: how much of it is to be seen, and what of it concerns the reader.
 */
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { importMembers } from '../../shared/contract/routes/members.ts';
import { MEMBER_OUTCOMES } from '../../shared/contract/schemas/member.ts';
import type { MemberId } from '../../shared/domain/ids.ts';

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

export function rowsOf(rows: readonly ImportRow[], choice: RowChoice): readonly ImportRow[] {
  if (choice === 'all') return rows;
  return rows.filter(({ outcome }) => (choice === 'telling' ? outcome !== 'unchanged' : outcome === choice));
}

/**
 * Sends a file as often as it takes: what the API does not get to in time is left for the same file sent once more. Stops where that
 * leads no further. `onProgress` is told after each time how many rows are through.
 */
export async function sendToTheEnd(
  send: () => Promise<ImportReply>,
  onProgress: (rows: number) => void,
): Promise<ImportReply> {
  let reply = await send();
  for (let left = leftOut(reply); left > 0; left = leftOut(reply)) {
    onProgress(reply.rows.length - left);
    const next = together(reply, await send());
    if (leftOut(next) >= left) return next;
    reply = next;
  }
  return reply;
}

/** How many rows the API has not got to. */
export function leftOut({ rows }: ImportReply): number {
  return rows.filter(({ problem }) => problem?.code === 'busy').length;
}

/** What came of a file that was sent twice: a row that was done the first time is unchanged by the second. */
function together(first: ImportReply, second: ImportReply): ImportReply {
  const rows = second.rows.map((row, at) => {
    const before = first.rows[at];
    return before?.changes !== undefined ? before : row;
  });
  const having = (outcome: RowOutcome): number => rows.filter(row => row.outcome === outcome).length;
  return {
    ...second,
    added: having('added'),
    changed: having('changed'),
    deactivated: having('deactivated'),
    reactivated: having('reactivated'),
    unchanged: having('unchanged'),
    rejected: having('rejected'),
    rows,
  };
}

/** How many members the file changes; rejected rows and those that say nothing new do not count. */
export function changesIn({ added, changed, deactivated, reactivated }: ImportReply): number {
  return added + changed + deactivated + reactivated;
}

/** Whether the file changes the reader's own entry. */
export function concerns(member: MemberId, rows: readonly ImportRow[]): boolean {
  return rows.some(row => row.member === member && row.changes !== undefined && row.changes.length > 0);
}
