/** The cursor of a file of ideas: it is read back unchanged, and nothing else is accepted. */
import { describe, expect, it } from 'vitest';
import { isRowCursor, readRowCursor, rowCursorAfter } from '../../../shared/domain/idea/cursor.ts';
import { isIdeaId } from '../../../shared/domain/kernel/ids.ts';

const ID = '2026-10-0123456789abcdefghjkmnpqrs';

describe('a cursor in a file', () => {
  it('names the last row', () => {
    if (!isIdeaId(ID)) throw new Error('not an id');
    const row = { number: 64, id: ID };
    expect(rowCursorAfter(row)).toBe(`64_${ID}`);
    expect(readRowCursor(rowCursorAfter(row))).toEqual(row);
  });

  it.each([
    '',
    '64',
    ID,
    `_${ID}`,
    `0_${ID}`,
    `-1_${ID}`,
    `1.5_${ID}`,
    `1e3_${ID}`,
    `64_${ID}_`,
    `64_x`,
    `9999999999_${ID}`,
  ])('is not %j', text => {
    expect(isRowCursor(text)).toBe(false);
  });
});
