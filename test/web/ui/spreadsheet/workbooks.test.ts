/** Workbooks in and out: what a sheet shows is what the API reads, and the other way round. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readSheets from 'read-excel-file/universal';
import { expect, it } from 'vitest';
import write, { type SheetData } from 'write-excel-file/universal';
import { readWorkbook } from '../../../../web/ui/spreadsheet/read-workbook.ts';
import { bodyOf, openTableFile } from '../../../../web/ui/spreadsheet/table-file.ts';
import { workbookOf } from '../../../../web/ui/spreadsheet/write-workbook.ts';

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
const sheetOf = async (data: SheetData): Promise<Uint8Array> => bytesOf(await write(data).toBlob());
const parts = async (data: SheetData) => unzipSync(await sheetOf(data));
const rowsOf = async (bytes: Uint8Array) => {
  const book = await readWorkbook(bytes);
  return book.ok ? book.value[0].rows : book.refusal;
};
const shown = (text: string, format: string) => ({ value: new Date(text), type: Date, format });
const fileOf = (bytes: Uint8Array, name = '十月.xlsx') => new File([new Uint8Array(bytes)], name);

it('reads texts, numbers and days as the sheet shows them', async () => {
  const rows = await rowsOf(
    await sheetOf([
      ['工号', '数', '真', '时间'],
      ['00123', 36_000, true, shown('2026-09-17T08:12:00Z', 'yyyy-mm-dd hh:mm')],
      [' 空格 ', 0.1 + 0.2, false, shown('2026-09-17T00:00:00Z', 'yyyy-mm-dd')],
      [null, -1.5, null, shown('2026-09-17T08:12:30Z', 'yyyy-mm-dd hh:mm:ss')],
    ]),
  );
  expect(rows).toEqual([
    ['工号', '数', '真', '时间'],
    ['00123', '36000', '是', '2026-09-17 08:12'],
    [' 空格 ', '0.3', '否', '2026-09-17'],
    ['', '-1.5', '', '2026-09-17 08:12:30'],
  ]);
});

it('rounds a time that is kept a fraction of a second short', async () => {
  const files = await parts([[shown('2026-09-17T08:12:00Z', 'yyyy-mm-dd hh:mm')]]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const short = strFromU8(files[sheet]!).replace(/<v>[\d.]+<\/v>/, '<v>46282.3416666661</v>');
  expect(await rowsOf(zipSync({ ...files, [sheet]: strToU8(short) }))).toEqual([
    ['2026-09-17 08:12'],
  ]);
});

it('counts days as the workbook does, also from 1904', async () => {
  const files = await parts([[shown('2026-09-17T00:00:00Z', 'yyyy-mm-dd')]]);
  const book = 'xl/workbook.xml';
  const since1904 = strFromU8(files[book]!).replace(
    /(<workbook[^>]*>)/,
    '$1<workbookPr date1904="1"/>',
  );
  expect(await rowsOf(zipSync({ ...files, [book]: strToU8(since1904) }))).toEqual([['2030-09-18']]);
});

it('lets a number too long to be kept be recognized as such', async () => {
  expect(await rowsOf(await sheetOf([[1.234567890123456e18]]))).toEqual([['1.23456789012346E+18']]);
});

it('takes the stored value of a formula and computes none', async () => {
  const files = await parts([['=1+1', 5]]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const formula = strFromU8(files[sheet]!).replace(
    /<v>5<\/v>/,
    '<f>HYPERLINK("https://example.com","x")</f><v>42</v>',
  );
  expect(await rowsOf(zipSync({ ...files, [sheet]: strToU8(formula) }))).toEqual([['=1+1', '42']]);
});

it.for([
  ['old', async () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ['broken', async () => (await sheetOf([['a']])).slice(0, 300)],
  ['broken', async () => zipSync({ 'readme.txt': strToU8('no workbook') })],
  ['macros', async () => zipSync({ ...(await parts([['a']])), 'xl/vbaProject.bin': strToU8('x') })],
  ['too-large', async () => new Uint8Array([0x50, 0x4b, 3, 4, ...new Array(5_000_000).fill(0)])],
  [
    'too-large',
    async () =>
      zipSync(
        { ...(await parts([['a']])), 'xl/bomb.xml': new Uint8Array(61_000_000) },
        { level: 1 },
      ),
  ],
] as const)('says that a file is %s', async ([fault, make]) => {
  expect(await readWorkbook(await make())).toEqual({ ok: false, refusal: fault });
});

it('sends the chosen sheet as CSV, and any other file as it is', async () => {
  const book = await write([
    { sheet: '说明', data: [['请看第二张']] },
    {
      sheet: '纸条',
      data: [
        ['工号', '改进措施'],
        ['HT0132', '先清理，再加装\n挡板,两块'],
      ],
    },
  ]).toBlob();
  const opened = await openTableFile(fileOf(await bytesOf(book)));
  if (!opened.ok || opened.value.kind !== 'workbook') throw new Error('no workbook');
  expect(opened.value.sheets.map(({ name }) => name)).toEqual(['说明', '纸条']);
  const body = await bodyOf(opened.value, 1);
  expect(body.type).toBe('text/csv');
  expect(await body.text()).toBe('工号,改进措施\nHT0132,"先清理，再加装\n挡板,两块"\n');

  const csv = await openTableFile(fileOf(strToU8('工号\nHT0132\n'), '十月.csv'));
  expect(csv).toMatchObject({ ok: true, value: { kind: 'text' } });
  expect(csv.ok && (await (await bodyOf(csv.value, 0)).text())).toBe('工号\nHT0132\n');
});

it('writes numbers and days as such, and texts never as formulas', async () => {
  const csv = [
    '\uFEFF工号,建议名称,"预期年效益(元)",提交时间,完成期限',
    "'00123,'=1+1,36000,2026-09-17 08:12,2026-10-31",
    '87,护栏加高,,2026-09-18 14:40,',
  ].join('\r\n');
  const blob = await workbookOf(csv, '金点子');
  const sheets = await readSheets(await blob.arrayBuffer());
  const kinds = sheets[0]?.data.slice(1).map(row => row.map(cell => (cell as object)?.constructor));
  expect(kinds).toEqual([
    [String, String, Number, Date, Date],
    [String, String, undefined, Date, undefined],
  ]);
  expect(await rowsOf(await bytesOf(blob))).toEqual([
    ['工号', '建议名称', '预期年效益(元)', '提交时间', '完成期限'],
    ['00123', '=1+1', '36000', '2026-09-17 08:12', '2026-10-31'],
    ['87', '护栏加高', '', '2026-09-18 14:40', ''],
  ]);
  const xml = strFromU8(unzipSync(await bytesOf(blob))['xl/worksheets/sheet1.xml']!);
  expect(xml).not.toContain('<f>');
});
