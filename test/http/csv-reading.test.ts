/** Files of spreadsheets and offices: unambiguous ones are read, the others get instructions. */
import { describe, expect, it } from 'vitest';
import { REQUIRED_SLIP_COLUMNS, SLIP_COLUMNS } from '../../shared/contract/file-columns.ts';
import { readFile } from '../../shared/http/csv-reading.ts';
import { problemOf } from '../../shared/http/problem.ts';

const HEADINGS = REQUIRED_SLIP_COLUMNS;
const CELLS = [
  '1',
  'HT0132',
  '机加一车间',
  '设备',
  '加装挡板',
  '铁屑飞溅',
  '自制挡板',
  '36000',
  '2026-09-17',
];
const file = (...rows: (readonly string[])[]): string =>
  rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
const read = (text: string | Uint8Array) =>
  readFile(typeof text === 'string' ? Buffer.from(text) : text, SLIP_COLUMNS, HEADINGS);
const cellsOf = (text: string | Uint8Array) => {
  const rows = read(text);
  return rows.ok ? rows.value.map(({ row, cells }) => [row, ...cells.values()]) : rows.refusal;
};
const faultOf = (text: string | Uint8Array) => {
  const rows = read(text);
  return rows.ok ? undefined : rows.refusal;
};
const without = (change: Record<string, string>): string[] =>
  HEADINGS.map(heading => change[heading] ?? heading);

describe('a file is read', () => {
  it.each([
    ['as it is', file(HEADINGS, CELLS)],
    ['with empty columns at the right', file([...HEADINGS, '', ''], [...CELLS, '', ''])],
    [
      'with nothing but commas for more columns',
      `${HEADINGS.join(',')},,,\n${CELLS.join(',')},,,\n`,
    ],
    [
      'with a heading from a Chinese keyboard',
      file(without({ '预期年效益(元)': '预期年效益（元）' }), CELLS),
    ],
    [
      'with a heading over two lines',
      file(without({ '预期年效益(元)': '预期年效益\n（元）' }), CELLS),
    ],
    ['with blanks in its headings', file(without({ 工号: '工 号', 部门: '　部门 ' }), CELLS)],
    ['with a star for what must be filled in', file(without({ 建议名称: '*建议名称' }), CELLS)],
    ['with a byte order mark', `\ufeff${file(HEADINGS, CELLS)}`],
    [
      'with tabs, as Unicode text of a spreadsheet',
      `${HEADINGS.join('\t')}\r\n${CELLS.join('\t')}\r\n`,
    ],
    ['with blank rows at the top', `\r\n,,,\r\n${file(HEADINGS, CELLS)}`],
    [
      'with an apostrophe that keeps a number',
      file(HEADINGS, CELLS.with(7, "'36000").with(0, "'1")),
    ],
  ])('%s', (_, text) => {
    expect(cellsOf(text)).toEqual([[1, ...CELLS.map(cell => cell)]]);
  });

  it('with its columns in another order', () => {
    const rows = read(file(HEADINGS.toReversed(), CELLS.toReversed()));
    expect(rows.ok && rows.value[0]?.cells.get('title')).toBe('加装挡板');
  });

  it('with blank rows, which count so that a row is found in the spreadsheet', () => {
    const blank = CELLS.map(() => ' ');
    expect(cellsOf(file(HEADINGS, CELLS, blank, CELLS)) as unknown[]).toMatchObject([
      { 0: 1 },
      { 0: 3 },
    ]);
    expect(cellsOf(`${file(HEADINGS, CELLS)}\r\n\r\n${file(CELLS)}\r\n\r\n`)).toMatchObject([
      { 0: 1 },
      { 0: 3 },
    ]);
  });

  it('with a number that a spreadsheet has preserved by an apostrophe', () => {
    const rows = read(file(HEADINGS, CELLS.with(1, "'00132")));
    expect(rows.ok && rows.value[0]?.cells.get('authorId')).toBe('00132');
  });
});

describe('an unreadable file gets one sentence of instructions', () => {
  it.each([
    ['between semicolons', `${HEADINGS.join(';')}\n${CELLS.join(';')}`, 'separator'],
    ['between Chinese commas', `${HEADINGS.join('，')}\n${CELLS.join('，')}`, 'separator'],
    [
      'with a title above its headings',
      file(['2026年10月金点子汇总表'], HEADINGS, CELLS),
      'title-row',
    ],
    [
      'with a title over merged cells, and a line below it',
      file(
        ['10月金点子', ...HEADINGS.slice(1).map(() => '')],
        ['填报人：李', '', ''],
        HEADINGS,
        CELLS,
      ),
      'title-row',
    ],
    ['that is a workbook under another name', Buffer.from('504b030414000600', 'hex'), 'workbook'],
    ['that is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook'],
    [
      'that is a page under the name of a workbook',
      '<html><table><tr><td>工号</td></tr></table></html>',
      'workbook',
    ],
    ['that a gateway has spoilt', `\ufffd\ufffd\ufffd,\ufffd\ufffd\n1,2`, 'encoding'],
    ['in no encoding', new Uint8Array([0xff, 0xff, 0xff]), 'encoding'],
  ])('%s', (_, text, fault) => {
    const refusal = faultOf(text);
    expect(refusal).toMatchObject({ code: 'unreadable-file', fault });
    const { detail = '' } = problemOf(refusal!, 'zh');
    expect(detail).toMatch(/请/);
  });

  it('which names the row of the headings', () => {
    expect(faultOf(file(['汇总表'], [''], HEADINGS, CELLS))).toMatchObject({ line: 3 });
  });

  it('a column with another meaning is not taken for a known one', () => {
    expect(faultOf(file(without({ '预期年效益(元)': '预期年效益(万元)' }), CELLS))).toMatchObject({
      code: 'invalid-request',
      errors: [
        { field: '预期年效益(元)', rule: 'required' },
        { field: '预期年效益(万元)', rule: 'unknown-field' },
      ],
    });
  });

  it('a column with content but without a heading is refused', () => {
    const rows = read(file([...HEADINGS, ''], [...CELLS, '另']));
    expect(rows.ok && rows.value[0]?.beyond).toEqual(['另']);
  });
});
