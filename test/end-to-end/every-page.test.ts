/**
 * Every page in its states, as its reader sees it, on a phone in the light and on a desktop in the
 * dark, in a browser as old as is supported: all of it is there, axe finds nothing, nothing is
 * wider than the screen, nothing jumps while it loads, each control is named as it looks and large
 * enough for a finger, and there is one heading of the page.
 */
import { AxeBuilder } from '@axe-core/playwright';
import axeCore from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { browserOf } from './browser.ts';
import { asOldAsPossible } from './oldest-browser.ts';
import { runningSystem } from './running-system.ts';
import { stagesOf, type Visit } from './stages.ts';

const system = runningSystem({ at: '2026-10-10T08:00+08:00', pages: true });
const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
const signIn = browserOf(system, PHONE, { before: asOldAsPossible });
/** Enough for each kind of state; of more, lists would only become longer. */
const SLIPS = 26;

/** Waits until nothing is asked for any more, and a few frames have passed that ask for nothing. */
type Settle = () => Promise<void>;

/** Sooner than `networkidle`, which lets half a second pass. */
function settleOf(page: Page): Settle {
  let underway = 0;
  page.on('request', () => {
    underway += 1;
  });
  const end = (): void => {
    underway -= 1;
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    for (let quiet = 0; quiet < QUIET_FRAMES; quiet = underway > 0 ? 0 : quiet + 1)
      await page.evaluate(() => new Promise(requestAnimationFrame));
  };
}

const QUIET_FRAMES = 6;

/** What is wrong with a page; nothing, if all is well. */
async function faultsOf(page: Page, path: string, settle: Settle): Promise<string[]> {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${system.address()}${path}`);
  await page.locator('main h1').waitFor();
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
  await settle();
  const shift = await page.evaluate(() => Reflect.get(globalThis, 'layoutShift'));
  const faults = Number(shift) > 0.02 ? [`shifts by ${shift}`] : [];
  faults.push(...(await page.evaluate(failed)), ...(await page.evaluate(unreachable)));
  faults.push(...(await lookAt(page, 'on a phone', axeOn(page))));
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'dark' });
  const again = axeOn(page).withRules(OF_THE_LOOK);
  faults.push(...(await lookAt(page, 'on a desktop in the dark', again)));
  return faults.map(fault => `${path} ${fault}`);
}

/** In place of the source of axe: each page begins with it. */
const THERE = ';';

/**
 * Our pages have no frames, and of what is well nothing is told: both would take most of the time.
 * Whether a control is named as it looks is asked below; axe goes by the look of letters, and the
 * browser has none for Chinese.
 */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page, axeSource: THERE }).setLegacyMode().options({
    resultTypes: ['violations'],
    rules: { 'label-content-name-mismatch': { enabled: false } },
  });
}

/** What may differ between a phone and a desktop, or between light and dark; the rest is looked at once. */
const OF_THE_LOOK = [
  'color-contrast',
  'link-in-text-block',
  'heading-order',
  'landmark-unique',
  'region',
  'scrollable-region-focusable',
  'aria-hidden-focus',
];

async function lookAt(page: Page, where: string, axe: AxeBuilder): Promise<string[]> {
  const { wide, headings, title } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    headings: document.querySelectorAll('h1').length,
    title: document.title,
  }));
  const { violations } = await axe.analyze();
  return [
    ...(wide > 0 ? [`is ${wide} px too wide ${where}`] : []),
    ...(headings === 1 ? [] : [`has ${headings} headings ${where}`]),
    ...(title.includes(' · ') ? [] : [`is called ${title}`]),
    ...(await page.evaluate(misnamed)).map(name => `names a control otherwise ${where}: ${name}`),
    ...violations.map(
      ({ id, nodes }) =>
        `${id} ${where}: ${nodes.map(({ html }) => html.slice(0, 160)).join('; ')}`,
    ),
  ];
}

/**
 * The controls whose name does not begin with the text on them: who speaks that text, or looks for
 * it, finds them by it (WCAG 2.5.3).
 */
function misnamed(): string[] {
  return [...document.querySelectorAll('button[aria-label], a[aria-label]')].flatMap(control => {
    const shown = control.cloneNode(true) as Element;
    for (const other of shown.querySelectorAll('[aria-hidden], .visually-hidden')) other.remove();
    const [text, name] = [shown.textContent, control.getAttribute('aria-label')].map(words =>
      (words ?? '').replace(/\s/g, ''),
    );
    // A mere number is no name.
    return /^\d*$/.test(text ?? '') || name?.startsWith(text ?? '') ? [] : [`${text} / ${name}`];
  });
}

/** What could not be loaded. */
function failed(): string[] {
  return [...document.querySelectorAll('[role="alert"]')].map(
    element => `failed: ${element.outerHTML.slice(0, 120)}`,
  );
}

/**
 * Controls smaller than a fingertip (44 px, WCAG 2.5.5; links within a sentence are exempt), and
 * areas that scroll for the mouse alone.
 */
function unreachable(): string[] {
  const shown = (element: Element): boolean => element.getClientRects().length > 0;
  const small = [
    ...document.querySelectorAll('button, summary, select, input, nav a, li > a, .button'),
  ]
    .filter(shown)
    // A hidden field has a button that opens it.
    .filter(element => !element.matches('.visually-hidden'))
    .filter(element => {
      const target = element.matches('[type="checkbox"], [type="radio"]')
        ? element.closest('label')
        : element;
      return !target?.closest('.skip') && (target?.getBoundingClientRect().height ?? 0) < 43.5;
    });
  const scrolling = [...document.querySelectorAll<HTMLElement>('main *')].filter(
    element =>
      element.scrollWidth > element.clientWidth + 1 &&
      /auto|scroll/.test(getComputedStyle(element).overflowX) &&
      element.tabIndex < 0 &&
      // A row of controls scrolls with the focus.
      ![...element.children].every(child =>
        child.matches('button, a, .visually-hidden, :has(button, a, input, select)'),
      ),
  );
  return [...small, ...scrolling].map(
    element => `needs a mouse: ${element.outerHTML.slice(0, 120)}`,
  );
}

/** Adds up the shifts that no user has caused. */
const WATCH_SHIFTS = `
  globalThis.layoutShift = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput) globalThis.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function visit({ account, paths }: Visit): Promise<string[]> {
  const page = await signIn(account);
  await page.addInitScript(WATCH_SHIFTS);
  await page.addInitScript(axeCore.source);
  const settle = settleOf(page);
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsOf(page, path, settle)));
  return faults;
}

for (const { name, prepare, visits } of stagesOf(system, SLIPS))
  it(name, { timeout: 300_000 }, async () => {
    await prepare();
    const faults: string[] = [];
    for (const visited of visits()) faults.push(...(await visit(visited)));
    expect(faults).toEqual([]);
  });
