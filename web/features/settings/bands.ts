/** The reward bands in their form: the typed rows, and the errors of each. */
import type { RequestOf } from '../../../shared/contract/client.ts';
import type { putRewardBands } from '../../../shared/contract/routes/administration.ts';
import {
  faultAfter,
  MOST_BANDS,
  type RewardBand,
} from '../../../shared/domain/organization/reward-bands.ts';
import { yuanOf } from '../../ui/form/amount.ts';
import type { FieldErrors } from '../../ui/form/field-errors.ts';
import type { ValidationResult } from '../../ui/form/validation-result.ts';
import type { SettingsWords } from './words.ts';

type NewBands = RequestOf<typeof putRewardBands>['body'];

export const BAND_CELLS = ['from', 'least', 'most'] as const;
export type BandCell = (typeof BAND_CELLS)[number];

/** A typed band. */
export type BandRow = Readonly<Record<BandCell, string>>;

export interface BandsFields extends Readonly<Record<string, string>> {
  /** One row a line, its cells separated by tabs. */
  readonly bands: string;
}

export function bandsFields(bands: readonly RewardBand[]): BandsFields {
  return rowsFields(
    bands.map(({ from, least, most }) => ({
      from: String(from),
      least: String(least),
      most: String(most),
    })),
  );
}

export function bandRows({ bands }: BandsFields): BandRow[] {
  if (bands === '') return [];
  return bands.split('\n').map(line => {
    const [from = '', least = '', most = ''] = line.split('\t');
    return { from, least, most };
  });
}

export function withCell(
  fields: BandsFields,
  at: number,
  cell: BandCell,
  text: string,
): BandsFields {
  const typed = text.replaceAll(/\s/g, ' ');
  return rowsFields(
    bandRows(fields).map((row, index) => (index === at ? { ...row, [cell]: typed } : row)),
  );
}

export function withoutBand(fields: BandsFields, at: number): BandsFields {
  return rowsFields(bandRows(fields).filter((_, index) => index !== at));
}

/** Adds a band at the end; it begins with the range of the last one, the smallest it may have. */
export function withAnotherBand(fields: BandsFields): BandsFields {
  const rows = bandRows(fields);
  const last = rows.at(-1);
  const another = { from: last === undefined ? '0' : '', least: last?.most ?? '', most: '' };
  return rowsFields([...rows, another]);
}

/**
 * Either the request, or the errors: a row's under its position, a cell's under position and name,
 * the table's under `bands`.
 */
export function checkBands(fields: BandsFields, words: SettingsWords): ValidationResult<NewBands> {
  const rows = bandRows(fields);
  const errors = bandErrors(rows, words);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, body: { bands: rows.map(readBand) } };
}

/**
 * The errors of each row while the user types: cells that are not amounts, or a row that does not
 * follow from the one before.
 */
export function bandErrors(rows: readonly BandRow[], words: SettingsWords): FieldErrors {
  const errors: Record<string, string> = {};
  for (const [at, row] of rows.entries()) {
    const band = readBand(row);
    const wrong = BAND_CELLS.filter(cell => Number.isNaN(band[cell]));
    for (const cell of wrong)
      errors[`${at}.${cell}`] = row[cell] === '' ? words.missing : words.notAnAmount;
    const before = rows[at - 1];
    const fault = wrong.length > 0 ? undefined : faultAfter(before && readBand(before), band);
    if (fault !== undefined) errors[String(at)] = words.bandFaults[fault];
  }
  if (rows.length === 0) errors.bands = words.bandFaults.none;
  if (rows.length > MOST_BANDS) errors.bands = words.bandFaults['too-many'];
  return errors;
}

/** Cells that are not amounts are not numbers; such a row is never sent. */
function readBand(row: BandRow): RewardBand {
  const amount = (cell: BandCell): number => yuanOf(row[cell]) ?? Number.NaN;
  return { from: amount('from'), least: amount('least'), most: amount('most') };
}

function rowsFields(rows: readonly BandRow[]): BandsFields {
  return { bands: rows.map(row => BAND_CELLS.map(cell => row[cell]).join('\t')).join('\n') };
}
