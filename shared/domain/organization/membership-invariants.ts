/**
 * The roll (名册): what must hold of an organization's members taken together. Somebody is always administrator, the committee is
 * no larger than a decision can bear, and an active member's department is one that is offered. It is kept as counts, so
 * that a change of one member need not look at all the others.
 */
import type { Department } from '../kernel/ids.ts';
import { accepted, type Outcome, refused } from '../refusal.ts';
import { hasRole, type Member, MOST_ELECTORS, sitsOnCommittee } from './organization.ts';

export interface Roll {
  /** How many active members are administrators, and how many sit on the committee. */
  readonly administrators: number;
  readonly committee: number;
  /** The departments on offer, with the number of their active members. */
  readonly departments: ReadonlyMap<Department, number>;
  /** Counts the changes; the expected version of every conditional write. 0 is a roll that has been counted and not yet kept. */
  readonly version: number;
}

/** Counts a list of members afresh. */
export function rollOf(members: readonly Member[], departments: readonly Department[]): Roll {
  const active = members.filter(member => member.active);
  return {
    administrators: active.filter(isAdministrator).length,
    committee: active.filter(sitsOnCommittee).length,
    departments: new Map(
      departments.map(name => [name, active.filter(({ department }) => department === name).length]),
    ),
    version: 0,
  };
}

/**
 * The roll once a member has been added (without a `before`) or changed; the same one where nothing changes in it.
 * Refuses `unknown-department`, `last-administrator`, `committee-full`.
 */
export function admit(roll: Roll, before: Member | undefined, after: Member): Outcome<Roll> {
  const arrives = after.department !== before?.department || (after.active && !before.active);
  if (arrives && !roll.departments.has(after.department))
    return refused({ code: 'unknown-department', known: [...roll.departments.keys()] });
  const administrators = roll.administrators + gain(isAdministrator, before, after);
  if (administrators < roll.administrators && administrators < 1)
    return refused({ code: 'last-administrator' });
  const committee = roll.committee + gain(sitsOnCommittee, before, after);
  if (committee > roll.committee && committee > MOST_ELECTORS)
    return refused({ code: 'committee-full', most: MOST_ELECTORS });
  const departments = new Map(roll.departments);
  if (before?.active) add(departments, before.department, -1);
  if (after.active) add(departments, after.department, 1);
  const changed =
    administrators !== roll.administrators ||
    committee !== roll.committee ||
    [...departments].some(([name, members]) => members !== roll.departments.get(name));
  return accepted(changed ? { administrators, committee, departments, version: roll.version + 1 } : roll);
}

/** The roll once just these departments are offered. Refuses `department-in-use` where one that is left out has active members. */
export function offer(roll: Roll, departments: readonly Department[]): Outcome<Roll> {
  for (const [department, members] of roll.departments)
    if (members > 0 && !departments.includes(department))
      return refused({ code: 'department-in-use', department, members });
  return accepted({
    ...roll,
    departments: new Map(departments.map(name => [name, roll.departments.get(name) ?? 0])),
    version: roll.version + 1,
  });
}

function isAdministrator(member: Member): boolean {
  return hasRole(member, ['administrator']);
}

function gain(is: (member: Member) => boolean, before: Member | undefined, after: Member): number {
  return Number(is(after)) - Number(before !== undefined && is(before));
}

/** Who still belongs to a department that is no longer offered is not counted in it. */
function add(departments: Map<Department, number>, department: Department, change: number): void {
  const members = departments.get(department);
  if (members !== undefined) departments.set(department, members + change);
}
