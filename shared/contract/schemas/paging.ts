/** Lists in pages. */
import * as z from 'zod/mini';

/** A page of a list; `nextCursor` exists if the list continues. */
export const listOf = <Item extends z.ZodMiniType, Cursor extends z.ZodMiniType>(
  item: Item,
  cursor: Cursor,
) => z.object({ items: z.array(item), nextCursor: z.exactOptional(cursor) });
