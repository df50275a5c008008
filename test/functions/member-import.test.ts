/** Members by a file: the preview, the import, its repetition and interruption; and the export. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { listAudit } from '../../shared/contract/routes/administration.ts';
import {
  deactivateMember,
  exportMembers,
  getMember,
  importMembers,
  putMember,
} from '../../shared/contract/routes/members.ts';
import { membershipTotals } from '../../shared/domain/organization/membership-invariants.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { MOST_ELECTORS } from '../../shared/domain/organization/organization.ts';
import type { Table } from '../../shared/store/client.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { membershipRepository } from '../../shared/store/membership-invariants.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { freshTable } from '../fresh-table.ts';
import { name, team } from '../sample/names.ts';
import { gathered, HUATAI, newMember, subject } from '../store/sample-facts.ts';
import { Breakdown, everything, watched } from '../store/watched-table.ts';
import { AT, apiOf, foundFirm, SetClock } from './small-firm.ts';

interface ImportBody {
  readonly preview: boolean;
  readonly notInFile: number;
  readonly next?: number;
  readonly rows: readonly {
    readonly row: number;
    readonly outcome: string;
    readonly member?: string;
    readonly nameFrom?: string;
    readonly changes?: readonly {
      readonly column: string;
      readonly before?: string;
      readonly after?: string;
    }[];
    readonly problem?: {
      readonly code: string;
      readonly errors?: readonly { readonly field: string; readonly rule: string }[];
    };
  }[];
}

/** A file from before members had names and teams. */
const HEADER = '工号,账号,部门,角色,在册';
const NAMED = '工号,姓名,班组,部门';
const gone = { ...newMember('E3'), active: false };

async function firm(more: readonly Member[] = []) {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  await foundFirm(table, { more: [newMember('A1', ['administrator']), gone, ...more] });
  return { table, clock, ...callsOn(table, clock) };
}

function callsOn(table: Table, clock: SetClock) {
  const call = apiOf(table, clock);
  const send = (rows: readonly string[] | Uint8Array, query: Record<string, string> = {}) =>
    call<ImportBody>(importMembers, {
      as: 'A1',
      query,
      body: rows instanceof Uint8Array ? rows : Buffer.from([HEADER, ...rows].join('\n')),
    });
  return {
    call,
    send,
    preview: (rows: readonly string[]) => send(rows, { preview: 'true' }),
    /** A file with names and teams. */
    names: (rows: readonly string[], query?: Record<string, string>) =>
      send(Buffer.from([NAMED, ...rows].join('\n')), query),
  };
}

const outcomes = ({ rows }: ImportBody): string[] => rows.map(({ outcome }) => outcome);
/** Everything except what the clock or the order of writing may change. */
/** All but the directory's version, which is random. */
const state = async (table: Table): Promise<string[]> =>
  (await everything(table))
    .filter(({ type }) => type !== 'directory')
    .map(item => JSON.stringify(item))
    .toSorted();

const MIXED = [
  'N1,,财务部,评委、秘书,',
  'E1,sub-E1,铸造车间,职工,是',
  'E2,,技术部,,',
  'E3,,,,是',
  'C3,,,,否',
  'M1,sub-E1,,,',
  'N2,,锅炉房,,',
  'N3,,财务部,班长,',
  'A1,,,职工,',
  'E 9,,财务部,,',
  'N4,,财务部,,也许',
  'N1,,技术部,,',
  'N5,,财务部,,是,多一格',
  'N6,,,,',
];

