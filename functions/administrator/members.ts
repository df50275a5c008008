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
import { memberEntry } from '../../shared/domain/audit.ts';
import type { MemberId, OrganizationId } from '../../shared/domain/ids.ts';
import { accountOf } from '../../shared/domain/member-import.ts';
import { amended, type MemberFacts, newcomer } from '../../shared/domain/membership.ts';
import type { Member } from '../../shared/domain/organization.ts';
import { accepted, type Outcome, refused } from '../../shared/domain/refusal.ts';
import { admit } from '../../shared/domain/roll.ts';
import { type Answer, answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ATTEMPTS } from './change.ts';
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
    const member = await members.get(path.organization, path.member);
    return member ? shown(member) : { ok: false, refusal: { code: 'not-found', what: 'member' } };
  });
}

export function enrol(deps: AdministratorDeps): Endpoint {
  return forMembers(addMember, deps.members, async ({ path, body, member }) => {
    const { id, subject = accountOf(body.id), roles = ['employee'], department } = body;
    const facts = { subject, roles, department, active: true };
    const added = await store(deps, path.organization, id, member.id, before => {
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
  const stored = await store(deps, path.organization, path.member, by, before => {
    if (!before) return refused({ code: 'not-found', what: 'member' });
    const after = amended(before, facts);
    return after !== before && expectedVersion !== undefined && expectedVersion !== before.version
      ? refused({ code: 'version-mismatch', current: before.version })
      : accepted(after);
  });
  return stored.ok ? shown(stored.value) : stored;
}

/** Reads a member, has them changed and stores that by the rules of the roll; again where somebody else was faster. */
async function store(
  { organizations, members, roll, clock }: AdministratorDeps,
  id: OrganizationId,
  number: MemberId,
  by: MemberId,
  change: (before: Member | undefined) => Outcome<Member>,
): Promise<Outcome<Member>> {
  const organization = await organizations.get(id);
  if (!organization) return refused({ code: 'not-found', what: 'organization' });
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await members.get(id, number);
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
}

function shown(member: Member): Answer<MemberView> {
  return answer(memberView(member), { etag: `"${member.version}"` });
}

function memberView({ id, subject, roles, department, active, version }: Member): MemberView {
  return { id, subject, roles: [...roles], department, active, version };
}
