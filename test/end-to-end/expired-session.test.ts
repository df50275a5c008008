/**
 * A session that ends in the middle of a form: the pressed act waits, nothing of it is lost, and it
 * is done once the same person is back. Whatever the form, the session holds its request; so there
 * is one form of each kind of sending (an idea, a comment, a vote, an act on an idea with and
 * without a confirmation, a slip, an order of many ideas, a setting), and a rule of the sources that
 * no page sends in another way.
 */
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import type { ReplyOf } from '../../shared/contract/client.ts';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { scheduleIdea } from '../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP, signInAgain } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, DESKTOP, { signsIn: 'at the issuer' });
const organization = names.organization('huatai');
const round = names.round('2026-10');

const PREPARED = ['commented on', 'listed', 'arranged', 'voted on', 'decided'] as const;
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
    comment: {
      address: ofIdea('commented on'),
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
  HT0266: {
    settings: {
      address: () => 'administrator/settings/targets',
      fill: page => fillIn(page, { 每期金点子数: '80' }),
      send: page => press(page, '保存'),
      said: page => page.getByText('已保存。'),
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
  for (const what of ['listed', 'arranged'] as const)
    await secretary(scheduleIdea, { path: pathOf(what) });
});

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

it('the committee votes', () => system.moveClock('2026-10-15T09:30+08:00'));

it.each(Object.entries(DELIBERATING))('%s loses nothing while the committee votes', loseNothing);
