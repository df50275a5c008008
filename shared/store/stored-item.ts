/**
 * How a kind of item is stored: its shape, its version, and how older ones become what they are today. Every item that is written says
 * of which version it is, and every one that is read is held against that. What a newer release has written is refused and not
 * guessed at, so that an older one never writes back an item without what it does not know.
 *
 * The first version is that of items that say none. `docs/operations.md` tells how to change a shape; a test fails where one changes without.
 */
import * as z from 'zod/mini';
import type { Key } from './keys.ts';
import type { Item } from './query.ts';

/** The attribute that says of which version an item is. */
export const SCHEMA_VERSION = 'schemaVersion';

const ENVELOPE = ['pk', 'sk', 'type', SCHEMA_VERSION] as const;

/** An item that a newer release has written. Says what kind of item and which versions, and nothing of what is in it. */
export class NewerItem extends Error {
  override readonly name = 'NewerItem';
  readonly item: string;
  readonly known: number;
  readonly found: number | undefined;

  /** `found` is undefined where a write met the item without reading it. */
  constructor(item: string, known: number, found?: number) {
    super(`the ${item} is of version ${found ?? 'unknown'}, newer than ${known}`);
    this.item = item;
    this.known = known;
    this.found = found;
  }
}

/** Makes of an item of one version one of the next. Leaves alone what is not there: some reads ask for a part of an item only. */
export type Upgrader = (item: Item) => Item;

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues: Readonly<Record<string, number>>;
}

/** A condition as puts, updates and parts of a transaction take it. */
export interface Conditional {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

type Shape = z.core.$ZodShape;

export interface StoredItem<Value, Beside extends Shape = Shape> {
  readonly type: string;
  readonly version: number;
  /** What the item says besides its key, and what stands beside that for indexes and others: for the list of shapes. */
  readonly shape: z.ZodMiniType<Value>;
  readonly beside: z.ZodMiniObject<Beside>;
  /** Attributes that older versions had and this one has not: an update that sets all others takes these away. */
  readonly former: readonly string[];
  /** What the item says. Throws `NewerItem`; throws where it is not of its shape, which is a bug. */
  read(item: Item): Value;
  /** Reads only the given attributes, of keys and what stands beside included. Throws as `read` does. */
  part<Part extends Shape>(part: Part): (item: Item) => z.output<z.ZodMiniObject<Part>>;
  /** The item to be stored. */
  write(key: Key, value: Value, beside?: z.output<z.ZodMiniObject<Beside>>): Item;
  /** What an update sets besides, so that a new item says what it is. */
  readonly stamp: Item;
  /** The condition of whoever writes without having read: that there is no newer item. Takes the value `:schemaVersion`. */
  readonly unlessNewer: Condition;
  /** The condition of an update that changes only parts: that the item is of this very version, so that none becomes half of each. */
  readonly ofThisVersion: Condition;
}

/**
 * Defines a kind of item that says a `Value`. The shape must be strict at every level and say the same as `Value`, optional parts included:
 * the compiler refuses another. Its version follows from the upgraders: the first leads from version 1 to 2, and so on.
 */
export function storedItem<Value>() {
  return <S extends z.ZodMiniType<Value>, Beside extends Shape = Record<never, never>>(definition: {
    readonly type: string;
    /** Made by the first item that is read: a function that has just started reads few kinds. */
    readonly shape: () => S & (Same<z.output<S>, Value> extends true ? unknown : 'shape and type differ');
    readonly beside: Beside;
    readonly upgraders?: readonly Upgrader[];
    readonly former?: readonly string[];
  }): StoredItem<Value, Beside> => {
    const { type, beside, upgraders = [], former = [] } = definition;
    const version = 1 + upgraders.length;
    const outside = new Set<string>([...ENVELOPE, ...Object.keys(beside)]);
    const value = { ':schemaVersion': version };
    const stamp = { type, [SCHEMA_VERSION]: version };
    let made: S | undefined;
    const shape = (): S => {
      made ??= definition.shape();
      return made;
    };

    /** The item as one of today's version. */
    function current(item: Item): Item {
      const found = item[SCHEMA_VERSION] ?? 1;
      if (typeof found !== 'number' || !Number.isInteger(found) || found < 1)
        throw new TypeError('an item of no version');
      if (found > version) throw new NewerItem(type, version, found);
      return upgraders.slice(found - 1).reduce((older, upgrade) => upgrade(older), item);
    }

    return {
      type,
      version,
      get shape() {
        return shape();
      },
      get beside() {
        return z.strictObject(beside);
      },
      former,
      read(item) {
        const said: Item = {};
        for (const [attribute, one] of Object.entries(current(item)))
          if (!outside.has(attribute)) said[attribute] = one;
        return shape().parse(said);
      },
      part(part) {
        const schema = z.object(part);
        return item => schema.parse(current(item));
      },
      write: (key, said, aside) => ({ ...key, ...stamp, ...said, ...aside }),
      stamp,
      unlessNewer: {
        ConditionExpression: `attribute_not_exists(${SCHEMA_VERSION}) OR ${SCHEMA_VERSION} <= :schemaVersion`,
        ExpressionAttributeValues: value,
      },
      ofThisVersion: {
        ConditionExpression:
          version === 1
            ? `(attribute_not_exists(${SCHEMA_VERSION}) OR ${SCHEMA_VERSION} = :schemaVersion)`
            : `${SCHEMA_VERSION} = :schemaVersion`,
        ExpressionAttributeValues: value,
      },
    };
  };
}

/**
 * A condition, and that there is no newer item. Whoever replaces what was read before needs it as well: a newer release may have
 * brought the item up to date since, and changed nothing that the condition looks at.
 */
export function andUnlessNewer(
  { unlessNewer }: StoredItem<unknown>,
  { ConditionExpression, ExpressionAttributeValues, ...names }: Conditional,
): Conditional {
  return {
    ...names,
    ConditionExpression: `(${ConditionExpression}) AND (${unlessNewer.ConditionExpression})`,
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ...unlessNewer.ExpressionAttributeValues },
  };
}

/** Whether two types say the same at every level; what may be left out is not the same as what may not. */
type Same<One, Other> = [Marked<One>] extends [Marked<Other>]
  ? [Marked<Other>] extends [Marked<One>]
    ? true
    : false
  : false;

/** A type with every part required and what was optional marked, so that being assignable both ways is being the same. */
type Marked<Type> = unknown extends Type
  ? 'unknown'
  : Type extends string | number | boolean | null | undefined
    ? Type
    : {
        -readonly [Part in keyof Type]-?: Record<never, never> extends Pick<Type, Part>
          ? { optional: Marked<Type[Part]> }
          : Marked<Type[Part]>;
      };
