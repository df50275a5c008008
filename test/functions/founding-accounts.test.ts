/**
 * Accounts: who is listed and needs one, and filling made accounts in, with the function's own
 * rights.
 */
import { expect, it } from 'vitest';
import { foundingHandler } from '../../functions/founding/handler.ts';
import { peopleHandler, peopleOrder } from '../../functions/founding/people.ts';
import { getSettings, listAudit } from '../../shared/contract/routes/administration.ts';
import { addMember, deactivateMember, getMember } from '../../shared/contract/routes/members.ts';
import { getZoneStatistics } from '../../shared/contract/routes/zone.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { freshTable } from '../fresh-table.ts';
import { newMember, organization } from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { withRightsOf } from './rights.ts';
import { AT, apiOf, SetClock, SILENT } from './small-firm.ts';

const FIRM = {
  kind: 'organization',
  id: 'hongda',
  name: '宏达铸锻',
  departments: ['铸造车间', '综合办公室'],
  categories: ['安全'],
  administrators: [{ id: 'A1', name: '孙树林', department: '综合办公室' }],
};
const ZONE = {
  kind: 'zone',
  id: 'xuanhua',
  managers: [{ id: 'Z1' }],
  officers: [{ id: 'G1', districts: ['第一片区'] }],
};
const account = (id: string, subject = `sub-${id}`) => ({ id, subject });
const accounts = (...list: object[]) => ({
  kind: 'accounts',
  organization: 'hongda',
  accounts: list,
});
const zoneAccounts = (...list: object[]) => ({
  kind: 'zone-accounts',
  zone: 'xuanhua',
  accounts: list,
});
const HONGDA = organization('hongda');

function working(table: Table) {
  const clock = new SetClock(AT.collecting);
  const lines: unknown[] = [];
  const log = { ...SILENT, info: (...line: unknown[]) => lines.push(line) };
  const rightful = withRightsOf('founding', table);
  const found = foundingHandler({ table: rightful, clock, log });
  const people = peopleHandler({ table: rightful, log });
  return {
    lines,
    found: (file: unknown) => found({ file, preview: false }),
    preview: (file: unknown) => found({ file, preview: true }),
    people: (event: unknown) => people(peopleOrder.parse(event)),
    call: apiOf(table, clock, HONGDA),
    zone: (as: string) =>
      apiOf(table, clock)(getZoneStatistics, { as, path: { zone: 'xuanhua', round: '2026-10' } }),
  };
}

it('a firm and a zone are founded without accounts, and their people get in once these are filled in', async () => {
  const { found, call, zone } = working(await freshTable());
  expect(await found(FIRM)).toMatchObject({ administrators: [account('A1', 'A1')] });
  await found(ZONE);
  expect([(await call(getSettings, { as: 'A1' })).status, (await zone('Z1')).status]).toEqual([
    404, 404,
  ]);
  expect(await found(accounts(account('A1')))).toEqual({
    outcome: 'accounts',
    preview: false,
    rows: [{ member: 'A1', act: 'filled' }],
  });
  await found(zoneAccounts(account('Z1'), account('G1')));
  const zones = await Promise.all([zone('Z1'), zone('G1')]);
  expect([(await call(getSettings, { as: 'A1' })).status, ...zones.map(one => one.status)]).toEqual(
    [200, 200, 200],
  );
  const { body } = await call<{ items: { changes: object[] }[] }>(listAudit, { as: 'A1' });
  expect(body.items[0]).toMatchObject({
    member: 'A1',
    act: 'change',
    changes: [{ field: 'subject', before: 'A1', after: 'sub-A1' }],
  });
  expect(body.items[0]).not.toHaveProperty('by');
});

it('the founding files sent again keep the accounts that were filled in', async () => {
  const { found, people, call } = working(await freshTable());
  await found(FIRM);
  await found(ZONE);
  await found(accounts(account('A1')));
  await found(zoneAccounts(account('Z1')));
  expect(await found(FIRM)).toMatchObject({ outcome: 'already-founded' });
  expect(await found(ZONE)).toMatchObject({ acts: [], unchanged: 2 });
  const { administrators, ...firm } = FIRM;
  const again = { kind: 'administrator', organization: firm.id, ...administrators[0] };
  expect(await found(again)).toMatchObject({ act: 'none' });
  expect((await call(getSettings, { as: 'A1' })).status).toBe(200);
  expect(await people({ peopleOf: { zone: 'xuanhua' } })).toMatchObject({
    people: [account('G1', 'G1'), account('Z1')],
  });
});

