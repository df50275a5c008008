/**
 * Putting organizations and a zone's people into service from files, with the function's own
 * rights.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DeclaredOrganization } from '../../functions/founding/file.ts';
import { foundingHandler } from '../../functions/founding/handler.ts';
import { getSettings, listAudit, putProfile } from '../../shared/contract/routes/administration.ts';
import { addMember, deactivateMember, getMember } from '../../shared/contract/routes/members.ts';
import { getMe, listRounds } from '../../shared/contract/routes/organization.ts';
import { getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import { isZoneId } from '../../shared/domain/kernel/ids.ts';
import type { Table } from '../../shared/store/client.ts';
import { zoneRepository } from '../../shared/store/zones.ts';
import { freshTable } from '../fresh-table.ts';
import { OCTOBER, organization } from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { told } from '../store/zone-facts.ts';
import { unneededRightsOf, withRightsOf } from './rights.ts';
import { AT, apiOf, calendarOf, SetClock, SILENT } from './small-firm.ts';

const example = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'founding', name), 'utf8'));
/** The shortest possible file; the API's requests come with subjects such as `sub-A1`. */
const LEAST = {
  kind: 'organization',
  id: 'hongda',
  name: '宏达铸锻',
  departments: ['铸造车间', '综合办公室'],
  categories: ['安全'],
  administrators: [{ id: 'A1', subject: 'sub-A1', department: '综合办公室' }],
};
const PLACED = { ...LEAST, zone: 'xuanhua', district: '第一片区' };
const person = (id: string) => ({ id, subject: `sub-${id}` });
const ZONE = {
  kind: 'zone',
  id: 'xuanhua',
  managers: [person('Z1')],
  officers: [{ ...person('G1'), districts: ['第一片区'] }],
};
const HONGDA = organization('hongda');
const [XUANHUA] = ['xuanhua'].filter(isZoneId);

function working(table: Table, clock = new SetClock(AT.collecting)) {
  const found = foundingHandler({ table: withRightsOf('founding', table), clock, log: SILENT });
  return {
    clock,
    found: (file: unknown) => found({ file, preview: false }),
    preview: (file: unknown) => found({ file, preview: true }),
    call: apiOf(table, clock, HONGDA),
    zone: (as: string, round = '2026-10') =>
      apiOf(table, clock)(getZoneStatistics, { as, path: { zone: 'xuanhua', round } }),
  };
}

it('the examples of the documentation can be founded unchanged', async () => {
  const { found } = working(await freshTable());
  const file = example('organization.json');
  expect(await found(file)).toEqual({
    outcome: 'founded',
    preview: false,
    organization: 'hongda',
    administrators: [
      { id: 'HD0001', subject: 'HD0001' },
      { id: 'HD0002', subject: 'HD0002' },
    ],
    rounds: [{ round: '2026-10', day: '2026-10-20', opensAt: '2026-10-20T01:00:00.000Z' }],
    newDistricts: ['第一片区'],
  });
  expect(await found(example('zone.json'))).toMatchObject({
    outcome: 'appointed',
    acts: ['XH0001', 'XH0002', 'XH0003'].map(member => ({ act: 'appoint', member })),
    newDistricts: ['第二片区', '第三片区'],
  });
  expect(await found(example('administrator.json'))).toMatchObject({
    outcome: 'administrator',
    act: 'add',
  });
  expect(await found({ ...file, id: 'other' })).toMatchObject({
    outcome: 'founded',
    newDistricts: [],
  });
});

it('an organization works from the first moment: its administrator adds members, its round is deliberated and its zone waits for it', async () => {
  const table = await freshTable();
  const { clock, found, call, zone } = working(table);
  await found(PLACED);
  await found(ZONE);
  const settings = await call(getSettings, { as: 'A1' });
  expect(settings.body).toMatchObject({
    name: '宏达铸锻',
    zone: 'xuanhua',
    publicBulletin: false,
    rules: { ballot: 'open', quorumShare: { numerator: 2, denominator: 3 } },
    targets: { ideas: 60 },
    calendar: { timeZone: 'Asia/Shanghai', day: 15 },
    version: 1,
  });
  const body = { id: 'E1', department: '铸造车间', subject: 'sub-E1' };
  expect((await call(addMember, { as: 'A1', body })).status).toBe(201);
  expect(await zone('Z1')).toMatchObject({
    body: { state: 'awaited', awaited: [{ organization: 'hongda', district: '第一片区' }] },
  });
  for (const at of [AT.opens, AT.intakeEnds, AT.closes, AT.publishes]) {
    clock.set(at);
    await calendarOf(table, clock)();
  }
  expect((await call(listRounds, { as: 'E1' })).body).toMatchObject({
    items: [
      { id: '2026-11', state: 'collecting' },
      { id: '2026-10', state: 'published' },
    ],
  });
  expect(await zone('Z1')).toMatchObject({ body: { state: 'complete', organizations: 1 } });
});

