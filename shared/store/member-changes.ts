/**
 * Changing one member by the rules of the roll: read, change, store with the entry in the trail on condition that nothing has changed in
 * between, and all of it again where something has.
 */
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Clock } from '../domain/kernel/instant.ts';
import { type ChangedBy, memberEntry } from '../domain/organization/audit.ts';
import { admit } from '../domain/organization/membership-invariants.ts';
import type { Member } from '../domain/organization/organization.ts';
import { accepted, type Outcome, refused } from '../domain/refusal.ts';
import type { Table } from './client.ts';
import { memberRepository } from './members.ts';
import { rollRepository } from './membership-invariants.ts';
import { organizationRepository } from './organizations.ts';

const ATTEMPTS = 5;

/** Who is to be changed, and who wants it. */
export interface ChangeOfMember {
  readonly organization: OrganizationId;
  readonly member: MemberId;
  readonly by: ChangedBy;
}

export function memberChanges(table: Table, clock: Clock) {
  const organizations = organizationRepository(table);
  const members = memberRepository(table);
  const roll = rollRepository(table);

  /**
   * Stores what `change` makes of the member; one that it leaves as they are is answered as they are. Refuses `not-found`,
   * `subject-taken`, `changed-meanwhile`, and whatever the change or the roll refuses.
   */
  return async (
    { organization: id, member, by }: ChangeOfMember,
    change: (before: Member | undefined) => Outcome<Member>,
  ): Promise<Outcome<Member>> => {
    const organization = await organizations.get(id);
    if (!organization) return refused({ code: 'not-found', what: 'organization' });
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await members.get(id, member);
      const changed = change(before);
      if (!changed.ok || changed.value === before) return changed;
      const after = changed.value;
      const standing = await roll.get(organization);
      const admitted = admit(standing, before, after);
      if (!admitted.ok) return admitted;
      const entry = memberEntry(before, after, by, clock.now());
      if (await roll.save([{ before, after, entry }], standing, admitted.value)) return accepted(after);
      const holder = after.active ? await roll.holderOf(id, after.subject) : undefined;
      if (holder !== undefined && holder !== after.id)
        return refused({ code: 'subject-taken', member: holder });
    }
    return refused({ code: 'changed-meanwhile' });
  };
}
