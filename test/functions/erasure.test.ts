/**
 * Erasing a member's personal data: what goes and what stays, what it waits for, and that an
 * interrupted erasure is continued.
 */
import { describe, expect, it } from 'vitest';
import { foundingHandler } from '../../functions/founding/handler.ts';
import type { Route } from '../../shared/contract/route.ts';
import { listAudit } from '../../shared/contract/routes/administration.ts';
import { listComments, writeComment } from '../../shared/contract/routes/comments.ts';
import { getIdea, listIdeas } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import {
  addMember,
  deactivateMember,
  eraseMember,
  exportMembers,
  getMember,
  importMembers,
  listMembers,
  putMember,
  reactivateMember,
} from '../../shared/contract/routes/members.ts';
import {
  getBulletin,
  getStatistics,
  verifyBulletin,
} from '../../shared/contract/routes/numbers.ts';
import { getMe } from '../../shared/contract/routes/organization.ts';
import { approveReward, payReward } from '../../shared/contract/routes/rewards.ts';
import { freshTable } from '../fresh-table.ts';
import { HUATAI, newMember, OCTOBER, organization } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { answerLostAt, brokenFrom, type Firm, months, streamOf } from './months.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, type Caller, SetClock, SILENT } from './small-firm.ts';

const NAME = '李春花';
const TEAM = '春花班组';
const FIRST_ACCOUNT = 'chunhua@example.com';
const PERSONAL = [NAME, TEAM, FIRST_ACCOUNT, 'sub-E9'];
const ADMINISTRATORS = ['A1', 'A2'].map(one =>
  newMember(one, ['administrator'], HUATAI, '综合办公室'),
);

interface MemberBody {
  readonly version: number;
  readonly active: boolean;
  readonly subject?: string;
  readonly erased?: { readonly at: string; readonly finished: boolean };
}

const memberOf = async (firm: Firm, member: string) =>
  (await firm.call<MemberBody>(getMember, { as: 'A1', path: { member } })).body;

/** A request to erase a member, as it was just read unless a version is given. */
async function erase(
  firm: Firm,
  member: string,
  {
    as = 'A1',
    call = firm.call,
    version,
    number = member,
  }: { as?: string; call?: Caller; version?: number; number?: string } = {},
) {
  const expected = version ?? (await memberOf(firm, member)).version;
  return call<MemberBody & { code?: string; detail?: string }>(eraseMember, {
    as,
    path: { member },
    headers: { 'if-match': `"${expected}"` },
    body: { number },
  });
}

/** A firm with E9, who has a name, a team, an account that was changed, and three trail entries. */
async function firmOfChunhua(options: Parameters<typeof months>[0] = {}): Promise<Firm> {
  const firm = await months({ ...options, more: [...ADMINISTRATORS, ...(options.more ?? [])] });
  const facts = { name: NAME, team: TEAM, department: '铸造车间', roles: ['employee'] };
  const added = await firm.call(addMember, {
    as: 'A1',
    body: { id: 'E9', subject: FIRST_ACCOUNT, ...facts },
  });
  const change = { ...facts, subject: 'sub-E9', roles: ['committee'] };
  const changed = await firm.call(putMember, { as: 'A2', path: { member: 'E9' }, body: change });
  expect([added.status, changed.status]).toEqual([201, 200]);
  return firm;
}

async function traces({ table }: Firm): Promise<string[]> {
  const text = JSON.stringify(await everything(table));
  return PERSONAL.filter(one => text.includes(one));
}

async function stays(firm: Firm, idea: string): Promise<unknown> {
  const read = async (route: Route, as: string) => {
    const { status, body } = await firm.call(route, { as, path: { round: OCTOBER, idea } });
    expect(status).toBe(200);
    return body;
  };
  const { overdue: _, ...numbers } = (await read(getStatistics, 'M1')) as { overdue: unknown };
  const bulletin = await read(getBulletin, 'M1');
  const verified = await read(verifyBulletin, 'M1');
  expect(verified).toMatchObject({ agrees: true });
  return {
    numbers,
    bulletin,
    verified,
    idea: await firm.stored(idea),
    comments: await read(listComments, 'M1'),
  };
}

