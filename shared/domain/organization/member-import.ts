/**
 * Adding and changing members by a list. Each row applies to the result of the rows before it, by
 * the rules of a single change. A row that breaks a rule changes nothing and affects no other row.
 */
import { isSubject, type MemberId, type OrganizationId, type Subject } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type IsContact, mayLeave } from './contacts.ts';
import type { MemberErased } from './erasure.ts';
import { amended, type MemberFacts, newcomer, type SubjectTaken } from './membership.ts';
import {
  applyMemberChange,
  type MembershipRefusal,
  type MembershipTotals,
} from './membership-invariants.ts';
import { isErased, type ListedMember, type Member, type Organization } from './organization.ts';

/** The values of a row. Omitted ones stay unchanged, or have the default for a new member. */
export interface GivenMember extends Partial<MemberFacts> {
  readonly id: MemberId;
}

/**
 * The result of a row: the member before (if there was one) and after, identical without a change,
 * and the membership totals.
 */
export interface Step {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly totals: MembershipTotals;
}

/** Applies rows one by one to the present members and totals. Returns each row's result. */
export function memberImport(
  organization: Pick<Organization, 'id' | 'contacts'>,
  list: readonly ListedMember[],
  initial: MembershipTotals,
) {
  const members = new Map(list.map(member => [member.id, member]));
  const holders = new Map(
    list
      .flatMap(member => (member.active ? [member] : []))
      .map((member): [Subject, MemberId] => [member.subject, member.id]),
  );
  let totals = initial;
  return (
    given: GivenMember,
  ): Result<Step, SubjectTaken | MemberErased | IsContact | MembershipRefusal> => {
    const { id, ...facts } = given;
    const before = members.get(id);
    if (before && isErased(before)) return err({ code: 'member-erased', member: id });
    const after = before ? amended(before, facts) : fresh(organization.id, id, facts);
    if (!after) return err({ code: 'unknown-department', known: [...totals.departments.keys()] });
    if (after === before) return ok({ before, after, totals });
    const holder = holders.get(after.subject);
    if (after.active && holder !== undefined && holder !== after.id)
      return err({ code: 'subject-taken', member: holder });
    const free = mayLeave(organization, before, after);
    if (!free.ok) return free;
    const admitted = applyMemberChange(totals, before, after);
    if (!admitted.ok) return admitted;
    totals = admitted.value;
    if (before?.active) holders.delete(before.subject);
    if (after.active) holders.set(after.subject, after.id);
    members.set(after.id, after);
    return ok({ before, after, totals });
  };
}

/** A new member, with the number as account; undefined if the row lacks the required department. */
function fresh(
  organization: OrganizationId,
  id: MemberId,
  {
    department,
    subject = accountOf(id),
    roles = ['employee'],
    active = true,
    ...called
  }: Partial<MemberFacts>,
): Member | undefined {
  return (
    department && newcomer(organization, id, { subject, roles, department, active, ...called })
  );
}

/** The default account: the number. */
export function accountOf(id: MemberId): Subject {
  if (!isSubject(id)) throw new RangeError(`no account: ${id}`);
  return id;
}
