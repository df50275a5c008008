/**
 * The shapes of all stored items, by item and version, for people to read and a test to compare:
 * `docs/stored-shapes.json`. A released shape never changes there; a different shape is a new
 * version.
 */
import * as z from 'zod/mini';
import { agendaItem, agendaPartItem } from '../../shared/store/agendas.ts';
import { auditItem } from '../../shared/store/audit.ts';
import { bulletinItem, bulletinPageItem } from '../../shared/store/bulletins.ts';
import { claimAttemptsItem } from '../../shared/store/claim-attempts.ts';
import { commentItem, commentRequestItem } from '../../shared/store/comments.ts';
import {
  headcountItem,
  participantItem,
  seenItem,
  statisticsItem,
  supportsItem,
  tallyItem,
} from '../../shared/store/counted-items.ts';
import { directoryItem } from '../../shared/store/directory-version.ts';
import { ideaItem } from '../../shared/store/idea-item.ts';
import { subjectItem } from '../../shared/store/member-items.ts';
import { membershipTotalsItem } from '../../shared/store/membership-invariants.ts';
import { mentionItem } from '../../shared/store/mentions.ts';
import { photoItem } from '../../shared/store/photos.ts';
import { quotaItem } from '../../shared/store/quotas.ts';
import {
  memberItem,
  organizationItem,
  roundItem,
  voteItem,
  zoneMemberItem,
} from '../../shared/store/schema.ts';
import { searchSegmentItem, searchVersionItem } from '../../shared/store/search-items.ts';
import { skippedItem } from '../../shared/store/skipped-ideas.ts';
import type { StoredItem } from '../../shared/store/stored-item.ts';
import { barrierItem } from '../../shared/store/stream-barrier.ts';
import { supportItem } from '../../shared/store/supports.ts';
import { zoneRoundItem } from '../../shared/store/zones.ts';

/** Every kind of item in the table. */
export const STORED_ITEMS: readonly StoredItem<unknown>[] = [
  organizationItem,
  memberItem,
  subjectItem,
  membershipTotalsItem,
  directoryItem,
  auditItem,
  roundItem,
  agendaItem,
  agendaPartItem,
  skippedItem,
  ideaItem,
  mentionItem,
  voteItem,
  supportItem,
  commentItem,
  commentRequestItem,
  claimAttemptsItem,
  quotaItem,
  photoItem,
  bulletinItem,
  bulletinPageItem,
  statisticsItem,
  headcountItem,
  participantItem,
  tallyItem,
  supportsItem,
  seenItem,
  barrierItem,
  searchSegmentItem,
  searchVersionItem,
  zoneMemberItem,
  zoneRoundItem,
];

const shapes = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Item, version, shape. */
export type Shapes = z.output<typeof shapes>;

/** The shapes in the file. */
export function readShapes(text: string): Shapes {
  return shapes.parse(JSON.parse(text));
}

/**
 * The shapes in the file, with the present versions that it lacks; existing entries stay as they
 * are.
 */
export function withNewVersions(written: Shapes): Shapes {
  return Object.fromEntries(
    STORED_ITEMS.map(item => [
      item.type,
      { [item.version]: shapeOf(item), ...written[item.type] } satisfies Shapes[string],
    ]),
  );
}

/**
 * The parts of an item, as plain values: names with `?` are optional, alternatives are listed as
 * `one of`.
 */
export function shapeOf({ shape, beside }: StoredItem<unknown>): unknown {
  return { says: plain(schemaOf(shape)), beside: plain(schemaOf(beside)) };
}

/** Alternatives, with their common parts once. */
function oneOf(alternatives: readonly unknown[]): unknown {
  const objects = alternatives.flatMap(one => {
    const { data } = partsOf.safeParse(one);
    return data ? [data] : [];
  });
  const [first, ...others] = objects;
  if (!first || objects.length < alternatives.length) return { 'one of': alternatives };
  const same = (name: string, one: unknown): boolean =>
    others.every(other => JSON.stringify(other[name]) === JSON.stringify(one));
  const shared = Object.entries(first).filter(([name, one]) => same(name, one));
  const names = new Set(shared.map(([name]) => name));
  return {
    ...Object.fromEntries(shared),
    'one of': objects.map(one =>
      Object.fromEntries(Object.entries(one).filter(([name]) => !names.has(name))),
    ),
  };
}

/** The order of alternatives means nothing. */
const byText = (one: unknown, other: unknown): number =>
  JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;

const partsOf = z.record(z.string(), z.unknown());
const alternatives = z.array(partsOf);
const whole = z.object({ says: partsOf, beside: partsOf });

/** The attributes that an item of a written shape may have. */
export function attributesOf(shape: unknown): Set<string> {
  const { says, beside } = whole.parse(shape);
  const named = (part: Record<string, unknown>): string[] =>
    Object.entries(part).flatMap(([name, one]) =>
      name === 'one of' ? alternatives.parse(one).flatMap(named) : [name.replace(/\?$/, '')],
    );
  return new Set([...named(says), ...named(beside)]);
}

type JsonSchema = z.core.JSONSchema.BaseSchema | boolean;

function schemaOf(schema: z.ZodMiniType): JsonSchema {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
}

function plain(schema: JsonSchema): unknown {
  if (typeof schema === 'boolean') return 'anything';
  const {
    title,
    type,
    properties,
    required = [],
    items,
    prefixItems,
    enum: names,
    const: only,
  } = schema;
  if (title !== undefined) return title;
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives) return oneOf(alternatives.map(plain).toSorted(byText));
  if (only !== undefined) return `'${only}'`;
  if (names)
    return names
      .map(name => `'${name}'`)
      .toSorted()
      .join(' | ');
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([name, one]) => [
        required.includes(name) ? name : `${name}?`,
        plain(one),
      ]),
    );
  if (schema.propertyNames && typeof schema.additionalProperties === 'object')
    return { each: plain(schema.propertyNames), is: plain(schema.additionalProperties) };
  if (prefixItems) return prefixItems.map(plain);
  if (items && !Array.isArray(items)) return { 'list of': plain(items) };
  return type ?? (Object.keys(schema).length === 0 ? 'anything' : schema);
}