it('an organization founded while ballots are open has that round, too, and its zone waits for both', async () => {
  const table = await freshTable();
  const { found, zone } = working(table, new SetClock('2026-10-16T02:00:00.000Z'));
  expect(await found(PLACED)).toMatchObject({
    rounds: [{ round: '2026-10' }, { round: '2026-11' }],
  });
  await found(ZONE);
  for (const round of ['2026-10', '2026-11'])
    expect(await zone('Z1', round)).toMatchObject({
      body: { awaited: [{ organization: 'hongda' }] },
    });
});

it('an organization founded after a round was shown is not in it, only in the next', async () => {
  const table = await freshTable();
  const { found, zone } = working(table, new SetClock('2026-10-16T02:00:00.000Z'));
  await found(ZONE);
  const zones = zoneRepository(table);
  const early = told(organization('early'), '第一片区');
  await zones.expect({ zone: XUANHUA!, ...early }, OCTOBER);
  await zones.tell(XUANHUA!, OCTOBER, early);
  const shown = (await zone('Z1')).body;
  await found(PLACED);
  expect((await zone('Z1')).body).toEqual(shown);
  expect(await zone('Z1', '2026-11')).toMatchObject({
    body: { awaited: [{ organization: 'hongda' }] },
  });
});

it('the trail begins with the founding, without a member as its author', async () => {
  const { found, call } = working(await freshTable());
  await found(PLACED);
  await call(putProfile, { as: 'A1', body: { name: '宏达', publicBulletin: true } });
  const { body } = await call<{
    items: { what: string; changes: { field: string; after: unknown }[] }[];
  }>(listAudit, { as: 'A1' });
  const [change, founding] = body.items;
  expect(change).toMatchObject({ what: 'settings', by: 'A1' });
  expect(founding).toMatchObject({ at: AT.collecting, what: 'founding', version: 1 });
  expect(founding).not.toHaveProperty('by');
  const began = new Map(founding!.changes.map(({ field, after }) => [field, after]));
  expect(began.get('name')).toBe('宏达铸锻');
  expect(began.get('zone')).toBe('xuanhua');
  expect(began.get('administrators')).toEqual([
    { id: 'A1', subject: 'sub-A1', roles: ['administrator'], department: '综合办公室' },
  ]);
});

it('the same file once more changes nothing, and any other is refused and changes nothing, whatever administrators have done', async () => {
  const table = await freshTable();
  const { clock, found, call } = working(table);
  await found(PLACED);
  await call(putProfile, { as: 'A1', body: { name: '宏达', publicBulletin: true } });
  const before = await everything(table);
  clock.set('2026-10-20T02:00:00.000Z');
  expect(await found(PLACED)).toEqual({
    outcome: 'already-founded',
    organization: 'hongda',
    at: AT.collecting,
  });
  const others: [object, string][] = [
    [{ ...PLACED, name: '宏达' }, 'name'],
    [{ ...PLACED, district: '第二片区' }, 'district'],
    [{ ...PLACED, departments: [...LEAST.departments, '质检部'] }, 'departments'],
    [
      { ...PLACED, administrators: [{ ...LEAST.administrators[0]!, subject: 'b' }] },
      'administrators',
    ],
  ];
  for (const [file, field] of others)
    expect(await found(file)).toMatchObject({
      outcome: 'founded-otherwise',
      differences: [{ field }],
    });
  expect(await everything(table)).toEqual(before);
});

