/**
 * Adding and changing members by a list: row after row, each on what the rows before it have come to, and by the very rules that
 * hold for a single change. A row that breaks one changes nothing and keeps none of the others out.
 */
import { isSubject, type MemberId, type OrganizationId, type Subject } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { amended, type MemberFacts, newcomer, type SubjectTaken } from './membership.ts';
import { applyMemberChange, type MembershipRefusal, type MembershipTotals } from './membership-invariants.ts';
import type { Member } from './organization.ts';

/** What a row says; whatever it leaves out stays as it is, or is as usual for somebody new. */
export interface GivenMember extends Partial<MemberFacts> {
  readonly id: MemberId;
}

/** What a row comes to: the member before (if there was one) and after, the very same if nothing changes, and the totals. */
export interface Step {
  readonly before: Member | undefined;
  readonly after: Member;
  readonly totals: MembershipTotals;
}

/** Takes rows one by one, on the list and the totals as they stand. A row is answered with what it comes to. */
export function memberImport(
  organization: OrganizationId,
  list: readonly Member[],
  initial: MembershipTotals,
) {
  const members = new Map(list.map(member => [member.id, member]));
  const holders = new Map(
    list.filter(({ active }) => active).map((member): [Subject, MemberId] => [member.subject, member.id]),
  );
  let totals = initial;
  return (given: GivenMember): Result<Step, SubjectTaken | MembershipRefusal> => {
    const { id, ...facts } = given;
    const before = members.get(id);
    const after = before ? amended(before, facts) : fresh(organization, id, facts);
    if (!after) return err({ code: 'unknown-department', known: [...totals.departments.keys()] });
    if (after === before) return ok({ before, after, totals });
    const holder = holders.get(after.subject);
    if (after.active && holder !== undefined && holder !== after.id)
      return err({ code: 'subject-taken', member: holder });
    const admitted = applyMemberChange(totals, before, after);
    if (!admitted.ok) return admitted;
    totals = admitted.value;
    if (before?.active) holders.delete(before.subject);
    if (after.active) holders.set(after.subject, after.id);
    members.set(after.id, after);
    return ok({ before, after, totals });
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
