/**
 * Fills accounts in: after an account was made for each person, their subjects are stored with the
 * members of an organization, or with a zone's people. Nothing else of a person changes. Each is
 * stored by itself, so a file may be sent again; the trail names the operator as the author.
 */
import type { MemberId, OrganizationId, ZoneId } from '../../shared/domain/kernel/ids.ts';
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { amended } from '../../shared/domain/organization/membership.ts';
import { isErased } from '../../shared/domain/organization/organization.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { problemOf } from '../../shared/http/problem.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberChanges } from '../../shared/store/member-changes.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { membershipRepository } from '../../shared/store/membership-invariants.ts';
import { zonePeopleRepository } from '../../shared/store/zone-people.ts';
import type { DeclaredAccounts } from './file.ts';
import type { FoundingReport } from './report.ts';

type Account = DeclaredAccounts['accounts'][number];
type Filled = 'filled' | 'unchanged';
/** Fills in one account, or says what would come of it. */
type Fill = (account: Account, preview: boolean) => Promise<Result<Filled, Refusal>>;

const NOBODY = err({ code: 'not-found', what: 'member' } as const);

export function accountFiller(table: Table, clock: Clock) {
  const members = memberRepository(table);
  const membership = membershipRepository(table);
  const changeMember = memberChanges(table, clock);
  const zones = zonePeopleRepository(table);

  function inOrganization(organization: OrganizationId): Fill {
    return async ({ id, subject }, preview) => {
      const before = await members.get(organization, id);
      if (before && isErased(before)) return err({ code: 'member-erased', member: id });
      if (!before?.active) return NOBODY;
      if (before.subject === subject) return ok('unchanged');
      if (preview) {
        const holder = await membership.holderOf(organization, subject);
        return holder === undefined ? ok('filled') : err({ code: 'subject-taken', member: holder });
      }
      const filled = await changeMember({ organization, member: id, by: 'operator' }, member =>
        member?.active ? ok(amended(member, { subject })) : NOBODY,
      );
      return filled.ok ? ok('filled') : filled;
    };
  }

  function inZone(zone: ZoneId): Fill {
    return async ({ id, subject }, preview) => {
      const people = await zones.all(zone);
      const person = people.find(one => one.id === id);
      if (!person) return NOBODY;
      if (person.subject === subject) return ok('unchanged');
      const holder = people.find(one => one.subject === subject);
      if (holder) return err({ code: 'subject-taken', member: holder.id });
      if (!preview) await zones.put({ ...person, subject });
      return ok('filled');
    };
  }

  return async (declared: DeclaredAccounts, preview: boolean): Promise<FoundingReport> => {
    const fill =
      declared.kind === 'zone-accounts'
        ? inZone(declared.zone)
        : inOrganization(declared.organization);
    const rows = [];
    for (const account of declared.accounts)
      rows.push(rowOf(account.id, await fill(account, preview)));
    return { outcome: 'accounts', preview, rows };
  };
}

function rowOf(member: MemberId, done: Result<Filled, Refusal>) {
  if (done.ok) return { member, act: done.value };
  const [zh, en] = [problemOf(done.refusal, 'zh'), problemOf(done.refusal, 'en')];
  return {
    member,
    act: 'refused' as const,
    words: { zh: zh.detail ?? zh.title, en: en.detail ?? en.title },
  };
}
