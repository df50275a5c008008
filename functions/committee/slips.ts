/**
 * Reading a secretary's spreadsheet: from the bytes of a CSV file to slips, one a row. The columns are those of the firm's
 * paper form; a file without one of them is refused as a whole, a row with a bad cell by itself.
 */
import { newIdea } from '../../shared/contract/schemas/idea.ts';
import { SLIP_COLUMNS } from '../../shared/contract/schemas/import.ts';
import { type Calendar, parseLocalTime } from '../../shared/domain/calendar.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Slip } from '../../shared/domain/intake.ts';
import { columnOf, readFile, TOO_MANY_CELLS } from '../../shared/http/csv-reading.ts';
import type { FieldError } from '../../shared/http/refusal.ts';
import type { Read } from '../../shared/http/request.ts';
import { fieldErrors } from '../../shared/http/validation.ts';

/** One row of the file. */
export interface SlipRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  readonly slip: Read<Slip>;
  /** What makes two slips one and the same: all that is written on them, but for the running number. */
  readonly sameness: readonly string[];
}

/** Reads the slips of a file. Times on slips are local times of the organization's calendar. */
export function readSlips(bytes: Uint8Array, calendar: Calendar, now: Instant): Read<SlipRow[]> {
  const file = readFile(bytes, SLIP_COLUMNS);
  if (!file.ok) return file;
  const fields = Object.values(SLIP_COLUMNS).filter(field => field !== 'number');
  return {
    ok: true,
    value: file.value.map(({ row, cells, beyond }) => {
      const filled = new Map([...cells].filter(([field]) => field !== 'number'));
      const sameness = fields.map(field => filled.get(field) ?? '');
      return beyond.length > 0
        ? { row, slip: TOO_MANY_CELLS, sameness: [...sameness, ...beyond] }
        : { row, slip: readSlip(filled, calendar, now), sameness };
    }),
  };
}

/** A row without an employee number is an unnamed slip. Amounts may be written with thousands separators. */
function readSlip(filled: ReadonlyMap<string, string>, calendar: Calendar, now: Instant): SlipRow['slip'] {
  const { expectedBenefit, submittedAt, ...texts } = Object.fromEntries(filled);
  const amount = expectedBenefit?.replaceAll(/[,，\s]/g, '');
  const candidate = {
    ...texts,
    ...(!filled.has('authorId') && { unnamed: true }),
    ...(amount !== undefined && { expectedBenefit: /^\d+(\.0+)?$/.test(amount) ? Number(amount) : amount }),
    ...(submittedAt !== undefined && {
      submittedAt: parseLocalTime(submittedAt, calendar, now) ?? submittedAt,
    }),
  };
  const parsed = newIdea.safeParse(candidate);
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues, candidate);
  if (submittedAt === undefined)
    errors.push({ field: 'submittedAt', rule: 'required', words: { zh: '必填', en: 'Required' } });
  return parsed.success && errors.length === 0
    ? { ok: true, value: parsed.data }
    : { ok: false, refusal: { code: 'invalid-request', errors: errors.map(inLocalTime).map(inColumn) } };
}

/** Names a field as the secretary knows it: by the file's column. */
function inColumn(error: FieldError): FieldError {
  return { ...error, field: columnOf(error.field, SLIP_COLUMNS) };
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
