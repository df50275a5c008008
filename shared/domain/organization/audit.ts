/**
 * The audit trail: who changed what of an organization's settings and members, and when, with each
 * changed field before and after. An entry is stored together with its change.
 */
import type { Branded } from '../kernel/brand.ts';
import { isMemberId, type MemberId, type OrganizationId } from '../kernel/ids.ts';
import { type Instant, isInstant } from '../kernel/instant.ts';
import { MEMBER_ACTS, memberAct } from './membership.ts';
import type { ErasedMember, Member, Organization } from './organization.ts';

/** The acts on a member in the trail: their changes, and the erasure of their data. */
export const AUDITED_ACTS = [...MEMBER_ACTS, 'erase'] as const;
export type AuditedAct = (typeof AUDITED_ACTS)[number];

/** The subject of a change; with its version it identifies an entry. */
type ChangeTopic =
  | { readonly kind: 'settings' }
  | { readonly kind: 'member'; readonly member: MemberId; readonly act: AuditedAct };

/**
 * A field before and after. `before` is absent if the field did not exist, `after` if it no longer
 * does. A member's name has neither: names are stored on the member alone. Of an erased member's
 * personal data only that it changed is left.
 */
interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * The author of a change: a member by number, or the operator of the system, who is not a member.
 */
export type ChangedBy = MemberId | 'operator';

interface AuditFacts {
  readonly organization: OrganizationId;
  readonly at: Instant;
  /** Absent if the operator of the system made the change. */
  readonly by?: MemberId;
  /** The version after the change. */
  readonly version: number;
  readonly changes: readonly FieldChange[];
}

/** The first entry of the trail. */
export interface FoundingEntry extends AuditFacts {
  readonly topic: { readonly kind: 'founding' };
}

interface ChangeEntry extends AuditFacts {
  readonly topic: ChangeTopic;
}

export type AuditEntry = FoundingEntry | ChangeEntry;

export function isFounding(entry: AuditEntry): entry is FoundingEntry {
  return entry.topic.kind === 'founding';
}

/** The cursor of the trail, newest first: after the entry with this time, topic and version. */
export type AuditCursor = Branded<string, 'AuditCursor'>;

/** An entry's position: `2026-10-08T02:00:00.000Z#MEMBER#HT0132#3`. */
export function auditCursorOf({ at, topic, version }: AuditEntry): AuditCursor {
  const what = topic.kind === 'member' ? `MEMBER#${topic.member}` : topic.kind.toUpperCase();
  const text = `${at}#${what}#${version}`;
  if (!isAuditCursor(text)) throw new Error('an audit entry without a place');
  return text;
}

