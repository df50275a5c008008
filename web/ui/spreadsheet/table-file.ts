/**
 * A chosen file of rows: a CSV file, or a sheet of a workbook. Both are sent as the same UTF-8
 * text, so the API knows of CSV alone.
 */
import { err, ok, type Result } from '../../../shared/domain/kernel/result.ts';
import { fileToSend } from '../../api/send-file.ts';
import type { Sheet, Workbook, WorkbookFault } from './read-workbook.ts';

/** What was chosen: a file to send as it is, or a workbook with its sheets. */
export type TableFile =
  | { readonly kind: 'text'; readonly file: File }
  | { readonly kind: 'workbook'; readonly file: File; readonly sheets: Workbook };

/** Opens a chosen file; the code for workbooks is loaded only for one. */
export async function openTableFile(file: File): Promise<Result<TableFile, WorkbookFault>> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (start[0] !== 0x50 && start[0] !== 0xd0) return ok({ kind: 'text', file });
  const { isWorkbook, readWorkbook } = await import('./read-workbook.ts');
  if (!isWorkbook(start)) return ok({ kind: 'text', file });
  const sheets = await readWorkbook(new Uint8Array(await file.arrayBuffer()));
  return sheets.ok ? ok({ kind: 'workbook', file, sheets: sheets.value }) : err(sheets.refusal);
}

/** The body of a request with the file, or with one of its sheets. */
export async function bodyOf(table: TableFile, sheet: number): Promise<Blob> {
  if (table.kind === 'text') return fileToSend(table.file);
  const chosen: Sheet = table.sheets[sheet] ?? table.sheets[0];
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  const rows = chosen.rows.map(row => [...row]);
  return new Blob([stringify(rows, { quote_record_delimiter: true })], { type: 'text/csv' });
}
