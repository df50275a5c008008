/**
 * Every page in its states, as its reader sees it, on a phone in the light and on a desktop in the
 * dark: axe finds nothing, nothing is wider than the screen, nothing jumps while it loads, and
 * there is one heading of the page.
 */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { SAMPLE_SLIPS } from '../../infra/local/sample/organizations.ts';
import type { Call } from '../../shared/contract/client.ts';
import { getSettings, putProfile } from '../../shared/contract/routes/administration.ts';
import { writeComment } from '../../shared/contract/routes/comments.ts';
import { castVote, decideIdea } from '../../shared/contract/routes/deliberation.ts';
import { nameExcellent } from '../../shared/contract/routes/follow-up.ts';
import { importIdeas, submitIdea, supportIdea } from '../../shared/contract/routes/ideas.ts';
import {
  acceptIdea,
  assignIdea,
  completeIdea,
  reportProgress,
} from '../../shared/contract/routes/implementation.ts';
import { returnIdea } from '../../shared/contract/routes/screening.ts';
import type { IdeaId } from '../../shared/domain/kernel/ids.ts';
import * as names from '../sample/names.ts';
import { browserOf } from './browser.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
const signIn = browserOf(system, PHONE);
const organization = names.organization('huatai');
const HUATAI = '/o/huatai';