export function isAuditCursor(text: string): text is AuditCursor {
  const [, at = '', member] =
    /^([^#]+)#(?:FOUNDING|SETTINGS|MEMBER#([^#]+))#[1-9]\d*$/.exec(text) ?? [];
  return isInstant(at) && (member === undefined || isMemberId(member));
}

/**
 * The entry of an organization's founding: its whole beginning, including its administrators, but
 * not their names.
 */
export function foundingEntry(
  organization: Organization,
  administrators: readonly Member[],
  at: Instant,
): FoundingEntry {
  const { zone, district } = organization;
  const people = administrators.map(({ id, subject, roles, department, team }) => ({
    id,
    subject,
    roles,
    department,
    ...(team !== undefined && { team }),
  }));
  return {
    organization: organization.id,
    at,
    topic: { kind: 'founding' },
    version: organization.version,
    changes: differences(
      {},
      { ...settingsOf(organization), zone, district, administrators: people },
    ),
  };
}

/**
 * The differences of another founding of the same organization: `before` is the founded value,
 * `after` the other. Data of administrators that was erased since differs from nothing.
 */
export function foundedOtherwise(
  founded: FoundingEntry,
  other: FoundingEntry,
): readonly FieldChange[] {
  const fields = ({ changes }: FoundingEntry) =>
    Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  const erased = administratorsIn(founded).filter(person => !('subject' in person));
  const compared = erased.reduce<FoundingEntry>(
    (entry, { id }) => (typeof id === 'string' && isMemberId(id) ? redacted(entry, id) : entry),
    other,
  );
  return differences(fields(founded), fields(compared));
}

function administratorsIn({ changes }: FoundingEntry): Readonly<Record<string, unknown>>[] {
  const people: unknown = changes.find(({ field }) => field === 'administrators')?.after;
  return Array.isArray(people) ? people.filter(isObject) : [];
}

/** The entry of a change of an organization's settings. */
export function settingsEntry(
  before: Organization,
  after: Organization,
  by: MemberId,
  at: Instant,
): ChangeEntry {
  const changes = differences(settingsOf(before), settingsOf(after));
  return {
    organization: after.id,
    at,
    by,
    topic: { kind: 'settings' },
    version: after.version,
    changes,
  };
}

/** The entry of a new or changed member. */
export function memberEntry(
  before: Member | undefined,
  after: Member,
  by: ChangedBy,
  at: Instant,
): ChangeEntry {
  return {
    organization: after.organization,
    at,
    ...(by !== 'operator' && { by }),
    topic: { kind: 'member', member: after.id, act: memberAct(before, after) },
    version: after.version,
    changes: [
      ...nameChange(before, after),
      ...differences(before ? memberFacts(before) : {}, memberFacts(after)),
    ],
  };
}

/** The entry of an erasure: that it happened, and nothing of what was erased. */
export function erasureEntry(
  { roles, active }: Member,
  after: ErasedMember,
  by: MemberId,
): ChangeEntry {
  return {
    organization: after.organization,
    at: after.erasedAt,
    by,
    topic: { kind: 'member', member: after.id, act: 'erase' },
    version: after.version,
    changes: differences({ roles, active }, { active: after.active }),
  };
}

/** The fields of a member, and of an administrator in the founding, that an erasure removes. */
const PERSONAL: readonly string[] = ['name', 'subject', 'team'];

/**
 * An entry without an erased member's personal data: of a change of theirs only the names of the
 * fields are left, of their founding their number, roles and department. Identical if it has none.
 */
export function redacted<Entry extends AuditEntry>(entry: Entry, member: MemberId): Entry {
  const { topic } = entry;
  const own = topic.kind === 'member' && topic.member === member;
  const changes = entry.changes.map(change => {
    if (own && PERSONAL.includes(change.field))
      return 'before' in change || 'after' in change ? { field: change.field } : change;
    return topic.kind === 'founding' && change.field === 'administrators'
      ? withoutPersonalData(change, member)
      : change;
  });
  return changes.some((change, at) => change !== entry.changes[at]) ? { ...entry, changes } : entry;
}

function withoutPersonalData(change: FieldChange, member: MemberId): FieldChange {
  const people: unknown = change.after;
  if (!Array.isArray(people)) return change;
  const after = people.map((person: unknown) =>
    isObject(person) && person.id === member && PERSONAL.some(field => field in person)
      ? without(person, PERSONAL)
      : person,
  );
  return after.some((person, at) => person !== people[at]) ? { ...change, after } : change;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function without(facts: object, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => !fields.includes(field)));
}

/** The changeable parts of an organization, under the names of their changes. */
export function settingsOf(organization: Organization): Readonly<Record<string, unknown>> {
  const { name, publicBulletin, rules, targets, limits, rewardBands, departments, categories } =
    organization;
  const { former: _former, movedDays, ...calendar } = organization.calendar;
  return {
    name,
    publicBulletin,
    blindScreening: organization.blindScreening,
    ...within('rules', rules),
    ...within('targets', targets),
    ...within('limits', limits),
    appealDays: organization.appealDays,
    dueDays: organization.dueDays,
    rewardBands,
    ...within('calendar', calendar),
    ...within('days', movedDays),
    departments,
    categories,
    contacts: organization.contacts ?? [],
  };
}

function memberFacts({
  subject,
  roles,
  department,
  team,
  active,
}: Member): Readonly<Record<string, unknown>> {
  return { subject, roles, department, team, active };
}

/** That the name changed, and nothing of it: an entry outlives the member's personal data. */
function nameChange(before: Member | undefined, after: Member): FieldChange[] {
  return before?.name === after.name ? [] : [{ field: 'name' }];
}

/** The fields that differ, with both values. */
function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter(field => !same(before[field], after[field]))
    .map(field => ({
      field,
      ...(before[field] !== undefined && { before: before[field] }),
      ...(after[field] !== undefined && { after: after[field] }),
    }));
}

/** Whether two values are equal, whatever the order of their fields. */
export function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const others = new Map<string, unknown>(Object.entries(other));
  const entries = Object.entries(one);
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && same(value, others.get(key)))
  );
}

function within(name: string, facts: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [`${name}.${fact}`, value]),
  );
}
