/**
 * A session that ends in the middle of a form, for the forms of each role: the pressed act waits,
 * nothing of it is lost, and it is done once the same person is back.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
} from '../../shared/contract/routes/implementation.ts';
import { referIdea } from '../../shared/contract/routes/opinions.ts';
import { returnIdea, scheduleIdea } from '../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP, signInAgain } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, DESKTOP);
const organization = names.organization('huatai');
const round = names.round('2026-10');
const COMMITTEE = ['HT0011', 'HT0022', 'HT0033', 'HT0044'];

const PREPARED = [
  'revised',
  'returned',
  'merged',
  'kept',
  'referred',
  'listed',
  'arranged',
  'voted on',
  'decided',
  'assigned',
  'worked on',
  'rewarded',
  'declined',
] as const;
const ideas = new Map<(typeof PREPARED)[number], IdeaId>();
const idOf = (what: (typeof PREPARED)[number]): IdeaId => {
  const id = ideas.get(what);
  if (id === undefined) throw new Error(`no idea is ${what}`);
  return id;
};
const titleOf = (what: (typeof PREPARED)[number]) => `第 ${PREPARED.indexOf(what) + 1} 条建议`;
const pathOf = (what: (typeof PREPARED)[number]) => ({ organization, idea: idOf(what) });

interface Form {
  readonly address: () => string;
  readonly fill: (page: Page) => Promise<unknown>;
  readonly send: (page: Page) => Promise<unknown>;
  /** What is said once it is done; a vote shows at once, so the API is asked. */
  readonly said: ((page: Page) => ReturnType<Page['getByText']>) | undefined;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const confirm = async (page: Page, name: string | RegExp) => {
  await press(page, name);
  await page.getByRole('dialog').getByRole('button', { name: '确认' }).click();
};
async function fillIn(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
}
async function fillIdea(page: Page, title: string): Promise<void> {
  await fillIn(page, { 建议名称: title, 现状分析: '没有。', 改进措施: '装一个。' });
  await page.getByRole('radio', { name: '安全' }).check();
}
const ofIdea = (what: (typeof PREPARED)[number]) => () => `ideas/${idOf(what)}`;

/** While ideas are collected. */
const COLLECTING: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  HT0132: {
    'hand in': {
      address: () => 'new',
      fill: page => fillIdea(page, '过期时提的'),
      send: page => press(page, '提交'),
      said: page => page.getByRole('heading', { name: '《过期时提的》已提交' }),
    },
    revise: {
      address: ofIdea('revised'),
      fill: async page => {
        await press(page, '修改并重新提交');
        await page.getByLabel('改进措施').fill('装两个。');
      },
      send: page => press(page, '重新提交'),
      said: page => page.getByText('已重新提交'),
    },
    comment: {
      address: ofIdea('returned'),
      fill: page => fillIn(page, { 写评论: '过期时写的' }),
      send: page => press(page, '发表'),
      said: page => page.getByText('评论已发表'),
    },
  },
  HT0274: {
    slip: {
      address: () => 'committee/slips',
      fill: async page => {
        await fillIn(page, { 纸条上的日期: '2026-10-08' });
        await page.getByRole('checkbox', { name: /不记名/ }).check();
        await fillIdea(page, '过期时录的');
      },
      send: page => press(page, '录入'),
      said: page => page.getByText('《过期时录的》已录入'),
    },
    return: {
      address: ofIdea('returned'),
      fill: async page => {
        await press(page, '退回');
        await page.getByLabel('要作者改什么').fill('请写明是哪台设备。');
      },
      send: page => press(page, '退回'),
      said: page => page.getByText(`《${titleOf('returned')}》已退回`),
    },
    merge: {
      address: () => `committee/screening/${round}?idea=${idOf('merged')}&do=merge`,
      fill: page =>
        page
          .getByRole('list', { name: '按名称或编号查找' })
          .getByRole('button', { name: titleOf('kept') })
          .click(),
      send: page => press(page, '确认合并'),
      said: page => page.getByText(`已并入《${titleOf('kept')}》`),
    },
    'agenda order': {
      address: () => 'committee/agenda',
      fill: async page => {
        await press(page, '调整顺序');
        await page.getByRole('button', { name: /^移动/ }).first().press('ArrowDown');
      },
      send: page => press(page, '保存顺序'),
      said: page => page.getByText('议程顺序已保存'),
    },
  },
  HT0022: {
    opinion: {
      address: ofIdea('referred'),
      fill: async page => {
        await press(page, '提意见');
        await page.getByLabel('您对这条的意见').fill('可行，先试一台。');
      },
      send: page => confirm(page, '提意见'),
      said: page => page.getByText('意见已提交'),
    },
  },
  HT0266: {
    member: {
      address: () => 'administrator/members/HT0087',
      fill: page => page.getByRole('checkbox', { name: /^秘书/ }).check(),
      send: page => press(page, '保存'),
      said: page => page.getByText('已保存'),
    },
    settings: {
      address: () => 'administrator/settings/targets',
      fill: page => fillIn(page, { 每期金点子数: '80' }),
      send: page => press(page, '保存'),
      said: page => page.getByText('已保存。'),
    },
    'reward bands': {
      address: () => 'administrator/settings/rewards',
      fill: page => fillIn(page, { '第 1 档奖励上限': '200' }),
      send: page => press(page, '保存'),
      said: page => page.getByText('已保存。'),
    },
    calendar: {
      address: () => 'administrator/calendar',
      fill: async page => {
        const year = page.getByRole('region', { name: '2027年' });
        await year.getByRole('button', { name: /^2月/ }).click();
        await page.getByLabel('2027年2月期的民主议政日').fill('2027-03-01');
      },
      send: page => press(page, '改期'),
      said: page => page.getByText('2027年2月期的民主议政日定在'),
    },
  },
};

