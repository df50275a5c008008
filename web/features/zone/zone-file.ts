/**
 * The file of a zone's round: a row for the total, each district and each organization, with the
 * numerator and denominator of every rate. What the page withholds is an empty cell with a note, so
 * the file tells nothing more than the page.
 */
import { keptText } from '../../../shared/domain/kernel/spreadsheet-text.ts';
import {
  type Complete,
  cellOf,
  type NumberColumn,
  ROUND_COLUMNS,
  type Row,
  WORK_COLUMNS,
} from './order.ts';

const RATES: ReadonlySet<NumberColumn> = new Set(['adoptionRate', 'participation', 'decisionRate']);
/** So that spreadsheets know the encoding. */
const BYTE_ORDER_MARK = '\ufeff';

interface Names {
  readonly columns: Readonly<Record<NumberColumn, string>>;
  readonly district: string;
  readonly organization: string;
  readonly whole: string;
  readonly note: string;
  readonly withheld: string;
  readonly ofWhole: (name: string) => string;
  readonly outOf: (name: string) => string;
}

type District = Complete['districts'][number];

/** `rows` are all organizations of a district, also where a reply lists them apart. */
export function zoneFile(
  reply: Complete,
  rowsOf: (district: District) => NonNullable<District['rows']>,
  wholeZone: boolean,
  names: Names,
): string {
  const tellsWork = reply.workSince !== undefined;
  const columns = [...ROUND_COLUMNS, ...(tellsWork ? WORK_COLUMNS : [])];
  const headings = [
    names.district,
    names.organization,
    ...columns.flatMap(column =>
      RATES.has(column)
        ? [names.ofWhole(names.columns[column]), names.outOf(names.columns[column])]
        : [names.columns[column]],
    ),
    names.note,
  ];
  const line = (district: string, organization: string, shown: Omit<Row, 'name'>) => [
    district,
    organization,
    ...columns.flatMap(column => cellsOf(column, shown)),
    shown.numbers === null || (tellsWork && shown.work === null) ? names.withheld : '',
  ];
  const lines = [
    headings,
    ...(wholeZone ? [line(names.whole, '', reply)] : []),
    ...reply.districts.flatMap(district => [
      line(district.district, '', district),
      ...rowsOf(district).map(row => line(district.district, row.name, row)),
    ]),
  ];
  return BYTE_ORDER_MARK + lines.map(cells => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellsOf(column: NumberColumn, shown: Omit<Row, 'name'>): string[] {
  const value = cellOf(column, { ...shown, name: '' });
  if (value === undefined) return RATES.has(column) ? ['', ''] : [''];
  return typeof value === 'number'
    ? [String(value)]
    : [String(value.numerator), String(value.denominator)];
}

/** Quoted (RFC 4180), and never a formula. */
function cellText(text: string): string {
  return `"${keptText(text).replace(/"/g, '""')}"`;
}
