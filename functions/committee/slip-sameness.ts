/**
 * Two slips are the same if they have the same content, in any form that a spreadsheet may save.
 * `2026-09-17 08:12` and `2026/9/17 8:12` are one minute, `36000` and `36,000` one amount, `ht0132`
 * and `HT0132` one person. The running number is ignored.
 */
import { SLIP_COLUMNS } from '../../shared/contract/file-columns.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { type Calendar, localTime, rulesAt } from '../../shared/domain/organization/calendar.ts';
import { newNumber } from '../../shared/domain/organization/employee-number.ts';
import type { FileRow } from '../../shared/http/csv-reading.ts';
import type { WrittenSlip } from './slips.ts';

/** A slip's identity, part by part. Seconds are left out, because a spreadsheet saves none. */
export function samenessOf(slip: WrittenSlip): readonly string[] {
  const {
    title,
    category,
    problem,
    proposal,
    expectedBenefit,
    department = '',
    authorId,
    submittedAt,
  } = slip;
  return [
    authorId === undefined ? '' : newNumber(authorId),
    department,
    category,
    title,
    problem,
    proposal,
    expectedBenefit?.toString() ?? '',
    submittedAt.slice(0, 16),
  ];
}

const FORMER_FIELDS = Object.values(SLIP_COLUMNS).filter(
  field => field !== 'number' && field !== 'name',
);

/**
 * A slip's identities under the former rule, by its cells: as written in this file, and as they
 * would be before or after a spreadsheet saved the file again. Slips are recognized for two years
 * (`earlierPlaces`); after that the former rule can go.
 */
export function formerSamenessOf(
  { expectedBenefit, submittedAt }: WrittenSlip,
  written: FileRow['written'],
  calendar: Calendar,
  now: Instant,
): readonly (readonly string[])[] {
  const cell = (field: string): string => formerlyTidied(written.get(field) ?? '');
  const time = localTime(submittedAt, rulesAt(now, calendar));
  const asExcel = `${time.slice(0, 4)}/${Number(time.slice(5, 7))}/${Number(time.slice(8, 10))} ${Number(time.slice(11, 13))}${time.slice(13)}`;
  const plain = expectedBenefit?.toString() ?? '';
  const grouped = expectedBenefit?.toLocaleString('en') ?? '';
  const spellings: readonly (readonly [amount: string, time: string])[] = [
    [cell('expectedBenefit'), cell('submittedAt')],
    [plain, time],
    [plain, asExcel],
    [grouped, time],
    [grouped, asExcel],
  ];
  const all = spellings.map(([amount, when]) =>
    FORMER_FIELDS.map(field =>
      field === 'expectedBenefit' ? amount : field === 'submittedAt' ? when : cell(field),
    ),
  );
  return [...new Map(all.map(parts => [JSON.stringify(parts), parts])).values()];
}

function formerlyTidied(cell: string): string {
  return cell.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
