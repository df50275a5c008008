/**
 * The table's keys and indexes change only as CloudFormation can change them: one index added or
 * removed at a time, and none in place.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { INDEXES, PARTITION_KEY, SORT_KEY } from '../../shared/store/table.ts';

const index = z.strictObject({
  name: z.string(),
  partition: z.array(z.string()),
  sort: z.array(z.string()),
});
type Index = z.output<typeof index>;
const written = z.strictObject({
  keys: z.strictObject({ partition: z.string(), sort: z.string() }),
  items: z.record(z.string(), z.array(z.string())),
  began: z.array(index),
  changes: z.array(
    z.union([z.strictObject({ add: index }), z.strictObject({ remove: z.string() })]),
  ),
});

const { keys, began, changes } = written.parse(
  JSON.parse(readFileSync(new URL('../../docs/table-indexes.json', import.meta.url), 'utf8')),
);
const HOW = 'see “How to change an index” in docs/operations.md';

/** The indexes after all changes, one after another. */
function changed(): Map<string, Index> {
  const indexes = new Map(began.map(one => [one.name, one]));
  const names = new Set(indexes.keys());
  for (const change of changes)
    if ('add' in change) {
      const { name } = change.add;
      expect(
        names,
        `${name} has been there before, and an index is not changed in place: ${HOW}`,
      ).not.toContain(name);
      names.add(name);
      indexes.set(name, change.add);
    } else
      expect(indexes.delete(change.remove), `there is no ${change.remove} to remove: ${HOW}`).toBe(
        true,
      );
  return indexes;
}

it('the table has its original keys', () => {
  expect({ partition: PARTITION_KEY, sort: SORT_KEY }, 'a table’s keys cannot change').toEqual(
    keys,
  );
});

it('indexes are the original ones with all later additions and removals, one at a time', () => {
  const today = new Map<string, unknown>(Object.values(INDEXES).map(one => [one.name, one]));
  const expected = changed();
  for (const [name, one] of expected)
    if (today.has(name))
      expect(
        today.get(name),
        `${name} was changed in place, which cannot be deployed: ${HOW}`,
      ).toEqual(one);
  expect([...today.keys()].toSorted(), `write down what was added or removed: ${HOW}`).toEqual(
    [...expected.keys()].toSorted(),
  );
});
