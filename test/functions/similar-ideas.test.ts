/** Ideas that are like one being typed, as a member asks for them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { mergeIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { findSimilarIdeas } from '../../shared/contract/routes/search.ts';
import { type FreshTable, freshTable } from '../fresh-table.ts';
import { HUATAI, newMember } from '../store/sample-facts.ts';
import { indexing } from './searched.ts';
import { AT, apiOf, type Caller, foundFirm, SetClock } from './small-firm.ts';

interface Similar {
  readonly ideas: readonly {
    readonly idea: { readonly id: string; readonly title: string; readonly authorId?: string };
    readonly marks: { readonly title: readonly (readonly [number, number])[] };
  }[];
}

let table: FreshTable;
let call: Caller;
let index: () => Promise<void>;
const ids: Record<string, string> = {};

const LEAK = '3号行车减速机漏油';
const LIKE_IT = '三号天车变速箱渗油';

async function submit(title: string, problem: string, more: object = {}): Promise<string> {
  const body = { title, problem, proposal: '请有关部门安排', category: '设备', ...more };
  const { status, body: made } = await call<{ id: string }>(submitIdea, { as: 'E1', body });
  expect(status).toBe(201);
  return made.id;
}

async function similar(title: string, more: object = {}, as = 'E2'): Promise<Similar['ideas']> {
  const { status, body } = await call<Similar>(findSimilarIdeas, { as, body: { title, ...more } });
  expect(status).toBe(200);
  return body.ideas;
}
const titles = (found: Similar['ideas']) => found.map(({ idea }) => idea.title);

beforeAll(async () => {
  table = await freshTable();
  await foundFirm(table, { more: [newMember('E3', ['employee'], HUATAI, '装配车间')] });
  call = apiOf(table, new SetClock(AT.collecting));
  index = indexing(table);
  ids.leak = await submit(LEAK, '油滴到下面的钳工台上，地上也滑');
  ids.toilet = await submit('卫生间增加通风', '夏天味道大，没人愿进', { unnamed: true });
  ids.locker = await submit('更衣室增加储物柜', '新来的没有柜子，衣服放工位');
  await index();
});

describe('similar ideas', () => {
  it('are found in other words, the title before what is typed of the problem', async () => {
    expect(titles(await similar(LIKE_IT))).toEqual([LEAK]);
    expect(titles(await similar('换衣间柜子不够'))).toEqual(['更衣室增加储物柜']);
    expect(titles(await similar('有一个建议', { problem: '三号天车的变速箱往下滴油' }))).toEqual([
      LEAK,
    ]);
  });

  it('are none for another matter of the same thing, and none for set phrases', async () => {
    expect(titles(await similar('天车司机操作证到期复审'))).toEqual([]);
    expect(titles(await similar('建议领导重视，解决存在的问题'))).toEqual([]);
  });

  it('mark what both have, in whichever words', async () => {
    const [found] = await similar(LIKE_IT);
    const marked = found?.marks.title.map(([from, to]) => LEAK.slice(from, to)).join('|');
    expect(marked).toContain('行车');
    expect(marked).toContain('漏油');
  });

  it('say nothing of who submitted an unnamed one', async () => {
    const [found] = await similar('茅房味道太大，夏天进不去人');
    expect(found?.idea.id).toBe(ids.toilet);
    expect(found?.idea.authorId).toBeUndefined();
  });

  it('are not the idea itself', async () => {
    expect(titles(await similar(LEAK, { except: ids.leak }))).toEqual([]);
  });

  it('are of the reader’s organization', async () => {
    const path = { organization: 'zhongcheng' };
    const { status } = await call(findSimilarIdeas, { as: 'E2', path, body: { title: LEAK } });
    expect(status).toBe(404);
    expect((await call(findSimilarIdeas, { body: { title: LEAK } })).status).toBe(401);
  });

  it('are five at the most', async () => {
    for (let at = 0; at < 6; at += 1) await submit(`第${at}台排风扇停转`, '排风扇不转，车间闷热');
    await index();
    expect(await similar('排风扇停转了')).toHaveLength(5);
  });

  it('lead from a merged one to the idea that stands for it, each once', async () => {
    const from = await submit('行车减速箱滴油', '地上一滩油');
    await index();
    const body = { into: ids.leak };
    expect((await call(mergeIdea, { as: 'S1', path: { idea: from }, body })).status).toBe(200);
    for (const late of [true, false]) {
      if (!late) await index();
      expect(titles(await similar('行车减速箱滴油'))).toEqual([LEAK]);
      expect(titles(await similar('行车减速箱滴油', { except: ids.leak }))).toEqual([]);
    }
  });

  it('are no withdrawn ones from that moment on', async () => {
    expect((await call(withdrawIdea, { as: 'E1', path: { idea: ids.locker ?? '' } })).status).toBe(
      200,
    );
    expect(titles(await similar('更衣室增加储物柜', {}, 'E1'))).toEqual([]);
  });
});
