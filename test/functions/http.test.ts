/**
 * The HTTP functions, called with events of the gateway: submission, import of slips, votes,
 * decisions, numbers.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { adoptionMetricsHandler } from '../../functions/adoption-metrics/handler.ts';
import { foundSamples, SAMPLE_SLIPS } from '../../infra/local/sample/organizations.ts';
import { Stream } from '../../infra/local/stream.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import {
  getIdea,
  importIdeas,
  listIdeas,
  listMyIdeas,
  submitIdea,
  supportIdea,
} from '../../shared/contract/routes/ideas.ts';
import { getBulletin, getStatistics } from '../../shared/contract/routes/numbers.ts';
import { getOrganization, getRound } from '../../shared/contract/routes/organization.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { ideaIdFor, ideaRepository } from '../../shared/store/ideas.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import {
  gathered,
  HUATAI,
  instant,
  NOVEMBER,
  newIdea,
  newMember,
  OCTOBER,
  organization,
  round,
  subject,
  ZHONGCHENG,
} from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { NO_PICTURES } from './no-pictures.ts';
import {
  AT,
  apiOf,
  type Caller,
  calendarOf,
  foundFirm,
  SetClock,
  SILENT,
  SLIP,
} from './small-firm.ts';

interface IdeaBody {
  readonly id: string;
  readonly round: string;
  readonly status: string;
  readonly authorId?: string;
}
interface ImportBody {
  readonly created: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly rows: readonly {
    readonly row: number;
    readonly outcome: string;
    readonly ideaId?: string;
    readonly problem?: { readonly errors?: readonly { readonly field: string }[] };
  }[];
}

const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key });

async function firm() {
  const table = await freshTable();
  const clock = new SetClock(AT.collecting);
  await foundFirm(table);
  const call = apiOf(table, clock);
  return {
    table,
    clock,
    call,
    cycle: calendarOf(table, clock),
  };
}

describe('submission', () => {
  it('with a key is done once, whatever has become of the idea and however late it is repeated', async () => {
    const { clock, call, cycle } = await firm();
    const request = { as: 'E1', headers: keyed('k-1'), body: SLIP };
    const first = await call<IdeaBody>(submitIdea, request);
    expect(first).toMatchObject({
      status: 201,
      body: { round: OCTOBER, status: 'submitted', authorId: 'E1' },
    });
    const path = { idea: first.body.id };
    for (const at of [
      AT.collecting,
      AT.opens,
      AT.intakeEnds,
      AT.closes,
      AT.publishes,
      '2026-12-10T02:00:00.000Z',
    ]) {
      clock.set(at);
      await cycle();
      const again = await call<IdeaBody>(submitIdea, request);
      expect(again, at).toMatchObject({ status: 201, text: first.text });
      expect(again.headers).toEqual(first.headers);
    }
    expect((await call<IdeaBody>(getIdea, { as: 'E1', path })).body.status).toBe('deferred');
    expect(
      (await call(submitIdea, { ...request, body: { ...SLIP, title: '另一个标题' } })).status,
    ).toBe(422);
  });

  it('on the day itself is answered the same when repeated after the decision', async () => {
    const { clock, call, cycle } = await firm();
    clock.set(AT.opens);
    await cycle();
    const request = { as: 'E1', headers: keyed('on the day'.replaceAll(' ', '-')), body: SLIP };
    const first = await call<IdeaBody>(submitIdea, request);
    expect(first.body.status).toBe('on-agenda');
    clock.set(AT.closes);
    await cycle();
    expect((await call(submitIdea, request)).text).toBe(first.text);
  });

  it('with a key of another body is refused, but not to another member', async () => {
    const { call } = await firm();
    const request = { as: 'E1', headers: keyed('k-2'), body: SLIP };
    const first = await call<IdeaBody>(submitIdea, request);
    const other = await call(submitIdea, { ...request, body: { ...SLIP, category: '安全' } });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    const neighbour = await call<IdeaBody>(submitIdea, { ...request, as: 'E2' });
    expect(neighbour.status).toBe(201);
    expect(neighbour.body.id).not.toBe(first.body.id);
    const reordered = Object.fromEntries(Object.entries(SLIP).toReversed());
    expect((await call(submitIdea, { ...request, body: reordered })).text).toBe(first.text);
  });

  it('without a key is done as often as it is sent', async () => {
    const { call } = await firm();
    const [one, two] = [1, 2].map(() => call<IdeaBody>(submitIdea, { as: 'E1', body: SLIP }));
    expect((await one!).body.id).not.toBe((await two!).body.id);
    const mine = await call<{ items: unknown[] }>(listMyIdeas, { as: 'E1' });
    expect(mine.body.items).toHaveLength(2);
  });

  it('unnamed stores nothing that reveals the author, and can still be repeated', async () => {
    const { table, call } = await firm();
    const author = { ...newMember('QQ7731'), subject: subject('sub-QQ7731') };
    await memberRepository(table).put(author);
    const before = await everything(table);
    const request = {
      as: 'QQ7731',
      headers: keyed('k-of-an-unnamed-idea'),
      body: { ...SLIP, unnamed: true },
    };
    const first = await call<IdeaBody>(submitIdea, request);
    expect(first).toMatchObject({ status: 201, body: { unnamed: true } });
    expect((await call(submitIdea, request)).text).toBe(first.text);
    const texts = new Set(before.map(item => JSON.stringify(item)));
    const added = (await everything(table))
      .map(item => JSON.stringify(item))
      .filter(text => !texts.has(text));
    // The idea, and a count of writings, for the limits.
    expect(added.map(text => JSON.parse(text).type).toSorted()).toEqual(['idea', 'writings']);
    expect(added.join()).not.toMatch(/QQ7731|铸造车间|k-of-an-unnamed-idea/);
    expect((await call<{ items: unknown[] }>(listMyIdeas, { as: 'QQ7731' })).body.items).toEqual(
      [],
    );
  });

  it('with an invisible text, from before that was refused, is still read', async () => {
    const { table, call } = await firm();
    const blank = { ...newIdea(), title: '\u200b\u200b\u200b' };
    await ideaRepository(table).create(blank, [], 'x');
    const { status, body } = await call(getIdea, { as: 'E1', path: { idea: blank.id } });
    expect([status, body.title]).toEqual([200, blank.title]);
    expect(
      (await call(submitIdea, { as: 'E1', body: { ...SLIP, title: blank.title } })).status,
    ).toBe(400);
  });

  it('of a slip with its time is for the secretary, and goes into the slip’s round while that is open', async () => {
    const { clock, call } = await firm();
    const slip = { ...SLIP, authorId: 'E2', submittedAt: '2026-10-15T16:20:00+08:00' };
    clock.set(AT.voting);
    expect(await call(submitIdea, { as: 'E1', body: slip })).toMatchObject({ status: 403 });
    expect(await call(submitIdea, { as: 'S1', body: slip })).toMatchObject({
      status: 201,
      body: {
        round: OCTOBER,
        authorId: 'E2',
        department: '装配车间',
        submittedAt: '2026-10-15T08:20:00.000Z',
      },
    });
    clock.set(AT.closes);
    expect((await call(submitIdea, { as: 'S1', body: slip })).body).toMatchObject({
      round: NOVEMBER,
    });
    const ahead = { ...slip, submittedAt: '2026-11-16T08:00:00+08:00' };
    expect(await call(submitIdea, { as: 'S1', body: ahead })).toMatchObject({
      status: 422,
      body: { code: 'slip-dated-ahead' },
    });
    const stranger = { ...slip, authorId: 'E77' };
    expect(await call(submitIdea, { as: 'S1', body: stranger })).toMatchObject({
      status: 422,
      body: { code: 'unknown-author' },
    });
  });
});

describe('another organization', () => {
  it('finds none of its ids, its rounds and its own routes', async () => {
    const { table, clock, call } = await firm();
    await foundFirm(table, {
      id: ZHONGCHENG,
      more: [{ ...newMember('Z1', ['chair', 'secretary', 'manager'], ZHONGCHENG) }],
    });
    const theirs = apiOf(table, clock, ZHONGCHENG);
    const { body } = await call<IdeaBody>(submitIdea, { as: 'E1', body: SLIP });
    const idea = { idea: body.id };
    for (const [route, request] of [
      [getIdea, { path: idea }],
      [supportIdea, { path: idea }],
      [castVote, { path: idea, body: { choice: 'approve' } }],
      [decideIdea, { path: idea, body: { outcome: 'adopted' } }],
    ] as const) {
      expect((await theirs(route, { as: 'Z1', ...request })).status, route.id).toBe(404);
      // Nor does it help to name the firm itself: Z1 is no member of it.
      expect((await call(route, { as: 'Z1', ...request })).status, route.id).toBe(404);
    }
    for (const route of [
      getOrganization,
      getRound,
      getAgenda,
      getStatistics,
      getBulletin,
      listIdeas,
    ])
      expect((await call(route, { as: 'Z1', path: { round: OCTOBER } })).status, route.id).toBe(
        404,
      );
    expect(
      (await theirs<{ items: unknown[] }>(listIdeas, { as: 'Z1', path: { round: OCTOBER } })).body
        .items,
    ).toEqual([]);
    expect(
      (await apiOf(table, clock, organization('nobodys'))(getOrganization, { as: 'E1' })).status,
    ).toBe(404);
    expect((await call(getOrganization)).status).toBe(401);
  });
});

describe('voting and deciding', () => {
  it('follow roles, quorum and the ballot', async () => {
    const { table, clock, call, cycle } = await firm();
    const stream = new Stream(
      table.connection,
      table.streamArn,
      adoptionMetricsHandler({ pictures: NO_PICTURES, table, log: SILENT, emit: () => undefined }),
      { lost: () => undefined, failed: () => undefined },
    );
    stream.start();
    const ids = await Promise.all(
      ['甲', '乙', '丙'].map(
        async title =>
          (await call<IdeaBody>(submitIdea, { as: 'E1', body: { ...SLIP, title: `${title}建议` } }))
            .body.id,
      ),
    );
    const [first, second] = ids as [string, string];
    const vote = (as: string, idea: string, choice: string) =>
      call(castVote, { as, path: { idea }, body: { choice } });
    const decide = (as: string, idea: string, body: object) =>
      call(decideIdea, { as, path: { idea }, body });

    expect(await vote('C2', first, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'ballot-not-open' },
    });
    clock.set(AT.opens);
    await cycle();
    expect((await vote('E1', first, 'approve')).status).toBe(403);
    expect((await vote('S1', first, 'approve')).status).toBe(403);
    expect((await decide('C2', first, { outcome: 'adopted' })).status).toBe(403);
    expect(await decide('C1', first, { outcome: 'adopted' })).toMatchObject({
      status: 422,
      body: { code: 'no-quorum' },
    });
    expect(await vote('C1', first, 'oppose')).toMatchObject({
      status: 200,
      body: { tally: { approve: 0, oppose: 1, abstain: 0 } },
    });
    expect(await vote('C1', first, 'approve')).toMatchObject({
      status: 200,
      body: { tally: { approve: 1, oppose: 0, abstain: 0 } },
    });
    const hidden = await call<{ ballot: { tally: unknown } }>(getIdea, {
      as: 'C2',
      path: { idea: first },
    });
    expect(hidden.body.ballot).toMatchObject({
      state: 'open',
      mayVote: true,
      myVote: null,
      tally: null,
    });
    await vote('C2', first, 'approve');
    expect(await decide('C1', first, { outcome: 'declined', reason: '不合适' })).toMatchObject({
      status: 422,
      body: { code: 'against-the-ballot' },
    });
    const adopted = await decide('C1', first, { outcome: 'adopted' });
    expect(adopted).toMatchObject({
      status: 200,
      body: { status: 'adopted', decision: { quorum: 2, eligible: 3 } },
    });
    expect(await decide('C1', first, { outcome: 'adopted' })).toMatchObject({
      status: 200,
      text: adopted.text,
    });
    expect(await vote('C3', first, 'oppose')).toMatchObject({
      status: 409,
      body: { code: 'ballot-closed' },
    });
    expect((await call(supportIdea, { as: 'E2', path: { idea: first } })).body).toMatchObject({
      code: 'not-open-for-support',
    });
    expect(await decide('C1', second, { outcome: 'deferred' })).toMatchObject({
      status: 422,
      body: { code: 'reason-required' },
    });
    expect(await decide('C1', second, { outcome: 'deferred', reason: '需要论证' })).toMatchObject({
      body: { agendaRound: NOVEMBER },
    });
    clock.set(AT.closes);
    expect(await vote('C3', ids[2]!, 'approve')).toMatchObject({
      status: 409,
      body: { code: 'ballot-closed' },
    });
    await cycle();

    await stream.drained();
    await stream.stop();
    expect((await call(getStatistics, { as: 'E1', path: { round: OCTOBER } })).status).toBe(403);
    expect(await call(getStatistics, { as: 'M1', path: { round: OCTOBER } })).toMatchObject({
      status: 200,
      body: {
        state: 'decided',
        total: {
          submitted: 3,
          adopted: 1,
          deferred: 2,
          adoptionRate: { numerator: 1, denominator: 3, value: 0.3333 },
          participation: { numerator: 1, denominator: 7 },
        },
        departments: [{ name: '铸造车间', submitted: 3 }],
        categories: [{ name: '设备', submitted: 3 }],
      },
    });
  });
});

describe('importing', () => {
  const HEADER = '序号,工号,部门,类别,建议名称,现状分析,改进措施,预期年效益(元),提交时间';
  const ROW = '1,E1,铸造车间,设备,加装挡板,铁屑飞溅,自制挡板,36000,2026-10-01 08:12';
  let table: FreshTable;
  let clock: SetClock;
  let call: Caller;
  let firms = 0;

  beforeAll(async () => {
    table = await freshTable();
  });

  async function aFirm(): Promise<void> {
    firms += 1;
    const id = organization(`importer-${firms}`);
    await foundFirm(table, { id });
    clock = new SetClock(AT.collecting);
    call = apiOf(table, clock, id);
    // The firms share subjects; the organization in the path selects the membership.
  }

  const importing = (file: string | Uint8Array, as = 'S1') =>
    call<ImportBody>(importIdeas, {
      as,
      body: typeof file === 'string' ? Buffer.from(file) : file,
    });
  const importingBytes = (body: Uint8Array) =>
    call<ImportBody>(importIdeas, {
      as: 'S1',
      headers: { 'content-type': 'application/octet-stream' },
      body,
    });
  const fieldsOf = ({ rows }: ImportBody): string[][] =>
    rows.map(({ problem }) => (problem?.errors ?? []).map(({ field }) => field));

  it('takes the sample file’s 63 slips, rejects one by its column, and adds nothing the second time or two rounds later', async () => {
    const own = await freshTable();
    await foundSamples(own, instant('2026-10-15T02:00:00.000Z'));
    const time = new SetClock('2026-10-15T02:00:00.000Z');
    const ask = apiOf(own, time);
    const run = calendarOf(own, time);
    await run();
    // The sample's subjects are the numbers themselves.
    await memberRepository(own).put({
      ...newMember('HT0274', ['secretary']),
      subject: subject('sub-HT0274'),
    });
    const request = { as: 'HT0274', body: new Uint8Array(readFileSync(SAMPLE_SLIPS)) };
    const first = await ask<ImportBody>(importIdeas, request);
    expect(first).toMatchObject({ status: 200, body: { created: 63, duplicates: 0, rejected: 1 } });
    expect(fieldsOf(first.body).filter(fields => fields.length > 0)).toEqual([['现状分析']]);
    expect((await ask<ImportBody>(importIdeas, request)).body).toMatchObject({
      created: 0,
      duplicates: 63,
      rejected: 1,
    });
    time.set('2026-12-10T02:00:00.000Z');
    await run();
    const late = await ask<ImportBody>(importIdeas, request);
    expect(late.body).toMatchObject({ created: 0, duplicates: 63, rejected: 1 });
    expect(late.body.rows.map(({ ideaId }) => ideaId)).toEqual(
      first.body.rows.map(({ ideaId }) => ideaId),
    );
    expect(await gathered(ideaRepository(own).wholeRound(HUATAI, OCTOBER))).toHaveLength(63);
  });

  it('is for the secretary', async () => {
    await aFirm();
    for (const as of ['E1', 'C1', 'M1'])
      expect((await importing(`${HEADER}\n${ROW}`, as)).status).toBe(403);
  });

  it('reads UTF-8 with and without byte order mark, any line ends and amounts with separators as the same slips', async () => {
    await aFirm();
    expect((await importing(`${HEADER}\n${ROW}\n`)).body).toMatchObject({ created: 1 });
    expect((await importing(`\uFEFF${HEADER}\r\n${ROW}\r\n`)).body).toMatchObject({
      created: 0,
      duplicates: 1,
    });
    const grouped = ROW.replace('36000', '"36,000"').replace(/^1,/, '17,');
    expect((await importing(`${HEADER}\n${grouped}`)).body).toMatchObject({
      created: 0,
      duplicates: 1,
    });
  });

  it('reads GB18030 and UTF-16 as bytes, and gives instructions if the gateway has corrupted them as text', async () => {
    await aFirm();
    const bytes = Buffer.from(
      'D0F2BAC52CB9A4BAC52CB2BFC3C52CC0E0B1F02CBDA8D2E9C3FBB3C62CCFD6D7B4B7D6CEF62CB8C4BDF8B4EBCAA92CD4A4C6DAC4EAD0A7D2E628D4AA292CCCE1BDBBCAB1BCE40A' +
        '312C45312CD6FDD4ECB3B5BCE42CC9E8B1B82CBCD3D7B0B5B2B0E52CCCFAD0BCB7C9BDA62CD7D4D6C6B5B2B0E52C33363030302C323032362D31302D30312030383A3132',
      'hex',
    );
    expect(await importing(bytes)).toMatchObject({
      status: 400,
      body: { code: 'unreadable-file', detail: expect.stringContaining('UTF-8') },
    });
    const answer = await importingBytes(bytes);
    expect(answer.body).toMatchObject({ created: 1, rejected: 0 });
    // As Excel saves its Unicode text: in UTF-16, separated by tabs.
    const wide = Buffer.from(`\uFEFF${HEADER}\r\n${ROW}\r\n`.replaceAll(',', '\t'), 'utf16le');
    expect((await importingBytes(wide)).body).toMatchObject({ created: 0, duplicates: 1 });
    // Read as UTF-8 it is the same slip.
    expect((await importing(`${HEADER}\n${ROW}`)).body).toMatchObject({
      created: 0,
      duplicates: 1,
    });
  });

  it('refuses bytes that are no text, a missing, an unknown and a repeated column, and malformed quotes', async () => {
    await aFirm();
    for (const send of [importing, importingBytes])
      expect(await send(new Uint8Array([0xff, 0xff, 0xff]))).toMatchObject({
        status: 400,
        body: { code: 'unreadable-file' },
      });
    const columns = async (header: string, row: string): Promise<unknown> => {
      const { status, body } = await call<{ errors: { field: string; rule: string }[] }>(
        importIdeas,
        {
          as: 'S1',
          body: Buffer.from(`${header}\n${row}`),
        },
      );
      return [status, body.errors.map(({ field, rule }) => [field, rule])];
    };
    expect(await columns(HEADER.replace(',类别', ''), ROW.replace(',设备', ''))).toEqual([
      400,
      [['类别', 'required']],
    ]);
    expect(await columns(`${HEADER},备注`, `${ROW},无`)).toEqual([
      400,
      [['备注', 'unknown-field']],
    ]);
    expect(await columns(`${HEADER},类别`, `${ROW},设备`)).toEqual([400, [['类别', 'once']]]);
    for (const malformed of [ROW.replace('加装', '"加装'), ROW.replace('加装', '加"装')])
      expect(await importing(`${HEADER}\n${malformed}`)).toMatchObject({
        status: 400,
        body: { code: 'malformed-csv' },
      });
  });

  it('recognizes a file that a spreadsheet has saved again', async () => {
    await aFirm();
    const other = '2,,装配车间,质量,扭矩记录卡,"靠手感\n拧紧",定扭扳手,,2026-09-19 10:02:30';
    expect((await importing([HEADER, ROW, other].join('\n'))).body).toMatchObject({ created: 2 });
    const again = [
      '序号,提交时间,工号,部门,类别,建议名称,现状分析,改进措施,预期年效益（元）,,',
      `1,2026/10/1 8:12,ｅ1,铸造车间,设备,加装挡板,铁屑飞溅,自制挡板,"￥36,000",,`,
      ',,,,,,,,,,',
      `2,2026年9月19日 10时02分,,装配车间,质量,扭矩记录卡 ,"靠手感\r\n拧紧",定扭扳手,,,`,
      '',
    ];
    const { body } = await importing(again.join('\r\n'));
    expect(body.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [1, 'duplicate'],
      [3, 'duplicate'],
    ]);
  });

  it('recognizes slips that were imported under the former rule, by their cells', async () => {
    await aFirm();
    const [, ...cells] = ROW.split(',');
    const id = organization(`importer-${firms}`);
    const formerly = (month: string, written: readonly string[]): Idea => ({
      ...newIdea({ organization: id }),
      id: ideaIdFor(round(month), ['slip', id, ...written]),
      round: round(month),
    });
    const clean = formerly('2026-10', cells);
    await ideaRepository(table).create(clean, [], 'slip');
    for (const row of [
      ROW,
      ROW.replace('36000', '"36,000"').replace('2026-10-01 08:12', '2026/10/1 8:12'),
    ])
      expect((await importing([HEADER, row].join('\n'))).body).toMatchObject({
        created: 0,
        duplicates: 1,
        rows: [{ ideaId: clean.id }],
      });
    // Also slips that a spreadsheet had saved before their first import.
    const saved = cells.with(-1, '2026/9/2 8:05').with(-2, '1,000');
    const late = formerly('2026-09', saved);
    await ideaRepository(table).create(late, [], 'slip');
    expect(
      (
        await importing(
          [HEADER, `9,${cells.with(-1, '2026-09-02 08:05').with(-2, '1000').join(',')}`].join('\n'),
        )
      ).body,
    ).toMatchObject({ duplicates: 1, rows: [{ ideaId: late.id }] });
  });

  it('of a long file answers a part, and continues until every row is answered', async () => {
    await aFirm();
    const rows = Array.from({ length: 260 }, (_, at) =>
      ROW.replace('加装挡板', `加装挡板 ${at % 250}`),
    );
    const file = Buffer.from([HEADER, ...rows].join('\n'));
    const answered: [number, string][] = [];
    let query: Record<string, string> = {};
    let parts = 0;
    for (let more = true; more; parts += 1) {
      const { body } = await call<ImportBody & { next?: number }>(importIdeas, {
        as: 'S1',
        query,
        body: file,
      });
      answered.push(...body.rows.map(({ row, outcome }): [number, string] => [row, outcome]));
      more = body.next !== undefined;
      query = { from: String(body.next) };
      // Each part is safe to repeat.
      if (parts === 0)
        expect((await call<ImportBody>(importIdeas, { as: 'S1', body: file })).body).toMatchObject({
          created: 0,
        });
    }
    expect(parts).toBeGreaterThan(1);
    expect(answered).toEqual(rows.map((_, at) => [at + 1, at < 250 ? 'created' : 'duplicate']));
    expect((await call(importIdeas, { as: 'S1', query: { from: '0' }, body: file })).status).toBe(
      400,
    );
  });

  it('that takes too long answers where to continue', async () => {
    await aFirm();
    const rows = Array.from({ length: 100 }, (_, at) => ROW.replace('加装挡板', `加装挡板 ${at}`));
    const file = Buffer.from([HEADER, ...rows].join('\n'));
    let asked = 0;
    const slow: SetClock = Object.assign(new SetClock(AT.collecting), {
      now: () =>
        instant(`2026-10-08T02:00:${String(Math.min(59, asked++ * 6)).padStart(2, '0')}.000Z`),
    });
    const ask = apiOf(table, slow, organization(`importer-${firms}`));
    const { body } = await ask<ImportBody & { next?: number }>(importIdeas, {
      as: 'S1',
      body: file,
    });
    expect(body.rows.length).toBeGreaterThan(0);
    expect(body.next).toBe(body.rows.length + 1);
    expect(body.rows.length).toBeLessThan(100);
  });

  it('does not reject a good row for an error in a similar one', async () => {
    await aFirm();
    const { body } = await importing([HEADER, `${ROW},多一格`, ROW].join('\n'));
    expect(body.rows.map(({ outcome }) => outcome)).toEqual(['rejected', 'created']);
  });

  it('answers each row on its own: repeats, unknown numbers, times of other kinds', async () => {
    await aFirm();
    const rows = [
      ROW,
      ROW.replace(/^1,/, '2,'),
      ROW.replace('E1', 'E77'),
      ROW.replace('E1', 'E77'),
      ROW.replace('2026-10-01 08:12', '17-09-2026 08:12'),
      ROW.replace('2026-10-01 08:12', '2026-02-30 08:12'),
      ROW.replace('2026-10-01 08:12', ''),
      ROW.replace('2026-10-01 08:12', '2026/9/17 8:12'),
      ROW.replace('2026-10-01 08:12', '2026-12-01 08:12'),
      ROW.replace('设备', '没有的类别'),
      ROW.replace('铸造车间', '没有的部门'),
      ROW.replace('E1', ''),
      `${ROW},多一格`,
    ];
    const { body } = await importing([HEADER, ...rows].join('\n'));
    expect(body.rows.map(({ row, outcome }) => [row, outcome])).toEqual(
      'created duplicate rejected rejected rejected rejected rejected created rejected rejected rejected created rejected'
        .split(' ')
        .map((outcome, at) => [at + 1, outcome]),
    );
    expect(body.rows[1]!.ideaId).toBe(body.rows[0]!.ideaId);
    expect(fieldsOf(body)).toEqual([
      [],
      [],
      ['工号'],
      ['工号'],
      ['提交时间'],
      ['提交时间'],
      ['提交时间'],
      [],
      ['提交时间'],
      ['类别'],
      ['部门'],
      [],
      ['整行'],
    ]);
    expect(body).toMatchObject({ created: 3, duplicates: 1, rejected: 9 });
    const read = async (at: number) =>
      (
        await call<IdeaBody & { submittedAt: string; unnamed: boolean }>(getIdea, {
          as: 'E2',
          path: { idea: body.rows[at]!.ideaId! },
        })
      ).body;
    expect(await read(7)).toMatchObject({
      submittedAt: '2026-09-17T00:12:00.000Z',
      authorId: 'E1',
    });
    expect(await read(11)).toMatchObject({ unnamed: true });
  });
});