it('administrators have the names and teams of the file, and neither trail nor log has the names', async () => {
  const table = await freshTable();
  const log: unknown[] = [];
  const found = foundingHandler({
    table: withRightsOf('founding', table),
    clock: new SetClock(AT.collecting),
    log: { ...SILENT, info: (...line) => log.push(line) },
  });
  const call = apiOf(table, new SetClock(AT.collecting), HONGDA);
  const named = { ...LEAST.administrators[0]!, name: '孙树林', team: '一班' };
  const file = { ...LEAST, administrators: [named] };
  const reports = [await found({ file, preview: false })];
  expect((await call(getMember, { as: 'A1', path: { member: 'A1' } })).body).toMatchObject({
    name: '孙树林',
    team: '一班',
  });
  const renamed = { ...file, administrators: [{ ...named, name: '孙大河' }] };
  reports.push(await found({ file: renamed, preview: false }));
  expect(reports[1]).toMatchObject({ outcome: 'already-founded' });
  const administrator = { kind: 'administrator', organization: 'hongda', ...named };
  for (const name of ['孙大河', undefined])
    reports.push(await found({ file: { ...administrator, name }, preview: false }));
  expect((await call(getMember, { as: 'A1', path: { member: 'A1' } })).body).toMatchObject({
    name: '孙大河',
    team: '一班',
    version: 2,
  });
  const others = (await everything(table)).filter(({ type }) => type !== 'member');
  expect(JSON.stringify([others, log, reports])).not.toMatch(/孙树林|孙大河/);
  const wrong = await found({ file: { ...administrator, name: '' }, preview: false });
  expect(wrong).toMatchObject({ outcome: 'invalid', errors: [{ field: 'name', rule: 'length' }] });
});

it('of two foundings at once one is done, and the other is refused', async () => {
  const { found } = working(await freshTable());
  const both = await Promise.all([found(PLACED), found({ ...PLACED, name: '红大' })]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['founded', 'founded-otherwise']);
});

it('a preview reports the same and writes nothing', async () => {
  const table = await freshTable();
  const { found, preview } = working(table);
  for (const file of [PLACED, ZONE]) {
    const foreseen = await preview(file);
    expect(await everything(table)).toEqual([]);
    expect(foreseen).toEqual({ ...(await working(await freshTable()).found(file)), preview: true });
  }
  await found(PLACED);
  expect(await preview(PLACED)).toMatchObject({ outcome: 'already-founded' });
});

it('a zone’s people are those of the last file: appointed, changed and dismissed again', async () => {
  const { found, zone } = working(await freshTable());
  await found(ZONE);
  expect((await zone('G1')).status).toBe(200);
  expect(await found(ZONE)).toMatchObject({ acts: [], unchanged: 2 });
  const next = { ...ZONE, managers: [person('Z1'), person('G1')], officers: [] };
  expect(await found(next)).toMatchObject({
    acts: [{ act: 'change', member: 'G1' }],
    unchanged: 1,
  });
  // The account passes to another person.
  const heir = { ...ZONE, managers: [{ id: 'Z2', subject: 'sub-Z1' }], officers: [] };
  expect(await found(heir)).toMatchObject({
    acts: [
      { act: 'dismiss', member: 'G1' },
      { act: 'dismiss', member: 'Z1' },
      { act: 'appoint', member: 'Z2' },
    ],
    unchanged: 0,
  });
  expect([(await zone('Z1')).status, (await zone('G1')).status]).toEqual([200, 404]);
  await found({ ...heir, managers: [] });
  expect((await zone('Z1')).status).toBe(404);
});

it('an administrator is made where nobody can get in: with a corrected account, or new; the trail names the operator', async () => {
  const { found, preview, call } = working(await freshTable());
  await found({ ...LEAST, administrators: [{ ...LEAST.administrators[0]!, subject: 'mistyped' }] });
  expect((await call(getSettings, { as: 'A1' })).status).toBe(404);
  const file = { kind: 'administrator', organization: 'hongda', ...LEAST.administrators[0]! };
  const made = {
    outcome: 'administrator',
    preview: false,
    organization: 'hongda',
    member: 'A1',
    act: 'change',
  };
  expect(await preview(file)).toEqual({ ...made, preview: true });
  expect((await call(getSettings, { as: 'A1' })).status).toBe(404);
  expect(await found(file)).toEqual(made);
  expect(await found(file)).toEqual({ ...made, act: 'none' });
  const { body } = await call<{ items: object[] }>(listAudit, { as: 'A1' });
  expect(body.items).toHaveLength(2);
  expect(body.items[0]).toMatchObject({ what: 'member', member: 'A1', act: 'change', version: 2 });
  expect(body.items[0]).not.toHaveProperty('by');

  const other = { ...file, id: 'A2', subject: 'sub-A2', department: '铸造车间' };
  expect(await found(other)).toEqual({ ...made, member: 'A2', act: 'add' });
  await call(deactivateMember, { as: 'A1', path: { member: 'A2' } });
  const { department: _, ...again } = other;
  expect(await found(again)).toMatchObject({ act: 'reactivate' });
  expect((await call(getSettings, { as: 'A2' })).status).toBe(200);
  const refusals: [object, string][] = [
    [{ ...other, organization: 'elsewhere' }, 'organization exists'],
    [{ ...other, subject: 'sub-A1' }, 'subject unique'],
    [{ ...other, department: '车间' }, 'department one-of'],
    [{ ...again, id: 'A3', subject: 'sub-A3' }, 'department one-of'],
  ];
  for (const [wrong, fault] of refusals)
    for (const way of [preview, found]) {
      const report = await way(wrong);
      if (report.outcome !== 'invalid') throw new Error(report.outcome);
      expect(report.errors.map(({ field, rule }) => `${field} ${rule}`)).toEqual([fault]);
    }
});

