/**
 * Accounts on AWS: the stack's own function lists the people, Cognito gets an account for each who
 * has none, and the function stores the accounts' subjects with the people. It goes in parts, and
 * each part in an order that an interruption cannot spoil: accounts, then the sheet, then the list.
 * An account that the list does not have yet, and that nobody has used, gets a new password when
 * the command is repeated, because its slip may be lost; every other one keeps its own.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { MOST_ACCOUNTS } from '../../functions/founding/file.ts';
import { type ListedPerson, peopleReport } from '../../functions/founding/people.ts';
import { foundingReport } from '../../functions/founding/report.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { AccountRow } from './account-file.ts';
import {
  type AccountPlan,
  type AccountStep,
  accountPlan,
  prefixOf,
  type RefusedPerson,
  type Tenant,
} from './account-plan.ts';
import type { Sheet, Slip } from './account-sheet.ts';
import { type Aws, invoke, outputsOf } from './aws-cli.ts';
import { initialPassword } from './initial-password.ts';
import { type Account, poolOf, type UserPool, userPool } from './user-pool.ts';

export interface AccountsOrder {
  readonly stack: string;
  readonly tenant: Tenant;
  readonly rows: readonly AccountRow[] | undefined;
  readonly resets: readonly MemberId[];
}

export interface Preparation {
  readonly plan: AccountPlan;
  /** The name of the organization or zone; a zone without a name has its id. */
  readonly of: string;
  /** Where one signs in, if the stack has the pages. */
  readonly address: string | undefined;
  readonly run: (
    sheet: Sheet | undefined,
    tell: (done: number, of: number) => void,
  ) => Promise<Outcome>;
}

export interface Outcome {
  readonly slips: number;
  readonly filledIn: number;
  readonly refused: readonly RefusedPerson[];
}

/** Accounts of a part are made at the same time, up to this number: far below Cognito's quota. */
const AT_ONCE = 4;
/** Few enough for progress, and for little to be repeated after an interruption. */
const PART = Math.min(40, MOST_ACCOUNTS);

/** A subject as Cognito makes them. */
const MADE_BY_COGNITO = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Pace {
  readonly wait: (millis: number) => Promise<void>;
  /** The number of people in a part. */
  readonly part: number;
}
const USUAL_PACE: Pace = { wait: async millis => sleep(millis), part: PART };

/** Reads what there is, and plans; writes nothing. */
export async function prepareAccounts(
  { stack, tenant, rows, resets }: AccountsOrder,
  aws: Aws,
  { wait, part }: Pace = USUAL_PACE,
): Promise<Preparation> {
  const output = await outputsOf(stack, aws);
  const lambda = output('FoundingFunction');
  const issuer = output('Issuer');
  const poolId = poolOf(issuer);
  if (poolId === undefined)
    throw new Error(
      `${stack}: 账号在 ${issuer}，请在那里建立 The accounts are with an issuer of your own; make them there`,
    );
  const pool = userPool(poolId, aws, wait);
  const { people, name } = await peopleOf(tenant, lambda, aws);
  const accounts = await pool.startingWith(prefixOf(tenant));
  const known = new Set(accounts.map(({ subject }) => subject));
  const others = await inTurns(
    people.filter(({ subject }) => MADE_BY_COGNITO.test(subject) && !known.has(subject)),
    async ({ subject }) => pool.withSubject(subject),
  );
  const plan = accountPlan({
    tenant,
    people,
    accounts: [...accounts, ...others.filter(one => one !== undefined)],
    rows,
    resets,
  });
  return {
    plan,
    address: output.find('Address'),
    of: name ?? ('zone' in tenant ? tenant.zone : tenant.organization),
    run: (sheet, tell) => carryOut(plan, { tenant, pool, lambda, aws, size: part, sheet, tell }),
  };
}

/** Whether a step makes a password, which needs a sheet. */
export function needsSheet({ act }: AccountStep): boolean {
  return act === 'create' || act === 'renew' || act === 'reset';
}

async function peopleOf(
  peopleOf: Tenant,
  lambda: string,
  aws: Aws,
): Promise<{ readonly people: readonly ListedPerson[]; readonly name: string | undefined }> {
  const people: ListedPerson[] = [];
  for (let after: MemberId | undefined; ; ) {
    const answer = await invoke(lambda, { peopleOf, ...(after && { after }) }, aws);
    if (answer === undefined) throw failed(lambda);
    const report = peopleReport.parse(answer);
    if (report.outcome === 'unknown')
      throw new Error(
        `${Object.values(peopleOf).join()}: 尚未开通，请先执行 is not founded yet: npm run found`,
      );
    people.push(...report.people);
    if (report.next === undefined) return { people, name: report.name };
    after = report.next;
  }
}

