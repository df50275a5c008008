/**
 * A kind of stored item: its shape, its version, and the upgrade of older ones. Every written item
 * has its version, and every read one is checked. An item of a newer release is refused and not
 * interpreted, so that an older release never writes back an item without the attributes it does
 * not know.
 *
 * Items without a version are of the first one. `docs/operations.md` explains how to change a
 * shape; a test fails for a changed shape without a new version.
 */
import * as z from 'zod/mini';
import type { Key } from './keys.ts';
import type { Item } from './query.ts';

/** The attribute with an item's version. */
export const SCHEMA_VERSION = 'schemaVersion';

const ENVELOPE = ['pk', 'sk', 'type', SCHEMA_VERSION] as const;

/**
 * An item that a newer release has written. Has the kind of item and the versions, and none of its
 * content.
 */
export class NewerItem extends Error {
  override readonly name = 'NewerItem';
  readonly item: string;
  readonly known: number;
  readonly found: number | undefined;

  /** `found` is undefined if a write met the item without reading it. */
  constructor(item: string, known: number, found?: number) {
    super(`the ${item} is of version ${found ?? 'unknown'}, newer than ${known}`);
    this.item = item;
    this.known = known;
    this.found = found;
  }
}

/**
 * Makes an item of the next version from one of the previous. Ignores missing attributes, because
 * some reads ask for a part only.
 */
export type Upgrader = (item: Item) => Item;

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues: Readonly<Record<string, number>>;
}

/** A condition in the form of puts, updates and parts of a transaction. */
export interface Conditional {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues?: Record<string, unknown>;
}

type Shape = z.core.$ZodShape;

export interface StoredItem<Value, Beside extends Shape = Shape> {
  readonly type: string;
  readonly version: number;
  /**
   * The item's content besides its key, and its further attributes for indexes and others: for the
   * list of shapes.
   */
  readonly shape: z.ZodMiniType<Value>;
  readonly beside: z.ZodMiniObject<Beside>;
  /**
   * Attributes of older versions that this one lacks: an update that sets all others removes these.
   */
  readonly former: readonly string[];
  /** The item's content. Throws `NewerItem`; throws for a wrong shape, which is a bug. */
  read(item: Item): Value;
  /**
   * Reads only the given attributes, including keys and further attributes. Throws as `read` does.
   */
  part<Part extends Shape>(part: Part): (item: Item) => z.output<z.ZodMiniObject<Part>>;
  /** The item to be stored. */
  write(key: Key, value: Value, beside?: z.output<z.ZodMiniObject<Beside>>): Item;
  /** The attributes that an update also sets, so that a new item has its kind and version. */
  readonly stamp: Item;
  /**
   * The condition of a write without a read: that there is no newer item. Takes the value
   * `:schemaVersion`.
   */
  readonly unlessNewer: Condition;
  /**
   * The condition of an update of parts: that the item is of this very version, so that none mixes
   * two versions.
   */
  readonly ofThisVersion: Condition;
}

/**
 * Defines a kind of item with a `Value` as its content. The shape must be strict at every level and
 * match `Value`, optional parts included: the compiler refuses any other. Its version follows from
 * the upgraders: the first leads from version 1 to 2, and so on.
 */
export function storedItem<Value>() {
  return <S extends z.ZodMiniType<Value>, Beside extends Shape = Record<never, never>>(definition: {
    readonly type: string;
    /** Made by the first item that is read: a function that has just started reads few kinds. */
    readonly shape: () => S &
      (Same<z.output<S>, Value> extends true ? unknown : 'shape and type differ');
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

    /** The item in the present version. */
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
 * A condition, and that there is no newer item. A replacement of an item that was read before needs
 * it as well: a newer release may have upgraded the item since, without changing what the condition
 * checks.
 */
export function andUnlessNewer(
  { unlessNewer }: StoredItem<unknown>,
  { ConditionExpression, ExpressionAttributeValues, ...names }: Conditional,
): Conditional {
  return {
    ...names,
    ConditionExpression: `(${ConditionExpression}) AND (${unlessNewer.ConditionExpression})`,
    ExpressionAttributeValues: {
      ...ExpressionAttributeValues,
      ...unlessNewer.ExpressionAttributeValues,
    },
  };
}

/** Whether two types are the same at every level; an optional part differs from a required one. */
type Same<One, Other> = [Marked<One>] extends [Marked<Other>]
  ? [Marked<Other>] extends [Marked<One>]
    ? true
    : false
  : false;

/**
 * A type with every part required and optional parts marked, so that assignability both ways means
 * equality.
 */
type Marked<Type> = unknown extends Type
  ? 'unknown'
  : Type extends string | number | boolean | null | undefined
    ? Type
    : {
        -readonly [Part in keyof Type]-?: Record<never, never> extends Pick<Type, Part>
          ? { optional: Marked<Type[Part]> }
          : Marked<Type[Part]>;
      };
