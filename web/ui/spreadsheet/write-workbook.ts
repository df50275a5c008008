/**
 * Writes a workbook (`.xlsx`) from a CSV file of the API, with numbers and dates as such. Texts stay
 * texts: nothing becomes a formula. This file is loaded with the first export of a workbook.
 */
import { parse } from 'csv-parse/browser/esm/sync';
import write from 'write-excel-file/universal';
import { textOfCell } from '../../../shared/domain/kernel/spreadsheet-text.ts';

type Kind = 'number' | 'date' | 'time' | 'text';

/** Columns with numbers or times that are names: they stay as they are written. */
const NAMES: ReadonlySet<string> = new Set([
  '编号',
  '工号',
  '账号',
  '姓名',
  '班组',
  '部门',
  '范围',
]);
/** Likewise a person's number, under whatever heading. */
const PEOPLE = /人$/;

const FORMS = [
  ['number', /^-?(0|[1-9]\d{0,14})(\.\d+)?$/],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
  ['time', /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/],
] as const satisfies readonly (readonly [Kind, RegExp])[];

const FORMATS = { date: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' } as const;

const HEADING = { fontWeight: 'bold' } as const;
const WIDEST = 48;
const NARROWEST = 8;

/** The workbook with one sheet. `csv` has its headings in the first row. */
export async function workbookOf(csv: string, sheet: string): Promise<Blob> {
  const [headings = [], ...rows]: string[][] = parse(csv, { bom: true, relax_column_count: true });
  const kinds = headings.map((heading, at) =>
    kindOf(
      heading,
      rows.map(row => row[at] ?? ''),
    ),
  );
  const data = [
    headings.map(value => ({ value, type: String, ...HEADING })),
    ...rows.map(row => row.map((text, at) => cellOf(text, kinds[at] ?? 'text'))),
  ];
  const columns = headings.map((heading, at) => ({
    width: Math.min(
      WIDEST,
      Math.max(NARROWEST, ...[heading, ...rows.map(row => row[at] ?? '')].map(widthOf)),
    ),
  }));
  return write(data, { sheet, columns, stickyRowsCount: 1 }).toBlob();
}

/** The kind of a column: that of all its cells, or text. */
function kindOf(heading: string, cells: readonly string[]): Kind {
  const filled = cells.filter(cell => cell !== '');
  if (filled.length === 0 || NAMES.has(heading) || PEOPLE.test(heading)) return 'text';
  return FORMS.find(([, form]) => filled.every(cell => form.test(cell)))?.[0] ?? 'text';
}

function cellOf(text: string, kind: Kind) {
  if (text === '') return null;
  switch (kind) {
    case 'number':
      return { value: Number(text), type: Number };
    case 'date':
    case 'time':
      return {
        value: new Date(`${text.replace(' ', 'T')}${kind === 'date' ? 'T00:00' : ''}Z`),
        type: Date,
        format: FORMATS[kind],
      };
    case 'text':
      return { value: textOfCell(text), type: String };
  }
}

/** The width of a cell in characters; Chinese ones are two wide. */
function widthOf(text: string): number {
  const [line = ''] = text.split('\n');
  return [...line].reduce((width, character) => width + (character > '\u2e80' ? 2 : 1), 2);
}