describe('a preview', () => {
  it('answers row by row what would change, and writes nothing', async () => {
    const { table, preview } = await firm();
    const before = await state(table);
    const { status, body } = await preview(MIXED);
    expect(status).toBe(200);
    expect(await state(table)).toEqual(before);
    expect(body).toMatchObject({
      preview: true,
      added: 1,
      changed: 1,
      deactivated: 1,
      reactivated: 1,
      unchanged: 1,
      rejected: 9,
      // C1, C2 and S1.
      notInFile: 3,
    });
    expect(body.rows.slice(0, 5)).toEqual([
      {
        row: 1,
        outcome: 'added',
        member: 'N1',
        changes: [
          { column: '工号', after: 'N1' },
          { column: '账号', after: 'N1' },
          { column: '部门', after: '财务部' },
          { column: '角色', after: '秘书、评委' },
          { column: '在册', after: '是' },
        ],
      },
      { row: 2, outcome: 'unchanged', member: 'E1' },
      {
        row: 3,
        outcome: 'changed',
        member: 'E2',
        changes: [{ column: '部门', before: '装配车间', after: '技术部' }],
      },
      {
        row: 4,
        outcome: 'reactivated',
        member: 'E3',
        changes: [{ column: '在册', before: '否', after: '是' }],
      },
      {
        row: 5,
        outcome: 'deactivated',
        member: 'C3',
        changes: [{ column: '在册', before: '是', after: '否' }],
      },
    ]);
    expect(
      body.rows
        .slice(5)
        .map(({ problem }) => problem?.errors?.map(({ field, rule }) => `${field}: ${rule}`)),
    ).toEqual([
      ['账号: unique'],
      ['部门: one-of'],
      ['角色: one-of'],
      ['角色: administrator'],
      ['工号: format'],
      ['在册: one-of'],
      ['工号: once'],
      ['整行: columns'],
      ['部门: one-of'],
    ]);
  });

  it('agrees with the later import', async () => {
    const { preview, send } = await firm();
    const foreseen = await preview(MIXED);
    const done = await send(MIXED);
    expect(done.body).toEqual({ ...foreseen.body, preview: false });
  });
});

