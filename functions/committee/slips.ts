/**
 * Reading a secretary's spreadsheet: from the bytes of a CSV file to slips, one a row. The columns are those of the firm's
 * paper form; a file without one of them is refused as a whole, a row with a bad cell by itself.
 */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { newIdea, SLIP_COLUMNS } from '../../shared/contract/schemas.ts';
import { type Calendar, parseLocalTime } from '../../shared/domain/calendar.ts';
import type { Slip } from '../../shared/domain/intake.ts';
import { tidy } from '../../shared/domain/text.ts';
import type { FieldError, RequestRefusal } from '../../shared/http/problem.ts';
import { fieldErrors } from '../../shared/http/validation.ts';

/** One row of the file. */
export interface SlipRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  readonly slip:
    | { readonly ok: true; readonly value: Slip }
    | { readonly ok: false; readonly refusal: RequestRefusal };
  /** What makes two slips one and the same: all that is written on them, but for the running number. */
  readonly sameness: readonly string[];
}

export type Slips =
  | { readonly ok: true; readonly rows: readonly SlipRow[] }
  | { readonly ok: false; readonly refusal: RequestRefusal };

const COLUMNS: ReadonlyMap<string, string> = new Map(Object.entries(SLIP_COLUMNS));
const cells = z.array(z.array(z.string()));

/** Reads the slips of a file. Times on slips are local times of the organization's calendar. */
export function readSlips(bytes: Uint8Array, calendar: Calendar): Slips {
  const text = decode(bytes);
  if (text === undefined) return refuse({ code: 'not-text' });
  const table = readTable(text);
  if (!table.ok) return table;
  const [header = [], ...rows] = table.rows;
  const fields = header.map(name => COLUMNS.get(name.trim()));
  const errors = headerErrors(header);
  if (errors.length > 0) return refuse({ code: 'invalid-request', errors });
  return {
    ok: true,
    rows: rows.flatMap((row, at) => {
      if (row.every(cell => cell.trim() === '')) return [];
      const filled = new Map<string, string>();
      for (const [column, field] of fields.entries()) {
        const content = tidy(row[column] ?? '');
        if (field !== undefined && field !== 'number' && content !== '') filled.set(field, content);
      }
      const sameness = [...COLUMNS.values()]
        .filter(field => field !== 'number')
        .map(field => filled.get(field) ?? '');
      const beyond = row.slice(header.length).filter(cell => cell.trim() !== '');
      return [
        beyond.length > 0
          ? { row: at + 1, slip: TOO_MANY_CELLS, sameness: [...sameness, ...beyond] }
          : { row: at + 1, slip: readSlip(filled, calendar), sameness },
      ];
    }),
  };
}

/** The column that fills a field; the field itself where none does. */
export function columnOf(field: string): string {
  return [...COLUMNS].find(([, filled]) => filled === field)?.[0] ?? field;
}

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

function readTable(
  text: string,
): { readonly ok: true; readonly rows: string[][] } | Extract<Slips, { ok: false }> {
  try {
    return {
      ok: true,
      rows: cells.parse(parseCsv(text, { bom: true, skip_empty_lines: true, relax_column_count: true })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error;
    return refuse({ code: 'malformed-csv', ...(typeof lines === 'number' && { line: lines }) });
  }
}

function headerErrors(header: readonly string[]): FieldError[] {
  const names = header.map(name => name.trim());
  const missing = [...COLUMNS.keys()].filter(column => !names.includes(column));
  const unknown = names.filter(name => !COLUMNS.has(name));
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

/** A row without an employee number is an unnamed slip. Amounts may be written with thousands separators. */
function readSlip(filled: ReadonlyMap<string, string>, calendar: Calendar): SlipRow['slip'] {
  const { expectedBenefit, submittedAt, ...texts } = Object.fromEntries(filled);
  const amount = expectedBenefit?.replaceAll(/[,，\s]/g, '');
  const candidate = {
    ...texts,
    ...(!filled.has('authorId') && { unnamed: true }),
    ...(amount !== undefined && { expectedBenefit: /^\d+(\.0+)?$/.test(amount) ? Number(amount) : amount }),
    ...(submittedAt !== undefined && { submittedAt: parseLocalTime(submittedAt, calendar) ?? submittedAt }),
  };
  const parsed = newIdea.safeParse(candidate);
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues, candidate);
  if (submittedAt === undefined)
    errors.push({ field: 'submittedAt', rule: 'required', words: { zh: '必填', en: 'Required' } });
  return parsed.success && errors.length === 0
    ? { ok: true, value: parsed.data }
    : refuse({ code: 'invalid-request', errors: errors.map(inLocalTime).map(inColumn) });
}

/** Names a field as the secretary knows it: by the file's column. */
function inColumn(error: FieldError): FieldError {
  return { ...error, field: columnOf(error.field) };
}

/** On a slip, times have no offset; the example must not ask for one. */
function inLocalTime(error: FieldError): FieldError {
  if (error.field !== 'submittedAt' || error.rule !== 'format') return error;
  const words = {
    zh: '格式不对，例如 2026-09-17 08:12',
    en: 'Not in the right form; for example 2026-09-17 08:12',
  };
  return { ...error, words };
}

/** More cells than columns: most likely a comma that should have stood in quotes, so no cell can be trusted. */
const TOO_MANY_CELLS: SlipRow['slip'] = refuse({
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

function refuse(refusal: RequestRefusal): { readonly ok: false; readonly refusal: RequestRefusal } {
  return { ok: false, refusal };
}
