/** Lists that come a page at a time. */
import * as z from 'zod/mini';

/** A page of a list; `nextCursor` is there where the list goes on. */
export const listOf = <Item extends z.ZodMiniType, Cursor extends z.ZodMiniType>(
  item: Item,
  cursor: Cursor,
) => z.object({ items: z.array(item), nextCursor: z.exactOptional(cursor) });
