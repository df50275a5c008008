/**
 * What is to be done for each person so that they have an account: a pure function of the list, of
 * the pool's accounts and of the file. Accounts have names such as `huatai.ht0132`, because numbers
 * are unique within an organization only; no id and no number has a dot in it.
 */
import type { ListedPerson } from '../../functions/founding/people.ts';
import type { MemberId, OrganizationId, ZoneId } from '../../shared/domain/kernel/ids.ts';
import { listedNumbers } from '../../shared/domain/organization/employee-number.ts';
import type { AccountRow } from './account-file.ts';
import type { Account } from './user-pool.ts';

export type Tenant = { readonly organization: OrganizationId } | { readonly zone: ZoneId };

export type AccountStep = {
  readonly person: ListedPerson;
  /** The name with which they sign in. */
  readonly username: string;
} & (
  | { readonly act: 'create'; readonly email: string | undefined }
  /** It was made, and perhaps interrupted before it was filled in; unused, so nobody has it. */
  | { readonly act: 'renew'; readonly account: Account }
  /** It was made and used, and the list has another. */
  | { readonly act: 'fill-in'; readonly account: Account }
  | { readonly act: 'reset'; readonly account: Account }
  | { readonly act: 'none'; readonly account: Account }
);

export interface RefusedPerson {
  readonly number: string;
  /** The row of the file, if there is one. */
  readonly row?: number;
  /** In Chinese and in English. */
  readonly why: string;
}

export interface AccountPlan {
  readonly steps: readonly AccountStep[];
  readonly refused: readonly RefusedPerson[];
}

/** The beginning of the names of a tenant's accounts. */
export function prefixOf(tenant: Tenant): string {
  return 'zone' in tenant ? `zone.${tenant.zone}.` : `${tenant.organization}.`;
}

/** A pool does not tell cases apart; small letters are easier to type on a phone. */
function usernameOf(tenant: Tenant, id: MemberId): string {
  return `${prefixOf(tenant)}${id.toLowerCase()}`;
}

interface Given {
  readonly tenant: Tenant;
  readonly people: readonly ListedPerson[];
  /** Those with a name of the tenant, and those with a subject of the list. */
  readonly accounts: readonly Account[];
  /** Whose accounts are meant; all of the active if there is no file. */
  readonly rows: readonly AccountRow[] | undefined;
  /** Who gets a new initial password; nobody else is touched then. */
  readonly resets: readonly MemberId[];
}

export function accountPlan({ tenant, people, accounts, rows, resets }: Given): AccountPlan {
  const byName = new Map(accounts.map(account => [account.username.toLowerCase(), account]));
  const bySubject = new Map(accounts.map(account => [account.subject, account]));
  const byId = new Map(people.map(person => [person.id, person]));
  const listed = listedNumbers(people);
  const holders = new Map<string, MemberId>();
  const seen = new Map<MemberId, number | undefined>();
  const steps: AccountStep[] = [];
  const refused: RefusedPerson[] = [];
  const meant =
    resets.length > 0
      ? resets.map(id => ({ id, row: undefined, email: undefined }))
      : (rows ??
        people.flatMap(({ id, active }) =>
          active ? [{ id, row: undefined, email: undefined }] : [],
        ));
  for (const { id: number, row, email } of meant) {
    const refuse = (why: string): unknown =>
      refused.push({ number, ...(row !== undefined && { row }), why });
    const id = listed(number);
    const person = id.ok ? byId.get(id.value) : undefined;
    if (!id.ok) {
      refuse(`不止一个成员 more than one member: ${id.refusal.members.join(', ')}`);
      continue;
    }
    if (!person) {
      refuse('不在名单中，先由管理员导入 not on the list; an administrator imports members first');
      continue;
    }
    if (!person.active) {
      // A member file may have those who left; only a wish for a password is a mistake.
      if (resets.length > 0) refuse('已不在册 has left');
      continue;
    }
    if (seen.has(person.id)) {
      const before = seen.get(person.id);
      refuse(
        before === undefined
          ? '重复 is named twice'
          : `与第 ${before} 行是同一人 is the person of row ${before}`,
      );
      continue;
    }
    seen.set(person.id, row);
    const username = usernameOf(tenant, person.id);
    const holder = holders.get(username);
    if (holder !== undefined) {
      refuse(
        `工号与 ${holder} 只差大小写，用户名会相同 differs from ${holder} in case alone, so the names of the accounts would be the same`,
      );
      continue;
    }
    holders.set(username, person.id);
    const account = bySubject.get(person.subject);
    const own = byName.get(username);
    if (account)
      steps.push({
        person,
        username: account.username,
        act: resets.length > 0 ? 'reset' : 'none',
        account,
      });
    else if (own)
      steps.push({
        person,
        username,
        act: own.used && resets.length === 0 ? 'fill-in' : 'renew',
        account: own,
      });
    else steps.push({ person, username, act: 'create', email });
  }
  return { steps, refused };
}
