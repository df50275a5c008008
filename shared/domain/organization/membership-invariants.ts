/**
 * The membership totals (名册) and the rules about an organization's members together. There is
 * always an administrator, the committee is no larger than a stored decision allows, and an active
 * member's department is on offer. The totals are stored as counts, so a change of one member need
 * not read all the others.
 */
import type { Department } from '../kernel/ids.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { hasRole, type ListedMember, MOST_ELECTORS, sitsOnCommittee } from './organization.ts';

export type UnknownDepartment = {
  readonly code: 'unknown-department';
  readonly known: readonly string[];
};
export type DepartmentInUse = {
  readonly code: 'department-in-use';
  readonly department: Department;
  readonly members: number;
};
export type LastAdministrator = { readonly code: 'last-administrator' };
export type CommitteeFull = { readonly code: 'committee-full'; readonly most: number };

export interface MembershipTotals {
  /** The number of active administrators, and of members on the committee. */
  readonly administrators: number;
  readonly committee: number;
  /** The departments on offer, with the number of their active members. */
  readonly departments: ReadonlyMap<Department, number>;
  /**
   * Counts the changes; the expected version of every conditional write. 0 means totals not yet
   * stored.
   */
  readonly version: number;
}

/** Counts a list of members. */
export function membershipTotals(
  members: readonly ListedMember[],
  departments: readonly Department[],
): MembershipTotals {
  const active = members.filter(member => member.active);
  return {
    administrators: active.filter(isAdministrator).length,
    committee: active.filter(sitsOnCommittee).length,
    departments: new Map(
      departments.map(name => [
        name,
        active.filter(({ department }) => department === name).length,
      ]),
    ),
    version: 0,
  };
}

/** The refusals of a change of one member. */
export type MembershipRefusal = UnknownDepartment | LastAdministrator | CommitteeFull;

/**
 * The totals after a member was added (no `before`) or changed; identical if the counts do not
 * change.
 */
export function applyMemberChange(
  totals: MembershipTotals,
  before: ListedMember | undefined,
  after: ListedMember,
): Result<MembershipTotals, MembershipRefusal> {
  const arrives = after.department !== before?.department || (after.active && !before.active);
  if (arrives && !totals.departments.has(after.department))
    return err({ code: 'unknown-department', known: [...totals.departments.keys()] });
  const administrators = totals.administrators + gain(isAdministrator, before, after);
  if (administrators < totals.administrators && administrators < 1)
    return err({ code: 'last-administrator' });
  const committee = totals.committee + gain(sitsOnCommittee, before, after);
  if (committee > totals.committee && committee > MOST_ELECTORS)
    return err({ code: 'committee-full', most: MOST_ELECTORS });
  const departments = new Map(totals.departments);
  if (before?.active) add(departments, before.department, -1);
  if (after.active) add(departments, after.department, 1);
  const changed =
    administrators !== totals.administrators ||
    committee !== totals.committee ||
    [...departments].some(([name, members]) => members !== totals.departments.get(name));
  return ok(
    changed ? { administrators, committee, departments, version: totals.version + 1 } : totals,
  );
}

/** The totals when exactly these departments are offered. */
export function applyDepartments(
  totals: MembershipTotals,
  departments: readonly Department[],
): Result<MembershipTotals, DepartmentInUse> {
  for (const [department, members] of totals.departments)
    if (members > 0 && !departments.includes(department))
      return err({ code: 'department-in-use', department, members });
  return ok({
    ...totals,
    departments: new Map(departments.map(name => [name, totals.departments.get(name) ?? 0])),
    version: totals.version + 1,
  });
}

function isAdministrator(member: ListedMember): boolean {
  return hasRole(member, ['administrator']);
}

function gain(
  is: (member: ListedMember) => boolean,
  before: ListedMember | undefined,
  after: ListedMember,
): number {
  return Number(is(after)) - Number(before !== undefined && is(before));
}

/** Members of a department that is no longer offered are counted in no department. */
function add(departments: Map<Department, number>, department: Department, change: number): void {
  const members = departments.get(department);
  if (members !== undefined) departments.set(department, members + change);
}
