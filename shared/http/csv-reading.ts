/**
 * Reads CSV files as spreadsheets save them: from bytes to rows, with each cell under the field
 * that its heading names. A file with other columns is refused as a whole; the callers judge the
 * cells.
 */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { textOfFile } from '../domain/kernel/file-text.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import { isShortened, textOfCell } from '../domain/kernel/spreadsheet-text.ts';
import { tidy } from '../domain/kernel/text.ts';
import type { Problem } from './problem.ts';
import type { FieldError, FileRefusal, InvalidRequest } from './refusal.ts';

/** A file's columns: the heading of each, and its field. */
export type FileColumns = Readonly<Record<string, string>>;

/** One row of the file. */
export interface FileRow {
  /** 1 for the first row after the headings, blank rows counted. */
  readonly row: number;
  /** Tidied, by field, without the apostrophe that protects a number; empty cells are left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** The cells as in the file. */
  readonly written: ReadonlyMap<string, string>;
  /** Fields in which a spreadsheet has shortened a long number. */
  readonly shortened: readonly string[];
  /** The cells of columns without a heading. */
  readonly beyond: readonly string[];
}

const table = z.array(z.array(z.string()));

/** The number of rows in which headings are searched, to report that they belong at the top. */
const MOST_TITLE_ROWS = 10;
/** Separators that are not read, because their cells may contain commas. */
const WRONG_SEPARATORS = [';', '；', '，', '|', '、'];

/**
 * Reads a file, without blank rows. All columns are required, unless only some are named as
 * required.
 */
export function readFile(
  bytes: Uint8Array,
  columns: FileColumns,
  required: readonly string[] = Object.keys(columns),
): Result<FileRow[], FileRefusal | InvalidRequest> {
  const file = textOfFile(bytes);
  if (!file.ok) return err({ code: 'unreadable-file', fault: file.fault });
  const known = new Map(
    Object.entries(columns).map(([heading, field]) => [headingOf(heading), field]),
  );
  const firstLine = file.text.split(/\r\n?|\n/).find(line => line.trim() !== '') ?? '';
  const separator = separatorOf(firstLine, known);
  if (separator === undefined) return err({ code: 'unreadable-file', fault: 'separator' });
  const parsed = parse(file.text, separator);
  if (!parsed.ok) return parsed;
  const start = parsed.value.findIndex(row => !isBlank(row));
  const header = parsed.value[start] ?? [];
  const rows = parsed.value.slice(start + 1);
  const used = header.filter(
    (name, column) => name.trim() !== '' || rows.some(row => !isBlank(row[column])),
  );
  const errors = headerErrors(
    used.filter(name => name.trim() !== ''),
    known,
    columns,
    required,
  );
  if (errors.length > 0 && isSpoilt(bytes))
    return err({ code: 'unreadable-file', fault: 'encoding' });
  if (errors.length > 0)
    return err(
      misplaced(parsed.value, start, columns, required) ?? { code: 'invalid-request', errors },
    );
  const fields = header.map(name => known.get(headingOf(name)));
  return {
    ok: true,
    value: rows.flatMap((row, at) => (isBlank(row) ? [] : [rowOf(row, at + 1, fields)])),
  };
}

function rowOf(
  row: readonly string[],
  number: number,
  fields: readonly (string | undefined)[],
): FileRow {
  const cells = new Map<string, string>();
  const written = new Map<string, string>();
  const shortened: string[] = [];
  const beyond: string[] = [];
  for (const [column, cell] of row.entries()) {
    const field = fields[column];
    const tidied = tidy(cell);
    if (tidied === '') continue;
    if (field === undefined) {
      beyond.push(cell);
      continue;
    }
    cells.set(field, textOfCell(tidied));
    written.set(field, cell);
    if (isShortened(tidied)) shortened.push(field);
  }
  return { row: number, cells, written, shortened, beyond };
}

/** Names the fields of a problem by the file's columns, as its author knows them. */
export function inColumns({ errors, ...problem }: Problem, columns: FileColumns): Problem {
  return {
    ...problem,
    ...(errors && { errors: errors.map(one => ({ ...one, field: columnOf(one.field, columns) })) }),
  };
}

