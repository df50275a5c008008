/** Doing the same for many, several at a time: what waits for the table leaves room for others, and the table is not run down. */

/** Does something for each of many, so many at a time, taking the next as one is done. Ends when all are, or throws as soon as one does. */
export async function sideBySide<Item>(
  all: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...all].values();
  const take = async (): Promise<void> => {
    for (const next of waiting) await work(next);
  };
  await Promise.all(Array.from({ length: atOnce }, take));
}
