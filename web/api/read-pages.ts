/** Reads all pages of a list, for views that need all of it at once. */
import type { From } from './reading.ts';

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

export async function readPages<Item, Page extends PageOf<Item>>(
  read: (from: From<Page>) => Promise<Page>,
): Promise<Page['items'][number][]> {
  const items: Page['items'][number][] = [];
  let from: From<Page> | undefined = {};
  while (from !== undefined) {
    const page: Page = await read(from);
    items.push(...page.items);
    from = page.nextCursor === undefined ? undefined : { cursor: page.nextCursor };
  }
  return items;
}
