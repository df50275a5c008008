/** The members: the list, one of them, and every way of changing one. */
import type * as z from 'zod/mini';
import {
  addMember,
  deactivateMember,
  getMember,
  listMembers,
  putMember,
  reactivateMember,
} from '../../shared/contract/routes/members.ts';
import type { member as memberReply } from '../../shared/contract/schemas/member.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { accountOf } from '../../shared/domain/organization/member-import.ts';
import { amended, type MemberFacts, newcomer } from '../../shared/domain/organization/membership.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { accepted, refused } from '../../shared/domain/refusal.ts';
import { type Answer, answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { AdministratorDeps } from './dependencies.ts';

type MemberView = z.input<typeof memberReply>;

const DEFAULT_LIMIT = 50;

export function readMembers({ members }: AdministratorDeps): Endpoint {
  return forMembers(listMembers, members, async ({ path, query }) => {
    const { limit = DEFAULT_LIMIT, cursor, active, ...filter } = query;
    const page = await members.page(
      path.organization,
      { ...filter, ...(active && { active: active === 'true' }) },
      { limit, ...(cursor && { cursor }) },
    );
    return answer({ ...page, items: page.items.map(memberView) });
  });
}

export function readMember({ members }: AdministratorDeps): Endpoint {
  return forMembers(getMember, members, async ({ path }) => {
    const id = await members.listed(path.organization, path.member);
    if (!id.ok) return id;
    const member = await members.get(path.organization, id.value);
    return member ? shown(member) : { ok: false, refusal: { code: 'not-found', what: 'member' } };
  });
}

export function enrol(deps: AdministratorDeps): Endpoint {
  return forMembers(addMember, deps.members, async ({ path, body, member }) => {
    const listed = await deps.members.listed(path.organization, body.id);
    if (!listed.ok) return listed;
    const id = listed.value;
    const { subject = accountOf(id), roles = ['employee'], department } = body;
    const facts = { subject, roles, department, active: true };
    const change = { organization: path.organization, member: id, by: member.id };
    const added = await deps.changeMember(change, before => {
      if (!before) return accepted(newcomer(path.organization, id, facts));
      // The same request once more has been done already.
      return amended(before, facts) === before
        ? accepted(before)
        : refused({ code: 'member-exists', member: id });
    });
    return added.ok ? shown(added.value) : added;
  });
}

export function replaceFacts(deps: AdministratorDeps): Endpoint {
  return forMembers(putMember, deps.members, ({ path, body, member, expectedVersion }) =>
    amend(deps, path, member.id, expectedVersion, body),
  );
}

export function letGo(deps: AdministratorDeps): Endpoint {
  return forMembers(deactivateMember, deps.members, ({ path, member, expectedVersion }) =>
    amend(deps, path, member.id, expectedVersion, { active: false }),
  );
}

export function takeBack(deps: AdministratorDeps): Endpoint {
  return forMembers(reactivateMember, deps.members, ({ path, member, expectedVersion }) =>
    amend(deps, path, member.id, expectedVersion, { active: true }),
  );
}

async function amend(
  deps: AdministratorDeps,
  path: { readonly organization: OrganizationId; readonly member: MemberId },
  by: MemberId,
  expectedVersion: number | undefined,
  facts: Partial<MemberFacts>,
): Promise<Answer<MemberView>> {
  const id = await deps.members.listed(path.organization, path.member);
  if (!id.ok) return id;
  const stored = await deps.changeMember({ ...path, member: id.value, by }, before => {
    if (!before) return refused({ code: 'not-found', what: 'member' });
    const after = amended(before, facts);
    return after !== before && expectedVersion !== undefined && expectedVersion !== before.version
      ? refused({ code: 'version-mismatch', current: before.version })
      : accepted(after);
  });
  return stored.ok ? shown(stored.value) : stored;
}

function shown(member: Member): Answer<MemberView> {
  return answer(memberView(member), { etag: `"${member.version}"` });
}

function memberView({ id, subject, roles, department, active, version }: Member): MemberView {
  return { id, subject, roles: [...roles], department, active, version };
}
