/** Accounts in bulk, against a strict fake of Cognito and of the function with the list. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListedPerson } from '../../../functions/founding/people.ts';
import { readAccountFile } from '../../../infra/cli/account-file.ts';
import { lastDay, newSheet } from '../../../infra/cli/account-sheet.ts';
import { needsSheet, prepareAccounts } from '../../../infra/cli/accounts-on-aws.ts';
import { foreseen, outcomeLines } from '../../../infra/cli/accounts-words.ts';
import {
  isMemberId,
  isPersonName,
  isTeam,
  isZoneId,
  type MemberId,
  type ZoneId,
} from '../../../shared/domain/kernel/ids.ts';
import { organization } from '../../store/sample-facts.ts';
import { FakeAccount, failure } from './fake-account.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-ideas-accounts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function number(text: string): MemberId {
  if (!isMemberId(text)) throw new Error(text);
  return text;
}

function zone(text: string): ZoneId {
  if (!isZoneId(text)) throw new Error(text);
  return text;
}

/** Somebody whose account is their number, as after an import without accounts. */
function person(id: string, called?: string, more: Partial<ListedPerson> = {}): ListedPerson {
  return {
    id: number(id),
    subject: id,
    ...(called !== undefined && isPersonName(called) && { name: called }),
    department: '铸造车间',
    active: true,
    ...more,
  };
}

const HONGDA = { organization: organization('hongda') };
const THREE = [person('HD0001', '孙树林'), person('HD0002', '高喜梅'), person('hd0003')];

interface Asked {
  readonly csv?: string;
  readonly resets?: readonly string[];
  readonly sheet?: string;
  readonly tenant?: typeof HONGDA | { readonly zone: ZoneId };
}

/** Runs the command once; returns the outcome, the slips as user name and password, and progress. */
async function run(
  account: FakeAccount,
  { csv, resets = [], sheet = 'sheet.html', tenant = HONGDA }: Asked = {},
) {
  const rows = csv === undefined ? undefined : readAccountFile(Buffer.from(csv)).rows;
  const waits: number[] = [];
  const prepared = await prepareAccounts(
    { stack: 'GoldenIdeas', tenant, rows, resets: resets.map(number) },
    account.aws,
    { wait: async millis => void waits.push(millis), part: 2 },
  );
  const path = join(folder, sheet);
  const { of, address = '' } = prepared;
  const facts = { of, address, until: '2026-12-28' };
  const file = prepared.plan.steps.some(needsSheet) ? await newSheet(path, facts) : undefined;
  const progress: string[] = [];
  const outcome = await prepared.run(file, (done, all) => progress.push(`${done}/${all}`));
  return { outcome, slips: slipsIn(path), progress, waits };
}

function slipsIn(path: string): Map<string, string> {
  let html = '';
  try {
    html = readFileSync(path, 'utf8');
  } catch {
    return new Map();
  }
  const codes = [...html.matchAll(/<code>([^<]+)<\/code>/g)].map(([, text = '']) => text);
  return new Map(codes.flatMap((code, at) => (at % 2 === 0 ? [[code, codes[at + 1] ?? '']] : [])));
}

it('makes an account for everybody, with a slip, and fills it in', async () => {
  const account = new FakeAccount([...THREE, person('HD0009', '赵老', { active: false })]);
  const { outcome, slips, progress } = await run(account);
  expect(outcome).toEqual({ slips: 3, filledIn: 3, refused: [] });
  expect([...slips.keys()]).toEqual(['hongda.hd0001', 'hongda.hd0002', 'hongda.hd0003']);
  expect(progress).toEqual(['2/3', '3/3']);
  for (const { id, subject, active } of account.people.values())
    if (active) expect(subject).toBe(account.user(`hongda.${id}`).subject);
    else expect(subject).toBe(id);
  for (const [username, password] of slips) account.signIn(username, password);
});

it('a second run makes nobody twice, gives no new password and needs no sheet', async () => {
  const account = new FakeAccount(THREE);
  await run(account);
  const before = structuredClone({ users: account.users, people: account.people });
  const again = await run(account, { sheet: 'second.html' });
  expect(again.outcome).toEqual({ slips: 0, filledIn: 0, refused: [] });
  expect(again.slips.size).toBe(0);
  expect({ users: account.users, people: account.people }).toEqual(before);
});

