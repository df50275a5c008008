/**
 * The people beside a reply: for each member's number in it, the name and department, looked up as
 * the answer is made. The numbers are found by the reply's schema and not by hand in each handler,
 * so none is forgotten, and no text that looks like a number is taken for one.
 */
import * as z from 'zod/mini';
import { memberId } from '../contract/fields.ts';
import { people as peopleReply } from '../contract/schemas/people.ts';
import { isMemberId, type MemberId } from '../domain/kernel/ids.ts';
import type { PeopleOf } from '../domain/organization/directory.ts';

type Schema = z.core.$ZodType;
/** Adds the members' numbers that are in a value. */
type Collect = (value: unknown, found: Set<MemberId>) => void;

/** The people of all numbers in a reply; nothing is read for a reply without any. */
export async function peopleIn(
  schema: Schema,
  reply: unknown,
  peopleOf: PeopleOf,
): Promise<z.output<typeof peopleReply>> {
  const found = new Set<MemberId>();
  collectorOf(schema)?.(reply, found);
  const people = found.size === 0 ? [] : await peopleOf([...found]);
  return z.parse(peopleReply, Object.fromEntries(people));
}

/** The collector of each schema; null if it has no number. */
const collectors = new WeakMap<Schema, Collect | null>();

/** Finds the numbers in values of a schema; undefined if there can be none. */
export function collectorOf(schema: Schema): Collect | undefined {
  const known = collectors.get(schema);
  if (known !== undefined) return known ?? undefined;
  const made = makeCollector(schema);
  collectors.set(schema, made ?? null);
  return made;
}

function makeCollector(schema: Schema): Collect | undefined {
  if (schema === memberId) return collectNumber;
  if (schema instanceof z.ZodMiniObject) return inObject(schema);
  if (schema instanceof z.ZodMiniArray) return inEach(collectorOf(schema._zod.def.element));
  if (schema instanceof z.ZodMiniTuple) return inTuple(schema);
  if (schema instanceof z.ZodMiniRecord) return inRecord(schema);
  if (schema instanceof z.ZodMiniUnion || schema instanceof z.ZodMiniDiscriminatedUnion)
    return inUnion(schema);
  if (
    schema instanceof z.ZodMiniOptional ||
    schema instanceof z.ZodMiniExactOptional ||
    schema instanceof z.ZodMiniNullable ||
    schema instanceof z.ZodMiniDefault
  )
    return collectorOf(schema._zod.def.innerType);
  if (schema instanceof z.ZodMiniPipe) return collectorOf(schema._zod.def.out);
  if (LEAVES.has(schema._zod.def.type)) return undefined;
  throw new TypeError(`members' numbers are not looked for in a schema of ${schema._zod.def.type}`);
}

/** Schemas that contain no others. */
const LEAVES: ReadonlySet<string> = new Set([
  ...['string', 'number', 'int', 'boolean', 'null', 'undefined', 'enum', 'literal', 'custom'],
  // What changed in a setting, or the API's own description.
  'unknown',
]);

function collectNumber(value: unknown, found: Set<MemberId>): void {
  if (typeof value === 'string' && isMemberId(value)) found.add(value);
}

function inObject(schema: z.ZodMiniObject): Collect | undefined {
  const parts = Object.entries(schema._zod.def.shape).flatMap(([key, part]) => {
    const collect = collectorOf(part);
    return collect ? [[key, collect] as const] : [];
  });
  if (parts.length === 0) return undefined;
  return (value, found) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, collect] of parts) collect(Reflect.get(value, key), found);
  };
}

function inEach(collect: Collect | undefined): Collect | undefined {
  return (
    collect &&
    ((value, found) => {
      if (Array.isArray(value)) for (const item of value) collect(item, found);
    })
  );
}

function inTuple({ _zod: { def } }: z.ZodMiniTuple): Collect | undefined {
  if (def.items.every(item => !collectorOf(item)) && !def.rest) return undefined;
  throw new TypeError('members’ numbers are not looked for in tuples');
}

function inRecord({ _zod: { def } }: z.ZodMiniRecord): Collect | undefined {
  const [ofKey, ofValue] = [collectorOf(def.keyType), collectorOf(def.valueType)];
  if (!ofKey && !ofValue) return undefined;
  return (value, found) => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      ofKey?.(key, found);
      ofValue?.(item, found);
    }
  };
}

/** A value is of the first option that it fits, as in parsing. */
function inUnion({
  _zod: { def },
}: z.ZodMiniUnion | z.ZodMiniDiscriminatedUnion): Collect | undefined {
  const options = def.options.map(option => ({ option, collect: collectorOf(option) }));
  if (options.every(({ collect }) => !collect)) return undefined;
  return (value, found) =>
    options.find(({ option }) => z.safeParse(option, value).success)?.collect?.(value, found);
}
