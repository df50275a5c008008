/**
 * Reading CSV files as spreadsheets save them: from bytes to rows, each with what stands in its cells under the names of the
 * fields that the file's columns fill. A file with other columns is refused as a whole; what a cell holds is for others to judge.
 */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { tidy } from '../domain/text.ts';
import type { Problem } from './problem.ts';
import type { FieldError, RequestRefusal } from './refusal.ts';
import type { Read } from './request.ts';

/** A file's columns: the heading of each, and the field it fills. */
export type FileColumns = Readonly<Record<string, string>>;

/** One row of the file. */
export interface FileRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  /** Tidied, by field; empty cells are left out. */
  readonly cells: ReadonlyMap<string, string>;
  /** What stands beyond the last column. */
  readonly beyond: readonly string[];
}

const table = z.array(z.array(z.string()));

/** Reads a file, blank rows left out. All columns must be there, unless only some are required. */
export function readFile(
  bytes: Uint8Array,
  columns: FileColumns,
  required: readonly string[] = Object.keys(columns),
): Read<FileRow[]> {
  const text = decode(bytes);
  if (text === undefined) return refuse({ code: 'not-text' });
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const [header = [], ...rows] = parsed.value;
  const errors = headerErrors(header, columns, required);
  if (errors.length > 0) return refuse({ code: 'invalid-request', errors });
  const known = new Map(Object.entries(columns));
  const fields = header.map(name => known.get(name.trim()));
  return {
    ok: true,
    value: rows.flatMap((row, at): FileRow[] => {
      if (row.every(cell => cell.trim() === '')) return [];
      const cells = new Map<string, string>();
      for (const [column, field] of fields.entries()) {
        const content = tidy(row[column] ?? '');
        if (field !== undefined && content !== '') cells.set(field, content);
      }
      return [{ row: at + 1, cells, beyond: row.slice(header.length).filter(cell => cell.trim() !== '') }];
    }),
  };
}

/** Names the fields of a problem as whoever made the file knows them: by its columns. */
export function inColumns({ errors, ...problem }: Problem, columns: FileColumns): Problem {
  return {
    ...problem,
    ...(errors && { errors: errors.map(one => ({ ...one, field: columnOf(one.field, columns) })) }),
  };
}

/** The column that fills a field; the field itself where none does. */
export function columnOf(field: string, columns: FileColumns): string {
  return Object.entries(columns).find(([, filled]) => filled === field)?.[0] ?? field;
}

/** More cells than columns: most likely a comma that should have stood in quotes, so no cell can be trusted. */
export const TOO_MANY_CELLS = refuse({
  code: 'invalid-request',
  errors: [
    {
      field: 'row',
      rule: 'columns',
      words: {
        zh: '这一行的列数比表头多，含逗号的内容请加引号',
        en: 'More cells than columns; put texts with commas in quotes',
      },
    },
  ],
});

/** UTF-8 if it is that; otherwise GB18030, as spreadsheets on Chinese systems save; undefined if it is neither. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  return undefined;
}

function parse(text: string): Read<string[][]> {
  try {
    return {
      ok: true,
      value: table.parse(parseCsv(text, { bom: true, skip_empty_lines: true, relax_column_count: true })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    return refuse({ code: 'malformed-csv', ...(typeof lines === 'number' && { line: lines }) });
  }
}

function headerErrors(
  header: readonly string[],
  columns: FileColumns,
  required: readonly string[],
): FieldError[] {
  const names = header.map(name => name.trim());
  const missing = required.filter(column => !names.includes(column));
  const unknown = names.filter(name => !Object.hasOwn(columns, name));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...missing.map(field => ({
      field,
      rule: 'required',
      words: { zh: '文件缺少这一列', en: 'The file lacks this column' },
    })),
    ...unknown.map(field => ({
      field,
      rule: 'unknown-field',
      words: { zh: '不认识这一列，请删去', en: 'This column is not known; remove it' },
    })),
    ...twice.map(field => ({
      field,
      rule: 'once',
      words: { zh: '这一列出现了两次', en: 'This column is there twice' },
    })),
  ];
}

function refuse(refusal: RequestRefusal): { readonly ok: false; readonly refusal: RequestRefusal } {
  return { ok: false, refusal };
}
