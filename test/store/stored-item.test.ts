/**
 * Items by version: older ones are upgraded, newer ones refused, and no unknown attribute is lost.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { STORED_ITEMS } from '../../infra/docs/stored-shapes.ts';
import { NewerItem, storedItem } from '../../shared/store/stored-item.ts';

interface Person {
  readonly name: string;
  readonly phones: readonly string[];
  readonly team?: string;
}

const key = { pk: 'P', sk: 'S' };
const shape = z.strictObject({
  name: z.string(),
  phones: z.array(z.string()),
  team: z.exactOptional(z.string()),
});
const beside = { due: z.exactOptional(z.string()) };
/** First there was no phone, then one, then several. */
const upgraders = [
  (item: Record<string, unknown>) => ({ ...item, phone: '' }),
  ({ phone, ...item }: Record<string, unknown>) => ({
    ...item,
    phones: phone === '' ? [] : [phone],
  }),
];
const person = storedItem<Person>()({ type: 'person', shape: () => shape, beside, upgraders });
const thrownBy = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    return error;
  }
};

describe('an item', () => {
  it('has its kind and version, and is read back without them', () => {
    const said = { name: '李敏', phones: ['1'], team: '一班' };
    const item = person.write(key, said, { due: '2026-12-31' });
    expect(item).toEqual({ ...key, type: 'person', schemaVersion: 3, ...said, due: '2026-12-31' });
    expect(person.read(item)).toEqual(said);
    expect(person.part({ pk: z.string(), due: z.string() })(item)).toEqual({
      pk: 'P',
      due: '2026-12-31',
    });
  });

  it.each([
    ['that says no version', {}, []],
    ['of the first version', { schemaVersion: 1 }, []],
    ['of the second', { schemaVersion: 2, phone: '1' }, ['1']],
    ['of today’s', { schemaVersion: 3, phones: ['1', '2'] }, ['1', '2']],
  ])('%s is read as one of today', (_, stored, phones) => {
    const item = { ...key, type: 'person', name: '李敏', ...stored };
    expect(person.read(item)).toEqual({ name: '李敏', phones });
    expect(person.part({ phones: z.array(z.string()) })(item)).toEqual({ phones });
  });

  it('of a newer version is refused, without a word of its content', () => {
    const newer = { ...key, type: 'person', schemaVersion: 4, name: '李敏' };
    for (const read of [person.read, person.part({}), person.part({ name: z.string() })]) {
      const error = thrownBy(() => read(newer));
      expect(error).toBeInstanceOf(NewerItem);
      expect(error).toMatchObject({ name: 'NewerItem', item: 'person', known: 3, found: 4 });
      expect(JSON.stringify([error, String(error)])).not.toContain('李敏');
    }
  });

  it.each([0, 1.5, 'of version %s is a bug', Number.NaN])(
    'of version %s is a bug',
    schemaVersion => {
      expect(
        thrownBy(() => person.read({ ...key, name: '李敏', phones: [], schemaVersion })),
      ).toBeInstanceOf(TypeError);
    },
  );

  it('with an unknown attribute is refused', () => {
    const item = { ...person.write(key, { name: '李敏', phones: [] }), email: 'x' };
    expect(() => person.read(item)).toThrow(/email/);
  });
});

describe('a shape', () => {
  it('must match the type, optional parts included', () => {
    const of = { type: 'person', beside: {}, upgraders: [] };
    storedItem<Person>()({ ...of, shape: () => shape });
    const without = z.strictObject({ name: z.string(), phones: z.array(z.string()) });
    // @ts-expect-error: it may have a team, which this would refuse.
    storedItem<Person>()({ ...of, shape: () => without });
    const always = z.strictObject({
      name: z.string(),
      phones: z.array(z.string()),
      team: z.string(),
    });
    // @ts-expect-error: its team is optional, and this would refuse an item without one.
    storedItem<Person>()({ ...of, shape: () => always });
    const more = z.strictObject({ ...shape.shape, email: z.exactOptional(z.string()) });
    // @ts-expect-error: the type has no address.
    storedItem<Person>()({ ...of, shape: () => more });
    expect(always).toBeDefined();
  });

  it.each(STORED_ITEMS.map(item => [item.type, item] as const))(
    '%s is strict at every level',
    (_, item) => {
      const schema = z.toJSONSchema(item.shape, { unrepresentable: 'any', io: 'input' });
      const open: string[] = [];
      const look = (where: string, at: unknown): void => {
        if (typeof at !== 'object' || at === null) return;
        if ('properties' in at && 'type' in at && !('additionalProperties' in at)) open.push(where);
        for (const [name, part] of Object.entries(at)) look(`${where}.${name}`, part);
      };
      look(item.type, schema);
      expect(open).toEqual([]);
    },
  );
});
