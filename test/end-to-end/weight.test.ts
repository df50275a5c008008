/**
 * The weight of each audience's first load: it may not grow beyond its budget. `npm run weight`
 * prints the table.
 */
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, it } from 'vitest';
import { getSettings, putProfile } from '../../shared/contract/routes/administration.ts';
import { submitIdea } from '../../shared/contract/routes/ideas.ts';
import * as names from '../sample/names.ts';
import { browserOf, PHONE } from './browser.ts';
import { type FirstLoad, firstLoad } from './first-load.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
/** What the pages leave for later, by three seconds and more, a slow machine would count as well. */
const NEVER_LATER = `
  const { setTimeout: once } = window;
  window.setTimeout = (work, ms, ...rest) => (ms >= 3000 ? 0 : once(work, ms, ...rest));
`;
const signIn = browserOf(system, PHONE, { before: NEVER_LATER });

const rows: string[] = [];
afterAll(() => {
  console.log(['audience        files   gzip  budget  brotli', ...rows].join('\n'));
});

/** The budgets, in kilobytes of 1,000 bytes, and the most files. */
const AUDIENCES: readonly (readonly [
  audience: string,
  account: string,
  path: string,
  budget: number,
  files: number,
])[] = [
  ['employee', 'HT0132', '/o/huatai', 70, 6],
  ['employee, new', 'HT0132', '/o/huatai/new', 74, 6],
  ['employee, list', 'HT0132', '/o/huatai/rounds', 85, 9],
  ['committee', 'HT0022', '/o/huatai/committee/agenda', 84, 9],
  ['manager', 'HT0290', '/o/huatai/manager/numbers', 80, 8],
];

it.each(AUDIENCES)(
  '%s (%s, %s): at most %d KB in %d files',
  async (audience, account, path, budget, files) => {
    await weigh(audience, await signIn(account), path, budget, files);
  },
);

it('employee with one idea: at most 132 KB in 19 files', async () => {
  const employee = await system.as('HT0132');
  const { id } = await employee(submitIdea, {
    path: { organization: names.organization('huatai') },
    idempotencyKey: 'weight',
    body: {
      title: '加装挡板',
      category: names.category('设备'),
      problem: '铁屑飞溅。',
      proposal: '加挡板。',
    },
  });
  await weigh('employee, idea', await signIn('HT0132'), `/o/huatai/ideas/${id}`, 132, 19);
});

it('a stranger with a public bulletin: at most 35 KB in 5 files', async () => {
  const administrator = await system.as('HT0266');
  const at = { path: { organization: names.organization('huatai') } };
  const { version, name, blindScreening } = await administrator(getSettings, at);
  await administrator(putProfile, {
    ...at,
    ifMatch: version,
    body: { name, blindScreening, publicBulletin: true },
  });
  await system.moveClock('2026-10-19T18:30:00+08:00');
  await weigh('public', await signIn('HT0132'), '/public/huatai/2026-10', 35, 5);
});

async function weigh(audience: string, page: Page, path: string, budget: number, files: number) {
  const load = await firstLoad(page, `${system.address()}${path}`, inject('pages'));
  rows.push(row(audience, load, budget));
  expect(load.gzip / 1000, load.files.join('\n')).toBeLessThanOrEqual(budget);
  expect(load.files.length, load.files.join('\n')).toBeLessThanOrEqual(files);
}

function row(audience: string, { files, gzip, brotli }: FirstLoad, budget: number): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);
  return `${audience.padEnd(15)} ${String(files.length).padStart(5)}${kilobytes(gzip)} ${String(budget).padStart(7)} ${kilobytes(brotli)}`;
}
