/**
 * Signing in and out in a real browser, with both kinds of sign-in; and a session that ends during
 * work.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { castVote, decideIdea, getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import { assignIdea } from '../../shared/contract/routes/implementation.ts';
import type { Category, IdeaId, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import * as names from '../sample/names.ts';
import { browserOf, DESKTOP, PHONE } from './browser.ts';
import { runningSystem } from './running-system.ts';

const AT = '2026-10-10T08:00+08:00';
const pool = runningSystem({ at: AT, pages: true });
const issuer = runningSystem({ at: AT, pages: true, signIn: { like: 'issuer', tokenSeconds: 1 } });
const inPool = browserOf(pool, DESKTOP);
const atIssuer = browserOf(issuer, DESKTOP);
const inWeChat = browserOf(
  pool,
  PHONE,
  "Object.defineProperty(navigator, 'userAgent', { value: 'Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0' })",
);

describe.each([
  ['a user pool', pool, inPool],
  ['an issuer of one’s own', issuer, atIssuer],
] as const)('with %s', (_, system, signIn) => {
  it('signing out in one tab signs out all, and the next person says who they are', async () => {
    const first = await signIn('HT0132');
    const second = await first.context().newPage();
    await second.goto(system.address());
    await second.getByText('工号 HT0132').waitFor();
    await first.getByRole('button', { name: '退出' }).click();
    for (const tab of [second, first])
      await tab.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(await tokensIn(first)).toEqual([]);
    await second.getByRole('button', { name: '登录', exact: true }).click();
    await second.getByRole('link', { name: 'HT0087' }).click();
    await second.getByText('工号 HT0087').waitFor();
  });
});

it('short-lived tokens are renewed once for all tabs', async () => {
  const first = await atIssuer('HT0132');
  const second = await first.context().newPage();
  const seen = new Set(await tokensIn(first));
  // On a fast machine a token serves more than one page.
  for (let time = 0; time < 3 || (seen.size <= 2 && time < 20); time += 1) {
    // An issuer that rotates refresh tokens ends a session in which one is used twice.
    await Promise.all([first, second].map(tab => tab.goto(`${issuer.address()}/o/huatai/mine`)));
    for (const tab of [first, second]) await tab.getByText('工号 HT0132').waitFor();
    for (const token of await tokensIn(second)) seen.add(token);
  }
  expect(seen.size).toBeGreaterThan(2);
});

describe('a session that ends during work', () => {
  const organization = 'huatai' as OrganizationId;
  const round = '2026-10' as RoundId;
  const title = '行车加装限位';

  /** A committee member with a half-written opinion on an idea, whose session is over. */
  async function atWork(signIn: typeof inPool): Promise<Page> {
    const author = await pool.as('HT0132');
    const body = {
      title,
      category: '安全' as Category,
      problem: '没有限位。',
      proposal: '加装限位。',
    };
    const { id } = await author(submitIdea, {
      path: { organization },
      body,
      idempotencyKey: 'limit',
    });
    await pool.moveClock('2026-10-15T09:30+08:00');
    const page = await signIn('HT0022');
    await page.goto(`${pool.address()}/o/huatai/committee/agenda/2026-10?idea=${id}`);
    await page.getByRole('button', { name: '赞成', exact: true }).waitFor();
    pool.endSessions();
    pool.disturb({ status: 401, times: 1 });
    return page;
  }

  /** An idea that is open for comments and a decision; the chair carries out another one. */
  async function ideaOfForms(): Promise<IdeaId> {
    const author = await pool.as('HT0132');
    const handIn = (title: string) =>
      author(submitIdea, {
        path: { organization },
        body: { title, category: '安全' as Category, problem: '没有。', proposal: '装一个。' },
        idempotencyKey: `forms-${title.length}`,
      });
    const { id: idea } = await handIn('加装防护挡板');
    const path = { organization, idea };
    for (const voter of ['HT0011', 'HT0022', 'HT0033', 'HT0044'])
      await (await pool.as(voter))(castVote, { path, body: { choice: 'approve' } });
    const chair = await pool.as('HT0011');
    await chair(decideIdea, { path, body: { outcome: 'adopted' } });
    const body = { owner: names.member('HT0011'), due: names.date('2026-12-31') };
    await chair(assignIdea, { path, body });
    return (await handIn('照明改造')).id;
  }

  const myVote = async () =>
    (
      await (
        await pool.as('HT0022')
      )(getAgenda, { path: { organization, round }, query: {} })
    ).items.find(item => item.title === title)?.ballot.myVote;

  it('continues in place: the pressed action is done once the same person is back', async () => {
    const page = await atWork(inPool);
    await page.getByRole('button', { name: '赞成', exact: true }).click();
    await page.getByText('登录已过期').waitFor();
    expect(await myVote()).toBeNull();
    await signInAgain(page, 'HT0022');
    await expect.poll(myVote).toBe('approve');
    await page.getByRole('heading', { name: '全部表决完了' }).waitFor();
    await page.getByText('赞成 1 · 反对 0 · 弃权 0').waitFor();
  });

  it('sends nothing when another person comes back, who does not see the page either', async () => {
    const page = await atWork(inPool);
    await page.getByRole('button', { name: '反对', exact: true }).click();
    await page.getByText('登录已过期').waitFor();
    const beside = page.context().waitForEvent('page');
    await page.getByRole('button', { name: '重新登录' }).click();
    await (await beside).getByRole('link', { name: 'HT0011' }).click();
    await page.getByText('工号 HT0011').waitFor();
    expect(await myVote()).toBe('approve');
  });

  it('returns to the page if there is only one window, and does the pressed action then', async () => {
    const page = await atWork(inWeChat);
    await page.getByRole('button', { name: '弃权', exact: true }).click();
    await page.getByRole('button', { name: '重新登录' }).click();
    await page.getByRole('link', { name: 'HT0022' }).click();
    await page.getByText('登录前的 1 项操作已送出。').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
    ).toBe(true);
    expect(await myVote()).toBe('abstain');
  });

  it.each([
    ['HT0011', ['hand in', 'comment', 'report', 'decide']],
    ['HT0274', ['slip']],
  ] as const)('%s loses nothing of the forms: %j', async (account, forms) => {
    await pool.moveClock('2026-10-15T09:30+08:00');
    const open = account === 'HT0011' ? await ideaOfForms() : '';
    const page = await inPool(account);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const fillIn = async (fields: Readonly<Record<string, string>>): Promise<void> => {
      for (const [label, text] of Object.entries(fields)) await page.getByLabel(label).fill(text);
    };
    const fillIdea = async (title: string): Promise<void> => {
      await fillIn({ 建议名称: title, 现状分析: '没有。', 改进措施: '装一个。' });
      await page.getByRole('radio', { name: '安全' }).check();
    };
    const all = {
      'hand in': {
        address: 'new',
        fill: () => fillIdea('过期时提的'),
        send: () => press('提交'),
        said: page.getByRole('heading', { name: '《过期时提的》已提交' }),
      },
      comment: {
        address: `ideas/${open}`,
        fill: () => fillIn({ 写评论: '过期时写的' }),
        send: () => press('发表'),
        said: page.getByText('评论已发表'),
      },
      report: {
        address: 'mine/work',
        fill: () => press('50%'),
        send: () => press('报告 50%'),
        said: page.getByText('进展已记下'),
      },
      decide: {
        address: `committee/agenda/2026-10?idea=${open}`,
        fill: async () => {
          await page.getByText('写理由或答复后宣布').click();
          await page.getByRole('radio', { name: '暂缓' }).check();
          await page.getByRole('textbox', { name: '理由', exact: true }).fill('再看一期');
        },
        send: () => press('宣布决定'),
        said: page.getByText('已暂缓，下期再议'),
      },
      slip: {
        address: 'committee/slips',
        fill: async () => {
          await fillIn({ 纸条上的日期: '2026-10-08' });
          await page.getByRole('checkbox', { name: /不记名/ }).check();
          await fillIdea('过期时录的');
        },
        send: () => press('录入'),
        said: page.getByText('《过期时录的》已录入'),
      },
    };
    for (const form of forms) {
      const { address, fill, send, said } = all[form];
      await page.goto(`${pool.address()}/o/huatai/${address}`);
      await fill();
      pool.endSessions();
      pool.disturb({ status: 401, times: 1 });
      await send();
      await page.getByText('有 1 项操作还没有送出').waitFor();
      expect([form, await said.count()]).toEqual([form, 0]);
      await signInAgain(page, account);
      await said.waitFor();
    }
  });
});

/** Signs in again in a window beside the page, which goes on then. */
async function signInAgain(page: Page, account: string): Promise<void> {
  const beside = page.context().waitForEvent('page');
  await page.getByRole('button', { name: '重新登录' }).click();
  const window = await beside;
  const closed = window.waitForEvent('close');
  await window.getByRole('link', { name: account }).click();
  await closed;
  await page.getByText('登录已过期').waitFor({ state: 'detached' });
}

/** The access tokens in the browser's storage. */
function tokensIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage })
      .filter(([key]) => key.startsWith('golden-ideas:user:'))
      .map(([, user]) => JSON.parse(String(user)).access_token),
  );
}
