/** A member's own data: all of it, in parts, for nobody else and with nobody else in it. */
import { describe, expect, it } from 'vitest';
import { writeComment } from '../../shared/contract/routes/comments.ts';
import { supportIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import { addMember, putMember } from '../../shared/contract/routes/members.ts';
import { exportMyData } from '../../shared/contract/routes/my-data.ts';
import { approveReward } from '../../shared/contract/routes/rewards.ts';
import { withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { toItem } from '../../shared/store/idea-item.ts';
import { costOf, metered } from '../bench/metered.ts';
import { putItems } from '../store/many-items.ts';
import { newIdea, newMember, OCTOBER } from '../store/sample-facts.ts';
import { type Firm, months } from './months.ts';
import { AT, apiOf, type Caller } from './small-firm.ts';

interface Part {
  readonly notes: readonly string[];
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly Record<string, unknown>[];
  }[];
  readonly nextCursor?: string;
}

/** All parts of a member's data; the rows by their headings. */
async function dataOf(call: Caller, as: string) {
  const parts: Part[] = [];
  const rows: Record<string, Record<string, unknown>[]> = {};
  let nextCursor: string | undefined;
  do {
    const reply = await call<Part>(exportMyData, {
      as,
      ...(nextCursor && { query: { cursor: nextCursor } }),
    });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-disposition']).toBe('attachment; filename="my-data.json"');
    parts.push(reply.body);
    for (const section of reply.body.sections)
      rows[section.heading] = [...(rows[section.heading] ?? []), ...section.rows];
    ({ nextCursor } = reply.body);
  } while (nextCursor !== undefined);
  return { parts, rows, text: JSON.stringify(parts) };
}

async function firmOfNamed(ballot: 'open' | 'secret' = 'open'): Promise<Firm> {
  const firm = await months({ ballot, more: [newMember('A1', ['administrator'])] });
  const facts = { department: '技术部', roles: ['committee'], name: '李春花', subject: 'sub-K9' };
  await firm.call(addMember, { as: 'A1', body: { id: 'K9', ...facts } });
  const named = { ...facts, subject: 'sub-C1', roles: ['committee', 'chair'], name: '王小明' };
  await firm.call(putMember, { as: 'A1', path: { member: 'C1' }, body: named });
  return firm;
}

describe('a member’s own data', () => {
  it('has their entry, ideas, acts, comments, votes, supports, work and rewards, and nobody else', async () => {
    const firm = await firmOfNamed();
    const own = await firm.handIn('K9', { title: '我的一条' });
    const taken = await firm.handIn('K9', { title: '撤回的一条' });
    const other = await firm.handIn('E1', { title: '别人的一条' });
    const gone = await firm.handIn('E2', { title: '别人撤回的' });
    await firm.on(writeComment, 'K9', gone, { text: '我的评论' });
    await firm.on(writeComment, 'C1', own, { text: '别人的评论' });
    await firm.on(supportIdea, 'K9', other);
    await firm.on(withdrawIdea, 'K9', taken);
    await firm.on(withdrawIdea, 'E2', gone);
    await firm.until(AT.opens);
    await firm.vote('K9', other, 'oppose');
    for (const idea of [own, other]) await firm.adopt(idea);
    await firm.on(assignIdea, 'S1', other, { owner: 'K9', due: '2026-12-31' });
    const done = { done: '都装好了', claimedBenefit: 300_000 };
    await firm.on(completeIdea, 'K9', other, done);
    await firm.on(assignIdea, 'S1', own, { owner: 'C3', due: '2026-12-31' });
    await firm.on(completeIdea, 'C3', own, done);
    await firm.on(acceptIdea, 'M1', own, { verifiedBenefit: 300_000 });
    const shares = [{ member: 'K9', fen: 100_000 }];
    await firm.on(approveReward, 'M1', own, { amount: 100_000, shares });

    const { rows, text, parts } = await dataOf(firm.call, 'K9');
    expect(parts[0]?.notes.length).toBeGreaterThan(0);
    expect(rows).toMatchObject({
      成员名单中的我: [{ 工号: 'K9', 姓名: '李春花', 账号: 'sub-K9', 部门: '技术部' }],
      我的评论: [{ 编号: gone, 内容: '我的评论' }],
      我的记名投票: [{ 编号: other, 选择: '反对', 期: OCTOBER }],
      我的附议: [{ 编号: other }],
      我负责的实施: [{ 编号: other, 完成情况: '都装好了' }],
      我的奖励: [{ 编号: own, '金额(元)': 1000, 状态: '已核定' }],
    });
    expect(rows.我提的金点子?.map(({ 编号, 状态 }) => [编号, 状态]).toSorted()).toEqual(
      [
        [own, '已验收'],
        [taken, '已撤回'],
      ].toSorted(),
    );
    expect(rows.我办理的事项?.map(({ 事项 }) => 事项).toSorted()).toEqual(
      ['提交', '提交', '撤回', '完成，提请验收'].toSorted(),
    );
    expect(rows.名单的改动?.map(({ 项目 }) => 项目)).toContain('账号');
    for (const foreign of ['王小明', '别人撤回的', '别人的评论', /"(?:sub-)?[ACEMS]\d"/])
      expect(text).not.toMatch(foreign);
    expect((await dataOf(firm.call, 'C3')).text).not.toMatch(/李春花|K9|我的评论/);
  });

  it('does not say how they voted in secret, so that nobody can demand a proof', async () => {
    const firm = await firmOfNamed('secret');
    const idea = await firm.handIn('E1');
    await firm.until(AT.opens);
    await firm.vote('K9', idea, 'oppose');
    const { rows, text } = await dataOf(firm.call, 'K9');
    expect(rows.我的记名投票).toBeUndefined();
    expect(text).not.toContain('反对');
  });

  it('comes in parts that have everything once; a part costs by its ideas', async () => {
    const firm = await firmOfNamed();
    const ideas = Array.from({ length: 130 }, (_, at) =>
      newIdea({ author: at % 2 === 0 ? 'E1' : 'E2' }),
    );
    await putItems(
      firm.table,
      ideas.map(idea => toItem(idea)),
    );
    const { rows, parts } = await dataOf(firm.call, 'E1');
    const expected = ideas.filter(({ authorId }) => authorId === 'E1').map(({ id }) => id);
    expect(rows.我提的金点子?.map(({ 编号 }) => 编号).toSorted()).toEqual(expected.toSorted());
    expect(parts.length).toBeGreaterThan(2);

    const { table, meter } = metered(firm.table);
    const call = apiOf(table, firm.clock);
    const { reads } = await costOf(meter, async () => {
      await call(exportMyData, { as: 'E1', query: { cursor: OCTOBER } });
    });
    expect(reads).toBeLessThan(100);
  });

  it('is for members, and goes on only where a part ended', async () => {
    const firm = await firmOfNamed();
    expect((await firm.call(exportMyData, { as: 'X9' })).status).toBe(404);
    expect((await firm.call(exportMyData)).status).toBe(401);
    const bad = await firm.call(exportMyData, { as: 'E1', query: { cursor: 'E2' } });
    expect(bad.status).toBe(400);
  });
});