describe('an import', () => {
  it('changes exactly what the file says, with an entry in the trail for each', async () => {
    const { table, call, send } = await firm();
    await send(MIXED);
    const list = new Map(
      (await gathered(memberRepository(table).all(HUATAI))).map(one => [String(one.id), one]),
    );
    expect(list.get('N1')).toMatchObject({
      subject: 'N1',
      roles: ['secretary', 'committee'],
      version: 1,
    });
    expect(list.get('E1')?.version).toBe(1);
    expect(list.get('E2')).toMatchObject({ department: '技术部', subject: 'sub-E2', version: 2 });
    expect(list.get('E3')).toMatchObject({ active: true });
    expect(list.get('C3')).toMatchObject({ active: false });
    expect(list.get('A1')).toMatchObject({ roles: ['administrator'] });
    expect(['N2', 'N3', 'N4', 'N5', 'N6'].filter(id => list.has(id))).toEqual([]);
    const trail = await call<{ items: { member: string; act: string; by: string }[] }>(listAudit, {
      as: 'A1',
    });
    expect(trail.body.items.map(({ member, act, by }) => [member, act, by]).toSorted()).toEqual([
      ['C3', 'deactivate', 'A1'],
      ['E2', 'change', 'A1'],
      ['E3', 'reactivate', 'A1'],
      ['N1', 'add', 'A1'],
    ]);
  });

  it('that is repeated changes nothing', async () => {
    const { table, send } = await firm();
    const rows = MIXED.slice(0, 5);
    await send(rows);
    const before = await state(table);
    const again = await send(rows);
    expect(outcomes(again.body)).toEqual(rows.map(() => 'unchanged'));
    expect(await state(table)).toEqual(before);
  });

  it('that stops at any write and is sent once more has the same result as an undisturbed one', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `N${at},,财务部,${at % 20 === 0 ? '评委' : ''},`,
    );
    const calm = await firm();
    await calm.send(rows);
    const wanted = await state(calm.table);
    let write = 0;
    for (let failed = true; failed; ) {
      write += 1;
      const { table, clock, send } = await firm();
      const breaking = watched(table, {
        after: number => {
          if (number === write) throw new Breakdown();
        },
      });
      failed = (await callsOn(breaking, clock).send(rows)).status !== 200;
      await send(rows);
      expect(await state(table)).toEqual(wanted);
    }
    expect(write).toBeGreaterThan(2);
  });

  it('continues after other people’s changes meanwhile', async () => {
    const { table, clock, call } = await firm();
    const rows = Array.from({ length: 40 }, (_, at) => `N${at},,财务部,,`);
    const busy = watched(table, {
      async before(number) {
        if (number !== 2) return;
        // Just before its second part, another administrator takes one of the accounts and makes
        // another member an elector.
        const facts = { subject: 'N39', roles: ['committee'], department: '铸造车间' };
        expect(
          (await call(putMember, { as: 'A1', path: { member: 'E1' }, body: facts })).status,
        ).toBe(200);
      },
    });
    const { body } = await callsOn(busy, clock).send([...rows, 'E1,,技术部,,']);
    expect(outcomes(body)).toEqual([...Array<string>(39).fill('added'), 'rejected', 'changed']);
    expect(body.rows[39]?.problem).toMatchObject({ code: 'subject-taken' });
    expect((await call(getMember, { as: 'A1', path: { member: 'E1' } })).body).toMatchObject({
      subject: 'N39',
      roles: ['committee'],
      department: '技术部',
      version: 3,
    });
    const organization = (await organizationRepository(table).get(HUATAI))!;
    const kept = await membershipRepository(table).get(organization);
    const all = await gathered(memberRepository(table).all(HUATAI));
    expect(kept).toMatchObject({
      ...membershipTotals(all, organization.departments),
      version: kept.version,
    });
  });

  it('adds nobody twice for a number in another case or width, and lists new ones in capitals', async () => {
    const old = newMember('ht0132');
    const { table, send } = await firm([old, newMember('Aa1'), newMember('aA1')]);
    const { body } = await send([
      'HT0132,,财务部,,',
      'ｅ１,,技术部,,',
      'n1,,财务部,,',
      'N1,,技术部,,',
      'AA1,,财务部,,',
      'Aa1,,财务部,,',
    ]);
    expect(
      body.rows.map(({ outcome, member, problem }) => [outcome, member, problem?.code]),
    ).toEqual([
      ['changed', 'ht0132', undefined],
      ['changed', 'E1', undefined],
      ['added', 'N1', undefined],
      ['rejected', 'N1', 'invalid-request'],
      ['rejected', 'AA1', 'ambiguous-number'],
      ['changed', 'Aa1', undefined],
    ]);
    const ids = (await gathered(memberRepository(table).all(HUATAI))).map(({ id }) => id);
    expect(ids.filter(id => ['HT0132', 'ht0132', 'e1', 'n1'].includes(id))).toEqual(['ht0132']);
  });

  it('takes two rows with the same meaning in other words for one', async () => {
    const { send } = await firm();
    const { body } = await send([
      'E1,,技术部,"评委、秘书",',
      'e1,,技术部 ,"secretary，评委",',
      'E1,,技术部,评委,',
    ]);
    expect(outcomes(body)).toEqual(['changed', 'unchanged', 'rejected']);
  });

  it('cannot remove the last administrator, in any order of the rows', async () => {
    const { send } = await firm([newMember('A2', ['administrator'])]);
    const both = await send(['A1,,,职工,', 'A2,,,,否']);
    expect(outcomes(both.body)).toEqual(['changed', 'rejected']);
    expect(both.body.rows[1]?.problem?.code).toBe('last-administrator');
  });

  it('keeps the committee within its size', async () => {
    const { send } = await firm();
    const rows = Array.from({ length: MOST_ELECTORS }, (_, at) => `N${at},,财务部,评委,`);
    const { body } = await send(rows);
    expect(body).toMatchObject({ added: MOST_ELECTORS - 3, rejected: 3 });
    expect(body.rows.at(-1)?.problem?.code).toBe('committee-full');
  });

  it('that takes too long for one request answers where to continue, and continues there', async () => {
    const { table, clock, send } = await firm();
    const rows = [
      ...Array.from({ length: 120 }, (_, at) => `N${at},,财务部,,`),
      'E1,,,,',
      'E2,,锅炉房,,',
    ];
    const slow = watched(table, {
      after: number =>
        clock.set(number < 2 ? '2026-10-08T02:00:10.000Z' : '2026-10-08T02:00:21.000Z'),
    });
    const first = await callsOn(slow, clock).send(rows);
    const stored = first.body.rows.length;
    expect(stored).toBeGreaterThan(50);
    expect(first.body).toMatchObject({ next: stored + 1, rejected: 0 });
    const second = await send(rows, { from: String(first.body.next) });
    expect(second.body.rows.map(({ row }) => row)).toEqual(
      Array.from({ length: 122 - stored }, (_, at) => stored + at + 1),
    );
    expect(second.body).toMatchObject({ added: 120 - stored, unchanged: 1, rejected: 1 });
    expect(second.body.next).toBeUndefined();
    // And the file from its beginning once more changes nothing.
    expect((await send(rows)).body).toMatchObject({ added: 0, unchanged: 121 });
  });

  it('of many rows counts them all', { timeout: 120_000 }, async () => {
    const { table, send } = await firm();
    const rows = Array.from({ length: 300 }, (_, at) => `W${10_000 + at},,铸造车间,职工,是`);
    expect((await send(rows)).body).toMatchObject({ added: 300, rejected: 0 });
    const organization = (await organizationRepository(table).get(HUATAI))!;
    const { departments } = await membershipRepository(table).get(organization);
    expect([...departments.values()].reduce((sum, members) => sum + members, 0)).toBe(308);
  });

  it('of the largest possible number of rows is answered in one reply, even if every cell is wrong', async () => {
    const { preview } = await firm();
    const wrong = await preview(Array.from({ length: 5000 }, () => '*,,#,x,x'));
    expect(wrong.body).toMatchObject({ rejected: 5000 });
    // As Lambda passes it on: the body as a text within JSON.
    expect(Buffer.byteLength(JSON.stringify(wrong.text))).toBeLessThan(6_000_000);
  });

  it('takes a file with fewer columns, in another order, as GB18030 and with roles in English', async () => {
    const { call, send } = await firm();
    const few = await send(Buffer.from('﻿在册,工号\r\n否,E1\r\n'));
    expect(outcomes(few.body)).toEqual(['deactivated']);
    // 工号,部门\nE2,财务部\n
    const gb = await call<ImportBody>(importMembers, {
      as: 'A1',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from('B9A4BAC52CB2BFC3C50A45322CB2C6CEF1B2BF0A', 'hex'),
    });
    expect(outcomes(gb.body)).toEqual(['changed']);
    const english = await send(['S1,,,"secretary, manager",']);
    expect(english.body.rows[0]?.changes).toEqual([
      { column: '角色', before: '秘书', after: '秘书、经理' },
    ]);
    expect((await call(getMember, { as: 'A1', path: { member: 'E2' } })).body).toMatchObject({
      department: '财务部',
    });
  });

  it('refuses a file without numbers, with unknown columns, or too large', async () => {
    const { call, send } = await firm();
    const refused = async (text: string) => {
      const { status, body } = await call(importMembers, { as: 'A1', body: Buffer.from(text) });
      const errors = (body.errors ?? []) as { field: string; rule: string }[];
      return [status, ...errors.map(({ field, rule }) => `${field}: ${rule}`)];
    };
    expect(await refused('部门\n财务部')).toEqual([400, '工号: required']);
    expect(await refused('工号,电话,constructor\nE1,1,x')).toEqual([
      400,
      '电话: unknown-field',
      'constructor: unknown-field',
    ]);
    expect(await refused('工号,工号\nE1,E2')).toEqual([400, '工号: once']);
    expect((await send(Buffer.alloc(256 * 1024 + 1, 'x'))).status).toBe(413);
    const most = Array.from({ length: 5000 }, (_, at) => `W${at}`);
    expect(await refused(['工号', ...most, 'W5000'].join('\n'))).toEqual([400, '工号: rows']);
    const elsewhere = await call(importMembers, {
      as: 'A1',
      query: { preview: 'yes' },
      body: Buffer.from(HEADER),
    });
    expect(elsewhere.status).toBe(400);
  });
});

