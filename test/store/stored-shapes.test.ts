/** A stored shape changes only with a new version, so that every release knows what it reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { attributesOf, readShapes, STORED_ITEMS, shapeOf } from '../../infra/docs/stored-shapes.ts';

const ROOT = new URL('../..', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const written = readShapes(read('docs/stored-shapes.json'));

it.for(STORED_ITEMS.map(item => [item.type, item] as const))(
  '%s is of the shape that is written down for its version',
  ([type, item]) => {
    const how = 'see “How to change a stored shape” in docs/operations.md';
    const shape = written[type]?.[item.version];
    expect(
      shape,
      `version ${item.version} of ${type} is not written down: npm run docs; ${how}`,
    ).toBeDefined();
    expect(
      shapeOf(item),
      `the shape of ${type} has changed, and its version is still ${item.version}: give it an upgrader; ${how}`,
    ).toEqual(shape);
  },
);

it('every version is written down, and no unknown one', () => {
  expect(Object.keys(written).toSorted()).toEqual(STORED_ITEMS.map(({ type }) => type).toSorted());
  for (const { type, version } of STORED_ITEMS)
    expect(Object.keys(written[type] ?? {})).toEqual(
      Array.from({ length: version }, (_, at) => String(at + 1)),
    );
});

it('every attribute that an item once had is on the list of former ones', () => {
  for (const item of STORED_ITEMS) {
    const now = attributesOf(shapeOf(item));
    const once = Object.values(written[item.type] ?? {}).flatMap(shape => [...attributesOf(shape)]);
    expect(new Set(item.former), item.type).toEqual(new Set(once.filter(name => !now.has(name))));
  }
});

it('every defined item is on the list, under a name of its own', () => {
  const folder = 'shared/store/';
  const defined = readdirSync(new URL(folder, ROOT)).flatMap(file =>
    [...read(`${folder}${file}`).matchAll(/= storedItem<[\s\S]*?\n {2}type: '([^']+)'/g)].map(
      ([, type]) => type,
    ),
  );
  expect(defined.toSorted()).toEqual(STORED_ITEMS.map(({ type }) => type).toSorted());
});

it('no item is built by hand where it is stored, which would leave it without a version', () => {
  const folder = 'shared/store/';
  const byHand = readdirSync(new URL(folder, ROOT)).filter(file =>
    /\bItem: \{|\btype: '[a-z-]+',\n\s+\.\.\./.test(read(`${folder}${file}`)),
  );
  expect(byHand).toEqual([]);
});
