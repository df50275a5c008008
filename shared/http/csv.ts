/**
 * Writing CSV files that open right in Excel and WPS: with a byte order mark, since they take a file without one for GB18030, and
 * with CRLF. A cell that a spreadsheet would take for a formula is written as text. A large file comes in parts, each a
 * reply of its own; the parts one after another are the file.
 */
import { stringify } from 'csv-stringify/sync';
import { addressOf, type Route } from '../contract/route.ts';

export type Cell = string | number | undefined;

/** A file's columns: the heading of each, and what stands in it. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** A part of a file. `last` is the last row in it, where rows are left for the next part. */
export interface Part<Row> {
  readonly text: string;
  readonly last?: Row;
}

/** How many bytes a part holds, unless its only row has more: far below the 6 MB that a Lambda function may answer with. */
export const PART_BYTES = 1_000_000;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Told to end lines with CRLF, the library would leave a lone LF or CR without quotes and so tear a row in two, were it not for
 * `quote_record_delimiter`. `escape_formulas` puts an apostrophe before text that begins with `=`, `+`, `-` or `@`, also full-width ones.
 */
const FORMAT = { record_delimiter: '\r\n', quote_record_delimiter: true, escape_formulas: true } as const;

/** The rows as CSV; of the first part the byte order mark and the headings are a part too. */
export function csvPart<Row>(
  columns: Columns<Row>,
  rows: readonly Row[],
  { first }: { readonly first: boolean },
): string {
  const cells = rows.map(row => Object.values(columns).map(cell => unindented(cell(row))));
  return first
    ? BYTE_ORDER_MARK + stringify([Object.keys(columns), ...cells], FORMAT)
    : stringify(cells, FORMAT);
}

/** Takes as many rows as fit a part, and not one more than it has to look at: memory stays flat however long the file is. */
export async function fillPart<Row>(
  columns: Columns<Row>,
  rows: AsyncIterable<Row>,
  { first, bytes = PART_BYTES }: { readonly first: boolean; readonly bytes?: number },
): Promise<Part<Row>> {
  const texts = [first ? csvPart(columns, [], { first }) : ''];
  let size = Buffer.byteLength(texts.join(''));
  let last: Row | undefined;
  for await (const row of rows) {
    const text = csvPart(columns, [row], { first: false });
    size += Buffer.byteLength(text);
    if (size > bytes && last !== undefined) return { text: texts.join(''), last };
    texts.push(text);
    last = row;
  }
  return { text: texts.join('') };
}

/** The headers of a part: what the file is called, and in `Link` (RFC 8288) where the next part is. */
export function partHeaders(
  route: Pick<Route, 'path'>,
  path: Readonly<Record<string, string>>,
  { file, next }: { readonly file: string; readonly next: string | undefined },
): Record<string, string> {
  return {
    'content-disposition': `attachment; filename="${file}"`,
    ...(next !== undefined && { link: `<${addressOf(route, path, { cursor: next })}>; rel="next"` }),
  };
}

/** Without blanks at its start: a spreadsheet may skip them and find a formula. */
function unindented(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.trimStart() : cell;
}
