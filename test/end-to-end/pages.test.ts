/**
 * The pages in a real browser: an employee signs in, submits an idea and finds it again; a
 * committee member votes on it. The screen is a phone's, as employees use.
 */
import { expect, it } from 'vitest';
import { browserOf, PHONE } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, PHONE);

it('an employee submits an idea and finds it under their own', async () => {
  const page = await signIn('HT0132');
  // A phone's bar has the only way there.
  await page.getByRole('link', { name: '提一条' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  expect(await page.locator('[aria-invalid="true"]').count()).toBeGreaterThan(0);

  await page.getByLabel('建议名称').fill('给行车加装防撞雷达');
  await page.getByRole('radio', { name: '安全' }).check();
  await page.getByLabel('现状分析').fill('两台行车同轨，去年擦碰过一次。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('[name="proposal"]:focus').waitFor();
  await page.reload();
  expect(await page.getByLabel('建议名称').inputValue()).toBe('给行车加装防撞雷达');
  await page.getByLabel('改进措施').fill('加装激光测距，距离不足时自动减速。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('heading', { name: '《给行车加装防撞雷达》已提交' }).waitFor();

  await page.getByRole('button', { name: '再提一条' }).click();
  await page.locator('[name="title"]:focus').waitFor();
  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('link', { name: '我提的金点子' }).click();
  await page.getByRole('link', { name: '给行车加装防撞雷达' }).waitFor();
  expect(await page.title()).toBe('我提的金点子 · 金点子');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});

it('a colleague comments on it, and withdraws the comment with a reason', async () => {
  const page = await signIn('HT0087');
  await page.getByRole('navigation').getByRole('link', { name: '金点子', exact: true }).click();
  await page.getByRole('link', { name: '给行车加装防撞雷达' }).click();
  await page.getByText('还没有评论。').waitFor();
  await page.getByLabel('写评论').fill('二号行车也要装。');
  await page.reload();
  expect(await page.getByLabel('写评论').inputValue()).toBe('二号行车也要装。');
  await page.getByRole('button', { name: '发表', exact: true }).click();
  await page.getByText('评论已发表').waitFor();
  expect(await page.getByLabel('写评论').inputValue()).toBe('');

  await page.getByRole('button', { name: '收回我的评论' }).click();
  await page.getByLabel('理由').fill('写错了');
  await page.getByRole('button', { name: '收回', exact: true }).click();
  await page.getByText(/已隐藏：.+，.+。理由：写错了/).waitFor();
  await page.getByRole('button', { name: /重新显示.+的评论/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );
});

it('an unnamed author sees a code once, is asked before it is lost, and finds the idea by it', async () => {
  const page = await signIn('HT0087');
  await page.getByRole('link', { name: '提一条' }).first().click();
  await page.getByRole('radio', { name: '不记名' }).check();
  await page.getByLabel('建议名称').fill('食堂晚班留热饭');
  await page.getByRole('radio', { name: '安全' }).check();
  await page.getByLabel('现状分析').fill('晚班下来只有凉饭。');
  await page.getByLabel('改进措施').fill('留两个保温桶。');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const code = (await page.locator('.claim-code output').textContent()) ?? '';
  expect(code).toMatch(/^2610(-[0-9A-Z]{4}){5}$/);
  const bare = code.replaceAll('-', '').toLowerCase();

  await page.getByRole('link', { name: /^我的/ }).click();
  await page.getByText('还没有确认抄下查询码').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await page.goBack();
  await page.getByText('还没有确认抄下查询码').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  expect(await page.locator('.claim-code output').textContent()).toBe(code);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
    true,
  );

  await page.getByLabel('我已经抄下来了').check();
  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('link', { name: '查询不记名的金点子' }).click();
  await page.getByLabel('查询码').fill(bare.replaceAll('0', 'o'));
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByRole('heading', { name: '食堂晚班留热饭' }).waitFor();
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]).toLowerCase(),
  );
  for (const trace of [code.toLowerCase(), bare, bare.slice(4)]) expect(kept).not.toContain(trace);

  // It is read again once it is withdrawn; an answer that comes after it was closed must not bring
  // it back.
  const answers = Promise.withResolvers<void>();
  await page.route('**/unnamed/idea', async route => {
    const answer = await route.fetch();
    await answers.promise;
    await route.fulfill({ response: answer });
  });
  await page.getByRole('button', { name: '撤回' }).click();
  const asked = page.waitForRequest('**/unnamed/idea');
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByText('已撤回。').waitFor();
  await asked;
  await page.getByRole('button', { name: '关闭，不再显示' }).click();
  const answered = page.waitForResponse('**/unnamed/idea');
  answers.resolve();
  await (await answered).finished();
  await page.getByLabel('查询码').fill('2610');
  await page.getByRole('button', { name: '查看', exact: true }).click();
  await page.getByText('查询码是 24 个字母和数字').waitFor();
  expect(await page.getByRole('heading', { name: '食堂晚班留热饭' }).count()).toBe(0);
});

it('a committee member votes on it, by one tap', async () => {
  await system.moveClock('2026-10-15T09:00+08:00');
  const page = await signIn('HT0022');
  await page.goto(`${system.address()}/o/huatai/committee/agenda`);
  await page.getByRole('button', { name: '赞成', exact: true }).click();
  await page.getByText('全部表决完了').waitFor();
});

it('shows English on request', async () => {
  const page = await signIn('HT0087');
  await page.getByRole('link', { name: '我的', exact: true }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toMatch(/^en/);
  expect(await page.title()).toBe('Me · Golden Ideas');
});
