/**
 * Where a file of ideas goes on: a position is read back as it was made, and nothing else is one.
 */
import { describe, expect, it } from 'vitest';
import { isIdeaId } from '../../shared/domain/ids.ts';
import { isRowPosition, positionAfter, readRowPosition } from '../../shared/domain/row-position.ts';

const ID = '2026-10-0123456789abcdefghjkmnpqrs';

describe('a position in a file', () => {
  it('says which row came last', () => {
    if (!isIdeaId(ID)) throw new Error('not an id');
    const row = { number: 64, id: ID };
    expect(positionAfter(row)).toBe(`64_${ID}`);
    expect(readRowPosition(positionAfter(row))).toEqual(row);
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
    expect(isRowPosition(text)).toBe(false);
  });
});