interface Means {
  readonly tenant: Tenant;
  readonly pool: UserPool;
  readonly lambda: string;
  readonly aws: Aws;
  readonly size: number;
  readonly sheet: Sheet | undefined;
  readonly tell: (done: number, of: number) => void;
}

/** The account of a step, and its new password if it has one. */
interface Made {
  readonly step: AccountStep;
  readonly account: Account;
  readonly password?: string;
}

async function carryOut(
  { steps, refused: planned }: AccountPlan,
  { tenant, pool, lambda, aws, size, sheet, tell }: Means,
): Promise<Outcome> {
  const open = steps.filter(({ act }) => act !== 'none');
  const slips: Slip[] = [];
  const refused: RefusedPerson[] = [...planned];
  let filledIn = 0;
  for (let start = 0; start < open.length; start += size) {
    const part = open.slice(start, start + size);
    const made: Made[] = [];
    for (const one of await inTurns(part, async step => accountOf(step, pool)))
      if ('why' in one) refused.push(one);
      else made.push(one);
    const before = slips.length;
    for (const { step, account, password } of made)
      if (password !== undefined)
        slips.push({ person: step.person, username: account.username, password });
    if (slips.length > before) await sheet?.put(slips);
    const wrong = await fillIn(made, tenant, lambda, aws);
    filledIn += made.filter(({ step }) => step.act !== 'reset').length - wrong.length;
    refused.push(...wrong);
    if (wrong.length > 0) {
      const without = new Set(wrong.map(({ number }) => number));
      slips.splice(0, slips.length, ...slips.filter(({ person }) => !without.has(person.id)));
      await sheet?.put(slips);
    }
    tell(Math.min(start + size, open.length), open.length);
  }
  if (slips.length === 0) await sheet?.remove();
  return { slips: slips.length, filledIn, refused };
}

/** Makes the account of a step, or finds it; refuses an e-mail address of another account. */
async function accountOf(step: AccountStep, pool: UserPool): Promise<Made | RefusedPerson> {
  switch (step.act) {
    case 'none':
    case 'fill-in':
      return { step, account: step.account };
    case 'renew':
      return renewed(step, step.account, pool);
    case 'reset': {
      const made = await renewed(step, step.account, pool);
      // Whoever has the old phone is out, too.
      await pool.signOut(step.account.username);
      return made;
    }
    case 'create': {
      const { username, email, person } = step;
      const password = initialPassword();
      const created = await pool.create({ username, password, email });
      if (created.ok) return { step, account: created.value, password };
      // Made meanwhile, or by a request whose answer was lost.
      const account = await pool.find(username);
      if (account) return account.used ? { step, account } : renewed(step, account, pool);
      return {
        number: person.id,
        why: `邮箱已属于其他账号 the e-mail address belongs to another account: ${email}`,
      };
    }
  }
}

async function renewed(step: AccountStep, account: Account, pool: UserPool): Promise<Made> {
  const password = initialPassword();
  await pool.setInitialPassword(account.username, password);
  return { step, account, password };
}

/** Stores the subjects with the people; returns those who were refused. */
async function fillIn(
  made: readonly Made[],
  tenant: Tenant,
  lambda: string,
  aws: Aws,
): Promise<RefusedPerson[]> {
  const accounts = made
    .filter(({ step }) => step.act !== 'reset')
    .map(({ step, account }) => ({ id: step.person.id, subject: account.subject }));
  if (accounts.length === 0) return [];
  const kind = 'zone' in tenant ? 'zone-accounts' : 'accounts';
  const file = { kind, ...tenant, accounts };
  const answer = await invoke(lambda, { file, preview: false }, aws);
  if (answer === undefined) throw failed(lambda);
  const report = foundingReport.parse(answer);
  if (report.outcome !== 'accounts') throw failed(lambda);
  return report.rows.flatMap(({ member, words }) =>
    words === undefined ? [] : [{ number: member, why: `${words.zh} ${words.en}` }],
  );
}

function failed(lambda: string): Error {
  return new Error(
    `${lambda} 出错，原因见其日志；改正后可重新执行 failed; its log says why. Do it again then`,
  );
}

/**
 * Does something for each, a few at once; answers in their order. If one fails, those that have
 * begun with it are finished before it throws.
 */
async function inTurns<One, Answer>(
  ones: readonly One[],
  act: (one: One) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < ones.length; start += AT_ONCE) {
    const turn = ones.slice(start, start + AT_ONCE).map(act);
    await Promise.allSettled(turn);
    answers.push(...(await Promise.all(turn)));
  }
  return answers;
}
