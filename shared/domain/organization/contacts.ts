/**
 * Contacts (联系人): the member who looks after a department's ideas (党员联系员工). A contact is an
 * active member; whoever is one cannot be deactivated before another is named.
 */
import type { Department, MemberId } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { type AmbiguousNumber, isSameNumber, theOneMeant } from './employee-number.ts';
import type { UnknownDepartment } from './membership-invariants.ts';
import { type Contact, isErased, type ListedMember, type Organization } from './organization.ts';
import { withSettings } from './settings.ts';

export type UnknownContact = { readonly code: 'unknown-contact'; readonly member: MemberId };
export type IsContact = {
  readonly code: 'is-contact';
  readonly departments: readonly Department[];
};

type WithContacts = Pick<Organization, 'contacts'>;

/** The contact of a department, if it has one. */
export function contactOf(
  { contacts = [] }: WithContacts,
  department: Department | undefined,
): MemberId | undefined {
  return contacts.find(contact => contact.department === department)?.member;
}

/** The departments that a member is the contact of. */
export function departmentsOf({ contacts = [] }: WithContacts, member: MemberId): Department[] {
  return contacts.filter(contact => contact.member === member).map(contact => contact.department);
}

/** Replaces all contacts; their numbers may be given in any case. */
export function changeContacts(
  organization: Organization,
  given: readonly Contact[],
  members: readonly ListedMember[],
): Result<Organization, UnknownDepartment | UnknownContact | AmbiguousNumber> {
  const active = members.flatMap(member => (!isErased(member) && member.active ? [member] : []));
  const contacts: Contact[] = [];
  for (const { department, member: number } of given) {
    if (!organization.departments.includes(department))
      return err({ code: 'unknown-department', known: organization.departments });
    const alike = active.filter(({ id }) => isSameNumber(id, number));
    const member = theOneMeant(alike, 'member');
    if (!member.ok) return member;
    if (!member.value) return err({ code: 'unknown-contact', member: number });
    contacts.push({ department, member: member.value.id });
  }
  return ok(withSettings(organization, { contacts }));
}

type Activity = Pick<ListedMember, 'id' | 'active'>;

/** Whether a member may change so: they do not leave while they are somebody's contact. */
export function mayLeave(
  organization: WithContacts,
  before: Activity | undefined,
  after: Activity,
): Result<undefined, IsContact> {
  const departments = leaves(before, after) ? departmentsOf(organization, after.id) : [];
  return departments.length > 0 ? err({ code: 'is-contact', departments }) : ok(undefined);
}

/** Whether a change deactivates a member. */
export function leaves(before: Activity | undefined, after: Activity): boolean {
  return before?.active === true && !after.active;
}