describe('an erasure', () => {
  it('removes name, team, account and roles, in the trail too, and changes nothing else', async () => {
    const firm = await firmOfChunhua();
    const stream = streamOf(firm.table);
    const idea = await firm.handIn('E9');
    const other = await firm.handIn('E1');
    await firm.on(writeComment, 'E9', other, { text: '好主意' });
    await firm.until(AT.opens);
    await firm.vote('E9', other, 'oppose');
    for (const as of ['C1', 'C2', 'C3']) await firm.vote(as, idea);
    await firm.until(AT.publishes);
    await stream.settle();
    const before = await stays(firm, idea);
    const votes = (
      await firm.call<{ votes: unknown }>(getIdea, { as: 'M1', path: { idea: other } })
    ).body.votes;
    expect(await traces(firm)).toEqual(PERSONAL);

    const reply = await erase(firm, 'E9');
    expect(reply).toMatchObject({
      status: 200,
      body: {
        id: 'E9',
        roles: [],
        department: '铸造车间',
        active: false,
        erased: { at: firm.clock.now(), finished: true },
      },
    });
    await stream.settle();
    await stream.stop();
    // Markers of the stream and counts expire; nothing of the person is in any item.
    expect(await traces(firm)).toEqual([]);
    const item = (await everything(firm.table)).find(({ sk }) => sk === 'MEMBER#E9');
    expect(Object.keys(item ?? {}).toSorted()).toEqual([
      'active',
      'department',
      'erasedAt',
      'id',
      'organization',
      'pk',
      'redactedAt',
      'schemaVersion',
      'sk',
      'type',
      'version',
    ]);
    const { numbers, ...rest } = (await stays(firm, idea)) as { numbers: unknown };
    const { numbers: past, ...former } = before as { numbers: unknown };
    expect(rest).toEqual(former);
    expect(withoutHeadcount(numbers)).toEqual(withoutHeadcount(past));
    expect((await firm.stored(idea)).authorId).toBe('E9');
    expect(
      (await firm.call<{ votes: unknown }>(getIdea, { as: 'M1', path: { idea: other } })).body
        .votes,
    ).toEqual(votes);
  });

  it('leaves entries in the trail that say what was done, by and to which number', async () => {
    const firm = await firmOfChunhua();
    await erase(firm, 'E9');
    const { body } = await firm.call<{ items: { changes: { field: string }[] }[] }>(listAudit, {
      as: 'A1',
    });
    expect(body.items).toMatchObject([
      {
        by: 'A1',
        member: 'E9',
        act: 'erase',
        changes: [{ field: 'roles' }, { field: 'active', before: true, after: false }],
      },
      {
        by: 'A2',
        member: 'E9',
        act: 'change',
        changes: [{ field: 'subject' }, { field: 'roles' }],
      },
      { by: 'A1', member: 'E9', act: 'add' },
    ]);
    expect(body.items[2]?.changes).toContainEqual({ field: 'subject' });
    expect(body.items[2]?.changes).toContainEqual({ field: 'department', after: '铸造车间' });
  });

  it('ends their access at once, and frees the account', async () => {
    const firm = await firmOfChunhua();
    expect((await firm.call(listIdeas, { as: 'E9', path: { round: OCTOBER } })).status).toBe(200);
    await erase(firm, 'E9');
    expect((await firm.call(listIdeas, { as: 'E9', path: { round: OCTOBER } })).status).toBe(404);
    expect((await firm.call(getMe, { as: 'E9' })).body).toMatchObject({ memberships: [] });
    const body = { id: 'E10', subject: 'sub-E9', department: '铸造车间' };
    expect((await firm.call(addMember, { as: 'A1', body })).status).toBe(201);
    expect((await firm.call(listIdeas, { as: 'E9', path: { round: OCTOBER } })).status).toBe(200);
  });

  it('is for good: the number is neither changed nor given again, in any spelling', async () => {
    const firm = await firmOfChunhua();
    await erase(firm, 'E9');
    const facts = { subject: 'anna', roles: ['employee'], department: '铸造车间' };
    const refused = { status: 409, body: { code: 'member-erased' } };
    for (const member of ['E9', 'e9']) {
      const path = { member };
      for (const route of [deactivateMember, reactivateMember])
        expect(await firm.call(route, { as: 'A1', path }), route.id).toMatchObject(refused);
      expect(await firm.call(putMember, { as: 'A1', path, body: facts })).toMatchObject(refused);
      const { roles: _, ...newcomer } = facts;
      const body = { id: member, ...newcomer };
      expect(await firm.call(addMember, { as: 'A1', body })).toMatchObject(refused);
    }
    const file = '工号,姓名,部门,在册\nE9,李四,铸造车间,是\nE11,王五,铸造车间,是\n';
    for (const preview of ['true', 'false']) {
      const { body } = await firm.call(importMembers, {
        as: 'A1',
        query: { preview },
        body: new TextEncoder().encode(file),
      });
      expect(body).toMatchObject({
        added: 1,
        rejected: 1,
        rows: [{ member: 'E9', problem: { code: 'member-erased' } }, { outcome: 'added' }],
      });
    }
    const found = foundingHandler({
      table: withRightsOf('founding', firm.table),
      clock: firm.clock,
      log: SILENT,
    });
    const declared = { kind: 'administrator', organization: HUATAI, id: 'E9', subject: 'x' };
    expect(await found({ file: declared, preview: false })).toMatchObject({ outcome: 'invalid' });
    expect((await memberOf(firm, 'E9')).erased?.finished).toBe(true);
  });

  it('shows on the list, is left out of the member file, and is counted nowhere', async () => {
    const firm = await firmOfChunhua();
    await erase(firm, 'E9');
    const { body } = await firm.call<{ items: { id: string }[] }>(listMembers, { as: 'A1' });
    expect(body.items.find(({ id }) => id === 'E9')).toMatchObject({ erased: { finished: true } });
    expect((await firm.call(exportMembers, { as: 'A1' })).text).not.toContain('E9');
    const filtered = await firm.call<{ items: object[] }>(listMembers, {
      as: 'A1',
      query: { role: 'committee', active: 'false' },
    });
    expect(filtered.body.items).toEqual([]);
  });

  it('of somebody who has left long ago is possible too', async () => {
    const firm = await firmOfChunhua();
    await firm.call(deactivateMember, { as: 'A1', path: { member: 'E9' } });
    expect((await erase(firm, 'E9')).status).toBe(200);
    expect(await traces(firm)).toEqual([]);
  });
});