/** What is wrong with a page; nothing, if all is well. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${system.address()}${path}`);
  await page.locator('main h1').waitFor();
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => Reflect.get(globalThis, 'layoutShift'));
  const faults = Number(shift) > 0.02 ? [`shifts by ${shift}`] : [];
  faults.push(...(await lookAt(page, 'on a phone')));
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await lookAt(page, 'on a desktop in the dark')));
  return faults.map(fault => `${path} ${fault}`);
}

async function lookAt(page: Page, where: string): Promise<string[]> {
  const { wide, headings, title } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
  }));
  const { violations } = await new AxeBuilder({ page }).analyze();
  return [
    ...(wide > 0 ? [`is ${wide} px too wide ${where}`] : []),
    ...(headings === 1 ? [] : [`has ${headings} headings ${where}`]),
    ...(title.includes(' · ') ? [] : [`is called ${title}`]),
    ...violations.map(
      ({ id, nodes }) =>
        `${id} ${where}: ${nodes.map(({ html }) => html.slice(0, 160)).join('; ')}`,
    ),
  ];
}

/** Adds up the shifts that no user has caused. */
const WATCH_SHIFTS = `
  globalThis.layoutShift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput) globalThis.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function visit(account: string, paths: readonly string[]): Promise<void> {
  const page = await signIn(account);
  await page.addInitScript(WATCH_SHIFTS);
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(page, path)));
  expect(faults).toEqual([]);
}

const ideas: IdeaId[] = [];
const idea = (at: number): IdeaId => {
  const id = ideas[at];
  if (id === undefined) throw new Error(`no idea ${at}`);
  return id;
};
const at = (number: number) => ({ organization, idea: idea(number) });

it('while ideas are collected', { timeout: 240_000 }, async () => {
  const [secretary, author, colleague] = await Promise.all(
    ['HT0274', 'HT0132', 'HT0087'].map(system.as),
  );
  const { rows } = await secretary!(importIdeas, {
    path: { organization },
    body: new Blob([readFileSync(SAMPLE_SLIPS)]),
  });
  ideas.push(...rows.flatMap(({ ideaId }) => (ideaId === undefined ? [] : [ideaId])));
  const own = await author!(submitIdea, {
    path: { organization },
    idempotencyKey: 'own',
    body: {
      title: '镗床铁屑自动回收',
      category: names.category('设备'),
      problem: '每班停机清理两次，每次二十分钟。',
      proposal: '加装链板输送机，分段改造。',
      coAuthorIds: [names.member('HT0041')],
    },
  });
  await colleague!(supportIdea, { path: at(0) });
  await colleague!(writeComment, {
    path: at(0),
    idempotencyKey: 'comment',
    body: { text: '我们班也遇到过，很有必要。' },
  });
  await secretary!(returnIdea, {
    path: { organization, idea: own.id },
    body: { reason: '请写明是哪一台镗床。' },
  });
  await visit('HT0132', [
    HUATAI,
    `${HUATAI}/new`,
    `${HUATAI}/rounds/2026-10`,
    `${HUATAI}/ideas/${idea(0)}`,
    `${HUATAI}/ideas/${own.id}`,
    `${HUATAI}/mine`,
    `${HUATAI}/mine/work`,
    `${HUATAI}/me`,
    `${HUATAI}/unnamed`,
    `${HUATAI}/bulletin`,
    `${HUATAI}/implementations`,
    `${HUATAI}/nowhere`,
  ]);
  await visit('HT0274', [
    HUATAI,
    `${HUATAI}/desk`,
    `${HUATAI}/committee/screening`,
    `${HUATAI}/committee/slips`,
    `${HUATAI}/committee/slips/import`,
    `${HUATAI}/committee/agenda`,
    `${HUATAI}/committee/follow-up`,
    `${HUATAI}/ideas/${idea(1)}`,
  ]);
});

it('for the administrator', { timeout: 240_000 }, async () => {
  await visit('HT0266', [
    HUATAI,
    `${HUATAI}/administrator`,
    `${HUATAI}/administrator/members/HT0132`,
    `${HUATAI}/administrator/members/HT0266`,
    `${HUATAI}/administrator/new-member`,
    `${HUATAI}/administrator/member-file`,
    `${HUATAI}/administrator/settings`,
    ...['profile', 'departments', 'categories', 'rules', 'targets', 'limits', 'rewards'].map(
      part => `${HUATAI}/administrator/settings/${part}`,
    ),
    `${HUATAI}/administrator/calendar`,
    `${HUATAI}/administrator/audit`,
  ]);
});

const COMMITTEE = ['HT0011', 'HT0022', 'HT0033', 'HT0044', 'HT0055'];

it('while the committee votes and decides', { timeout: 240_000 }, async () => {
  await system.moveClock('2026-10-15T09:30:00+08:00');
  const committee = await Promise.all(COMMITTEE.map(system.as));
  for (const number of [0, 1, 2, 3, 4])
    for (const [seat, voter] of committee.entries())
      await voter(castVote, {
        path: at(number),
        body: { choice: number === 4 && seat > 1 ? 'oppose' : 'approve' },
      });
  const [chair] = committee;
  await chair!(decideIdea, { path: at(0), body: { outcome: 'adopted', reply: '尽快安排。' } });
  await visit('HT0022', [
    HUATAI,
    `${HUATAI}/committee/agenda`,
    `${HUATAI}/committee/agenda/2026-10?idea=${idea(5)}`,
  ]);
  await visit('HT0011', [`${HUATAI}/committee/agenda`, `${HUATAI}/ideas/${idea(1)}`]);
});

it('after the bulletin', { timeout: 240_000 }, async () => {
  const [secretary, manager, owner, chair, administrator] = await Promise.all(
    ['HT0274', 'HT0290', 'HT0132', 'HT0011', 'HT0266'].map(system.as),
  );
  await system.moveClock('2026-10-19T18:30:00+08:00');
  await followUp({ secretary, manager, owner, chair });
  const { version, name, blindScreening } = await administrator!(getSettings, {
    path: { organization },
  });
  await administrator!(putProfile, {
    path: { organization },
    ifMatch: version,
    body: { name, blindScreening, publicBulletin: true },
  });
  await system.settled();
  await visit('HT0132', [
    HUATAI,
    `${HUATAI}/bulletin`,
    `${HUATAI}/rounds/2026-10`,
    ...[0, 1, 2, 4, 5].map(number => `${HUATAI}/ideas/${idea(number)}`),
    `${HUATAI}/mine/work`,
    `${HUATAI}/implementations`,
  ]);
  await visit('HT0274', [HUATAI, `${HUATAI}/committee/follow-up`, `${HUATAI}/committee/agenda`]);
  await visit('HT0290', [
    HUATAI,
    `${HUATAI}/manager/numbers`,
    `${HUATAI}/manager/numbers/2026-10`,
    `${HUATAI}/manager/numbers/series`,
    `${HUATAI}/manager/work`,
    `${HUATAI}/manager/work/rewards`,
    `${HUATAI}/manager/work/overdue`,
    '/public/huatai/2026-10',
  ]);
  await visit('XH0001', ['/zone', '/zone/xuanhua/2026-10']);
});

interface Staff {
  readonly secretary: Call | undefined;
  readonly manager: Call | undefined;
  readonly owner: Call | undefined;
  readonly chair: Call | undefined;
}

/** One idea is accepted and excellent, one waits to be accepted, one is under way. */
async function followUp({ secretary, manager, owner, chair }: Staff): Promise<void> {
  const work = { owner: names.member('HT0132'), due: names.date('2026-12-31') };
  for (const number of [0, 1, 2]) await secretary!(assignIdea, { path: at(number), body: work });
  await owner!(reportProgress, { path: at(2), body: { progress: 50, note: '挡板已加工。' } });
  for (const number of [0, 1])
    await owner!(completeIdea, {
      path: at(number),
      body: { done: '已安装并试运行一周。', claimedBenefit: 60_000 },
    });
  await manager!(acceptIdea, { path: at(0), body: { verifiedBenefit: 55_000 } });
  await chair!(nameExcellent, { path: at(0) });
}
