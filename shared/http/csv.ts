/**
 * Writes CSV files that open correctly in Excel and WPS: with a byte order mark, since they take a
 * file without one for GB18030, and with CRLF. A cell that a spreadsheet would take for a formula
 * is written as text. A large file comes in parts, each a reply of its own; the parts joined are
 * the file.
 */
import { stringify } from 'csv-stringify/sync';
import { addressOf, type Route } from '../contract/route.ts';

export type Cell = string | number | undefined;

/** A file's columns: the heading and the content of each. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => Cell>>;

/** A part of a file. `last` is its last row, if the next part has further rows. */
export interface Part<Row> {
  readonly text: string;
  readonly last?: Row;
}

/**
 * The size of a part in bytes, unless its only row is larger: far below Lambda's 6 MB for an
 * answer.
 */
export const PART_BYTES = 1_000_000;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * `quote_record_delimiter`: with CRLF line ends, the library would otherwise leave a lone LF or CR
 * without quotes and so split a row. `escape_formulas` puts an apostrophe before text that begins
 * with `=`, `+`, `-` or `@`, also full-width ones.
 */
const FORMAT = {
  record_delimiter: '\r\n',
  quote_record_delimiter: true,
  escape_formulas: true,
} as const;

/** The rows as CSV; the first part includes the byte order mark and the headings. */
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

/**
 * Takes as many rows as fit a part, and reads only one more: memory stays flat however long the
 * file is.
 */
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

/**
 * The headers of a part: the file's name, and in `Link` (RFC 8288) the address of the next part.
 */
export function partHeaders(
  route: Pick<Route, 'path'>,
  path: Readonly<Record<string, string>>,
  { file, next }: { readonly file: string; readonly next: string | undefined },
): Record<string, string> {
  return {
    'content-disposition': `attachment; filename="${file}"`,
    ...(next !== undefined && {
      link: `<${addressOf(route, path, { cursor: next })}>; rel="next"`,
    }),
  };
}

/** Without blanks at its start: a spreadsheet may skip them and find a formula. */
function unindented(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.trimStart() : cell;
}
