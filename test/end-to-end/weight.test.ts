/**
 * The weight of each audience's first load: it may not grow beyond its ceiling, which comes down to
 * the budget as the pages become lighter. `npm run weight` prints the table.
 */
import { afterAll, expect, inject, it } from 'vitest';
import { browserOf, PHONE } from './browser.ts';
import { type FirstLoad, firstLoad } from './first-load.ts';
import { runningSystem } from './running-system.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const signIn = browserOf(system, PHONE);

/** Of a chart, and of what drags: loaded when the page is there already. */
const LATER = /\/(chart|sortable)[\w.-]*\.js$/;

const rows: string[] = [];
afterAll(() => {
  console.log(['audience        files   gzip  budget  brotli', ...rows].join('\n'));
});

/** In kilobytes of 1,000 bytes. */
const AUDIENCES: readonly (readonly [
  audience: string,
  account: string,
  path: string,
  budget: number,
  ceiling: number,
  files: number,
])[] = [
  ['employee', 'HT0132', '/o/huatai', 70, 70, 8],
  ['employee, new', 'HT0132', '/o/huatai/new', 70, 84, 10],
  ['committee', 'HT0022', '/o/huatai/committee/agenda', 80, 135, 18],
  ['manager', 'HT0290', '/o/huatai/manager/numbers', 80, 120, 18],
];

it.each(AUDIENCES)(
  '%s (%s, %s, budget %d KB): at most %d KB',
  async (audience, account, path, budget, ceiling, files) => {
    const page = await signIn(account);
    const load = await firstLoad(page, `${system.address()}${path}`, inject('pages'));
    const counted = load.files.filter(file => !LATER.test(file));
    rows.push(row(audience, load, budget));
    expect(load.gzip / 1000, load.files.join('\n')).toBeLessThanOrEqual(ceiling);
    expect(counted.length, counted.join('\n')).toBeLessThanOrEqual(files);
  },
);

function row(audience: string, { files, gzip, brotli }: FirstLoad, budget: number): string {
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);
  return `${audience.padEnd(15)} ${String(files.length).padStart(5)}${kilobytes(gzip)} ${String(budget).padStart(7)} ${kilobytes(brotli)}`;
}
