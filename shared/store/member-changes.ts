/**
 * Changing one member by the rules of the membership: read, change, store with the entry in the trail on condition that nothing has changed in
 * between, and all of it again where something has.
 */
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Clock } from '../domain/kernel/instant.ts';
import { type ChangedBy, memberEntry } from '../domain/organization/audit.ts';
import { applyMemberChange } from '../domain/organization/membership-invariants.ts';
import type { Member } from '../domain/organization/organization.ts';
import { err, ok, type Result } from '../domain/refusal.ts';
import type { Table } from './client.ts';
import { memberRepository } from './members.ts';
import { membershipRepository } from './membership-invariants.ts';
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
  const membership = membershipRepository(table);

  /**
   * Stores what `change` makes of the member; one that it leaves as they are is answered as they are. Refuses `not-found`,
   * `subject-taken`, `changed-meanwhile`, and whatever the change or the membership refuses.
   */
  return async (
    { organization: id, member, by }: ChangeOfMember,
    change: (before: Member | undefined) => Result<Member>,
  ): Promise<Result<Member>> => {
    const organization = await organizations.get(id);
    if (!organization) return err({ code: 'not-found', what: 'organization' });
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const before = await members.get(id, member);
      const changed = change(before);
      if (!changed.ok || changed.value === before) return changed;
      const after = changed.value;
      const totals = await membership.get(organization);
      const admitted = applyMemberChange(totals, before, after);
      if (!admitted.ok) return admitted;
      const entry = memberEntry(before, after, by, clock.now());
      if (await membership.save([{ before, after, entry }], totals, admitted.value)) return ok(after);
      const holder = after.active ? await membership.holderOf(id, after.subject) : undefined;
      if (holder !== undefined && holder !== after.id) return err({ code: 'subject-taken', member: holder });
    }
    return err({ code: 'changed-meanwhile' });
  };
}
