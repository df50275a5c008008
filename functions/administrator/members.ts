/** The members: the list, one of them, and every way of changing one. */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/members.ts';
import type { member as memberReply } from '../../shared/contract/schemas/member.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { accountOf } from '../../shared/domain/organization/member-import.ts';
import { amended, type MemberFacts, newcomer } from '../../shared/domain/organization/membership.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { err, ok } from '../../shared/domain/refusal.ts';
import { type Answer, answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { AdministratorDeps } from './dependencies.ts';

type MemberView = z.input<typeof memberReply>;

const DEFAULT_LIMIT = 50;

export function listMembers({ members }: AdministratorDeps): Endpoint {
  return forMembers(contract.listMembers, members, async ({ path, query }) => {
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
  return forMembers(contract.getMember, members, async ({ path }) => {
    const id = await members.listed(path.organization, path.member);
    if (!id.ok) return id;
    const member = await members.get(path.organization, id.value);
    return member ? shown(member) : { ok: false, refusal: { code: 'not-found', what: 'member' } };
  });
}

export function addMember(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.addMember, deps.members, async ({ path, body, member }) => {
    const listed = await deps.members.listed(path.organization, body.id);
    if (!listed.ok) return listed;
    const id = listed.value;
    const { subject = accountOf(id), roles = ['employee'], department } = body;
    const facts = { subject, roles, department, active: true };
    const change = { organization: path.organization, member: id, by: member.id };
    const added = await deps.changeMember(change, before => {
      if (!before) return ok(newcomer(path.organization, id, facts));
      // The same request once more has been done already.
      return amended(before, facts) === before ? ok(before) : err({ code: 'member-exists', member: id });
    });
    return added.ok ? shown(added.value) : added;
  });
}

export function putMember(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putMember, deps.members, ({ path, body, member, expectedVersion }) =>
    amend(deps, path, member.id, expectedVersion, body),
  );
}

export function deactivateMember(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.deactivateMember, deps.members, ({ path, member, expectedVersion }) =>
    amend(deps, path, member.id, expectedVersion, { active: false }),
  );
}

export function reactivateMember(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.reactivateMember, deps.members, ({ path, member, expectedVersion }) =>
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
  const change = { ...path, member: id.value, by, expectedVersion };
  const stored = await deps.changeMember(change, before =>
    before ? ok(amended(before, facts)) : err({ code: 'not-found', what: 'member' }),
  );
  return stored.ok ? shown(stored.value) : stored;
}

function shown(member: Member): Answer<MemberView> {
  return answer(memberView(member), { etag: `"${member.version}"` });
}

function memberView({ id, subject, roles, department, active, version }: Member): MemberView {
  return { id, subject, roles: [...roles], department, active, version };
}
