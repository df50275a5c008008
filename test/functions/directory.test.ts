/**
 * The directory, and the people beside the numbers in answers: who may read them, what a change of
 * a member does to them, and what they cost.
 */
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Route } from '../../shared/contract/route.ts';
import { listAudit } from '../../shared/contract/routes/administration.ts';
import { listComments, writeComment } from '../../shared/contract/routes/comments.ts';
import { castVote, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { getIdea, listIdeas, submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  addMember,
  deactivateMember,
  importMembers,
  putMember,
  reactivateMember,
} from '../../shared/contract/routes/members.ts';
import { getDirectory, getRound } from '../../shared/contract/routes/organization.ts';
import { isPersonName, isTeam } from '../../shared/domain/kernel/ids.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { directoryRepository } from '../../shared/store/directory.ts';
import { directoryVersion } from '../../shared/store/directory-version.ts';
import { directoryKey } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { costOf, metered } from '../bench/metered.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, member, newMember, OCTOBER, organization } from '../store/sample-facts.ts';
import {
  AT,
  apiOf,
  type Caller,
  calendarOf,
  foundFirm,
  type Request,
  SetClock,
  SLIP,
} from './small-firm.ts';

interface Listed {
  readonly id: string;
  readonly name?: string;
  readonly department: string;
  readonly team?: string;
}
type People = Readonly<Record<string, { name?: string; department: string; left?: true }>>;

function named(number: string, name: string, facts: Partial<Member> = {}): Member {
  if (!isPersonName(name)) throw new Error('not a name');
  return { ...newMember(number, facts.roles ?? ['employee'], HUATAI, '铸造车间'), name, ...facts };
}

let table: FreshTable;
let clock: SetClock;
let call: Caller;

beforeEach(async () => {
  table = await freshTable();
  clock = new SetClock(AT.collecting);
  const team = '一班';
  if (!isTeam(team)) throw new Error('not a team');
  await foundFirm(table, {
    more: [
      named('E1', '王建国', { team }),
      named('E2', '李秀英'),
      named('E9', '赵离职', { active: false }),
      newMember('A1', ['administrator'], HUATAI, '综合办公室'),
    ],
  });
  call = apiOf(table, clock);
});

async function directory(headers: Request['headers'] = {}, as = 'E2') {
  const { status, text, headers: answered } = await call(getDirectory, { as, headers });
  return {
    status,
    text,
    etag: answered.etag as string | undefined,
    caching: answered['cache-control'],
    members: status === 200 ? (JSON.parse(text) as { members: Listed[] }).members : undefined,
  };
}

const facts = (changes: object) => ({
  subject: 'sub-E1',
  roles: ['employee'],
  department: '铸造车间',
  ...changes,
});

describe('the directory', () => {
  it('has the active members by number, with name, department and team, for every member', async () => {
    const { status, members } = await directory();
    expect(status).toBe(200);
    expect(members?.map(({ id }) => id)).toEqual(['A1', 'C1', 'C2', 'C3', 'E1', 'E2', 'M1', 'S1']);
    expect(members).toContainEqual({
      id: 'E1',
      name: '王建国',
      department: '铸造车间',
      team: '一班',
    });
    expect(members).toContainEqual({ id: 'C1', department: '财务部' });
  });

  it('is not for strangers, nor for those who have left', async () => {
    for (const as of ['X1', 'E9']) expect((await directory({}, as)).status).toBe(404);
  });

  it('has a strong ETag, and nothing but that for whoever has it already', async () => {
    const { etag, caching } = await directory();
    expect(etag).toMatch(/^"[^"]+"$/);
    expect(caching).toBe('private, no-cache');
    for (const known of [etag!, `W/${etag}`, `"old", ${etag}`])
      expect(await directory({ 'if-none-match': known })).toMatchObject({
        status: 304,
        text: '',
        etag,
        caching: 'private, no-cache',
      });
    for (const other of ['"old"', '*', ''])
      expect((await directory({ 'if-none-match': other })).status).toBe(200);
  });

  it('is another one after every change of a member, and at once', async () => {
    const seen = new Set<string | undefined>();
    const changes: [string, Route, Request][] = [
      ['a name', putMember, { path: { member: 'E1' }, body: facts({ name: '王建军' }) }],
      ['a team', putMember, { path: { member: 'E1' }, body: facts({ team: '二班' }) }],
      [
        'a department',
        putMember,
        { path: { member: 'E1' }, body: facts({ department: '装配车间' }) },
      ],
      ['a role', putMember, { path: { member: 'E1' }, body: facts({ roles: ['manager'] }) }],
      ['leaving', deactivateMember, { path: { member: 'E1' } }],
      ['coming back', reactivateMember, { path: { member: 'E1' } }],
      ['a new one', addMember, { body: { id: 'E7', name: '王建国', department: '财务部' } }],
      ['a file', importMembers, { body: Buffer.from('工号,姓名\nE2,李秀兰\n') }],
    ];
    seen.add((await directory()).etag);
    for (const [what, route, request] of changes) {
      const { status } = await call(route, { as: 'A1', ...request });
      expect([what, status]).toEqual([what, status === 201 ? 201 : 200]);
      const { etag } = await directory();
      expect(seen, what).not.toContain(etag);
      seen.add(etag);
    }
    const { members } = await directory();
    expect(members).toContainEqual({
      id: 'E2',
      name: '李秀兰',
      department: '铸造车间',
    });
  });

  it('stays the same one after a change that changes nothing', async () => {
    const { etag } = await directory();
    await call(putMember, { as: 'A1', path: { member: 'E1' }, body: facts({}) });
    expect((await directory()).etag).toBe(etag);
  });

  it('has no ETag, and is kept by nobody, while its list is being written', async () => {
    await directory();
    await table.client.send(
      new DeleteCommand({ TableName: table.name, Key: directoryKey(HUATAI) }),
    );
    const members = memberRepository(table);
    const { etag, caching } = await directory();
    expect([etag, caching]).toEqual([undefined, 'no-store']);
    await members.putAll([named('E3', '单晓')]);
    expect((await directory()).members).toContainEqual(
      expect.objectContaining({ id: 'E3', name: '单晓' }),
    );
  });
});

describe('what a function keeps of directories', () => {
  it('is given again for one read, until a member changes', async () => {
    const { table: counted, meter } = metered(table);
    const kept = directoryRepository(counted);
    const cost = async () => (await costOf(meter, () => kept.list(HUATAI, []))).requests;
    expect([await cost(), await cost()]).toEqual([3, 1]);
    await memberRepository(table).put(named('E3', '单晓'));
    expect(await cost()).toBe(3);
  });

  it('is of the organizations that were asked last, and so limited', async () => {
    const others = ['one', 'two', 'three'].map(organization);
    for (const id of others)
      await memberRepository(table).putAll([
        { ...newMember('A1'), organization: id },
        { ...newMember('A2'), organization: id },
      ]);
    const { table: counted, meter } = metered(table);
    const kept = directoryRepository(counted, 4);
    const cost = async (at: number) =>
      (await costOf(meter, () => kept.list(others[at]!, []))).requests;
    expect([await cost(0), await cost(1), await cost(0)]).toEqual([3, 3, 1]);
    // The third takes the place of the second, which was asked before the first.
    expect([await cost(2), await cost(0), await cost(1)]).toEqual([3, 1, 3]);
  });

  it('never mixes two lists under one version, however many changes come between', async () => {
    const members = memberRepository(table);
    const kept = directoryRepository(table);
    const byVersion = new Map<string, string>();
    const asking = async () => {
      for (let at = 0; at < 12; at += 1) {
        const { version, members: list } = await kept.list(HUATAI, []);
        if (version === undefined) continue;
        const text = JSON.stringify(list);
        expect(byVersion.get(version) ?? text).toBe(text);
        byVersion.set(version, text);
      }
    };
    const changing = async () => {
      for (let at = 0; at < 8; at += 1)
        await members.put(named('E3', `单${'一二三四五六七八'[at]}`));
    };
    await Promise.all([asking(), changing()]);
    expect(JSON.stringify((await kept.list(HUATAI, [])).members)).toContain('单八');
  });

  it('has people who have left, and none for a number that is nobody’s', async () => {
    const kept = directoryRepository(table);
    const asked = ['E1', 'E9', 'X1'].map(member);
    const expected = new Map([
      [member('E1'), { name: '王建国', department: '铸造车间', team: '一班' }],
      [member('E9'), { name: '赵离职', department: '铸造车间', left: true }],
    ]);
    expect(await kept.people(HUATAI, asked)).toEqual(expected);
    await kept.list(HUATAI, []);
    expect(await kept.people(HUATAI, asked)).toEqual(expected);
  });

  it('gives many people of a large list, near and far in it', async () => {
    const large = organization('large');
    const list = Array.from({ length: 300 }, (_, at) => ({
      ...named(`M${1000 + at}`, `王${at}`),
      organization: large,
    }));
    await memberRepository(table).putAll(list);
    const kept = directoryRepository(table);
    for (const asked of [list.slice(0, 20), list.filter((_, at) => at % 30 === 0), list]) {
      const people = await kept.people(
        large,
        asked.map(({ id }) => id),
      );
      expect([...people].map(([id, { name }]) => [id, name])).toEqual(
        asked.map(({ id, name }) => [id, name]),
      );
    }
  });
});

describe('the people beside an answer', () => {
  const peopleOf = async (route: Route, request: Request): Promise<People> =>
    (await call<{ people: People }>(route, request)).body.people;

  it('are those whose numbers are in it, also when they have left, and no others', async () => {
    const { body } = await call<{ id: string; people: People }>(submitIdea, {
      as: 'E1',
      body: SLIP,
    });
    expect(body.people).toEqual({ E1: { name: '王建国', department: '铸造车间', team: '一班' } });
    const path = { idea: body.id, round: OCTOBER };
    await call(writeComment, { as: 'E2', path, body: { text: '同意' } });
    expect(Object.keys(await peopleOf(listComments, { as: 'C1', path }))).toEqual(['E2']);
    await call(deactivateMember, { as: 'A1', path: { member: 'E1' } });
    for (const route of [getIdea, listIdeas])
      expect(await peopleOf(route, { as: 'C1', path })).toEqual({
        E1: { name: '王建国', department: '铸造车间', team: '一班', left: true },
      });
    expect(Object.keys(await peopleOf(listAudit, { as: 'A1' }))).toEqual(['A1', 'E1']);
  });

  it('have the name they have now', async () => {
    const { body } = await call<{ id: string }>(submitIdea, { as: 'E1', body: SLIP });
    const path = { idea: body.id };
    await peopleOf(getIdea, { as: 'C1', path });
    await call(putMember, { as: 'A1', path: { member: 'E1' }, body: facts({ name: '王卫东' }) });
    expect((await peopleOf(getIdea, { as: 'C1', path })).E1?.name).toBe('王卫东');
    await call(putMember, { as: 'A1', path: { member: 'E1' }, body: facts({ name: null }) });
    expect(await peopleOf(getIdea, { as: 'C1', path })).toEqual({
      E1: { department: '铸造车间', team: '一班' },
    });
  });

  it('are voters of an open ballot for those who see the votes, and electors of a round', async () => {
    const { body } = await call<{ id: string }>(submitIdea, { as: 'E1', body: SLIP });
    clock.set(AT.opens);
    await calendarOf(table, clock)();
    clock.set(AT.voting);
    const path = { idea: body.id, round: OCTOBER };
    await call(castVote, { as: 'C1', path, body: { choice: 'approve' } });
    await call(castVote, { as: 'C2', path, body: { choice: 'approve' } });
    expect(Object.keys(await peopleOf(getIdea, { as: 'C1', path })).toSorted()).toEqual(
      expect.arrayContaining(['C1', 'C2', 'E1']),
    );
    expect(Object.keys(await peopleOf(getIdea, { as: 'C3', path }))).not.toContain('C1');
    expect(Object.keys(await peopleOf(getAgenda, { as: 'C3', path }))).toEqual(['E1']);
    expect(Object.keys(await peopleOf(getRound, { as: 'E2', path })).toSorted()).toEqual([
      'C1',
      'C2',
      'C3',
    ]);
  });

  it('are nobody for an unnamed idea', async () => {
    const { body } = await call<{ id: string; people: People }>(submitIdea, {
      as: 'E1',
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { ...SLIP, unnamed: true },
    });
    expect(body.people).toEqual({});
    expect(await peopleOf(getIdea, { as: 'C1', path: { idea: body.id } })).toEqual({});
  });
});

it('a founded organization has a version from its first moment', async () => {
  expect(await directoryVersion(table, HUATAI)).toBeDefined();
});
