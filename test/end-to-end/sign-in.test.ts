/**
 * Signing in and out in a real browser, in both likenesses of the sign-in; and a session that ends while somebody is at work.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { getAgenda } from '../../shared/contract/routes/deliberation.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import type { Category, OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import { browserOf, DESKTOP, PHONE } from './browser.ts';
import { runningSystem } from './running-system.ts';

const AT = '2026-10-10T08:00+08:00';
const pool = runningSystem({ at: AT, pages: true });
const issuer = runningSystem({ at: AT, pages: true, signIn: { like: 'issuer', tokenSeconds: 1 } });
const inPool = browserOf(pool, DESKTOP);
const atIssuer = browserOf(issuer, PHONE);
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
    for (const tab of [second, first]) await tab.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(await tokensIn(first)).toEqual([]);
    await second.getByRole('button', { name: '登录', exact: true }).click();
    await second.getByRole('link', { name: 'HT0087' }).click();
    await second.getByText('工号 HT0087').waitFor();
  });
});

it('tokens that end all the time are renewed once for all tabs', async () => {
  const first = await atIssuer('HT0132');
  const second = await first.context().newPage();
  const seen = new Set(await tokensIn(first));
  // On a fast machine a token serves more than one page.
  for (let time = 0; time < 3 || (seen.size <= 2 && time < 20); time += 1) {
    // An issuer that rotates refresh tokens ends the session of whoever uses one twice.
    await Promise.all([first, second].map(tab => tab.goto(`${issuer.address()}/o/huatai/mine`)));
    for (const tab of [first, second]) await tab.getByText('工号 HT0132').waitFor();
    for (const token of await tokensIn(second)) seen.add(token);
  }
  expect(seen.size).toBeGreaterThan(2);
});

describe('a session that ends while somebody is at work', () => {
  const organization = 'huatai' as OrganizationId;
  const round = '2026-10' as RoundId;
  const title = '行车加装限位';

  /** Somebody of the committee before an idea, with an opinion half written, whose session is over. */
  async function atWork(signIn: typeof inPool): Promise<Page> {
    const author = await pool.as('HT0132');
    const body = { title, category: '安全' as Category, problem: '没有限位。', proposal: '加装限位。' };
    await author(submitIdea, { path: { organization }, body, idempotencyKey: 'limit' });
    await pool.moveClock('2026-10-15T09:30+08:00');
    const page = await signIn('HT0022');
    await page.getByRole('link', { name: '议程' }).first().click();
    await page.getByRole('button', { name: '赞成', exact: true }).waitFor();
    pool.endSessions();
    pool.disturb({ status: 401, times: 1 });
    return page;
  }
  const myVote = async () =>
    (await (await pool.as('HT0022'))(getAgenda, { path: { organization, round }, query: {} })).items.find(
      item => item.title === title,
    )?.ballot.myVote;

  it('goes on in place: what was pressed is done once the same person is back', async () => {
    const page = await atWork(inPool);
    await page.getByRole('button', { name: '赞成', exact: true }).click();
    await page.getByText('登录已过期').waitFor();
    const beside = page.context().waitForEvent('page');
    await page.getByRole('button', { name: '重新登录' }).click();
    const window = await beside;
    const closed = window.waitForEvent('close');
    await window.getByRole('link', { name: 'HT0022' }).click();
    await closed;
    await page.getByText('已记下：赞成。截止前可以更改。').waitFor();
    expect(await page.getByText('登录已过期').count()).toBe(0);
    expect(await myVote()).toBe('approve');
  });

  it('sends nothing when somebody else comes back, who does not see the page either', async () => {
    const page = await atWork(inPool);
    await page.getByRole('button', { name: '反对', exact: true }).click();
    await page.getByText('登录已过期').waitFor();
    const beside = page.context().waitForEvent('page');
    await page.getByRole('button', { name: '重新登录' }).click();
    await (await beside).getByRole('link', { name: 'HT0011' }).click();
    await page.getByText('工号 HT0011').waitFor();
    expect(await myVote()).toBe('approve');
  });

  it('comes back to the page where there is one window only, and does then what was pressed', async () => {
    const page = await atWork(inWeChat);
    await page.getByRole('button', { name: '弃权', exact: true }).click();
    await page.getByRole('button', { name: '重新登录' }).click();
    await page.getByRole('link', { name: 'HT0022' }).click();
    await page.getByText('登录前的 1 项操作已送出。').waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(await myVote()).toBe('abstain');
  });
});

/** The access tokens that are kept in the browser. */
function tokensIn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.entries({ ...localStorage, ...sessionStorage })
      .filter(([key]) => key.startsWith('golden-ideas:user:'))
      .map(([, user]) => JSON.parse(String(user)).access_token),
  );
}