/** Participation and ideas per head are of the present headcount, which falls when anybody leaves. */
function withoutHeadcount(numbers: unknown): unknown {
  return JSON.parse(JSON.stringify(numbers), (key, value) =>
    key === 'participation' || key === 'ideasPerHead' ? undefined : value,
  );
}

describe('an erasure is refused', () => {
  it('without the version and the repeated number, to others than administrators, and to oneself', async () => {
    const firm = await firmOfChunhua();
    const path = { member: 'E9' };
    const body = { number: 'E9' };
    expect((await firm.call(eraseMember, { as: 'A1', path, body })).status).toBe(428);
    expect((await erase(firm, 'E9', { version: 1 })).status).toBe(412);
    expect(await erase(firm, 'E9', { number: 'E1' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'number' }] },
    });
    for (const as of ['E9', 'S1', 'C1', 'M1'])
      expect((await erase(firm, 'E9', { as })).status).toBe(403);
    expect((await erase(firm, 'A1')).body).toMatchObject({ code: 'own-erasure' });
    expect((await erase(firm, 'E99', { version: 1 })).status).toBe(404);
    expect(await traces(firm)).toEqual(PERSONAL);
  });

  it('while work, a reward or a ballot waits for them, and says which', async () => {
    const firm = await firmOfChunhua();
    const [adopted, plain] = [await firm.handIn('E1'), await firm.handIn('E9')];
    const matters = async () => {
      const { status, body } = await erase(firm, 'E9');
      return [status, body.code, body.detail?.match(/2026-10(-\w{26})?/g)];
    };
    await firm.until(AT.opens);
    expect(await matters()).toEqual([409, 'matters-open', [OCTOBER]]);
    for (const idea of [adopted, plain]) await firm.adopt(idea);
    await firm.until(AT.closes);
    await firm.on(assignIdea, 'S1', adopted, { owner: 'E9', due: '2026-12-31' });
    expect(await matters()).toEqual([409, 'matters-open', [adopted]]);
    const done = { done: '全部装好', claimedBenefit: 300_000 };
    await firm.on(completeIdea, 'E9', adopted, done);
    expect(await matters()).toEqual([409, 'matters-open', [adopted]]);
    await firm.on(acceptIdea, 'M1', adopted, { verifiedBenefit: 300_000 });

    await firm.on(assignIdea, 'S1', plain, { owner: 'C3', due: '2026-12-31' });
    await firm.on(completeIdea, 'C3', plain, done);
    await firm.on(acceptIdea, 'M1', plain, { verifiedBenefit: 300_000 });
    const shares = [{ member: 'E9', fen: 100_000 }];
    await firm.on(approveReward, 'M1', plain, { amount: 100_000, shares });
    expect(await matters()).toEqual([409, 'matters-open', [plain]]);
    await firm.on(payReward, 'M1', plain);
    expect(await traces(firm)).toEqual(PERSONAL);
    expect((await erase(firm, 'E9')).status).toBe(200);
  });

  it('for the last administrator: two who erase each other at once do not both succeed', async () => {
    const firm = await firmOfChunhua();
    const answers = await Promise.all([
      erase(firm, 'A1', { as: 'A2', version: 1 }),
      erase(firm, 'A2', { as: 'A1', version: 1 }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = (await everything(firm.table)).filter(
      ({ type, active, roles }) =>
        type === 'member' && active === true && (roles as string[]).includes('administrator'),
    );
    expect(left).toHaveLength(1);
  });
});

describe('an interrupted erasure', () => {
  it.each([1, 2, 3, 4])('at write %i is continued by the same request', async write => {
    const firm = await firmOfChunhua();
    const { version } = await memberOf(firm, 'E9');
    const broken = await erase(firm, 'E9', { version, call: firm.watching(brokenFrom(write)) });
    expect(broken.status).toBe(500);
    const between = await memberOf(firm, 'E9');
    if (write === 1) expect(between).toMatchObject({ active: true, subject: 'sub-E9' });
    else {
      // Access ends first.
      expect(between).toMatchObject({ active: false, erased: { finished: false } });
      expect((await firm.call(listIdeas, { as: 'E9', path: { round: OCTOBER } })).status).toBe(404);
    }
    expect(await erase(firm, 'E9', { version })).toMatchObject({
      status: 200,
      body: { erased: { finished: true } },
    });
    expect(await traces(firm)).toEqual([]);
    const items = await everything(firm.table);
    expect(items.filter(({ topic }) => (topic as { act?: string })?.act === 'erase')).toHaveLength(
      1,
    );
  });

  it.each([1, 2, 3, 4])('whose answer to write %i was lost is continued too', async write => {
    const firm = await firmOfChunhua();
    const { version } = await memberOf(firm, 'E9');
    const call = firm.watching(answerLostAt(write));
    expect((await erase(firm, 'E9', { version, call })).status).toBe(500);
    const again = await erase(firm, 'E9', { version });
    expect(again).toMatchObject({ status: 200, body: { erased: { finished: true } } });
    expect((await erase(firm, 'E9', { version, as: 'A2' })).text).toBe(again.text);
    expect(await traces(firm)).toEqual([]);
  });

  it('is done once when two administrators ask at the same time', async () => {
    const firm = await firmOfChunhua();
    const { version } = await memberOf(firm, 'E9');
    const answers = await Promise.all(['A1', 'A2'].map(as => erase(firm, 'E9', { as, version })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await traces(firm)).toEqual([]);
  });

  it('meets a change of the member: it is refused, or the change is', async () => {
    const firm = await firmOfChunhua();
    const { version } = await memberOf(firm, 'E9');
    const facts = { subject: 'sub-E9', roles: ['employee'], department: '装配车间' };
    const change = () => firm.call(putMember, { as: 'A2', path: { member: 'E9' }, body: facts });
    const call = firm.afterReading(change);
    expect((await erase(firm, 'E9', { version, call })).status).toBe(412);
    expect(await memberOf(firm, 'E9')).toMatchObject({ active: true, subject: 'sub-E9' });

    const later = firm.afterReading(() => erase(firm, 'E9'));
    const body = { ...facts, department: '铸造车间' };
    const refused = await later(putMember, { as: 'A2', path: { member: 'E9' }, body });
    expect(refused.body).toMatchObject({ code: 'member-erased' });
    expect(await traces(firm)).toEqual([]);
  });
});

it('an erased founder is gone from the founding entry, and the same file is still recognized', async () => {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const found = foundingHandler({ table: withRightsOf('founding', table), clock, log: SILENT });
  const person = (id: string) => ({ id, subject: `sub-${id}`, department: '综合办公室' });
  const file = {
    kind: 'organization',
    id: 'hongda',
    name: '宏达铸锻',
    departments: ['综合办公室'],
    categories: ['安全'],
    administrators: [person('B1'), person('B2')],
  };
  expect(await found({ file, preview: false })).toMatchObject({ outcome: 'founded' });
  const call = apiOf(table, clock, organization('hongda'));
  const erased = await call(eraseMember, {
    as: 'B2',
    path: { member: 'B1' },
    headers: { 'if-match': '"1"' },
    body: { number: 'B1' },
  });
  expect(erased.status).toBe(200);
  expect(JSON.stringify(await everything(table))).not.toContain('sub-B1');
  expect(JSON.stringify(await everything(table))).toContain('sub-B2');
  expect(await found({ file, preview: false })).toMatchObject({ outcome: 'already-founded' });
  const [one, other] = file.administrators;
  const changed = { ...file, administrators: [one, { ...other, subject: 'else' }] };
  expect(await found({ file: changed, preview: false })).toMatchObject({
    outcome: 'founded-otherwise',
    differences: [{ field: 'administrators' }],
  });
});
