/**
 * The administrator's function: settings, the calendar, single members, the audit trail; and their
 * effect on other roles.
 */
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  getSettings,
  listAudit,
  moveRoundDay,
  putCalendar,
  putCategories,
  putDepartments,
  putFollowUp,
  putProfile,
  putRewardBands,
  putRules,
  putTargets,
  restoreRoundDay,
} from '../../shared/contract/routes/administration.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  addMember,
  deactivateMember,
  getMember,
  listMembers,
  putMember,
  reactivateMember,
} from '../../shared/contract/routes/members.ts';
import { getOrganization, getRound } from '../../shared/contract/routes/organization.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';
import type { Log } from '../../shared/http/log.ts';
import { profileKey } from '../../shared/store/keys.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { settingsRepository } from '../../shared/store/settings.ts';
import { freshTable } from '../fresh-table.ts';
import { ofTheThirdVersion } from '../store/older-items.ts';
import {
  HUATAI,
  NOVEMBER,
  newMember,
  OCTOBER,
  round,
  subject,
  ZHONGCHENG,
} from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import {
  AT,
  apiOf,
  calendarOf,
  foundFirm,
  type Reply,
  SetClock,
  SILENT,
  SLIP,
} from './small-firm.ts';

interface SettingsBody {
  readonly version: number;
  readonly name: string;
  readonly calendar: { readonly day: number; readonly from?: string };
  readonly upcoming: readonly {
    readonly round: string;
    readonly day: string;
    readonly moved: boolean;
  }[];
  readonly retired: {
    readonly departments: readonly string[];
    readonly categories: readonly string[];
  };
}
interface AuditBody {
  readonly items: readonly {
    readonly by: string;
    readonly member?: string;
    readonly act?: string;
    readonly changes: readonly {
      readonly field: string;
      readonly before?: unknown;
      readonly after?: unknown;
    }[];
  }[];
}

async function firm(log: Log = SILENT) {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  const organization = await foundFirm(table, { more: [newMember('A1', ['administrator'])] });
  const call = apiOf(table, clock, HUATAI, log);
  const run = calendarOf(table, clock);
  const trail = async () => (await call<AuditBody>(listAudit, { as: 'A1' })).body.items;
  return { table, clock, organization, call, run, trail };
}

const fields = ({ body }: Reply<Record<string, unknown>>): unknown =>
  (body.errors as { field: string; rule: string }[]).map(({ field, rule }) => `${field}: ${rule}`);

const RULES = {
  timeZone: 'Asia/Shanghai',
  day: 15,
  opensAt: '09:00',
  votingDays: 3,
  closesAt: '18:00',
  publicationDays: 1,
};

describe('the administrator’s routes', () => {
  it('are for administrators alone', async () => {
    const { call } = await firm();
    const theirs = ROUTES.filter(({ audience }) => audience === 'administrator');
    expect(theirs.length).toBeGreaterThan(15);
    for (const route of theirs)
      for (const as of ['E1', 'S1', 'C1', 'M1'])
        expect(
          (await call(route, { as, path: { round: OCTOBER, member: 'E1' } })).body.code,
          `${route.id} as ${as}`,
        ).toBe('role-required');
  });

  it('reach no other organization', async () => {
    const { table, clock, call } = await firm();
    await foundFirm(table, { id: ZHONGCHENG });
    const theirs = apiOf(table, clock, ZHONGCHENG);
    expect((await theirs(getSettings, { as: 'A1' })).status).toBe(404);
    expect((await theirs(deactivateMember, { as: 'A1', path: { member: 'E1' } })).status).toBe(404);
    expect((await call(getMember, { as: 'A1', path: { member: 'ZC0001' } })).body.code).toBe(
      'not-found',
    );
  });
});

