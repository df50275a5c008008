/**
 * What a member file would do, as it is shown before it is done.
 */
import { describe, expect, it } from 'vitest';
import {
  changesIn,
  concerns,
  type ImportReply,
  leftOut,
  outcomesOf,
  rowsOf,
  sendToTheEnd,
} from '../../../web/administrator/member-file.ts';
import { member } from './branded.ts';

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
  it('leaves out what would not change, unless asked', () => {
    const numbers = (choice: Parameters<typeof rowsOf>[1]) =>
      rowsOf(reply.rows, choice).map(({ row }) => row);
    expect(numbers('telling')).toEqual([2, 3, 4]);
    expect(numbers('all')).toEqual([1, 2, 3, 4, 5]);
    expect(numbers('unchanged')).toEqual([1, 5]);
  });

  it('counts what would be done; rejected rows and unchanged ones are nothing to confirm', () => {
    expect(changesIn(reply)).toBe(2);
    expect(outcomesOf(reply).map(({ outcome }) => outcome)).toEqual([
      'changed',
      'deactivated',
      'unchanged',
      'rejected',
    ]);
  });

  it('warns those whose own entry would change', () => {
    expect(concerns(member('HT0266'), reply.rows)).toBe(true);
    expect(concerns(member('HT0001'), reply.rows)).toBe(false);
    expect(concerns(member('HT0300'), reply.rows)).toBe(false);
  });
});

describe('a file that the API does not get through at once', () => {
  const busy = { type: '/problems/busy', title: '', status: 503, code: 'busy' };
  /** Answers as the API does to the same three rows, of which it adds so many a time. */
  const adding = (atATime: number, asked: unknown[] = []) => {
    let [done, times] = [0, 0];
    return async (): Promise<ImportReply> => {
      asked.push(times++);
      const [from, to] = [done, Math.min(done + atATime, 3)];
      done = to;
      const rows = ['HT0401', 'HT0402', 'HT0403'].map((id, at) => {
        const row = { row: at + 1, member: member(id) };
        if (at < from) return { ...row, outcome: 'unchanged' as const };
        if (at < to) return { ...row, outcome: 'added' as const, changes };
        return { ...row, outcome: 'rejected' as const, problem: busy };
      });
      return { ...reply, preview: false, added: to - from, unchanged: from, rejected: 3 - to, rows };
    };
  };

  it('is sent until it is through, and told of as one', async () => {
    const told: number[] = [];
    const all = await sendToTheEnd(adding(1), rows => told.push(rows));
    expect(all).toMatchObject({ added: 3, changed: 0, deactivated: 0, unchanged: 0, rejected: 0 });
    expect(all.rows.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added']);
    expect(told).toEqual([1, 2]);
  });

  it('is not sent for ever where that leads no further', async () => {
    const asked: unknown[] = [];
    const all = await sendToTheEnd(adding(0, asked), () => undefined);
    expect(leftOut(all)).toBe(3);
    expect(asked).toHaveLength(2);
  });
});