/** While the committee votes. */
const DELIBERATING: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  HT0011: {
    'vote with a comment': {
      address: () => `committee/agenda/${round}?idea=${idOf('voted on')}`,
      fill: async page => {
        await press(page, '附言');
        await page.getByLabel('附言（可不填）').fill('请设备部先看。');
      },
      send: page => press(page, '赞成'),
      said: undefined,
    },
    decide: {
      address: () => `committee/agenda/${round}?idea=${idOf('decided')}`,
      fill: async page => {
        await page.getByText('写理由或答复后宣布').click();
        await page.getByRole('radio', { name: '暂缓' }).check();
        await page.getByRole('textbox', { name: '理由', exact: true }).fill('再看一期');
      },
      send: page => press(page, '宣布决定'),
      said: page => page.getByText('已暂缓，下期再议'),
    },
    assign: {
      address: ofIdea('assigned'),
      fill: async page => {
        await press(page, '指定负责人');
        await page.getByRole('combobox', { name: '负责人' }).fill('HT0041');
        await page.getByRole('listbox').getByRole('option').first().click();
      },
      send: page => press(page, '指定负责人'),
      said: page => page.getByText(`《${titleOf('assigned')}》由`),
    },
    reply: {
      address: ofIdea('assigned'),
      fill: async page => {
        await press(page, '官方答复');
        await page.getByLabel('给作者的答复').fill('设备部十一月安装。');
      },
      send: page => press(page, '答复'),
      said: page => page.getByText(`已答复《${titleOf('assigned')}》`),
    },
    report: {
      address: ofIdea('worked on'),
      fill: page => press(page, '50%'),
      send: page => press(page, '报告 50%'),
      said: page => page.getByText('进展已记下'),
    },
    complete: {
      address: ofIdea('worked on'),
      fill: async page => {
        await press(page, '完成，提请验收');
        await fillIn(page, { 做了什么: '已加装。', 申报年效益: '50000' });
      },
      send: page => confirm(page, '完成，提请验收'),
      said: page => page.getByText('已提请验收'),
    },
    abandon: {
      address: ofIdea('assigned'),
      fill: async page => {
        await press(page, '终止实施');
        await page.getByLabel('为什么不做了').fill('设备要换新的。');
      },
      send: page => confirm(page, '终止实施'),
      said: page => page.getByText(`《${titleOf('assigned')}》已终止`),
    },
    reopen: {
      address: ofIdea('decided'),
      fill: async page => {
        await press(page, '重新审议');
        await page.getByLabel('为什么收回这个决定').fill('费用核算好了。');
      },
      send: page => confirm(page, '重新审议'),
      said: page => page.getByText(`《${titleOf('decided')}》的决定已收回`),
    },
  },
  HT0132: {
    rating: {
      address: ofIdea('rewarded'),
      fill: async page => {
        await press(page, '评价结果');
        await page.getByRole('radio', { name: '满意', exact: true }).check();
      },
      send: page => confirm(page, '评价结果'),
      said: page => page.getByText('您的评价已记下'),
    },
  },
  HT0290: {
    accept: {
      address: () => 'manager/work',
      fill: async page => {
        await press(page, '验收通过');
        await page.getByLabel('核实年效益').fill('48000');
      },
      send: page => confirm(page, '验收通过'),
      said: page => page.getByText(`《${titleOf('worked on')}》已验收通过`),
    },
    reward: {
      address: () => 'manager/work/rewards',
      fill: async page => {
        await press(page, '核定奖励');
        await page.getByLabel('奖励金额').fill('300');
      },
      send: page => press(page, '核定奖励'),
      said: page => page.getByText('的奖励已核定'),
    },
  },
};