it('a zone’s people see their own names, and keep them until a file has another', async () => {
  const { found, call } = working(await freshTable());
  const nameOf = async (as: string) =>
    (await call<{ zones: { name?: string }[] }>(getMe, { as })).body.zones[0]?.name;
  const named = (name: string) => ({ ...ZONE, managers: [{ ...person('Z1'), name }] });
  await found(named('郑国栋'));
  expect([await nameOf('Z1'), await nameOf('G1')]).toEqual(['郑国栋', undefined]);
  expect(await found(ZONE)).toMatchObject({ acts: [], unchanged: 2 });
  expect(await nameOf('Z1')).toBe('郑国栋');
  expect(await found(named('郑国梁'))).toMatchObject({ acts: [{ act: 'change', member: 'Z1' }] });
  expect(await nameOf('Z1')).toBe('郑国梁');
});

it('a zone’s people see its name, and it keeps it until a file has another', async () => {
  const { found, call } = working(await freshTable());
  const nameOf = async (as: string) =>
    (await call<{ zones: { zoneName?: string }[] }>(getMe, { as })).body.zones[0]?.zoneName;
  await found(ZONE);
  expect(await nameOf('Z1')).toBeUndefined();
  await found({ ...ZONE, name: '宣化开发区' });
  expect([await nameOf('Z1'), await nameOf('G1')]).toEqual(['宣化开发区', '宣化开发区']);
  expect(await found({ ...ZONE, managers: [person('Z1'), person('Z2')] })).toMatchObject({
    acts: [{ act: 'appoint', member: 'Z2' }],
    unchanged: 2,
  });
  expect(await nameOf('Z2')).toBe('宣化开发区');
});

it('an interruption before or after any write is repaired by repeating the command', async () => {
  const table = await freshTable();
  const before = { ...ZONE, managers: [person('Z1'), person('Z2')] };
  const after = {
    ...ZONE,
    managers: [person('Z3')],
    officers: [{ ...person('G1'), districts: ['一'] }],
  };
  let writes = 0;
  for (const when of ['before', 'after'] as const)
    for (let at = 1, broken = true; broken; at += 1) {
      const names = { firm: organization(`firm-${when}-${at}`), zone: `zone-${when}-${at}` };
      await working(table).found({ ...before, id: names.zone });
      const breaking = watched(table, {
        [when]: (write: number) => {
          writes = Math.max(writes, write);
          if (write === at) throw new Breakdown();
        },
      });
      const run = async (of: Table): Promise<unknown> => {
        const { found } = working(of);
        return [
          await found({ ...PLACED, id: names.firm }),
          await found({ ...after, id: names.zone }),
        ];
      };
      broken = await run(breaking).then(
        () => false,
        error => {
          if (error instanceof Breakdown) return true;
          throw error;
        },
      );
      await run(table);
      const call = apiOf(table, new SetClock(AT.collecting), names.firm);
      expect((await call(getSettings, { as: 'A1' })).status).toBe(200);
      expect(await working(table).found({ ...after, id: names.zone })).toMatchObject({
        acts: [],
        unchanged: 2,
      });
    }
  // Once more than the writes that there are: it did break off between two of them.
  expect(writes).toBeGreaterThan(2);
});

