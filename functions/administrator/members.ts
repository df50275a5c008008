/** The members: the list, one of them, and every way of changing one. */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/members.ts';
import type { member as memberReply } from '../../shared/contract/schemas/member.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type {
  ChangedMeanwhile,
  NotFound,
  VersionMismatch,
} from '../../shared/domain/kernel/refusal.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import type { IsContact } from '../../shared/domain/organization/contacts.ts';
import type { AmbiguousNumber } from '../../shared/domain/organization/employee-number.ts';
import type { MemberErased } from '../../shared/domain/organization/erasure.ts';
import { accountOf } from '../../shared/domain/organization/member-import.ts';
import type { SubjectTaken } from '../../shared/domain/organization/membership.ts';
import {
  amended,
  type MemberFacts,
  newcomer,
} from '../../shared/domain/organization/membership.ts';
import type { MembershipRefusal } from '../../shared/domain/organization/membership-invariants.ts';
import { isErased, type ListedMember } from '../../shared/domain/organization/organization.ts';
import {
  type Answer,
  answer,
  type Endpoint,
  endpoint,
  memberOf,
} from '../../shared/http/endpoint.ts';
import { versionMismatch } from '../../shared/store/read-decide-store.ts';
import type { AdministratorDeps } from './dependencies.ts';

type MemberView = z.input<typeof memberReply>;

const DEFAULT_LIMIT = 50;

export function listMembers({ members }: AdministratorDeps): Endpoint {
  return endpoint(contract.listMembers, memberOf(members), async ({ path, query }) => {
    const { limit = DEFAULT_LIMIT, cursor, active, ...filter } = query;
    const page = await members.page(
      path.organization,
      { ...filter, ...(active && { active: active === 'true' }) },
      { limit, ...(cursor && { cursor }) },
    );
    return answer({ ...page, items: page.items.map(memberView) });
  });
}

export function getMember({ members }: AdministratorDeps): Endpoint {
  return endpoint(contract.getMember, memberOf(members), async ({ path }) => {
    const id = await members.listed(path.organization, path.member);
    if (!id.ok) return id;
    const member = await members.get(path.organization, id.value);
    return member ? shown(member) : err({ code: 'not-found', what: 'member' });
  });
}

export function addMember(deps: AdministratorDeps): Endpoint {
  return endpoint(contract.addMember, memberOf(deps.members), async ({ path, body, member }) => {
    const listed = await deps.members.listed(path.organization, body.id);
    if (!listed.ok) return listed;
    const id = listed.value;
    const { id: _id, ...given } = body;
    const facts: MemberFacts = {
      subject: accountOf(id),
      roles: ['employee'],
      ...given,
      active: true,
    };
    const change = { organization: path.organization, member: id, by: member.id };
    const added = await deps.changeMember(change, before => {
      if (!before) return ok(newcomer(path.organization, id, facts));
      // A repeated request has been done already.
      return amended(before, facts) === before
        ? ok(before)
        : err({ code: 'member-exists', member: id });
    });
    return added.ok ? shown(added.value) : added;
  });
}

export function putMember(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.putMember,
    memberOf(deps.members),
    ({ path, body, member, expectedVersion }) =>
      amend(deps, path, member.id, expectedVersion, body),
  );
}

export function deactivateMember(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.deactivateMember,
    memberOf(deps.members),
    ({ path, member, expectedVersion }) =>
      amend(deps, path, member.id, expectedVersion, { active: false }),
  );
}

export function reactivateMember(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.reactivateMember,
    memberOf(deps.members),
    ({ path, member, expectedVersion }) =>
      amend(deps, path, member.id, expectedVersion, { active: true }),
  );
}

type AmendRefusal =
  | AmbiguousNumber
  | NotFound
  | VersionMismatch
  | MemberErased
  | SubjectTaken
  | IsContact
  | MembershipRefusal
  | ChangedMeanwhile;

async function amend(
  deps: AdministratorDeps,
  path: { readonly organization: OrganizationId; readonly member: MemberId },
  by: MemberId,
  expectedVersion: number | undefined,
  facts: Partial<MemberFacts>,
): Promise<Answer<MemberView, AmendRefusal>> {
  const id = await deps.members.listed(path.organization, path.member);
  if (!id.ok) return id;
  const change = { ...path, member: id.value, by };
  const stored = await deps.changeMember<NotFound | VersionMismatch>(change, before => {
    if (!before) return err({ code: 'not-found', what: 'member' });
    const after = amended(before, facts);
    const unexpected = after === before ? undefined : versionMismatch(expectedVersion, before);
    return unexpected ? err(unexpected) : ok(after);
  });
  return stored.ok ? shown(stored.value) : stored;
}

export function shown(member: ListedMember): Answer<MemberView, never> {
  return answer(memberView(member), { etag: `"${member.version}"` });
}

function memberView(member: ListedMember): MemberView {
  if (isErased(member)) {
    const { id, department, active, version, erasedAt, redactedAt } = member;
    const erased = { at: erasedAt, finished: redactedAt !== undefined };
    return { id, roles: [], department, active, erased, version };
  }
  const { id, subject, roles, name, department, team, active, version } = member;
  return { id, subject, roles: [...roles], name, department, team, active, version };
}
