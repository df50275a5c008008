/**
 * The file of a round's ideas: everything an auditor needs, in parts that make the whole, for
 * entitled readers alone.
 */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportIdeas } from '../../shared/contract/routes/export.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { isLocalDate } from '../../shared/domain/kernel/instant.ts';
import { PART_BYTES } from '../../shared/http/csv.ts';
import { ideaRepository } from '../../shared/store/ideas.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { name } from '../sample/names.ts';
import {
  HUATAI,
  instant,
  member,
  NOVEMBER,
  newIdea,
  newMember,
  OCTOBER,
  ZHONGCHENG,
} from '../store/sample-facts.ts';
import { watched } from '../store/watched-table.ts';
import { AT, apiOf, type Caller, foundFirm, SetClock } from './small-firm.ts';

let table: FreshTable;
let call: Caller;
let queries = 0;

beforeAll(async () => {
  table = await freshTable();
  const counted = watched(table, {
    sent: command => {
      if (command === 'QueryCommand') queries += 1;
    },
  });
  call = apiOf(counted, new SetClock(AT.publishes));
});

/** A firm with these ideas, unchanged. */
async function firmWith(id: typeof HUATAI, ideas: readonly Idea[]): Promise<void> {
  const author = { ...newMember('E1', ['employee'], id, '铸造车间'), name: name('王建国') };
  await foundFirm(table, { id, more: [author] });
  const repository = ideaRepository(table);
  for (let start = 0; start < ideas.length; start += 64)
    await Promise.all(
      ideas
        .slice(start, start + 64)
        .map(idea => repository.create({ ...idea, organization: id }, [], 'print')),
    );
}

const part = (as: string, cursor?: string, organization: string = HUATAI) =>
  call<string>(exportIdeas, {
    as,
    path: { organization, round: OCTOBER },
    ...(cursor !== undefined && { query: { cursor } }),
  });

/** All parts, following their links as a client does. */
async function partsOf(organization: string): Promise<string[]> {
  const parts: string[] = [];
  for (let cursor: string | undefined, last = false; !last; ) {
    const { status, text, headers } = await part('S1', cursor, organization);
    expect(status).toBe(200);
    parts.push(text);
    const next = /^<(.+)>; rel="next"$/.exec(String(headers.link))?.[1];
    last = next === undefined;
    cursor = next?.split('?cursor=')[1];
  }
  return parts;
}

const rowsOf = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true });

/** A ballot of four votes, by C1 to C4 of five. */
const decisionOf = (approve: number) => ({
  at: instant('2026-10-16T02:00:00.000Z'),
  by: { kind: 'member', id: member('C1') } as const,
  round: OCTOBER,
  result: {
    tally: { approve, oppose: 4 - approve, abstain: 0 },
    eligible: 5,
    quorum: 4,
    quorate: true,
    outcome: approve > 2 ? ('adopted' as const) : ('declined' as const),
  },
});

function acceptedIdea(): Idea {
  const due = '2026-11-30';
  if (!isLocalDate(due)) throw new Error('no date');
  const at = instant('2026-11-20T02:00:00.000Z');
  return {
    ...newIdea({ author: 'E1', expectedBenefit: 60_000 }),
    status: 'accepted',
    decision: { ...decisionOf(4), outcome: 'adopted', reply: '采纳，谢谢' },
    coAuthors: [
      { id: member('E2'), via: newIdea().id },
      { id: member('E2'), via: newIdea().id },
    ],
    implementation: { owner: member('E2'), due, assignedAt: at, progress: 100, note: '=挡板已装' },
    completion: { at, done: '四台镗床全部加装', claimedBenefit: 58_000 },
    acceptance: { at, by: member('M1'), verifiedBenefit: 52_000 },
    reward: {
      state: 'approved',
      proposal: { least: 300, most: 500, proposed: 393 },
      amount: 39_350,
      shares: [{ member: member('E1'), fen: 39_350 }],
      approvedBy: member('M1'),
      approvedAt: at,
    },
  };
}