/** After publication. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, Form>>>> = {
  HT0132: {
    appeal: {
      address: ofIdea('declined'),
      fill: async page => {
        await press(page, '申诉');
        await page.getByLabel('为什么应当重新表决').fill('上个月又出过一次。');
      },
      send: page => confirm(page, '申诉'),
      said: page => page.getByText('申诉已提出'),
    },
  },
};

beforeAll(async () => {
  const author = await system.as('HT0132');
  for (const what of PREPARED) {
    const body = {
      title: titleOf(what),
      category: names.category('安全'),
      problem: '没有。',
      proposal: '装一个。',
    };
    const request = { path: { organization }, body, idempotencyKey: `idea-${ideas.size}` };
    ideas.set(what, (await author(submitIdea, request)).id);
  }
  const secretary = await system.as('HT0274');
  await secretary(returnIdea, { path: pathOf('revised'), body: { reason: '请写明数量。' } });
  for (const what of ['listed', 'arranged'] as const)
    await secretary(scheduleIdea, { path: pathOf(what) });
  const adviser = names.member('HT0022');
  await secretary(referIdea, { path: pathOf('referred'), body: { adviser } });
});

/** Brings some ideas as far as their forms need them. */
async function deliberate(): Promise<void> {
  await system.moveClock('2026-10-15T09:30+08:00');
  const chair = await system.as('HT0011');
  const worked = ['assigned', 'worked on', 'rewarded'] as const;
  for (const what of worked) {
    for (const voter of COMMITTEE)
      await (await system.as(voter))(castVote, {
        path: pathOf(what),
        body: { choice: 'approve' },
      });
    await chair(decideIdea, { path: pathOf(what), body: { outcome: 'adopted' } });
    if (what === 'assigned') continue;
    const owner = names.member('HT0011');
    const body = { owner, due: names.date('2026-12-31') };
    await chair(assignIdea, { path: pathOf(what), body });
    if (what === 'worked on') continue;
    await chair(completeIdea, {
      path: pathOf(what),
      body: { done: '已装好', claimedBenefit: 5000 },
    });
  }
  for (const voter of COMMITTEE)
    await (await system.as(voter))(castVote, {
      path: pathOf('declined'),
      body: { choice: 'oppose' },
    });
  await chair(decideIdea, {
    path: pathOf('declined'),
    body: { outcome: 'declined', reason: '费用太高。' },
  });
  const manager = await system.as('HT0290');
  await manager(acceptIdea, { path: pathOf('rewarded'), body: { verifiedBenefit: 5000 } });
}

async function loseNothing(account: string, forms: Readonly<Record<string, Form>>): Promise<void> {
  const page = await signIn(account);
  for (const [form, { address, fill, send, said }] of Object.entries(forms)) {
    await page.goto(`${system.address()}/o/${organization}/${address()}`);
    await fill(page);
    system.endSessions();
    system.disturb({ status: 401, times: 1 });
    await send(page);
    await page.getByText('有 1 项操作还没有送出').waitFor();
    expect([form, await said?.(page).isVisible()]).not.toContain(true);
    await signInAgain(page, account);
    if (said !== undefined) await said(page).waitFor();
    else
      await expect.poll(myVote).toMatchObject({ myVote: 'approve', myComment: '请设备部先看。' });
  }
}

async function myVote(): Promise<ReplyOf<typeof getAgenda>['items'][number]['ballot'] | undefined> {
  const chair = await system.as('HT0011');
  const { items } = await chair(getAgenda, { path: { organization, round }, query: {} });
  return items.find(({ id }) => id === idOf('voted on'))?.ballot;
}

it.each(Object.entries(COLLECTING))('%s loses nothing while ideas are collected', loseNothing);

it('the committee votes', deliberate);

it.each(Object.entries(DELIBERATING))('%s loses nothing while the committee votes', loseNothing);

it('the round is published', () => system.moveClock('2026-10-19T18:30+08:00'));

it.each(Object.entries(PUBLISHED))('%s loses nothing once the round is published', loseNothing);
