/**
 * Work in progress as a CSV table: the API has it as a list, and the file has a row for each idea.
 */
import { stringify } from 'csv-stringify/browser/esm/sync';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { listImplementations } from '../../../shared/contract/routes/implementation.ts';
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { SpreadsheetWords } from './words.ts';

/** The first part has the headings, and the mark by which spreadsheets recognize UTF-8. */
export function workTable(
  { items, people }: Pick<ReplyOf<typeof listImplementations>, 'items' | 'people'>,
  { first }: { readonly first: boolean },
  words: SpreadsheetWords,
  statuses: Readonly<Record<IdeaStatus, string>>,
): string {
  const rows = items.map(item => {
    const { implementation, completion, acceptance } = item;
    const cells: Record<keyof SpreadsheetWords['workColumns'], string | number | undefined> = {
      title: item.title,
      round: item.round,
      department: item.department,
      status: statuses[item.status],
      owner: implementation?.owner,
      ownerName: implementation && people?.[implementation.owner]?.name,
      due: implementation?.due,
      overdue: implementation?.overdue ? words.yes : words.no,
      progress: implementation?.progress,
      note: implementation?.note,
      claimed: completion?.claimedBenefit,
      verified: acceptance?.verifiedBenefit,
    };
    return cells;
  });
  const headed = { header: first, bom: first, columns: words.workColumns };
  return stringify(rows, { ...headed, escape_formulas: true, record_delimiter: '\r\n' });
}
