/** The preview of a member file. */
import { describe, expect, it } from 'vitest';
import {
  changesIn,
  concerns,
  type ImportReply,
  movedIn,
  outcomesOf,
  rowsOf,
  together,
} from '../../../../web/features/members/member-file.ts';
import { member } from '../../../sample/names.ts';

const changes = [{ column: '部门', before: '铸造车间', after: '质检部' }];
const reply: ImportReply = {
  preview: true,
  added: 0,
  changed: 1,
  deactivated: 1,
  reactivated: 0,
  unchanged: 2,
  rejected: 1,
  notInFile: 325,
  rows: [
    { row: 1, outcome: 'unchanged', member: member('HT0001') },
    { row: 2, outcome: 'changed', member: member('HT0266'), changes },
    { row: 3, outcome: 'rejected', member: member('HT0300') },
    { row: 4, outcome: 'deactivated', member: member('HT0132'), changes },
    { row: 5, outcome: 'unchanged', member: member('HT0002') },
  ],
};

describe('the preview', () => {
  it('hides unchanged rows by default, and begins with refused ones', () => {
    const numbers = (choice: Parameters<typeof rowsOf>[1]) =>
      rowsOf(reply.rows, choice).map(({ row }) => row);
    expect(numbers('telling')).toEqual([3, 2, 4]);
    expect(numbers('all')).toEqual([3, 1, 2, 4, 5]);
    expect(numbers('unchanged')).toEqual([1, 5]);
  });

  it('shows exchanged names right after the refused rows, and counts them', () => {
    const moved = { ...reply.rows[3]!, nameFrom: member('HT0001') };
    const rows = [...reply.rows.slice(0, 3), moved];
    expect(rowsOf(rows, 'telling').map(({ row }) => row)).toEqual([3, 4, 2]);
    expect([movedIn(rows), movedIn(reply.rows)]).toEqual([1, 0]);
  });

  it('counts the changes; refused and unchanged rows need no confirmation', () => {
    expect(changesIn(reply)).toBe(2);
    expect(outcomesOf(reply).map(({ outcome }) => outcome)).toEqual([
      'changed',
      'deactivated',
      'unchanged',
      'rejected',
    ]);
  });

  it('warns an administrator whose own entry would change', () => {
    expect(concerns(member('HT0266'), reply.rows)).toBe(true);
    expect(concerns(member('HT0001'), reply.rows)).toBe(false);
    expect(concerns(member('HT0300'), reply.rows)).toBe(false);
  });
});

describe('a file that is answered in parts', () => {
  it('is shown as one, with the members missing in the whole file', () => {
    const [first, second] = [reply.rows.slice(0, 2), reply.rows.slice(2)];
    const parts: ImportReply[] = [
      { ...reply, changed: 1, deactivated: 0, unchanged: 1, rejected: 0, rows: first, next: 3 },
      { ...reply, changed: 0, deactivated: 1, unchanged: 1, rejected: 1, rows: second },
    ];
    expect(together(parts)).toEqual(reply);
    expect(together([])).toBeUndefined();
  });
});