it('filling in again changes nothing; a preview writes nothing; each refusal leaves the others', async () => {
  const table = await freshTable();
  const { found, preview, call } = working(table);
  await found(FIRM);
  await found(accounts(account('A1')));
  const body = { id: 'E1', department: '铸造车间' };
  for (const id of ['E1', 'E2', 'E3']) await call(addMember, { as: 'A1', body: { ...body, id } });
  await call(deactivateMember, { as: 'A1', path: { member: 'E3' } });
  const file = accounts(
    account('A1'),
    account('E1'),
    account('E2', 'sub-A1'),
    account('E3'),
    account('E9'),
  );
  expect(await found(file)).toMatchObject({
    outcome: 'invalid',
    errors: [{ field: 'accounts.2.subject', rule: 'unique' }],
  });
  const sound = accounts(account('E1'), account('E2', 'sub-A1'), account('E3'), account('E9'));
  const before = await everything(table);
  const foreseen = await preview(sound);
  expect(await everything(table)).toEqual(before);
  const done = await found(sound);
  expect({ ...done, preview: true }).toEqual(foreseen);
  expect(done).toMatchObject({
    rows: [
      { member: 'E1', act: 'filled' },
      { member: 'E2', act: 'refused', words: { en: expect.stringContaining('A1') } },
      { member: 'E3', act: 'refused' },
      { member: 'E9', act: 'refused' },
    ],
  });
  expect((await call(getMember, { as: 'E1', path: { member: 'E1' } })).status).toBe(403);
  const after = await everything(table);
  expect(await found(accounts(account('E1')))).toMatchObject({ rows: [{ act: 'unchanged' }] });
  expect(await everything(table)).toEqual(after);
});

it('a zone refuses the account of another of its people, and somebody unknown', async () => {
  const { found } = working(await freshTable());
  await found(ZONE);
  await found(zoneAccounts(account('Z1')));
  expect(await found(zoneAccounts(account('G1', 'sub-Z1'), account('G9')))).toMatchObject({
    rows: [
      { member: 'G1', act: 'refused' },
      { member: 'G9', act: 'refused' },
    ],
  });
});

it('an interruption before or after any write is repaired by repeating the file', async () => {
  const table = await freshTable();
  await working(table).found(FIRM);
  const file = accounts(account('A1'));
  for (const when of ['before', 'after'] as const) {
    const breaking = watched(table, {
      [when]: (write: number) => {
        if (write === 1) throw new Breakdown();
      },
    });
    await expect(working(breaking).found(file)).rejects.toThrow(Breakdown);
    expect(await working(table).found(file)).toMatchObject({
      rows: [{ act: when === 'before' ? 'filled' : 'unchanged' }],
    });
    await working(table).found(accounts(account('A1', 'other')));
  }
});

it('the list has everybody with their names, those who left included, in parts; the log has none', async () => {
  const table = await freshTable();
  const { found, people, lines } = working(table);
  await found(FIRM);
  const many = Array.from({ length: 2001 }, (_, at) => ({
    ...newMember(`E${String(at).padStart(4, '0')}`),
    organization: HONGDA,
  }));
  await memberRepository(table).putAll([
    ...many,
    { ...newMember('F1'), organization: HONGDA, active: false },
  ]);
  const first = await people({ peopleOf: { organization: 'hongda' } });
  if (first.outcome !== 'people') throw new Error(first.outcome);
  const rest = await people({ peopleOf: { organization: 'hongda' }, after: first.next });
  if (rest.outcome !== 'people') throw new Error(rest.outcome);
  const all = [...first.people, ...rest.people];
  expect([all.length, new Set(all.map(({ id }) => id)).size, rest.next]).toEqual([
    2003,
    2003,
    undefined,
  ]);
  expect(all.find(({ id }) => id === 'A1')).toEqual({
    id: 'A1',
    subject: 'A1',
    name: '孙树林',
    department: '综合办公室',
    active: true,
  });
  expect(all.find(({ id }) => id === 'F1')).toMatchObject({ active: false });
  expect(JSON.stringify(lines)).not.toContain('孙树林');
  await found({ ...ZONE, name: '宣化开发区' });
  expect(await people({ peopleOf: { zone: 'xuanhua' } })).toMatchObject({
    name: '宣化开发区',
    people: [{ id: 'G1' }, { id: 'Z1' }],
  });
  for (const peopleOf of [{ organization: 'other' }, { zone: 'other' }])
    expect(await people({ peopleOf })).toEqual({ outcome: 'unknown' });
});
