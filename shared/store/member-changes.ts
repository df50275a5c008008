/** Changes one member by the rules of the membership, with the entry in the trail. */
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Clock } from '../domain/kernel/instant.ts';
import type { ChangedMeanwhile, NotFound } from '../domain/kernel/refusal.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import { type ChangedBy, memberEntry } from '../domain/organization/audit.ts';
import { type IsContact, mayLeave } from '../domain/organization/contacts.ts';
import type { MemberErased } from '../domain/organization/erasure.ts';
import type { SubjectTaken } from '../domain/organization/membership.ts';
import {
  applyMemberChange,
  type MembershipRefusal,
  type MembershipTotals,
} from '../domain/organization/membership-invariants.ts';
import { isErased, type Member, type Organization } from '../domain/organization/organization.ts';
import type { Table } from './client.ts';
import { memberRepository } from './members.ts';
import { membershipRepository } from './membership-invariants.ts';
import { organizationRepository } from './organizations.ts';
import { readDecideStore } from './read-decide-store.ts';
import { AGAIN } from './retry.ts';

/** The member to change, and the administrator. */
export interface ChangeOfMember {
  readonly organization: OrganizationId;
  readonly member: MemberId;
  readonly by: ChangedBy;
}

interface Found {
  readonly organization: Organization;
  readonly before: Member | undefined;
}

export function memberChanges(table: Table, clock: Clock) {
  const organizations = organizationRepository(table);
  const members = memberRepository(table);
  const membership = membershipRepository(table);

  /**
   * Stores the result of `change`; an unchanged member is returned unchanged. An erased one is never
   * changed.
   */
  return async <Refusal>(
    { organization: id, member, by }: ChangeOfMember,
    change: (before: Member | undefined) => Result<Member, Refusal>,
  ): Promise<
    Result<
      Member,
      | Refusal
      | NotFound
      | MemberErased
      | SubjectTaken
      | IsContact
      | MembershipRefusal
      | ChangedMeanwhile
    >
  > => {
    return readDecideStore({
      async read(): Promise<Result<Found, NotFound | MemberErased>> {
        const [organization, before] = await Promise.all([
          organizations.get(id),
          members.get(id, member),
        ]);
        if (!organization) return err({ code: 'not-found', what: 'organization' });
        if (before && isErased(before)) return err({ code: 'member-erased', member });
        return ok({ organization, before });
      },
      async decide({ organization, before }): Promise<
        Result<
          {
            readonly after: Member;
            readonly totals: MembershipTotals;
            readonly next: MembershipTotals;
          },
          Refusal | IsContact | MembershipRefusal
        >
      > {
        const changed = change(before);
        if (!changed.ok) return changed;
        const after = changed.value;
        const free = mayLeave(organization, before, after);
        if (!free.ok) return free;
        const totals = await membership.get(organization);
        const admitted = after === before ? ok(totals) : applyMemberChange(totals, before, after);
        return admitted.ok ? ok({ after, totals, next: admitted.value }) : admitted;
      },
      async store({ organization, before }, { after, totals, next }) {
        if (after === before) return ok(after);
        const entry = memberEntry(before, after, by, clock.now());
        const changes = [{ before, after, entry }];
        if (await membership.save(organization, changes, totals, next)) return ok(after);
        const holder = after.active ? await membership.holderOf(id, after.subject) : undefined;
        return holder !== undefined && holder !== after.id
          ? err({ code: 'subject-taken', member: holder })
          : AGAIN;
      },
    });
  };
}
