/**
 * Erases a member's personal data. The first step ends their access and removes the data from their
 * item, in one transaction with the entry in the trail; the account is free. Then the trail's older
 * entries are redacted one by one, and at last the item says that all is done. An interrupted
 * erasure is continued by repeating it: what is done is found done.
 */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { MemberId, OrganizationId } from '../domain/kernel/ids.ts';
import type { Clock } from '../domain/kernel/instant.ts';
import type { ChangedMeanwhile, NotFound, VersionMismatch } from '../domain/kernel/refusal.ts';
import { err, ok, type Result } from '../domain/kernel/result.ts';
import { erasureEntry } from '../domain/organization/audit.ts';
import { type IsContact, mayLeave } from '../domain/organization/contacts.ts';
import { eraseMember, type MattersOpen, type OwnErasure } from '../domain/organization/erasure.ts';
import {
  applyMemberChange,
  type LastAdministrator,
  type MembershipTotals,
} from '../domain/organization/membership-invariants.ts';
import {
  type ErasedMember,
  isErased,
  type ListedMember,
  type Member,
  type Organization,
} from '../domain/organization/organization.ts';
import { auditRedaction } from './audit-redaction.ts';
import type { Table } from './client.ts';
import { memberToItem } from './member-items.ts';
import { memberRepository } from './members.ts';
import { membershipRepository } from './membership-invariants.ts';
import { openMatters } from './open-matters.ts';
import { organizationRepository } from './organizations.ts';
import { readDecideStore, versionMismatch } from './read-decide-store.ts';
import { AGAIN } from './retry.ts';
import { memberItem } from './schema.ts';
import { andUnlessNewer } from './stored-item.ts';

interface Erasure {
  readonly organization: OrganizationId;
  readonly member: MemberId;
  readonly by: MemberId;
  readonly expectedVersion: number | undefined;
}

/** The reasons against an erasure. */
type ErasureRefusal =
  | NotFound
  | VersionMismatch
  | OwnErasure
  | MattersOpen
  | IsContact
  | LastAdministrator;

export function memberErasure(table: Table, clock: Clock) {
  const organizations = organizationRepository(table);
  const members = memberRepository(table);
  const membership = membershipRepository(table);
  const redact = auditRedaction(table);
  const openFor = openMatters(table);

  interface Found {
    readonly organization: Organization;
    readonly before: ListedMember;
  }

  interface Plan {
    readonly after: ErasedMember;
    readonly from?: {
      readonly before: Member;
      readonly totals: MembershipTotals;
      readonly next: MembershipTotals;
    };
  }

  /** Ends the member's access, and removes their data from their item. */
  async function block({
    organization: id,
    member,
    by,
    expectedVersion,
  }: Erasure): Promise<Result<ErasedMember, ErasureRefusal | ChangedMeanwhile>> {
    return readDecideStore({
      async read(): Promise<Result<Found, NotFound>> {
        const [organization, before] = await Promise.all([
          organizations.get(id),
          members.get(id, member),
        ]);
        if (!organization) return err({ code: 'not-found', what: 'organization' });
        return before ? ok({ organization, before }) : err({ code: 'not-found', what: 'member' });
      },
      // An interrupted erasure is continued by the same request.
      mismatch: ({ before }) =>
        isErased(before) ? undefined : versionMismatch(expectedVersion, before),
      async decide({ organization, before }): Promise<Result<Plan, ErasureRefusal>> {
        if (isErased(before)) return ok({ after: before });
        const erased = eraseMember(before, by, await openFor(id, member), clock.now());
        if (!erased.ok) return erased;
        const free = mayLeave(organization, before, erased.value);
        if (!free.ok) return free;
        const totals = await membership.get(organization);
        const admitted = applyMemberChange(totals, before, erased.value);
        if (admitted.ok)
          return ok({ after: erased.value, from: { before, totals, next: admitted.value } });
        if (admitted.refusal.code === 'last-administrator')
          return err({ code: 'last-administrator' });
        throw new Error(`nobody leaves and breaks ${admitted.refusal.code}`);
      },
      async store({ organization }, { after, from }) {
        if (!from) return ok(after);
        const { before, totals, next } = from;
        const entry = erasureEntry(before, after, by);
        const changes = [{ before, after, entry }];
        return (await membership.save(organization, changes, totals, next)) ? ok(after) : AGAIN;
      },
    });
  }

  /** Says that nothing of the member's data is left, unless that is said already. */
  async function finish(member: ErasedMember): Promise<ErasedMember> {
    const after = { ...member, redactedAt: clock.now() };
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: memberToItem(after),
          ...andUnlessNewer(memberItem, {
            ConditionExpression: 'erasedAt = :at AND attribute_not_exists(redactedAt)',
            ExpressionAttributeValues: { ':at': member.erasedAt },
          }),
        }),
      );
      return after;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // Another request for the same member has been quicker.
      const now = await members.get(member.organization, member.id);
      if (now && isErased(now) && now.redactedAt !== undefined) return now;
      throw error;
    }
  }

  return async (
    erasure: Erasure,
  ): Promise<Result<ErasedMember, ErasureRefusal | ChangedMeanwhile>> => {
    const erased = await block(erasure);
    if (!erased.ok || erased.value.redactedAt !== undefined) return erased;
    await redact(erasure.organization, erasure.member);
    return ok(await finish(erased.value));
  };
}
