/**
 * Signing in and out in a real browser, with both kinds of sign-in; and a session that ends during
 * work.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import type { Category, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { browserOf, DESKTOP, PHONE, signInAgain } from './browser.ts';
import { runningSystem } from './running-system.ts';

const AT = '2026-10-10T08:00+08:00';
const pool = runningSystem({ at: AT, pages: true });
const issuer = runningSystem({ at: AT, pages: true, signIn: { like: 'issuer', tokenSeconds: 1 } });
const inPool = browserOf(pool, DESKTOP, { signsIn: 'at the issuer' });
const atIssuer = browserOf(issuer, DESKTOP, { signsIn: 'at the issuer' });
const inWeChat = browserOf(pool, PHONE, {
  before:
    "Object.defineProperty(navigator, 'userAgent', { value: 'Chrome/86.0 Mobile Safari/537.36 MicroMessenger/8.0' })",
  signsIn: 'at the issuer',
});

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
    await expect.poll(myVote).toBe('abstain');
  });
});

/** The access tokens in the browser's storage. */
function tokensIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage })
      .filter(([key]) => key.startsWith('golden-ideas:user:'))
      .map(([, user]) => JSON.parse(String(user)).access_token),
  );
}