describe('settings', () => {
  /** No test changes it, so one is enough. */
  let nonsense: ReturnType<typeof firm> | undefined;

  it('are changed part by part, each with a new version, and shown to the members', async () => {
    const { call } = await firm();
    const bands = [
      { from: 0, least: 100, most: 200 },
      { from: 5000, least: 200, most: 900 },
    ];
    for (const [route, body] of [
      [putProfile, { name: '华泰矿冶有限公司', publicBulletin: true }],
      [putRules, { ballot: 'secret', quorumShare: share(3, 4), threshold: share(2, 3) }],
      [putTargets, { ideas: 80, adoptionRate: share(1, 2) }],
      [putFollowUp, { dueDays: 45 }],
      [putRewardBands, { bands }],
      [putCategories, { categories: ['安全', ' 质量 ', '节能'] }],
    ] as const)
      expect((await call(route, { as: 'A1', body })).status, route.id).toBe(200);
    const { body } = await call<SettingsBody>(getSettings, { as: 'A1' });
    expect(body).toMatchObject({
      version: 7,
      dueDays: 45,
      rewardBands: bands,
      retired: { categories: ['设备'], departments: [] },
    });
    expect((await call(getOrganization, { as: 'E1' })).body).toMatchObject({
      name: '华泰矿冶有限公司',
      publicBulletin: true,
      rules: { ballot: 'secret', threshold: share(2, 3) },
      targets: { ideas: 80 },
      rewardBands: bands,
      dueDays: 45,
      categories: ['安全', '质量', '节能'],
      version: 7,
    });
    const retired = await call(submitIdea, { as: 'E1', body: SLIP });
    expect(retired).toMatchObject({ status: 422, body: { code: 'unknown-category' } });
  });

  it('of an earlier version have the default days, and are stored anew with the next change', async () => {
    const { table, call } = await firm();
    const Key = profileKey(HUATAI);
    const stored = async () =>
      (await table.client.send(new GetCommand({ TableName: table.name, Key }))).Item ?? {};
    const Item = ofTheThirdVersion(await stored());
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    expect((await call(getOrganization, { as: 'E1' })).body).toMatchObject({ dueDays: 30 });
    expect(await stored()).toEqual(Item);
    const categories = { categories: ['安全'] };
    expect((await call(putCategories, { as: 'A1', body: categories })).status).toBe(200);
    expect(await stored()).toMatchObject({ schemaVersion: 4, dueDays: 30, version: 2 });
  });

  it('that are set to their present values stay unchanged, and leave no trace', async () => {
    const { call, trail } = await firm();
    const body = { name: '新名', publicBulletin: false };
    const first = await call(putProfile, { as: 'A1', body });
    const again = await call(putProfile, { as: 'A1', body });
    expect(again.text).toBe(first.text);
    expect(again.headers.etag).toBe('"2"');
    expect(await trail()).toHaveLength(1);
  });

  it('are not overwritten unseen: a request with an outdated version is refused', async () => {
    const { call } = await firm();
    const naming = (version: string, name: string) =>
      call(putProfile, {
        as: 'A1',
        headers: { 'if-match': `"${version}"` },
        body: { name, publicBulletin: false },
      });
    expect(await naming('1', '甲厂')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await naming('1', '乙厂')).toMatchObject({
      status: 412,
      body: { code: 'version-mismatch' },
    });
    // The answer to the first was lost, and it is sent once more: it has been done.
    expect(await naming('1', '甲厂')).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await naming('2', '乙厂')).toMatchObject({ status: 200, body: { version: 3 } });
  });

  it('that other requests change at the same moment are changed again on the new state', async () => {
    const { table, call } = await firm();
    const repository = organizationRepository(table);
    const answers = await Promise.all([
      call(putProfile, { as: 'A1', body: { name: '甲厂', publicBulletin: true } }),
      call(putTargets, { as: 'A1', body: { ideas: 7, adoptionRate: share(1, 3) } }),
      call(putCategories, { as: 'A1', body: { categories: ['安全'] } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await repository.get(HUATAI)).toMatchObject({
      version: 4,
      name: '甲厂',
      targets: { ideas: 7 },
      categories: ['安全'],
    });
  });

  it.each([
    [putProfile, { name: '厂', publicBulletin: false }, ['name: length']],
    [
      putRules,
      { ballot: 'open', quorumShare: share(4, 3), threshold: share(1, 2) },
      ['quorumShare: share'],
    ],
    [
      putRules,
      { ballot: 'open', quorumShare: share(1, 1), threshold: share(1, 1) },
      ['threshold: share'],
    ],
    [
      putRules,
      { ballot: 'open', quorumShare: share(0, 0), threshold: share(-1, 2) },
      ['quorumShare.denominator: range', 'threshold.numerator: range'],
    ],
    [putTargets, { ideas: -1, adoptionRate: share(1, 2) }, ['ideas: range']],
    [putFollowUp, { dueDays: 0 }, ['dueDays: range']],
    [putFollowUp, { dueDays: 366 }, ['dueDays: range']],
    [putRewardBands, { bands: [{ from: 0, least: 5, most: 4 }] }, ['bands.0: least-above-most']],
    [putRewardBands, { bands: [] }, ['bands.0: none']],
    [putCategories, { categories: [] }, ['categories: range']],
    [putCategories, { categories: ['安全', '安全 '] }, ['categories: once']],
    [putCategories, { categories: ['安#全'] }, ['categories.0: format']],
    [
      putDepartments,
      { departments: Array.from({ length: 201 }, (_, at) => `${at}`) },
      ['departments: range'],
    ],
    [putCalendar, { ...RULES, day: 32 }, ['day: range']],
    [putCalendar, { ...RULES, votingDays: 0 }, ['votingDays: range']],
    [putCalendar, { ...RULES, publicationDays: 15 }, ['publicationDays: range']],
    [putCalendar, { ...RULES, opensAt: '24:00' }, ['opensAt: format']],
    [putCalendar, { ...RULES, timeZone: 'Asia/Xuanhua' }, ['timeZone: format']],
    [putCalendar, { ...RULES, timeZone: '+08:00' }, ['timeZone: format']],
  ])('that make no sense are refused by $id, naming field and rule', async (route, body, wrong) => {
    nonsense ??= firm();
    const { call, trail } = await nonsense;
    const answer = await call(route, { as: 'A1', body });
    expect([400, 422]).toContain(answer.status);
    expect(fields(answer)).toEqual(wrong);
    expect(await trail()).toEqual([]);
  });

  it('keep a department with members, and retire an empty one', async () => {
    const { call, organization } = await firm();
    const departments = organization.departments.filter(name => name !== '装配车间');
    const retiring = { as: 'A1', body: { departments } };
    expect(await call(putDepartments, retiring)).toMatchObject({
      status: 422,
      body: { code: 'department-in-use' },
    });
    await call(deactivateMember, { as: 'A1', path: { member: 'E2' } });
    expect(await call(putDepartments, retiring)).toMatchObject({
      status: 200,
      body: { departments, retired: { departments: ['装配车间'] } },
    });
    const back = await call(reactivateMember, { as: 'A1', path: { member: 'E2' } });
    expect(back).toMatchObject({ status: 422, body: { code: 'unknown-department' } });
    const about = { ...SLIP, department: '装配车间' };
    expect((await call(submitIdea, { as: 'E1', body: about })).body.code).toBe(
      'unknown-department',
    );
    await call(putDepartments, { as: 'A1', body: { departments: [...departments, '装配车间'] } });
    expect((await call(reactivateMember, { as: 'A1', path: { member: 'E2' } })).status).toBe(200);
  });
});

describe('the calendar', () => {
  it('moved for February to after the Spring Festival moves the round along, and back again', async () => {
    const table = await freshTable();
    const clock = new SetClock('2026-01-20T02:00:00.000Z');
    await foundFirm(table, { round: round('2026-02'), more: [newMember('A1', ['administrator'])] });
    const call = apiOf(table, clock);
    const path = { round: '2026-02' };
    const moved = await call(moveRoundDay, { as: 'A1', path, body: { day: '2026-03-01' } });
    expect(moved).toMatchObject({
      status: 200,
      body: {
        round: '2026-02',
        day: '2026-03-01',
        moved: true,
        closesAt: '2026-03-04T10:00:00.000Z',
        version: 2,
      },
    });
    const item = await call(getRound, { as: 'E1', path });
    expect(item.body).toMatchObject({ day: '2026-03-01', opensAt: '2026-03-01T01:00:00.000Z' });
    clock.set('2026-02-20T02:00:00.000Z');
    expect((await call(submitIdea, { as: 'E1', body: SLIP })).body).toMatchObject({
      round: '2026-02',
    });
    expect((await call(restoreRoundDay, { as: 'A1', path })).body).toMatchObject({
      code: 'day-has-come',
    });
    expect((await call(moveRoundDay, { as: 'A1', path, body: { day: '2026-02-20' } })).status).toBe(
      422,
    );
    expect((await call(moveRoundDay, { as: 'A1', path, body: { day: '2026-02-25' } })).status).toBe(
      200,
    );
    expect((await call(getRound, { as: 'E1', path })).body).toMatchObject({ day: '2026-02-25' });
  });

  it('moved for a round that has not begun is the one with which that round begins', async () => {
    const { call, clock, run } = await firm();
    const moved = await call(moveRoundDay, {
      as: 'A1',
      path: { round: NOVEMBER },
      body: { day: '2026-11-20' },
    });
    expect(moved).toMatchObject({ status: 200, body: { moved: true } });
    expect((await call(getRound, { as: 'E1', path: { round: NOVEMBER } })).status).toBe(404);
    clock.set(AT.opens);
    await run();
    expect((await call(getRound, { as: 'E1', path: { round: NOVEMBER } })).body).toMatchObject({
      day: '2026-11-20',
    });
    // A later move moves the begun round along.
    const back = await call(restoreRoundDay, { as: 'A1', path: { round: NOVEMBER } });
    expect(back).toMatchObject({ status: 200, body: { day: '2026-11-15', moved: false } });
    expect((await run()).nextDueAt).toBe(AT.intakeEnds);
    clock.set('2026-11-15T01:00:00.000Z');
    expect((await run()).steps.at(-1)).toMatchObject({ round: NOVEMBER, step: 'open' });
  });

  it('is shown for every round whose day may be moved, and for no other', async () => {
    const { call } = await firm();
    const move = (round: string, day: string) =>
      call(moveRoundDay, { as: 'A1', path: { round }, body: { day } });
    expect((await move('2028-10', '2028-10-20')).status).toBe(200);
    expect((await move('2028-11', '2028-11-20')).body).toMatchObject({ code: 'day-too-far-ahead' });
    const { body } = await call<SettingsBody>(getSettings, { as: 'A1' });
    expect(body.upcoming).toHaveLength(25);
    expect(body.upcoming.at(-1)).toMatchObject({
      round: '2028-10',
      day: '2028-10-20',
      moved: true,
    });
  });

  it('shows the possible days of a round, and refuses all others', async () => {
    const { call } = await firm();
    const move = (day: string) =>
      call(moveRoundDay, { as: 'A1', path: { round: OCTOBER }, body: { day } });
    for (const [day, code] of [
      ['2026-10-08', 'day-has-come'],
      ['2026-11-12', 'day-out-of-order'],
      ['2026-12-01', 'day-outside-month'],
    ] as const) {
      const answer = await move(day);
      expect(answer).toMatchObject({ status: 422, body: { code } });
      expect(fields(answer)).toEqual([`day: ${code === 'day-has-come' ? 'not-come' : 'range'}`]);
    }
    expect((await move('2026-02-30')).status).toBe(400);
  });

  it('with other rules leaves existing rounds unchanged, and the next ones begin with them', async () => {
    const { call, clock, run } = await firm();
    const changed = await call<SettingsBody>(putCalendar, {
      as: 'A1',
      body: { ...RULES, day: 20, opensAt: '10:00' },
    });
    expect(changed.body.calendar).toMatchObject({ day: 20, from: NOVEMBER });
    expect(changed.body.upcoming.slice(0, 3).map(({ day }) => day)).toEqual([
      '2026-10-15',
      '2026-11-20',
      '2026-12-20',
    ]);
    // The members see the rules of the round that now takes ideas.
    expect((await call(getOrganization, { as: 'E1' })).body).toMatchObject({
      calendar: { day: 15 },
    });
    clock.set(AT.opens);
    await run();
    expect((await call(getRound, { as: 'E1', path: { round: OCTOBER } })).body).toMatchObject({
      day: '2026-10-15',
    });
    expect((await call(getRound, { as: 'E1', path: { round: NOVEMBER } })).body).toMatchObject({
      day: '2026-11-20',
      opensAt: '2026-11-20T02:00:00.000Z',
    });
    clock.set(AT.intakeEnds);
    const after = await call(getOrganization, { as: 'E1' });
    expect(after.body).toMatchObject({
      currentRound: NOVEMBER,
      calendar: { day: 20, opensAt: '10:00' },
    });
    expect(
      (await call<SettingsBody>(getSettings, { as: 'A1' })).body.calendar.from,
    ).toBeUndefined();
  });

  it('with rules under which two rounds would overlap is refused', async () => {
    const { call } = await firm();
    await call(moveRoundDay, { as: 'A1', path: { round: NOVEMBER }, body: { day: '2026-12-01' } });
    const answer = await call(putCalendar, { as: 'A1', body: { ...RULES, day: 3 } });
    expect(answer).toMatchObject({ status: 422, body: { code: 'rounds-overlap' } });
    expect(fields(answer)).toEqual(['day: no-overlap']);
  });
});

describe('members', () => {
  const NEW = { id: 'N1', department: '财务部' };

  it('are added once, with their number as account, and can act at once', async () => {
    const { call, trail } = await firm();
    const first = await call(addMember, { as: 'A1', body: { ...NEW, subject: 'sub-N1' } });
    expect(first).toMatchObject({
      status: 201,
      body: { id: 'N1', roles: ['employee'], active: true, version: 1 },
    });
    expect((await call(addMember, { as: 'A1', body: { ...NEW, subject: 'sub-N1' } })).text).toBe(
      first.text,
    );
    expect(await call(addMember, { as: 'A1', body: { ...NEW, roles: ['chair'] } })).toMatchObject({
      status: 409,
      body: { code: 'member-exists' },
    });
    expect((await call(submitIdea, { as: 'N1', body: SLIP })).status).toBe(201);
    expect(await trail()).toHaveLength(1);
    expect(
      (await call(addMember, { as: 'A1', body: { id: 'N2', department: '财务部' } })).body,
    ).toMatchObject({
      subject: 'N2',
    });
  });

  it('are found, changed and assigned by a number in any case and width, and no number is added twice', async () => {
    const { table, call, trail } = await firm();
    expect(await call(addMember, { as: 'A1', body: { ...NEW, id: 'e1' } })).toMatchObject({
      status: 409,
      body: { code: 'member-exists' },
    });
    expect((await call(addMember, { as: 'A1', body: { ...NEW, id: 'ｎ1' } })).body).toMatchObject({
      id: 'N1',
      subject: 'N1',
    });
    expect((await call(getMember, { as: 'A1', path: { member: 'e2' } })).body).toMatchObject({
      id: 'E2',
    });
    expect((await call(deactivateMember, { as: 'A1', path: { member: 'n1' } })).body).toMatchObject(
      {
        id: 'N1',
        active: false,
      },
    );
    expect((await trail()).map(({ member }) => member)).toEqual(['N1', 'N1']);
    // Earlier numbers in small letters stay valid; two that differ in case alone are each reached
    // exactly.
    for (const id of ['xh9', 'Bb', 'bB']) await memberRepository(table).put(newMember(id));
    const codeOf = async (member: string) => {
      const { body } = await call(getMember, { as: 'A1', path: { member } });
      return body.id ?? body.code;
    };
    expect([await codeOf('XH9'), await codeOf('Bb'), await codeOf('BB')]).toEqual([
      'xh9',
      'Bb',
      'ambiguous-number',
    ]);
    const slip = (authorId: string) =>
      call(submitIdea, {
        as: 'S1',
        body: { ...SLIP, authorId, submittedAt: '2026-10-01T08:00:00+08:00' },
      });
    expect((await slip('ＸＨ9')).body).toMatchObject({ authorId: 'xh9' });
    expect(await slip('bb')).toMatchObject({
      status: 422,
      body: { code: 'ambiguous-number', errors: [{ field: 'authorId' }] },
    });
  });

  it('whose accounts would be refused today are still shown', async () => {
    const { table, call } = await firm();
    await memberRepository(table).put({ ...newMember('X9'), subject: subject('a\u200bb') });
    expect(await call(getMember, { as: 'A1', path: { member: 'X9' } })).toMatchObject({
      status: 200,
      body: { subject: 'a\u200bb' },
    });
  });

  it('are refused with another member’s account, an unknown department, or invalid values', async () => {
    const { call } = await firm();
    const refusal = async (body: unknown) => {
      const answer = await call(addMember, { as: 'A1', body });
      return [answer.body.code, fields(answer)];
    };
    expect(await refusal({ ...NEW, subject: 'sub-E1' })).toEqual([
      'subject-taken',
      ['subject: unique'],
    ]);
    expect(await refusal({ ...NEW, department: '锅炉房' })).toEqual([
      'unknown-department',
      ['department: one-of'],
    ]);
    expect(await refusal({ id: 'N 1', department: '财务部', roles: [], subject: ' x' })).toEqual([
      'invalid-request',
      ['id: format', 'subject: format', 'roles: range'],
    ]);
    expect(await refusal({ ...NEW, roles: ['boss'] })).toEqual([
      'invalid-request',
      ['roles.0: one-of'],
    ]);
  });

  it('get other roles, departments and accounts, and lose their former rights with them', async () => {
    const { call } = await firm();
    const path = { member: 'E1' };
    const facts = { subject: 'sub-E9', roles: ['administrator'], department: '财务部' };
    const changed = await call(putMember, {
      as: 'A1',
      path,
      body: facts,
      headers: { 'if-match': '"1"' },
    });
    expect(changed).toMatchObject({ status: 200, body: { ...facts, version: 2 } });
    expect((await call(getOrganization, { as: 'E1' })).status).toBe(404);
    expect((await call(getSettings, { as: 'E9' })).status).toBe(200);
    const stale = await call(putMember, {
      as: 'A1',
      path,
      body: { ...facts, department: '技术部' },
      headers: { 'if-match': '"1"' },
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-mismatch' } });
    expect((await call(getMember, { as: 'A1', path })).headers.etag).toBe('"2"');
    const unknown = await call(putMember, { as: 'A1', path: { member: 'E77' }, body: facts });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('have names and teams, which others may have too, and keep them unless told otherwise', async () => {
    const { call, trail } = await firm();
    const body = { ...NEW, name: ' 王　建国 ', team: '一班' };
    const added = await call(addMember, { as: 'A1', body });
    expect(added).toMatchObject({ status: 201, body: { name: '王建国', team: '一班' } });
    expect((await call(addMember, { as: 'A1', body })).text).toBe(added.text);
    // The same again without the name is still the same.
    expect((await call(addMember, { as: 'A1', body: NEW })).text).toBe(added.text);
    await call(addMember, { as: 'A1', body: { ...body, id: 'N2' } });
    const listed = await call<{ items: { id: string; name?: string; team?: string }[] }>(
      listMembers,
      { as: 'A1', query: { department: '财务部' } },
    );
    expect(listed.body.items.map(({ id, name, team }) => [id, name, team])).toEqual([
      ['C1', undefined, undefined],
      ['N1', '王建国', '一班'],
      ['N2', '王建国', '一班'],
    ]);
    const path = { member: 'N1' };
    const facts = { subject: 'N1', roles: ['employee'], department: '技术部' };
    const put = async (changes: object) =>
      (await call(putMember, { as: 'A1', path, body: { ...facts, ...changes } })).body;
    expect(await put({})).toMatchObject({ name: '王建国', team: '一班', department: '技术部' });
    expect(await put({ name: '王建军' })).toMatchObject({ name: '王建军', team: '一班' });
    const bare = await put({ name: null, team: null });
    expect([bare.name, bare.team]).toEqual([undefined, undefined]);
    expect((await call(getMember, { as: 'A1', path })).body).toEqual(bare);
    expect(JSON.stringify(await trail())).not.toMatch(/王建/);
  });

  it('are refused with names and teams that are too long, invisible or unprintable', async () => {
    const { call } = await firm();
    const refusal = async (changes: object) =>
      fields(await call(addMember, { as: 'A1', body: { ...NEW, ...changes } }));
    expect(await refusal({ name: '字'.repeat(31) })).toEqual(['name: length']);
    expect(await refusal({ name: '\u200b' })).toEqual(['name: length']);
    expect(await refusal({ name: '王\u0000' })).toEqual(['name: characters']);
    expect(await refusal({ team: '\u2800' })).toEqual(['team: blank']);
    expect(await refusal({ name: null })).toEqual(['name: type']);
  });

  it('who have left have no rights, and all of them again once they are back', async () => {
    const { call } = await firm();
    const path = { member: 'C1' };
    const left = await call(deactivateMember, { as: 'A1', path });
    expect(left).toMatchObject({ status: 200, body: { active: false, version: 2 } });
    expect((await call(deactivateMember, { as: 'A1', path })).text).toBe(left.text);
    expect((await call(getOrganization, { as: 'C1' })).status).toBe(404);
    const slip = { ...SLIP, authorId: 'C1', submittedAt: '2026-10-08T09:00:00+08:00' };
    expect((await call(submitIdea, { as: 'S1', body: slip })).body.code).toBe('unknown-author');
    expect((await call(getMember, { as: 'A1', path })).body).toMatchObject({ active: false });
    await call(reactivateMember, { as: 'A1', path });
    expect((await call(getOrganization, { as: 'C1' })).status).toBe(200);
    expect((await call(submitIdea, { as: 'S1', body: slip })).status).toBe(201);
  });

  it('who have left when deliberation opens are no electors', async () => {
    const { call, clock, run } = await firm();
    await call(deactivateMember, { as: 'A1', path: { member: 'C2' } });
    clock.set(AT.opens);
    await run();
    expect((await call(getRound, { as: 'E1', path: { round: OCTOBER } })).body).toMatchObject({
      electorate: ['C1', 'C3'],
    });
  });

  it('always include an administrator, whoever requests what and however many at once', async () => {
    const { call } = await firm();
    const alone = await call(deactivateMember, { as: 'A1', path: { member: 'A1' } });
    expect(alone).toMatchObject({ status: 422, body: { code: 'last-administrator' } });
    await call(addMember, {
      as: 'A1',
      body: { id: 'A2', subject: 'sub-A2', roles: ['administrator'], department: '财务部' },
    });
    const answers = await Promise.all([
      call(deactivateMember, { as: 'A1', path: { member: 'A2' } }),
      call(putMember, {
        as: 'A2',
        path: { member: 'A1' },
        body: { subject: 'sub-A1', roles: ['manager'], department: '铸造车间' },
      }),
      call(deactivateMember, { as: 'A2', path: { member: 'A1' } }),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    const list = await call<{ items: unknown[] }>(listMembers, {
      as: answers[0]!.status === 200 ? 'A1' : 'A2',
      query: { role: 'administrator', active: 'true' },
    });
    expect(list.body.items).toHaveLength(1);
  });
});

describe('the audit trail', () => {
  it('has who changed what, newest first, and is for administrators', async () => {
    const { call, clock, trail } = await firm();
    await call(putProfile, { as: 'A1', body: { name: '甲厂', publicBulletin: false } });
    clock.set('2026-10-09T02:00:00.000Z');
    await call(moveRoundDay, { as: 'A1', path: { round: OCTOBER }, body: { day: '2026-10-20' } });
    clock.set('2026-10-10T02:00:00.000Z');
    await call(deactivateMember, { as: 'A1', path: { member: 'E1' } });
    expect(await trail()).toEqual([
      {
        at: '2026-10-10T02:00:00.000Z',
        by: 'A1',
        what: 'member',
        member: 'E1',
        act: 'deactivate',
        version: 2,
        changes: [{ field: 'active', before: true, after: false }],
      },
      {
        at: '2026-10-09T02:00:00.000Z',
        by: 'A1',
        what: 'settings',
        version: 3,
        changes: [{ field: 'days.2026-10', after: '2026-10-20' }],
      },
      {
        at: '2026-10-08T02:00:00.000Z',
        by: 'A1',
        what: 'settings',
        version: 2,
        changes: [{ field: 'name', before: 'huatai 厂', after: '甲厂' }],
      },
    ]);
    const page = await call<AuditBody & { nextCursor: string }>(listAudit, {
      as: 'A1',
      query: { limit: '2' },
    });
    const rest = await call<AuditBody>(listAudit, {
      as: 'A1',
      query: { cursor: page.body.nextCursor },
    });
    expect(rest.body.items.map(({ changes }) => changes[0]?.field)).toEqual(['name']);
    const nonsense = await call(listAudit, { as: 'A1', query: { cursor: 'MEMBER#E1' } });
    expect(nonsense.status).toBe(400);
  });

  it('has an entry for every change and none for a refused one', async () => {
    const { table, call } = await firm();
    await call(putTargets, { as: 'A1', body: { ideas: 5, adoptionRate: share(1, 2) } });
    await call(deactivateMember, { as: 'A1', path: { member: 'A1' } });
    await call(addMember, { as: 'A1', body: { id: 'N1', department: '锅炉房' } });
    await call(addMember, { as: 'A1', body: { id: 'N1', department: '财务部' } });
    const items = await everything(table);
    const versions = items
      .filter(({ type }) => type === 'member' || type === 'organization')
      .reduce((sum, { version }) => sum + Number(version), 0);
    const founded = items.filter(
      ({ type, id }) => type === 'organization' || (type === 'member' && id !== 'N1'),
    );
    expect(items.filter(({ type }) => type === 'audit')).toHaveLength(versions - founded.length);
  });

  it('is written nowhere else: the log names no member and no account', async () => {
    const lines: string[] = [];
    const write = (message: string, said: object): void => {
      lines.push(JSON.stringify([message, said]));
    };
    const { call } = await firm({ info: write, warn: write, error: write });
    const body = { id: 'QQ7731', subject: 'account-of-QQ7731', department: '财务部' };
    await call(addMember, { as: 'A1', body });
    await call(addMember, { as: 'A1', body: { ...body, roles: ['chair'] } });
    await call(deactivateMember, { as: 'A1', path: { member: 'QQ7731' } });
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toMatch(/QQ7731/);
  });
});

it('a day moved during a concurrent change of settings is moved in both the round and the calendar', async () => {
  const { table, clock, call, organization } = await firm();
  clock.set('2026-10-14T15:59:00.000Z');
  const late = { ...organization, name: '乙厂', version: 2 };
  const answers = await Promise.all([
    call(moveRoundDay, { as: 'A1', path: { round: OCTOBER }, body: { day: '2026-10-21' } }),
    settingsRepository(table).save({
      before: organization,
      after: late,
      entry: {
        organization: HUATAI,
        at: clock.now(),
        by: newMember('A1').id,
        topic: { kind: 'settings' },
        version: 2,
        changes: [],
      },
    }),
  ]);
  expect(answers[0].status).toBe(200);
  const item = await call(getRound, { as: 'E1', path: { round: OCTOBER } });
  expect(item.body).toMatchObject({ day: '2026-10-21' });
  const profile = await organizationRepository(table).get(HUATAI);
  expect(profile?.calendar.movedDays).toEqual({ '2026-10': '2026-10-21' });
});

function share(numerator: number, denominator: number) {
  return { numerator, denominator };
}
