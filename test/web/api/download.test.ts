/** Files that come in parts: the saved file is its parts in order, byte for byte, or nothing. */
import { describe, expect, it } from 'vitest';
import { download } from '../../../web/api/download.ts';

const PARTS = ['\ufeff序号,内容\r\n', '1,铁屑\r\n', '2,👷\r\n'];

/** Answers with one part after the other; cursors are their positions. */
function answering(asked: unknown[] = []) {
  return async (from: { readonly cursor?: number }) => {
    asked.push(from);
    const { cursor = 0 } = from;
    return { text: PARTS[cursor]!, ...(cursor + 1 < PARTS.length && { nextCursor: cursor + 1 }) };
  };
}

describe('a file', () => {
  it('is its parts one after another, with the byte order mark at the start', async () => {
    const asked: unknown[] = [];
    const file = await download(answering(asked), () => undefined);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(Buffer.from(PARTS.join('')));
    expect(file.type).toBe('text/csv;charset=utf-8');
    expect(asked).toEqual([{}, { cursor: 1 }, { cursor: 2 }]);
  });

  it('reports the number of bytes after each part', async () => {
    const told: number[] = [];
    await download(answering(), bytes => told.push(bytes));
    expect(told).toEqual([1, 2, 3].map(count => Buffer.byteLength(PARTS.slice(0, count).join(''))));
  });

  it('does not exist if a part does not come', async () => {
    const read = answering();
    const breaking = async (from: { readonly cursor?: number }) => {
      if (from.cursor === 2) throw new Error('no network');
      return read(from);
    };
    await expect(download(breaking, () => undefined)).rejects.toThrow('no network');
  });
});
