/**
 * Reads workbooks (`.xlsx`) as a spreadsheet shows them. Each sheet becomes rows of text, the same
 * that its CSV file would have. Formulas and macros are never run: a formula's cell has the value
 * that the spreadsheet has stored with it. This file is loaded with the first workbook.
 */
import { unzipSync } from 'fflate/browser';
import readSheets, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import { err, ok, type Result } from '../../../shared/domain/kernel/result.ts';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** A workbook has at least one sheet. */
export type Workbook = readonly [Sheet, ...Sheet[]];

/**
 * Why a workbook is not read. `old`: a compound file, which is an `.xls` or a workbook with a
 * password. `macros`: an `.xlsm`.
 */
export type WorkbookFault = 'old' | 'macros' | 'too-large' | 'broken' | 'empty';

/** The most bytes of a workbook, and of its unpacked parts: a small archive may unpack to a lot. */
const MOST_BYTES = 5_000_000;
const MOST_UNPACKED_BYTES = 60_000_000;
const MOST_PARTS = 2_000;

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** Whether a file is a workbook, by its first bytes and whatever its name. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, ARCHIVE) || startsWith(bytes, COMPOUND_FILE);
}

export async function readWorkbook(bytes: Uint8Array): Promise<Result<Workbook, WorkbookFault>> {
  if (startsWith(bytes, COMPOUND_FILE)) return err('old');
  if (bytes.length > MOST_BYTES) return err('too-large');
  const fault = faultOf(bytes);
  if (fault) return err(fault);
  try {
    const sheets = await readSheets(bufferOf(bytes), { parseNumber: textOfNumber, trim: false });
    const [first, ...others] = sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map(row => row.map(textOfCell)),
    }));
    return first ? ok([first, ...others]) : err('empty');
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      return err('broken');
    throw error;
  }
}

/** The fault that an archive's list of parts shows, before anything is unpacked. */
function faultOf(bytes: Uint8Array): WorkbookFault | undefined {
  let [parts, unpacked, macros] = [0, 0, false];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        unpacked += originalSize;
        macros ||= name.endsWith('vbaProject.bin');
        return false;
      },
    });
  } catch {
    return 'broken';
  }
  if (macros) return 'macros';
  return parts > MOST_PARTS || unpacked > MOST_UNPACKED_BYTES ? 'too-large' : undefined;
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/**
 * A cell as text. The library types a date's class in place of a date, so the value is examined
 * here.
 */
function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return textOfDate(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}

/**
 * A number without the noise of its binary form: 0.30000000000000004 is 0.3 on the screen. A
 * number too long to be kept in full stays in its short form, so that its loss is noticed.
 */
function textOfNumber(written: string): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  const shown = Number(number.toPrecision(15));
  return Math.abs(shown) < 1e15 ? String(shown) : shown.toExponential().toUpperCase();
}

const MILLIS_PER_SECOND = 1000;

/**
 * A date as the sheet shows it. A sheet's dates have no time zone: the library gives the shown time
 * as if it were UTC, and a fraction of a second off.
 */
function textOfDate(date: Date): string {
  const rounded = Math.round(date.getTime() / MILLIS_PER_SECOND) * MILLIS_PER_SECOND;
  const [day = '', time = ''] = new Date(rounded).toISOString().split('T');
  const clock = time.slice(0, 8);
  // A time without a day is kept in a sheet as a part of the day before its first.
  if (day < '1900-01-01') return clock.slice(0, 5);
  if (clock === '00:00:00') return day;
  return `${day} ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
}
