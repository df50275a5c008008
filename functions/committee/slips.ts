/**
 * Reads a secretary's spreadsheet, from the bytes of a CSV file to slips, one a row. The columns
 * are those of the firm's paper form. A file that lacks one of them is refused as a whole; a row
 * with a bad cell is refused alone.
 */

import { REQUIRED_SLIP_COLUMNS, SLIP_COLUMNS } from '../../shared/contract/file-columns.ts';
import { newIdea } from '../../shared/contract/schemas/idea.ts';
import type { Slip } from '../../shared/domain/idea/submission.ts';
import { readYuan } from '../../shared/domain/kernel/amount.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import { type Calendar, parseLocalTime } from '../../shared/domain/organization/calendar.ts';
import { AMOUNT_FAULTS } from '../../shared/http/amount-faults.ts';
import {
  columnOf,
  type FileRow,
  readFile,
  shortenedError,
  TOO_MANY_CELLS,
} from '../../shared/http/csv-reading.ts';
import type { FieldError, FileRefusal, InvalidRequest } from '../../shared/http/refusal.ts';
import { fieldErrors } from '../../shared/http/validation.ts';

/** The content of a slip; it always has a time. */
export interface WrittenSlip extends Slip {
  readonly submittedAt: Instant;
}

/** One row of the file. */
export interface SlipRow {
  /** 1 for the first row after the headings. */
  readonly row: number;
  /** Its title, if legible. */
  readonly title: string | undefined;
  /** The author's name, to be compared with the member list. */
  readonly name: string | undefined;
  readonly slip: Result<WrittenSlip, InvalidRequest>;
  /** Its cells as in the file, by field. */
  readonly written: FileRow['written'];
}

/** Reads the slips of a file. Times on slips are in the organization's time zone. */
export function readSlips(
  bytes: Uint8Array,
  calendar: Calendar,
  now: Instant,
): Result<SlipRow[], FileRefusal | InvalidRequest> {
  const file = readFile(bytes, SLIP_COLUMNS, REQUIRED_SLIP_COLUMNS);
  if (!file.ok) return file;
  return {
    ok: true,
    value: file.value.map(read => {
      const { row, cells, written, beyond } = read;
      const slip = beyond.length > 0 ? TOO_MANY_CELLS : readSlip(read, calendar, now);
      return { row, title: cells.get('title'), name: cells.get('name'), slip, written };
    }),
  };
}

/** A row without an employee number is an unnamed slip, unless it has a name. */
function readSlip(
  { cells, shortened }: FileRow,
  calendar: Calendar,
  now: Instant,
): SlipRow['slip'] {
  const {
    number: _number,
    name,
    expectedBenefit,
    submittedAt,
    ...texts
  } = Object.fromEntries(cells);
  const amount = expectedBenefit === undefined ? undefined : readYuan(expectedBenefit);
  const time = submittedAt === undefined ? undefined : parseLocalTime(submittedAt, calendar, now);
  const candidate = {
    ...texts,
    ...(!cells.has('authorId') && { unnamed: true }),
    ...(amount?.ok && { expectedBenefit: amount.amount }),
    ...(time !== undefined && { submittedAt: time }),
  };
  const parsed = newIdea.safeParse(candidate);
  const errors = parsed.success ? [] : fieldErrors(parsed.error.issues, candidate);
  if (amount && !amount.ok)
    errors.push({
      field: 'expectedBenefit',
      rule: amount.fault,
      words: AMOUNT_FAULTS[amount.fault],
    });
  if (name !== undefined && !cells.has('authorId')) errors.push(NAME_WITHOUT_NUMBER);
  if (time === undefined)
    errors.push(
      submittedAt === undefined
        ? { field: 'submittedAt', rule: 'required', words: { zh: '必填', en: 'Required' } }
        : NOT_A_TIME,
    );
  return parsed.success && time !== undefined && errors.length === 0
    ? { ok: true, value: { ...parsed.data, submittedAt: time } }
    : {
        ok: false,
        refusal: {
          code: 'invalid-request',
          errors: errors
            .map(error =>
              error.field === 'authorId' && shortened.includes('authorId')
                ? shortenedError('authorId')
                : error,
            )
            .map(inColumn),
        },
      };
}

/** Names a field as the secretary knows it: by the file's column. */
function inColumn(error: FieldError): FieldError {
  return { ...error, field: columnOf(error.field, SLIP_COLUMNS) };
}

/** It would be stored as unnamed, and its author could never be credited. */
const NAME_WITHOUT_NUMBER: FieldError = {
  field: 'authorId',
  rule: 'required',
  words: {
    zh: '有姓名却没有工号：请补上工号；不记名的请把姓名也删去',
    en: 'There is a name but no number; add the number, or remove the name of an unnamed slip',
  },
};

const NOT_A_TIME: FieldError = {
  field: 'submittedAt',
  rule: 'format',
  words: {
    zh: '应为日期，可以带时间，例如 2026-09-17、2026年9月17日 或 2026/9/17 8:12',
    en: 'Must be a day, perhaps with a time, for example 2026-09-17 or 2026/9/17 8:12',
  },
};
