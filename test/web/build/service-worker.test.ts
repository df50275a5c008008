/** The release that the worker is built with: who keeps which files. */
import type { Rolldown } from 'vite';
import { expect, it } from 'vitest';
import { releaseOf } from '../../../web/build/service-worker.ts';
import { filesFor, isOf } from '../../../web/worker/release.ts';

const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  index: [],
  afterwards: ['index'],
  home: ['index'],
  submit: ['index'],
  submission: ['index'],
  'sign-out-question': ['index'],
  list: [],
  idea: [],
  search: [],
  engine: [],
  outbox: ['employee'],
  'kept-replies': [],
  employee: ['index', 'shared'],
  shared: [],
  ideas: [],
  photos: ['ideas'],
  issuer: ['zod'],
  zod: [],
  agenda: ['ideas', 'balloting'],
  balloting: [],
  comments: [],
  'all-voted': [],
  chair: [],
  'follow-up': [],
  desk: ['balloting'],
  manager: [],
  administrator: [],
  numbers: [],
  figures: [],
  sheets: [],
  staff: [],
  zone: [],
  workbook: [],
  zh: [],
  en: [],
  'zh-shared': [],
  'en-shared': [],
  'zh-desk': [],
  'zh-balloting': [],
  'zh-workbook': [],
};

function bundleOf(page = '<!doctype html>'): Rolldown.OutputBundle {
  const scripts = Object.entries(SCRIPTS).map(([name, imports]) => ({
    type: 'chunk',
    name,
    fileName: `assets/${name}.js`,
    imports: imports.map(one => `assets/${one}.js`),
  }));
  const styles = ['style', 'lists'].map(name => ({
    type: 'asset',
    names: [`${name}.css`],
    fileName: `assets/${name}.css`,
  }));
  const html = { type: 'asset', names: [], fileName: 'index.html', source: page };
  return Object.fromEntries(
    [...scripts, ...styles, html].map(output => [output.fileName, output]),
  ) as unknown as Rolldown.OutputBundle;
}

const release = releaseOf(bundleOf());
const names = (files: readonly string[]) =>
  files.map(file => file.replace(/^\/assets\/|\.js$/g, ''));

it('gives an employee what they open, with all that it imports and its words', () => {
  const files = names(filesFor(release, { audiences: [], tongue: 'zh' }));
  expect(files).toEqual(
    expect.arrayContaining(['index', 'home', 'shared', 'zod', 'style.css', 'zh', 'zh-shared']),
  );
  for (const other of [
    'agenda',
    'balloting',
    'desk',
    'zh-desk',
    'workbook',
    'zh-workbook',
    'en',
    'en-shared',
  ])
    expect(files).not.toContain(other);
});

it('gives staff the files of their roles as well', () => {
  const committee = names(filesFor(release, { audiences: ['committee'], tongue: 'zh' }));
  expect(committee).toEqual(
    expect.arrayContaining(['home', 'agenda', 'balloting', 'zh-balloting']),
  );
  expect(committee).not.toContain('desk');
  const staff = names(filesFor(release, { audiences: ['staff'], tongue: 'zh' }));
  expect(staff).toEqual(
    expect.arrayContaining(['home', 'desk', 'balloting', 'zh-desk', 'zh-balloting']),
  );
  expect(staff).not.toContain('agenda');
});

it('names a file once, for whoever keeps several parts', () => {
  const files = filesFor(release, { audiences: ['committee', 'staff'], tongue: 'en' });
  expect(files).toEqual([...new Set(files)]);
});

it('is another release with another page, and the same with the same', () => {
  expect(releaseOf(bundleOf()).id).toBe(release.id);
  expect(releaseOf(bundleOf('<!doctype html><p>')).id).not.toBe(release.id);
});

it('knows its pages by their scripts', () => {
  expect(isOf(release, '/assets/afterwards.js')).toBe(true);
  expect(isOf(release, '/assets/afterwards-older.js')).toBe(false);
});

it('refuses a build in which a file to keep has another name', () => {
  const { 'assets/home.js': _, ...without } = bundleOf();
  expect(() => releaseOf(without)).toThrow(/home/);
});
