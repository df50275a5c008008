/**
 * The trail of changes in words: each changed field by its name, with its value before and after.
 * Values come as they were stored; an unknown value is shown unchanged.
 */
import * as z from 'zod/mini';
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { listAudit } from '../../../shared/contract/routes/administration.ts';
import { ROLES } from '../../../shared/domain/organization/organization.ts';
import { differenceOf, fractionText } from '../settings/index.ts';
import type { AuditWords } from './words.ts';

export type AuditPage = ReplyOf<typeof listAudit>;
export type AuditEntry = AuditPage['items'][number];
export type AuditChange = AuditEntry['changes'][number];

const names = z.array(z.string());
const share = z.object({ numerator: z.number(), denominator: z.number() });
const bands = z.array(z.object({ from: z.number(), least: z.number(), most: z.number() }));
const roles = z.array(z.enum(ROLES));
const contacts = z.array(z.object({ department: z.string(), member: z.string() }));
const people = z.array(z.object({ id: z.string() }));

/** The name of a field of the settings or of a member. */
export function fieldName(field: string, what: AuditEntry['what'], words: AuditWords): string {
  if (what === 'member' && field === 'name') return words.personName;
  const round = /^days\.(.+)$/.exec(field)?.[1];
  if (round !== undefined) return words.dayOf(round);
  return new Map<string, string>(Object.entries(words.auditFields)).get(field) ?? field;
}

/**
 * A field's value before and after; for a list of names, the added and removed ones. A member's
 * name has neither, because the trail does not keep names.
 */
export function changeText({ field, before, after }: AuditChange, words: AuditWords): string {
  if (field === 'departments' || field === 'categories') {
    const [was, is] = [z.safeParse(names, before), z.safeParse(names, after)];
    if (was.success && is.success) return listText(was.data, is.data, words);
  }
  if (before === undefined && after === undefined) return words.changedOnly;
  const is = valueText(field, after, words);
  return before === undefined && !field.startsWith('days.')
    ? is
    : words.fromTo(valueText(field, before, words), is);
}

function listText(before: readonly string[], after: readonly string[], words: AuditWords): string {
  const { added, retired } = differenceOf(before, after);
  if (added.length === 0 && retired.length === 0) return words.orderChanged;
  return words.clauses([
    ...(added.length > 0 ? [words.labelled(words.nowOffered, words.list(added))] : []),
    ...(retired.length > 0 ? [words.labelled(words.nowRetired, words.list(retired))] : []),
  ]);
}

function valueText(field: string, value: unknown, words: AuditWords): string {
  if (value === undefined) return field.startsWith('days.') ? words.byTheRules : words.none;
  if (field === 'active') return value === true ? words.active : words.left;
  if (field === 'rules.ballot' && (value === 'open' || value === 'secret'))
    return words.ballots[value];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  const fraction = z.safeParse(share, value);
  if (fraction.success) return fractionText(fraction.data);
  const held = z.safeParse(roles, value);
  if (field === 'roles' && held.success)
    return words.list(held.data.map(role => words.roles[role]));
  const table = z.safeParse(bands, value);
  if (field === 'rewardBands' && table.success)
    return words.clauses(
      table.data.map(({ from, least, most }) => words.bandText(from, least, most)),
    );
  const looking = z.safeParse(contacts, value);
  if (field === 'contacts' && looking.success)
    return words.list(looking.data.map(({ department, member }) => `${department} ${member}`));
  const listed = z.safeParse(names, value);
  if (listed.success) return words.list(listed.data);
  const appointed = z.safeParse(people, value);
  if (field === 'administrators' && appointed.success)
    return words.list(appointed.data.map(({ id }) => id));
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
