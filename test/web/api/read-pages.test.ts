/** Reading a whole list: every page once, in order, each from the end of the last. */
import { expect, it } from 'vitest';
import { readPages } from '../../../web/api/read-pages.ts';

it('continues from cursor to cursor until there is none', async () => {
  const asked: unknown[] = [];
  const pages = [
    { items: [1, 2], nextCursor: 'a' },
    { items: [], nextCursor: 'b' },
    { items: [3] },
  ];
  const items = await readPages<number, { items: number[]; nextCursor?: string }>(async from => {
    asked.push(from);
    return pages[asked.length - 1] ?? { items: [] };
  });
  expect(items).toEqual([1, 2, 3]);
  expect(asked).toEqual([{}, { cursor: 'a' }, { cursor: 'b' }]);
});

it('fails as a whole when a page fails', async () => {
  const reading = readPages<number, { items: number[]; nextCursor?: string }>(
    async ({ cursor }) => {
      if (cursor !== undefined) throw new Error('gone');
      return { items: [1], nextCursor: 'a' };
    },
  );
  await expect(reading).rejects.toThrow('gone');
});