it('passwords and names are on no command line', async () => {
  const account = new FakeAccount(THREE);
  const { slips } = await run(account);
  const said = account.calls.join('\n');
  for (const secret of [...slips.values(), '孙树林']) expect(said).not.toContain(secret);
});

describe('the sheet', () => {
  it('is readable to the owner alone, and in the order of departments and teams', async () => {
    const team = (text: string) => (isTeam(text) ? { team: text } : {});
    const account = new FakeAccount([
      person('B1', '甲', { department: '装配车间' }),
      person('B2', '乙', { department: '财务部', ...team('二班') }),
      person('B3', '<丙&"丁">', { department: '财务部' }),
    ]);
    const { slips } = await run(account);
    expect([...slips.keys()]).toEqual(['hongda.b3', 'hongda.b2', 'hongda.b1']);
    const path = join(folder, 'sheet.html');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const html = readFileSync(path, 'utf8');
    expect(html).toContain('&lt;丙&amp;&quot;丁&quot;&gt;');
    expect(html).toContain('https://ideas.example.com');
    expect(html).not.toMatch(/<script|https?:\/\/(?!ideas\.example\.com|www\.w3\.org)/);
  });

  it('is never overwritten, and nothing is done then', async () => {
    const account = new FakeAccount(THREE);
    const first = await run(account, { csv: '工号\nHD0001\n' });
    await expect(run(account)).rejects.toThrow('sheet.html');
    expect(slipsIn(join(folder, 'sheet.html'))).toEqual(first.slips);
    expect(account.users.size).toBe(1);
  });

  it('says the last day on which its passwords serve', () => {
    expect(lastDay(new Date('2026-12-05T20:00:00Z'))).toBe('2027-01-04');
  });
});

describe('what is there already', () => {
  it('an account of another name that the list has is kept', async () => {
    const account = new FakeAccount(THREE);
    const byHand = { username: 'HD0001', subject: '7d0e3c52-1111-4111-8111-000000000001' };
    account.users.set('hd0001', {
      ...byHand,
      email: undefined,
      password: 'their-own-one',
      status: 'CONFIRMED',
      sessions: 1,
    });
    account.people.set('HD0001', person('HD0001', '孙树林', { subject: byHand.subject }));
    const { outcome, slips } = await run(account);
    expect(outcome).toMatchObject({ slips: 2, filledIn: 2 });
    expect(slips.has('hongda.hd0001')).toBe(false);
    expect(account.user('HD0001').password).toBe('their-own-one');
  });

  it('an account that the pool has no more is replaced', async () => {
    const lost = '7d0e3c52-1111-4111-8111-000000000009';
    const account = new FakeAccount([person('HD0001', '孙树林', { subject: lost })]);
    expect((await run(account)).outcome).toMatchObject({ slips: 1, filledIn: 1 });
    expect(account.people.get('HD0001')?.subject).toBe(account.user('hongda.hd0001').subject);
  });

  it('a used account that the list lost is filled in again, and keeps its password', async () => {
    const account = new FakeAccount(THREE);
    const { slips } = await run(account);
    account.signIn('hongda.hd0001', slips.get('hongda.hd0001') ?? '');
    account.people.set('HD0001', person('HD0001', '孙树林'));
    const { outcome } = await run(account, { sheet: 'second.html' });
    expect(outcome).toEqual({ slips: 0, filledIn: 1, refused: [] });
    account.signIn('hongda.hd0001', slips.get('hongda.hd0001') ?? '');
  });
});

