/** The result of a file of slips, as shown. */
import { expect, it } from 'vitest';
import {
  countOf,
  doubtfulIn,
  type ImportPart,
  rowsOf,
} from '../../../../web/features/slips/import.ts';

const first: ImportPart = {
  preview: true,
  created: 1,
  duplicates: 0,
  withdrawn: 0,
  rejected: 1,
  rows: [
    { row: 1, title: '加装挡板', outcome: 'created' },
    { row: 2, title: '护栏加高', outcome: 'rejected' },
  ],
  next: 4,
};
const last: ImportPart = {
  preview: true,
  created: 1,
  duplicates: 1,
  withdrawn: 0,
  rejected: 1,
  rows: [
    { row: 4, title: '谷电装炉', outcome: 'duplicate' },
    { row: 5, outcome: 'rejected' },
    { row: 6, outcome: 'created', warnings: ['name-differs'] },
    { row: 7, outcome: 'duplicate', warnings: ['name-differs'] },
  ],
};

it('the parts of a file are shown as one: refused rows first, then those to look at twice', () => {
  expect(rowsOf([first, last]).map(({ row }) => row)).toEqual([2, 5, 6, 7, 1, 4]);
  expect(countOf([first, last], 'rejected')).toBe(2);
  // Only what is imported has to be looked at.
  expect(doubtfulIn([first, last])).toBe(1);
});