it.for<[string, unknown, string[]]>([
  ['no object', [LEAST], ['body type']],
  ['no kind', { ...LEAST, kind: 'firm' }, ['kind one-of']],
  [
    'nothing but its kind',
    { kind: 'organization' },
    ['id', 'name', 'departments', 'categories', 'administrators'].map(field => `${field} required`),
  ],
  ['an id that is none', { ...LEAST, id: '宏达' }, ['id format']],
  ['no administrator', { ...LEAST, administrators: [] }, ['administrators range']],
  [
    'an administrator with an empty account',
    { ...LEAST, administrators: [{ id: 'A1', subject: '', department: '铸造车间' }] },
    ['administrators.0.subject format'],
  ],
  [
    'accounts of nowhere and of nobody',
    { kind: 'accounts', accounts: [] },
    ['accounts range', 'organization required'],
  ],
  [
    'the same account for two people of a zone',
    {
      kind: 'zone-accounts',
      zone: 'xuanhua',
      accounts: [person('Z1'), { ...person('Z1'), id: 'Z2' }],
    },
    ['accounts.1.subject unique'],
  ],
  [
    'an unknown department',
    { ...LEAST, administrators: [{ ...LEAST.administrators[0]!, department: '车间' }] },
    ['administrators.0.department one-of'],
  ],
  [
    'the same account twice',
    {
      ...LEAST,
      administrators: [...LEAST.administrators, { ...LEAST.administrators[0]!, id: 'A2' }],
    },
    ['administrators.1.subject unique'],
  ],
  ['a zone without a district', { ...LEAST, zone: 'xuanhua' }, ['district both']],
  ['a district without a zone', { ...LEAST, district: '第一片区' }, ['zone both']],
  [
    'bands that fall',
    {
      ...LEAST,
      rewardBands: [
        { from: 0, least: 0, most: 300 },
        { from: 1, least: 0, most: 200 },
      ],
    },
    ['rewardBands.1 falling'],
  ],
  ['no bands', { ...LEAST, rewardBands: [] }, ['rewardBands.0 none']],
  [
    'an incomplete calendar',
    { ...LEAST, calendar: { day: 20 } },
    ['timeZone', 'opensAt', 'votingDays', 'closesAt', 'publicationDays'].map(
      field => `calendar.${field} required`,
    ),
  ],
  [
    'a day that there is not',
    {
      ...LEAST,
      calendar: {
        timeZone: 'Asia/Shanghai',
        day: 32,
        opensAt: '9:00',
        votingDays: 3,
        closesAt: '18:00',
        publicationDays: 1,
      },
    },
    ['calendar.day range', 'calendar.opensAt format'],
  ],
  [
    'a threshold of all',
    {
      ...LEAST,
      rules: {
        ballot: 'open',
        quorumShare: { numerator: 1, denominator: 1 },
        threshold: { numerator: 1, denominator: 1 },
      },
    },
    ['rules.threshold share'],
  ],
  [
    'a department twice',
    { ...LEAST, departments: ['铸造车间', '综合办公室', ' 铸造车间'] },
    ['departments once'],
  ],
  ['a misspelled field', { ...LEAST, Zone: 'xuanhua' }, ['Zone unknown-field']],
  [
    'a zone without its lists',
    { kind: 'zone', id: 'xuanhua' },
    ['managers required', 'officers required'],
  ],
  [
    'an officer without districts',
    { ...ZONE, officers: [{ ...person('G1'), districts: [] }] },
    ['officers.0.districts range'],
  ],
  [
    'somebody who is both',
    { ...ZONE, officers: [{ ...ZONE.officers[0]!, ...person('Z1') }] },
    ['officers.0.id unique', 'officers.0.subject unique'],
  ],
])('a file is refused with field and rule: %s', async ([, file, faults]) => {
  // There is no table behind it: the whole file is checked before anything is read or written.
  const nowhere = {} as Table;
  const found = foundingHandler({
    table: nowhere,
    clock: new SetClock(AT.collecting),
    log: SILENT,
  });
  const report = await found({ file, preview: false });
  if (report.outcome !== 'invalid') throw new Error(report.outcome);
  expect(report.errors.map(({ field, rule }) => `${field} ${rule}`).toSorted()).toEqual(
    faults.toSorted(),
  );
  for (const { words } of report.errors) expect([words.zh, words.en]).not.toContain('');
});

it('omitted fields have their defaults', async () => {
  const full: Partial<DeclaredOrganization> = example('organization.json');
  const { calendar, rules, targets, rewardBands, publicBulletin, ...least } = full;
  const { found } = working(await freshTable());
  await found(least);
  const differing = await found({
    ...least,
    dueDays: 45,
    calendar,
    rules,
    targets,
    rewardBands,
    publicBulletin,
  });
  if (differing.outcome !== 'founded-otherwise') throw new Error(differing.outcome);
  // The example has the defaults for ballots and bulletins, and other values for the rest.
  expect(differing.differences.map(({ field }) => field)).toEqual([
    'targets.ideas',
    'dueDays',
    'rewardBands',
    'calendar.day',
  ]);
});

it('every right of founding is needed by some act', () => {
  expect(unneededRightsOf('founding')).toEqual([]);
});