describe('a member file', () => {
  it('says whose accounts are meant, in any typing, with the addresses of those who have one', async () => {
    const account = new FakeAccount([
      ...THREE,
      person('HD0004'),
      person('HD0005', undefined, { active: false }),
    ]);
    const csv = '工号,姓名,邮箱\nｈｄ０００１,孙树林,sun@example.com\nHD0003,,\nHD0005,,\n';
    const { outcome } = await run(account, { csv });
    expect(outcome).toEqual({ slips: 2, filledIn: 2, refused: [] });
    expect(account.user('hongda.hd0001').email).toBe('sun@example.com');
    expect([...account.users.keys()].toSorted()).toEqual(['hongda.hd0001', 'hongda.hd0003']);
  });

  it('is refused row by row, with the reason', () => {
    const csv =
      '工号,邮箱\nHD0001,one@example.com\n,two@example.com\n工号,\nHD0002,nobody\nHD0003,ONE@example.com\nHD0004,,more\n1.23E+11,\n';
    const { rows, refused } = readAccountFile(Buffer.from(csv));
    expect(rows).toEqual([{ row: 1, id: 'HD0001', email: 'one@example.com' }]);
    expect(refused.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(refused.find(({ row }) => row === 5)?.why).toContain('1');
  });

  it('with an unknown column or an unreadable encoding is refused as a whole', () => {
    expect(() => readAccountFile(Buffer.from('工号,手机\nHD0001,1\n'))).toThrow('手机');
    expect(() => readAccountFile(Buffer.from('姓名\n孙树林\n'))).toThrow('工号');
  });

  it('refuses a person twice, a stranger and one of two numbers that differ in case alone', async () => {
    const account = new FakeAccount([...THREE, person('HD0003')]);
    const csv = '工号\nHD0001\nhd0001\nXX1\nhd0003\nHD0003\n';
    const { outcome } = await run(account, { csv });
    expect(outcome).toMatchObject({
      slips: 2,
      filledIn: 2,
      refused: [
        { row: 2, number: 'hd0001', why: expect.stringContaining('1') },
        { row: 3, number: 'XX1' },
        { row: 5, number: 'HD0003', why: expect.stringContaining('hd0003') },
      ],
    });
  });

  it('refuses an address that belongs to another account, and makes the others', async () => {
    const account = new FakeAccount(THREE);
    await run(account, { csv: '工号,邮箱\nHD0001,one@example.com\n' });
    const { outcome } = await run(account, {
      csv: '工号,邮箱\nHD0002,One@example.com\nHD0003,\n',
      sheet: 'second.html',
    });
    expect(outcome).toMatchObject({
      slips: 1,
      filledIn: 1,
      refused: [{ number: 'HD0002', why: expect.stringContaining('One@example.com') }],
    });
    expect(account.people.get('HD0002')?.subject).toBe('HD0002');
  });
});

describe('a reset', () => {
  it('gives these people a new initial password and ends their sessions, and touches nobody else', async () => {
    const account = new FakeAccount(THREE);
    const { slips } = await run(account, { csv: '工号\nHD0001\nHD0002\n' });
    for (const [username, password] of slips) account.signIn(username, password);
    const again = await run(account, { resets: ['hd0001'], sheet: 'second.html' });
    expect([...again.slips.keys()]).toEqual(['hongda.hd0001']);
    expect(account.user('hongda.hd0001')).toMatchObject({
      status: 'FORCE_CHANGE_PASSWORD',
      sessions: 0,
    });
    account.signIn('hongda.hd0001', again.slips.get('hongda.hd0001') ?? '');
    expect(account.user('hongda.hd0002')).toMatchObject({ status: 'CONFIRMED', sessions: 1 });
    expect(account.users.size).toBe(2);
  });

  it('makes the account of somebody who has none, and refuses one who has left', async () => {
    const account = new FakeAccount([...THREE, person('HD0009', '赵老', { active: false })]);
    const { outcome } = await run(account, { resets: ['HD0001', 'HD0009'] });
    expect(outcome).toMatchObject({ slips: 1, filledIn: 1, refused: [{ number: 'HD0009' }] });
  });
});

describe('an interruption', () => {
  /** Everybody can sign in with the password of their last slip, and the list has their account. */
  function complete(account: FakeAccount, ...sheets: ReadonlyMap<string, string>[]): void {
    const last = new Map(sheets.flatMap(sheet => [...sheet]));
    for (const { id, subject } of account.people.values()) {
      const username = `hongda.${id.toLowerCase()}`;
      expect(subject).toBe(account.user(username).subject);
      account.signIn(username, last.get(username) ?? '');
    }
    expect(account.users.size).toBe(account.people.size);
  }

  it('before or after any call is repaired by repeating the command', async () => {
    const many = Array.from({ length: 5 }, (_, at) => person(`N${at}`));
    for (const when of ['before', 'after'] as const)
      for (let at = 1, interrupted = true; interrupted; at += 1) {
        const account = new FakeAccount(many);
        let count = 0;
        account[when] = () => {
          count += 1;
          if (count === at) throw new Error('the line was cut');
        };
        const name = `${when}-${at}`;
        interrupted = await run(account, { sheet: `${name}.html` }).then(
          () => false,
          error => {
            expect(String(error)).toContain('the line was cut');
            return true;
          },
        );
        account[when] = () => undefined;
        const first = slipsIn(join(folder, `${name}.html`));
        const { outcome, slips } = await run(account, { sheet: `${name}-again.html` });
        expect(outcome.refused).toEqual([]);
        complete(account, first, slips);
        // Stack, list and pool are read; of three parts each makes accounts and fills them in.
        if (!interrupted) expect(at).toBeGreaterThan(5 + 5 + 3);
      }
  });

  it('a request whose answer was lost is no duplicate', async () => {
    const account = new FakeAccount([person('HD0001')]);
    let lost = false;
    account.after = call => {
      if (lost || !call.includes('admin-create-user')) return;
      lost = true;
      // The CLI sends it again by itself, and reports what it hears then.
      throw failure('UsernameExistsException', 'AdminCreateUser');
    };
    const { outcome, slips } = await run(account);
    expect(outcome).toEqual({ slips: 1, filledIn: 1, refused: [] });
    complete(account, slips);
  });
});

describe('throttling', () => {
  it('is waited out, longer each time', async () => {
    const account = new FakeAccount([person('HD0001')]);
    let left = 4;
    account.before = call => {
      if (!call.includes('admin-create-user') || left === 0) return;
      left -= 1;
      throw failure('TooManyRequestsException', 'AdminCreateUser');
    };
    const { outcome, slips, waits } = await run(account);
    expect(outcome).toMatchObject({ slips: 1, refused: [] });
    expect(waits).toHaveLength(4);
    for (const [at, millis] of waits.entries()) {
      expect(millis).toBeGreaterThanOrEqual(500 * 2 ** at);
      expect(millis).toBeLessThanOrEqual(1000 * 2 ** at);
    }
    account.signIn('hongda.hd0001', slips.get('hongda.hd0001') ?? '');
  });

  it('that does not end stops the command; other errors are not repeated', async () => {
    for (const [code, tries] of [
      ['TooManyRequestsException', 8],
      ['InvalidPasswordException', 1],
      ['AccessDeniedException', 1],
    ] as const) {
      const account = new FakeAccount([person('HD0001')]);
      account.before = call => {
        if (call.includes('admin-create-user')) throw failure(code, 'AdminCreateUser');
      };
      await expect(run(account, { sheet: `${code}.html` })).rejects.toThrow(code);
      expect(account.calls.filter(call => call.includes('admin-create-user'))).toHaveLength(tries);
    }
  });
});

describe('refusals of the list', () => {
  it('take the slip off the sheet again', async () => {
    const account = new FakeAccount(THREE);
    account.after = call => {
      // Somebody is taken off the list while accounts are made.
      if (call.includes('admin-create-user')) account.people.delete('HD0002');
    };
    const { outcome, slips } = await run(account);
    expect(outcome).toMatchObject({ slips: 2, filledIn: 2, refused: [{ number: 'HD0002' }] });
    expect([...slips.keys()]).toEqual(['hongda.hd0001', 'hongda.hd0003']);
  });
});

it('a zone’s people get accounts of their own, apart from an organization of the same name', async () => {
  const account = new FakeAccount([person('XH0001')]);
  const { slips } = await run(account, { tenant: { zone: zone('hongda') } });
  expect([...slips.keys()]).toEqual(['zone.hongda.xh0001']);
  expect(account.people.get('XH0001')?.subject).toBe(account.user('zone.hongda.xh0001').subject);
});

it('a preview says who would get what, and by what reason not; without names, and writes nothing', async () => {
  const account = new FakeAccount(THREE);
  const { plan } = await prepareAccounts(
    {
      stack: 'GoldenIdeas',
      tenant: HONGDA,
      rows: [
        { row: 4, id: number('XX1'), email: undefined },
        { row: 5, id: number('HD0001'), email: undefined },
      ],
      resets: [],
    },
    account.aws,
  );
  const lines = foreseen(plan);
  expect(lines.join('\n')).toMatch(/HD0001 hongda\.hd0001.*\n.*4.*XX1/);
  expect(lines.join('\n')).not.toContain('孙树林');
  expect(account.users.size).toBe(0);
  expect(
    outcomeLines({ slips: 1, filledIn: 1, refused: plan.refused }, 'a.html').join('\n'),
  ).toContain('a.html');
});

it('reports an issuer of one’s own, and an organization that is not founded', async () => {
  const account = new FakeAccount([]);
  await expect(run(account)).rejects.toThrow('hongda');
  account.issuer = 'https://login.example.com/';
  await expect(run(account)).rejects.toThrow('https://login.example.com/');
});