describe('names and teams in a file', () => {
  const WANG = { ...newMember('E1'), name: name('王建国'), team: team('一班') };
  const LI = { ...newMember('C1', ['committee']), name: name('李秀英') };

  it('are set and changed, tidied, and kept where a cell is empty or a column is missing', async () => {
    const { call, names, send } = await firm([WANG, LI]);
    const { body } = await names([
      'E1,王　建军,二班,',
      'C1,,炉前组,',
      'E2,阿卜杜拉·买买提,,',
      'N1,"张\n伟民",一班,财务部',
    ]);
    expect(body.rows.map(({ outcome, changes }) => [outcome, changes?.slice(-4)])).toEqual([
      [
        'changed',
        [
          { column: '姓名', before: '王建国', after: '王建军' },
          { column: '班组', before: '一班', after: '二班' },
        ],
      ],
      ['changed', [{ column: '班组', after: '炉前组' }]],
      ['changed', [{ column: '姓名', after: '阿卜杜拉·买买提' }]],
      ['added', expect.arrayContaining([{ column: '班组', after: '一班' }])],
    ]);
    const found = async (id: string) =>
      (await call<object>(getMember, { as: 'A1', path: { member: id } })).body;
    expect(await found('C1')).toMatchObject({ name: '李秀英', team: '炉前组' });
    expect(await found('N1')).toMatchObject({ name: '张伟民', team: '一班' });
    await send(['C1,,财务部,,', 'E1,,,经理,']);
    expect(await found('C1')).toMatchObject({ name: '李秀英', team: '炉前组', version: 3 });
    expect(await found('E1')).toMatchObject({ name: '王建军', team: '二班', version: 3 });
  });

  it('that break the rule are refused by their column, and nothing of the row is stored', async () => {
    const { names } = await firm();
    const { body } = await names([
      `E1,${'字'.repeat(31)},,`,
      'E1,\u200b\u3164,,',
      'E2,王\u0007芳,,',
      `E2,,${'班'.repeat(31)},`,
    ]);
    expect(
      body.rows.map(
        ({ outcome, problem }) =>
          `${outcome} ${problem?.errors?.map(({ field, rule }) => `${field}: ${rule}`) ?? ''}`,
      ),
    ).toEqual([
      'rejected 姓名: length',
      // Nothing but invisible characters is an empty cell.
      'rejected 工号: once',
      'rejected 姓名: characters',
      'rejected 工号: once',
    ]);
  });

  it('of one number in two rows are one if they are the same, and refused otherwise', async () => {
    const { names } = await firm([WANG]);
    const { body } = await names(['E2,李秀英,,', 'e2,李 秀英,,', 'E2,李秀兰,,', 'E2,李秀英,三班,']);
    expect(outcomes(body)).toEqual(['changed', 'unchanged', 'rejected', 'rejected']);
    expect(body.rows[2]?.problem?.errors).toMatchObject([{ field: '工号', rule: 'once' }]);
  });

  it('that are exchanged between two members are pointed out in the preview', async () => {
    const { table, names } = await firm([WANG, LI]);
    const rows = ['E1,李秀英,,', 'C1,王建国,,', 'E2,王建国,,'];
    const { body } = await names(rows, { preview: 'true' });
    expect(body.rows.map(({ outcome, nameFrom }) => [outcome, nameFrom])).toEqual([
      ['changed', 'C1'],
      ['changed', 'E1'],
      ['changed', 'E1'],
    ]);
    expect(body.rows[0]?.changes).toEqual([{ column: '姓名', before: '王建国', after: '李秀英' }]);
    // The part of a preview from a later row on knows the rows before it.
    const part = await names(rows, { preview: 'true', from: '2' });
    expect(part.body.rows.map(({ nameFrom }) => nameFrom)).toEqual(['E1', 'E1']);
    // It is a warning: whoever confirms it gets what the file says.
    await names(rows);
    expect(await memberRepository(table).get(HUATAI, LI.id)).toMatchObject({ name: '王建国' });
  });

  it('are in the exported file as they are, also if they look like a formula', async () => {
    const odd = { ...newMember('E2'), name: name('=SUM(1)'), team: team('3/4') };
    const { table, call, send } = await firm([WANG, odd]);
    const { text } = await call(exportMembers, { as: 'A1' });
    const rows = parse(text, { bom: true }) as string[][];
    expect(rows.find(([id]) => id === 'E1')).toEqual([
      ...['E1', '王建国', 'sub-E1', '铸造车间', '一班', '职工', '是'],
    ]);
    expect(rows.find(([id]) => id === 'E2')).toEqual([
      ...['E2', "'=SUM(1)", 'sub-E2', '铸造车间', "'3/4", '职工', '是'],
    ]);
    const before = await state(table);
    expect(new Set(outcomes((await send(Buffer.from(text))).body))).toEqual(new Set(['unchanged']));
    expect(await state(table)).toEqual(before);
  });

  it('leave no name in the trail', async () => {
    const { table, names } = await firm([WANG]);
    await names(['E1,李秀英,二班,', 'N1,张伟民,,财务部']);
    const trail = (await everything(table)).filter(({ type }) => type === 'audit');
    expect(JSON.stringify(trail)).toContain('"field":"name"');
    expect(JSON.stringify(trail)).not.toMatch(/王建国|李秀英|张伟民/);
  });
});

