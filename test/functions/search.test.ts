/** Searching, as readers do it: what is found, in which order, what is marked, and by whom. */
import { beforeEach, describe, expect, it } from 'vitest';

import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { mergeIdea, reviseIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { searchIdeas } from '../../shared/contract/routes/search.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, newMember } from '../store/sample-facts.ts';
import { indexing } from './searched.ts';
import { AT, apiOf, type Caller, foundFirm, SetClock } from './small-firm.ts';

interface Found {
  readonly hits: readonly {
    readonly idea: {
      readonly id: string;
      readonly title: string;
      readonly status: string;
      readonly version: number;
      readonly authorId?: string;
    };
    readonly marks: { readonly title: readonly (readonly [number, number])[] };
    readonly snippet?: {
      readonly of: string;
      readonly text: string;
      readonly marks: readonly (readonly [number, number])[];
    };
  }[];
  readonly total: number;
  readonly nextCursor?: string;
}

let table: FreshTable;
let call: Caller;
let index: () => Promise<void>;

beforeEach(async () => {
  table = await freshTable();
  await foundFirm(table, { more: [newMember('E3', ['employee'], HUATAI, '装配车间')] });
  call = apiOf(table, new SetClock(AT.collecting));
  index = indexing(table);
});

async function submit(
  title: string,
  problem = '现在没有人管',
  proposal = '请有关部门安排',
  more: object = {},
  as = 'E1',
): Promise<string> {
  const body = { title, problem, proposal, category: '设备', ...more };
  const { status, body: made } = await call<{ id: string }>(submitIdea, { as, body });
  expect(status).toBe(201);
  return made.id;
}

async function search(q: string, query: Record<string, string> = {}, as = 'E2'): Promise<Found> {
  const { status, body } = await call<Found>(searchIdeas, { as, query: { q, ...query } });
  expect([status, status === 200 ? '' : body]).toEqual([200, '']);
  return body;
}

const titles = ({ hits }: Found) => hits.map(({ idea }) => idea.title);
const marked = (text: string, marks: readonly (readonly [number, number])[] = []) =>
  marks.map(([from, to]) => text.slice(from, to));

describe('a search', () => {
  beforeEach(async () => {
    await submit('3号行车的减速机漏油', '地面有油，容易滑倒', '更换油封', { category: '安全' });
    await submit('更衣室照明太暗', '看不清地面，3号柜附近最暗', '换成LED灯', {
      department: '铸造车间',
    });
    await submit('给13号镗床加装排屑挡板', 'ＬＥＤ屏也被铁屑打坏了', '用废旧钢板自制，厚3.5毫米');
    await index();
  });

  it('finds words, single characters, numbers and mixed text, wherever they stand', async () => {
    expect(titles(await search('漏油'))).toEqual(['3号行车的减速机漏油']);
    expect(titles(await search('灯'))).toEqual(['更衣室照明太暗']);
    expect(titles(await search('3.5毫米'))).toEqual(['给13号镗床加装排屑挡板']);
    expect(titles(await search('行车漏油'))).toEqual(['3号行车的减速机漏油']);
    expect(titles(await search('没有这个词'))).toEqual([]);
    expect(titles(await search('。'))).toEqual([]);
  });

  it('does not find a number in another one', async () => {
    expect(titles(await search('3号'))).toEqual(['3号行车的减速机漏油', '更衣室照明太暗']);
  });

  it('takes wide and narrow, small and capital characters for the same', async () => {
    const both = ['更衣室照明太暗', '给13号镗床加装排屑挡板'];
    expect(titles(await search('led')).toSorted()).toEqual(both.toSorted());
    expect(titles(await search('ＬＥＤ')).toSorted()).toEqual(both.toSorted());
  });

  it('wants all words, in any order, and knows other words for a thing', async () => {
    expect(titles(await search('油封 行车'))).toEqual(['3号行车的减速机漏油']);
    expect(titles(await search('行车 灯'))).toEqual([]);
    expect(titles(await search('天车'))).toEqual(['3号行车的减速机漏油']);
  });

  it('prefers a title to a text', async () => {
    expect(titles(await search('地面'))).toHaveLength(2);
    await submit('地面划线');
    await index();
    expect(titles(await search('地面'))[0]).toBe('地面划线');
  });

  it('combines with each filter', async () => {
    expect(titles(await search('3号', { category: '安全' }))).toEqual(['3号行车的减速机漏油']);
    expect(titles(await search('3号', { department: '铸造车间' }))).toHaveLength(2);
    expect(titles(await search('3号', { round: '2026-10' }))).toHaveLength(2);
    expect(titles(await search('3号', { round: '2026-09' }))).toEqual([]);
    expect(titles(await search('3号', { status: 'submitted' }))).toHaveLength(2);
    expect(titles(await search('3号', { status: 'adopted' }))).toEqual([]);
  });

  it('marks what it found, in the title and in a part of the text', async () => {
    const [hit] = (await search('led')).hits.filter(({ idea }) => idea.title.includes('镗床'));
    expect(hit?.marks.title).toEqual([]);
    expect(marked(hit?.snippet?.text ?? '', hit?.snippet?.marks)).toEqual(['ＬＥＤ']);
    const [title] = (await search('减速机')).hits;
    expect(marked(title?.idea.title ?? '', title?.marks.title)).toEqual(['减速机']);
    expect(title?.snippet).toBeUndefined();
  });

  it('continues page by page, each idea once', async () => {
    for (let number = 0; number < 5; number += 1) await submit(`第${number}条`, '排风扇停转');
    await index();
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('排风扇', { limit: '2', ...(cursor !== undefined && { cursor }) });
      expect(page.total).toBe(5);
      all.push(...titles(page));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(all.toSorted()).toEqual(['第0条', '第1条', '第2条', '第3条', '第4条']);
  });
});

describe('what is found', () => {
  it('is what the idea says now, though the index is late', async () => {
    const id = await submit('叉车充电桩不够');
    await index();
    const [hit] = (await search('充电桩')).hits;
    const body = { title: '食堂排队', category: '设备', problem: '人多', proposal: '错峰' };
    const headers = { 'if-match': `"${hit?.idea.version}"` };
    expect((await call(reviseIdea, { as: 'E1', path: { idea: id }, headers, body })).status).toBe(
      200,
    );
    expect(titles(await search('充电桩'))).toEqual([]);
    await index();
    expect(titles(await search('食堂'))).toEqual(['食堂排队']);
  });

  it('is no withdrawn idea from that moment on, not even for its author', async () => {
    const id = await submit('叉车充电桩不够');
    await index();
    expect((await call(withdrawIdea, { as: 'E1', path: { idea: id } })).status).toBe(200);
    expect(titles(await search('充电桩', {}, 'E1'))).toEqual([]);
    await index();
    expect((await search('充电桩', {}, 'E1')).total).toBe(0);
  });

  it('is the idea into which another was merged', async () => {
    const [from, into] = [await submit('天吊链条磨损'), await submit('行车钢丝绳更换')];
    await index();
    expect((await call(mergeIdea, { as: 'S1', path: { idea: from }, body: { into } })).status).toBe(
      200,
    );
    for (const late of [true, false]) {
      if (!late) await index();
      expect(titles(await search('链条'))).toEqual(['行车钢丝绳更换']);
      expect(titles(await search('行车'))).toEqual(['行车钢丝绳更换']);
      expect(titles(await search('链条', { status: 'merged' }))).toEqual([]);
      expect(titles(await search('链条', { status: 'submitted' }))).toEqual(['行车钢丝绳更换']);
    }
  });

  it('is an unnamed idea by its words, and none by its author', async () => {
    await submit('匿名说说加班', undefined, undefined, { unnamed: true }, 'E3');
    await submit('实名说说加班', undefined, undefined, {}, 'E3');
    await index();
    const { hits } = await search('加班');
    expect(hits).toHaveLength(2);
    expect(hits.find(({ idea }) => idea.title.startsWith('匿名'))?.idea.authorId).toBeUndefined();
    for (const q of ['E3', 'e3', 'sub-E3', '装配车间']) expect((await search(q)).hits).toEqual([]);
  });

  it('belongs to the reader’s organization', async () => {
    await submit('叉车充电桩不够');
    await index();
    const { status } = await call(searchIdeas, {
      as: 'E2',
      path: { organization: 'zhongcheng' },
      query: { q: '叉车' },
    });
    expect(status).toBe(404);
    expect((await call(searchIdeas, { query: { q: '叉车' } })).status).toBe(401);
  });

  it('needs something to look for', async () => {
    expect((await call(searchIdeas, { as: 'E2', query: { q: '' } })).status).toBe(400);
    expect((await call(searchIdeas, { as: 'E2', query: { q: '字'.repeat(61) } })).status).toBe(400);
    expect((await call(searchIdeas, { as: 'E2' })).status).toBe(400);
  });
});