/** The column of a field; the field itself without one. */
export function columnOf(field: string, columns: FileColumns): string {
  return Object.entries(columns).find(([, filled]) => filled === field)?.[0] ?? field;
}

/** More cells than columns: most likely a comma that needed quotes, so no cell can be trusted. */
export const TOO_MANY_CELLS = err({
  code: 'invalid-request',
  errors: [
    {
      field: '整行',
      rule: 'columns',
      words: {
        zh: '这一行的列数比表头多，含逗号的内容请加引号',
        en: 'More cells than columns; put texts with commas in quotes',
      },
    },
  ],
});

/** A number of which a spreadsheet has kept the first digits only. */
export function shortenedError(field: string): FieldError {
  return {
    field,
    rule: 'shortened',
    words: {
      zh: "表格软件把长号码改成了科学记数法，请重新填写完整的号码，并在前面加一个英文撇号（'）",
      en: "A spreadsheet has shortened a long number; type it in again, with an apostrophe (') before it",
    },
  };
}

/**
 * A heading in any typing: on a Chinese keyboard, over two lines, with blanks in it or a star for a
 * required field.
 */
function headingOf(name: string): string {
  return tidy(name.normalize('NFKC'))
    .replace(/[\s*'"]/g, '')
    .toLowerCase();
}

/**
 * The separator of the cells: a comma, or a tab as in Unicode text of a spreadsheet. Undefined if
 * the headings clearly use another one.
 */
function separatorOf(line: string, known: ReadonlyMap<string, string>): ',' | '\t' | undefined {
  const headings = (separator: string): number =>
    line.split(separator).filter(name => known.has(headingOf(name))).length;
  const byComma = headings(',');
  if (headings('\t') > byComma) return '\t';
  return WRONG_SEPARATORS.some(separator => headings(separator) > Math.max(1, byComma))
    ? undefined
    : ',';
}

function isBlank(cells: readonly string[] | string | undefined): boolean {
  return typeof cells === 'string'
    ? tidy(cells) === ''
    : (cells ?? []).every(cell => tidy(cell) === '');
}

function parse(text: string, delimiter: string): Result<string[][], FileRefusal> {
  try {
    return ok(table.parse(parseCsv(text, { delimiter, relax_column_count: true })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    return err({ code: 'malformed-csv', ...(typeof lines === 'number' && { line: lines }) });
  }
}

/** Whether a program has corrupted the file by reading it as UTF-8. */
function isSpoilt(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('\ufffd');
}

/** Headings that are further down; undefined if there are none. */
function misplaced(
  rows: readonly (readonly string[])[],
  start: number,
  columns: FileColumns,
  required: readonly string[],
): FileRefusal | undefined {
  const wanted = required.length > 0 ? required : Object.keys(columns);
  const at = rows.slice(0, start + 1 + MOST_TITLE_ROWS).findIndex((row, at) => {
    const headings = row.map(headingOf);
    return at > start && wanted.every(column => headings.includes(headingOf(column)));
  });
  return at < 0 ? undefined : { code: 'unreadable-file', fault: 'title-row', line: at + 1 };
}

function headerErrors(
  header: readonly string[],
  known: ReadonlyMap<string, string>,
  columns: FileColumns,
  required: readonly string[],
): FieldError[] {
  const names = header.map(headingOf);
  const missing = required.filter(column => !names.includes(headingOf(column)));
  const unknown = header.filter((_, at) => !known.has(names[at] ?? ''));
  const twice = header.filter(
    (_, at) => known.has(names[at] ?? '') && names.indexOf(names[at] ?? '') !== at,
  );
  return [
    ...missing.map(field => ({
      field,
      rule: 'required',
      words: { zh: '文件缺少这一列', en: 'The file lacks this column' },
    })),
    ...unknown.map(name => ({
      field: tidy(name),
      rule: 'unknown-field',
      words: { zh: '不认识这一列，请删去', en: 'This column is not known; remove it' },
    })),
    ...twice.map(name => ({
      field: columnOf(known.get(headingOf(name)) ?? name, columns),
      rule: 'once',
      words: { zh: '这一列出现了两次', en: 'This column is there twice' },
    })),
  ];
}
