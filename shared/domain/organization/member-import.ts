/**
 * Adding and changing members by a list: row after row, each on what the rows before it have come to, and by the very rules that
 * hold for a single change. A row that breaks one changes nothing and keeps none of the others out.
 */
import { isSubject, type MemberId, type OrganizationId, type Subject } from '../kernel/ids.ts';
import { accepted, type Outcome, refused } from '../refusal.ts';
import { amended, type MemberFacts, newcomer } from './membership.ts';
import { admit, type Roll } from './membership-invariants.ts';
import type { Member } from './organization.ts';

/** What a row says; whatever it leaves out stays as it is, or is as usual for somebody new. */
export interface GivenMember extends Partial<MemberFacts> {
  readonly id: MemberId;
}

/** What a row comes to: the member before (if there was one) and after, the very same if nothing changes, and the roll. */
export interface Step {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly roll: Roll;
}

/**
 * Takes rows one by one, on the list and the roll as they stand. A row is answered with what it comes to; or
 * refused `unknown-department`, `subject-taken`, `last-administrator`, `committee-full`.
 */
export function memberImport(organization: OrganizationId, list: readonly Member[], standing: Roll) {
  const members = new Map(list.map(member => [member.id, member]));
  const holders = new Map(
    list.filter(({ active }) => active).map((member): [Subject, MemberId] => [member.subject, member.id]),
  );
  let roll = standing;
  return (given: GivenMember): Outcome<Step> => {
    const { id, ...facts } = given;
    const before = members.get(id);
    const after = before ? amended(before, facts) : fresh(organization, id, facts);
    if (!after) return refused({ code: 'unknown-department', known: [...roll.departments.keys()] });
    if (after === before) return accepted({ before, after, roll });
    const holder = holders.get(after.subject);
    if (after.active && holder !== undefined && holder !== after.id)
      return refused({ code: 'subject-taken', member: holder });
    const admitted = admit(roll, before, after);
    if (!admitted.ok) return admitted;
    roll = admitted.value;
    if (before?.active) holders.delete(before.subject);
    if (after.active) holders.set(after.subject, after.id);
    members.set(after.id, after);
    return accepted({ before, after, roll });
  };
}

/** Somebody new, with the number for an account; undefined without a department, which nobody can do without. */
function fresh(
  organization: OrganizationId,
  id: MemberId,
  { department, subject = accountOf(id), roles = ['employee'], active = true }: Partial<MemberFacts>,
): Member | undefined {
  return department && newcomer(organization, id, { subject, roles, department, active });
}

/** The account of somebody for whom none is given: their number. */
export function accountOf(id: MemberId): Subject {
  if (!isSubject(id)) throw new RangeError(`no account: ${id}`);
  return id;
}
