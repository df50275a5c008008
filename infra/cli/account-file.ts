/**
 * The member file, as the command for accounts reads it: the numbers say whose accounts are meant,
 * and one more column, 邮箱, has the e-mail addresses of those who have one. Everything else about a
 * person is what their organization's list has.
 */
import * as z from 'zod/mini';
import { MEMBER_COLUMNS } from '../../shared/contract/file-columns.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { readNumber } from '../../shared/domain/organization/employee-number.ts';
import { readFile } from '../../shared/http/csv-reading.ts';
import { problemOf } from '../../shared/http/problem.ts';

export interface AccountRow {
  /** 1 for the first row after the headings. */
  readonly row: number;
  readonly id: MemberId;
  readonly email: string | undefined;
}
export interface RefusedRow {
  readonly row: number;
  /** In Chinese and in English. */
  readonly why: string;
}

const COLUMNS = { ...MEMBER_COLUMNS, 邮箱: 'email' };
const address = z.email();

/** Reads the rows; throws with the reason if the file cannot be read at all. */
export function readAccountFile(bytes: Uint8Array): {
  readonly rows: readonly AccountRow[];
  readonly refused: readonly RefusedRow[];
} {
  const file = readFile(bytes, COLUMNS, ['工号']);
  if (!file.ok) {
    const lines = (['zh', 'en'] as const).flatMap(language => {
      const { title, detail, errors = [] } = problemOf(file.refusal, language);
      return [detail ?? title, ...errors.map(one => `  ${one.field}: ${one.detail}`)];
    });
    throw new Error(lines.join('\n'));
  }
  const rows: AccountRow[] = [];
  const refused: RefusedRow[] = [];
  const addresses = new Map<string, number>();
  for (const { row, cells, shortened, beyond } of file.value) {
    const refuse = (why: string): unknown => refused.push({ row, why });
    const id = readNumber(cells.get('id') ?? '');
    const email = cells.get('email');
    const first = email === undefined ? undefined : addresses.get(email.toLowerCase());
    if (beyond.length > 0) refuse('这一行的列数比表头多 the row has more cells than the heading');
    else if (shortened.includes('id'))
      refuse('工号被表格软件改成了科学记数法 a spreadsheet has shortened the number');
    else if (id === undefined)
      refuse('没有工号，或工号有误 no employee number, or not a valid one');
    else if (email !== undefined && !address.safeParse(email).success)
      refuse(`邮箱有误 not an e-mail address: ${email}`);
    else if (first !== undefined)
      refuse(`邮箱与第 ${first} 行相同 the e-mail address is also in row ${first}`);
    else {
      if (email !== undefined) addresses.set(email.toLowerCase(), row);
      rows.push({ row, id, email });
    }
  }
  return { rows, refused };
}