describe('the member file', () => {
  it('has every member, also former ones, and read again changes nothing', async () => {
    const odd = { ...newMember('X1', ['chair', 'committee']), subject: subject('=cmd|"x",\n1') };
    const dashed = { ...newMember('X2'), subject: subject('-oidc-7') };
    const { table, call, send } = await firm([dashed]);
    const { text, headers } = await call(exportMembers, { as: 'A1' });
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('﻿工号,姓名,账号,部门,班组,角色,在册\r\n')).toBe(true);
    const [, ...rows] = parse(text, { bom: true }) as string[][];
    expect(rows.map(([id]) => id)).toEqual([
      'A1',
      'C1',
      'C2',
      'C3',
      'E1',
      'E2',
      'E3',
      'M1',
      'S1',
      'X2',
    ]);
    expect(rows.find(([id]) => id === 'E3')).toEqual([
      ...['E3', '', 'sub-E3', '铸造车间', '', '职工', '否'],
    ]);
    expect(rows.find(([id]) => id === 'X2')?.[2]).toBe("'-oidc-7");
    const before = await state(table);
    expect(new Set(outcomes((await send(Buffer.from(text))).body))).toEqual(new Set(['unchanged']));
    expect(await state(table)).toEqual(before);
    await memberRepository(table).put(odd);
    const [, ...more] = parse((await call(exportMembers, { as: 'A1' })).text, {
      bom: true,
    }) as string[][];
    expect(more.find(([id]) => id === 'X1')?.[2]).toMatch(/^'=cmd/);
  });

  it('keeps numbers and accounts that a spreadsheet would rewrite', async () => {
    const accounts = ['00132', '123456789012345678', '1E5', '2026-10', "'00132", 'HT0132'];
    const odd = accounts.map((account, at) => ({
      ...newMember(`0013${at}`),
      subject: subject(account),
    }));
    const { table, call, send } = await firm(odd);
    const { text } = await call(exportMembers, { as: 'A1' });
    const [, ...rows] = parse(text, { bom: true }) as string[][];
    expect(rows.slice(0, 6).map(([id, , account]) => [id, account])).toEqual([
      ["'00130", "'00132"],
      ["'00131", "'123456789012345678"],
      ["'00132", "'1E5"],
      ["'00133", "'2026-10"],
      ["'00134", "''00132"],
      ["'00135", 'HT0132'],
    ]);
    const before = await state(table);
    expect(new Set(outcomes((await send(Buffer.from(text))).body))).toEqual(new Set(['unchanged']));
    expect(await state(table)).toEqual(before);
    // A number typed by hand may have an apostrophe or not; it is the same, and is shown unchanged.
    const { body } = await send(["'00130,,技术部,,", '00130,,财务部,,', '00130,00132,技术部,,']);
    expect(body.rows).toMatchObject([
      { outcome: 'changed', member: '00130', changes: [{ column: '部门' }] },
      { outcome: 'rejected', member: '00130', problem: { errors: [{ rule: 'once' }] } },
      { outcome: 'rejected', member: '00130', problem: { errors: [{ rule: 'once' }] } },
    ]);
  });

  it('with a number that a spreadsheet has shortened is answered with instructions', async () => {
    const { preview } = await firm();
    const { body } = await preview([
      'E1,1.23457E+17,,,',
      '1.23457E+17,,财务部,,',
      "E2,'1.23457E+17,,,",
    ]);
    expect(body.rows).toMatchObject([
      { outcome: 'rejected', problem: { errors: [{ field: '账号', rule: 'shortened' }] } },
      { outcome: 'rejected', problem: { errors: [{ field: '工号', rule: 'shortened' }] } },
      { outcome: 'changed', changes: [{ column: '账号', after: '1.23457E+17' }] },
    ]);
  });

  it('comes in parts that make the whole when joined', { timeout: 120_000 }, async () => {
    const long = '工'.repeat(250);
    const many = Array.from({ length: 1350 }, (_, at) => ({
      ...newMember(`W${10_000 + at}`),
      subject: subject(`${long}-${at}`),
    }));
    const { table, call } = await firm();
    await memberRepository(table).putAll(many);
    const parts: string[] = [];
    let query: Record<string, string> = {};
    for (let more = true; more; ) {
      const { text, headers } = await call(exportMembers, { as: 'A1', query });
      parts.push(text);
      const next = /[?&]cursor=([^>&]+)/.exec(String(headers.link ?? ''))?.[1];
      more = next !== undefined;
      query = { cursor: next ?? '' };
    }
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThan(1_100_000);
    const rows = parse(parts.join(''), { bom: true, columns: true }) as { 工号: string }[];
    expect(rows.map(({ 工号 }) => 工号)).toEqual(
      (await gathered(memberRepository(table).all(HUATAI))).map(({ id }) => id),
    );
  });
});

it('a member who leaves by a file is locked out at once', async () => {
  const { call, send } = await firm();
  await send(['S1,,,,否']);
  expect((await call(getMember, { as: 'S1', path: { member: 'S1' } })).status).toBe(404);
  expect((await call(deactivateMember, { as: 'A1', path: { member: 'S1' } })).body).toMatchObject({
    version: 2,
  });
});