describe('the file of a round', () => {
  const carried = acceptedIdea();
  const unnamed = newIdea({ author: undefined, department: undefined });
  const gone: Idea = { ...newIdea({ author: 'E2' }), status: 'withdrawn' };
  const declined: Idea = {
    ...newIdea({ author: 'E2' }),
    status: 'declined',
    decision: { ...decisionOf(1), outcome: 'declined', reason: '费用过高' },
  };
  let text = '';
  const row = (id: string) => rowsOf(text).find(({ 编号 }) => 编号 === id)!;

  beforeAll(async () => {
    await firmWith(HUATAI, [carried, unnamed, gone, declined, newIdea({ round: NOVEMBER })]);
    ({ text } = await part('M1'));
  });

  it('has every idea of the round but withdrawn ones, and none of another, numbered through', () => {
    const rows = rowsOf(text);
    expect(rows.map(({ 编号 }) => 编号)).toEqual(
      [carried, unnamed, declined].map(({ id }) => id).toSorted(),
    );
    expect(rows.map(({ 序号 }) => 序号)).toEqual(['1', '2', '3']);
  });

  it('has the whole later life of an idea', () => {
    expect(row(carried.id)).toMatchObject({
      状态: '已验收',
      建议名称: carried.title,
      类别: '设备',
      部门: '铸造车间',
      提交人: 'E1',
      提交人姓名: '王建国',
      共同提交人: 'E2',
      共同提交人姓名: 'E2',
      提交时间: '2026-10-01 10:00',
      '预期年效益(元)': '60000',
      决定: '采纳',
      决定时间: '2026-10-16 10:00',
      答复: '采纳，谢谢',
      赞成票: '4',
      反对票: '0',
      弃权票: '0',
      应到票: '5',
      法定票: '4',
      负责人: 'E2',
      完成期限: '2026-11-30',
      '进度(%)': '100',
      进展: `'=挡板已装`,
      完成情况: '四台镗床全部加装',
      '申报年效益(元)': '58000',
      '核实年效益(元)': '52000',
      验收时间: '2026-11-20 10:00',
      奖励: '已核定',
      '奖励金额(元)': '393.5',
    });
    expect(row(declined.id)).toMatchObject({
      状态: '未采纳',
      决定: '不采纳',
      决定理由: '费用过高',
      赞成票: '1',
      反对票: '3',
    });
  });

  it('has rewards in a manager’s version alone, and is the same otherwise', async () => {
    const secretarys = await part('S1');
    expect(secretarys.status).toBe(200);
    const withoutRewards = rowsOf(text).map(({ 奖励: _, '奖励金额(元)': __, ...rest }) => rest);
    expect(rowsOf(secretarys.text)).toEqual(withoutRewards);
  });

  it('names nobody on an unnamed idea', () => {
    expect(row(unnamed.id)).toMatchObject({
      提交人: '不记名',
      提交人姓名: '',
      共同提交人: '',
      部门: '',
    });
  });

  it('has only the day of an unnamed author’s acts, because no time was stored', () => {
    expect(row(unnamed.id)).toMatchObject({ 提交时间: '2026-10-01' });
  });

  it('has counts of votes, and no voter', () => {
    expect(text).not.toMatch(/\bC\d\b/);
  });

  it('has its file name, and the note that it is complete', async () => {
    const { headers } = await part('S1');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="ideas-2026-10.csv"');
    expect(headers).not.toHaveProperty('link');
    expect(text.startsWith('\ufeff序号,编号,状态,')).toBe(true);
  });
});

describe('a caller without the right', () => {
  it.each(['E1', 'C1', 'C2'])('not %s', async as => {
    const { status, text } = await part(as);
    expect([status, JSON.parse(text).code]).toEqual([403, 'role-required']);
  });

  it('from outside gets nothing, and nobody gets a round that was never held', async () => {
    await foundFirm(table, { id: ZHONGCHENG });
    expect((await part('stranger')).status).toBe(404);
    const path = { organization: HUATAI, round: '2025-01' };
    const { status, text } = await call(exportIdeas, { as: 'S1', path });
    expect([status, JSON.parse(text).errors[0].field]).toEqual([404, 'round']);
  });

  it('with an invalid cursor gets nothing', async () => {
    for (const cursor of ['', 'x', '2026-10', `0_${newIdea().id}`])
      expect((await part('S1', cursor)).status).toBe(400);
  });
});

describe('a round of some thousand ideas', () => {
  const LARGE = ZHONGCHENG;
  const ideas = Array.from({ length: 2_500 }, (_, at) => ({
    ...newIdea({ author: `E${(at % 900) + 1}` }),
    problem: `=${at}，${'铁屑飞溅到导轨上，"清理"费时。\n'.repeat(1 + (at % 40))}`,
  }));
  let parts: string[] = [];

  beforeAll(async () => {
    await firmWith(LARGE, ideas);
    queries = 0;
    parts = await partsOf(LARGE);
  });

  it('comes in parts that are full and no fuller', () => {
    const sizes = parts.map(text => Buffer.byteLength(text));
    expect(sizes.length).toBeGreaterThan(2);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(PART_BYTES);
    for (const size of sizes.slice(0, -1)) expect(size).toBeGreaterThan(PART_BYTES * 0.98);
  });

  it('costs no more reads than necessary: two or three of the table’s pages of 1 MB for a part', () => {
    // One more finds the member, and one the names.
    expect(queries / parts.length).toBeLessThanOrEqual(5);
  });

  it('is whole when the parts are joined: each idea once, numbered through', () => {
    const rows = rowsOf(parts.join(''));
    expect(rows.map(({ 编号 }) => 编号)).toEqual(ideas.map(({ id }) => id).toSorted());
    expect(rows.map(({ 序号 }) => Number(序号))).toEqual(ideas.map((_, at) => at + 1));
    const problems = new Map(ideas.map(({ id, problem }) => [id as string, `'${problem}`]));
    expect(rows.filter(({ 编号 = '', 现状分析 }) => 现状分析 !== problems.get(编号))).toEqual([]);
  });
});
