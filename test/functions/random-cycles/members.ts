/**
 * Rules of the members: the list agrees with the answers, there is an administrator, and every
 * department is on offer.
 */
import { expect } from 'vitest';
import type { Member } from '../../../shared/domain/organization/organization.ts';
import { peopleOf } from './firm.ts';
import { holders, type Ledger, type People } from './ledger.ts';

export function checkMembers({ people, departments }: Ledger, members: readonly Member[]): void {
  expect(plain(peopleOf(members))).toEqual(plain(people.now));
  expect(holders(people.now, 'administrator')).not.toEqual([]);
  for (const { active, department, id } of members)
    if (active) expect(departments.now, id).toContain(department);
}

/** Roles in one spelling: employee is implied beside others. */
function plain(people: People): unknown[] {
  return [...people]
    .map(([id, { roles, ...person }]) => {
      const others = roles.filter(role => role !== 'employee').toSorted();
      return { id, ...person, roles: others };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
