/**
 * Membership: how members are added, changed and deactivated. Nobody is ever deleted, because their
 * number is part of what they did; `erasure.ts` erases a person's data, and keeps the number.
 */
import type { MemberId, OrganizationId, PersonName, Team } from '../kernel/ids.ts';
import { type Member, ROLES, type Role } from './organization.ts';

export type MemberExists = { readonly code: 'member-exists'; readonly member: MemberId };
export type SubjectTaken = { readonly code: 'subject-taken'; readonly member: MemberId };

/**
 * The facts that an administrator may set; the number never changes. A name or team that is null
 * is none.
 */
export interface MemberFacts extends Pick<Member, 'subject' | 'roles' | 'department' | 'active'> {
  readonly name?: PersonName | null;
  readonly team?: Team | null;
}

export const MEMBER_ACTS = ['add', 'change', 'deactivate', 'reactivate'] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

/** A new member. */
export function newcomer(
  organization: OrganizationId,
  id: MemberId,
  { subject, roles, name, department, team, active }: MemberFacts,
): Member {
  return {
    organization,
    id,
    subject,
    roles: rolesOf(roles),
    ...(name && { name }),
    department,
    ...(team && { team }),
    active,
    version: 1,
  };
}

/** The member with some facts changed; identical if none differs. Omitted ones stay as they are. */
export function amended(member: Member, changes: Partial<MemberFacts>): Member {
  const { name, team, roles, ...others } = { ...member, ...changes };
  const next: Member = {
    ...others,
    roles: rolesOf(roles),
    ...(name && { name }),
    ...(team && { team }),
  };
  const same =
    next.subject === member.subject &&
    next.name === member.name &&
    next.department === member.department &&
    next.team === member.team &&
    next.active === member.active &&
    next.roles.join() === rolesOf(member.roles).join();
  return same ? member : { ...next, version: member.version + 1 };
}

/** The name of a change, from its states before and after. */
export function memberAct(before: Member | undefined, after: Member): MemberAct {
  if (!before) return 'add';
  if (before.active === after.active) return 'change';
  return after.active ? 'reactivate' : 'deactivate';
}

/**
 * Roles in one spelling: each once, in one order. Every member is an employee, so that role is left
 * out beside others.
 */
function rolesOf(roles: readonly Role[]): readonly Role[] {
  const others = ROLES.filter(role => role !== 'employee' && roles.includes(role));
  return others.length > 0 ? others : ['employee'];
}
