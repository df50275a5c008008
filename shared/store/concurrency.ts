/**
 * Does the same for many, several at a time: waiting for the table leaves room for others, and the
 * table is not overloaded.
 */

/**
 * Does something for each of many, with a limited number at a time, and begins the next as one is
 * done. Ends when all are done. After the first error no more are begun, and it is thrown once
 * those under way are done too.
 */
export async function eachConcurrently<Item>(
  all: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting =
    Symbol.asyncIterator in all ? all[Symbol.asyncIterator]() : all[Symbol.iterator]();
  const failures: unknown[] = [];
  const take = async (): Promise<void> => {
    try {
      for (let next = await waiting.next(); !next.done; next = await waiting.next()) {
        if (failures.length > 0) return;
        await work(next.value);
      }
    } catch (error) {
      failures.push(error);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, take));
  if (failures.length > 0) throw failures[0];
}
