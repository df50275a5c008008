/** The result of a file of slips, as shown. */
import { expect, it } from 'vitest';
import { countOf, type ImportPart, isAnswered, rowsOf } from '../../../web/committee/import.ts';

const first: ImportPart = {
  created: 1,
  duplicates: 0,
  rejected: 1,
  rows: [
    { row: 1, title: '加装挡板', outcome: 'created' },
    { row: 2, title: '护栏加高', outcome: 'rejected' },
  ],
  next: 4,
};
const last: ImportPart = {
  created: 0,
  duplicates: 1,
  rejected: 1,
  rows: [
    { row: 4, title: '谷电装炉', outcome: 'duplicate' },
    { row: 5, outcome: 'rejected' },
  ],
};

it('the parts of a file are shown as one, refused rows first', () => {
  expect(rowsOf([first, last]).map(({ row }) => row)).toEqual([2, 5, 1, 4]);
  expect(countOf([first, last], 'rejected')).toBe(2);
  expect([isAnswered([]), isAnswered([first]), isAnswered([first, last])]).toEqual([
    false,
    false,
    true,
  ]);
});
