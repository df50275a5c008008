/**
 * Makes a person administrator of an existing organization. This serves when the last administrator
 * has left without a successor, or the founding file had a wrong account, and nobody can sign in to
 * correct it. The trail names the operator as the author.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { accountOf } from '../../shared/domain/organization/member-import.ts';
import type { SubjectTaken } from '../../shared/domain/organization/membership.ts';
import { amended, memberAct, newcomer } from '../../shared/domain/organization/membership.ts';
import type {
  MembershipRefusal,
  UnknownDepartment,
} from '../../shared/domain/organization/membership-invariants.ts';
import { applyMemberChange } from '../../shared/domain/organization/membership-invariants.ts';
import {
  isErased,
  type Member,
  type Organization,
} from '../../shared/domain/organization/organization.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { problemOf } from '../../shared/http/problem.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberChanges } from '../../shared/store/member-changes.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { membershipRepository } from '../../shared/store/membership-invariants.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import type { DeclaredAdministrator } from './file.ts';
import type { FoundingReport } from './report.ts';

export function administratorMaker(table: Table, clock: Clock) {
  const organizations = organizationRepository(table);
  const members = memberRepository(table);
  const membership = membershipRepository(table);
  const changeMember = memberChanges(table, clock);

  /** Whether the membership totals would allow it now. */
  async function foreseen(
    organization: Organization,
    before: Member | undefined,
    after: Member,
  ): Promise<Result<Member, SubjectTaken | MembershipRefusal>> {
    const holder = await membership.holderOf(organization.id, after.subject);
    if (holder !== undefined && holder !== after.id)
      return err({ code: 'subject-taken', member: holder });
    const admitted = applyMemberChange(await membership.get(organization), before, after);
    return admitted.ok ? ok(after) : admitted;
  }

  return async (declared: DeclaredAdministrator, preview: boolean): Promise<FoundingReport> => {
    const organization = await organizations.get(declared.organization);
    if (!organization) return invalid({ code: 'not-found', what: 'organization' });
    const id = await members.listed(organization.id, declared.id);
    if (!id.ok) return invalid(id.refusal);
    const before = await members.get(organization.id, id.value);
    if (before && isErased(before)) return invalid({ code: 'member-erased', member: id.value });
    const listed = { ...declared, id: id.value };
    const change = (member: Member | undefined) => administratorOf(listed, organization, member);
    const planned = change(before);
    if (!planned.ok) return invalid(planned.refusal);
    const request = { organization: organization.id, member: id.value, by: 'operator' } as const;
    const done = preview
      ? await foreseen(organization, before, planned.value)
      : await changeMember(request, change);
    if (!done.ok) return invalid(done.refusal);
    return {
      outcome: 'administrator',
      preview,
      organization: organization.id,
      member: id.value,
      act: planned.value === before ? 'none' : memberAct(before, planned.value),
    };
  };
}

/**
 * The member as an administrator, with their other roles. Refuses `unknown-department` for a new
 * member without a department.
 */
function administratorOf(
  { organization: id, id: number, kind: _kind, department, ...facts }: DeclaredAdministrator,
  { departments }: Organization,
  before: Member | undefined,
): Result<Member, UnknownDepartment> {
  if (before)
    return ok(
      amended(before, {
        ...facts,
        roles: [...before.roles, 'administrator'],
        active: true,
        ...(department !== undefined && { department }),
      }),
    );
  if (department === undefined) return err({ code: 'unknown-department', known: departments });
  const subject = facts.subject ?? accountOf(number);
  return ok(
    newcomer(id, number, {
      ...facts,
      subject,
      roles: ['administrator'],
      department,
      active: true,
    }),
  );
}

/**
 * A refusal as an error of the file. Throws if it concerns no field, because the command can then
 * simply be repeated.
 */
function invalid(refusal: Refusal): FoundingReport {
  const [zh = [], en = []] = [problemOf(refusal, 'zh').errors, problemOf(refusal, 'en').errors];
  if (zh.length === 0) throw new Error(refusal.code);
  const errors = zh.map(({ field, rule, detail }, at) => ({
    field,
    rule,
    words: { zh: detail, en: en[at]?.detail ?? detail },
  }));
  return { outcome: 'invalid', errors };
}
