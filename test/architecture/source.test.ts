/**
 * House rules that neither compiler nor linter knows: which code may read the environment or the
 * clock, and that types are neither forced nor switched off.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface Source {
  readonly path: string;
  readonly code: string;
}

const sources: readonly Source[] = globSync('{shared,functions,infra,web}/**/*.{ts,tsx}', {
  cwd: ROOT,
}).map(path => ({ path, code: readFileSync(join(ROOT, path), 'utf8') }));

const within = (folder: string): readonly Source[] =>
  sources.filter(({ path }) => path.startsWith(folder));
/** Code without comments and strings, accurate enough for a search. */
const bare = (code: string): string =>
  code
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
const offenders = (files: readonly Source[], pattern: RegExp): string[] =>
  files.flatMap(({ path, code }) =>
    [...bare(code).matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`),
  );

describe('the clock and the environment are read at the edges', () => {
  it('only wiring reads the environment', () => {
    const elsewhere = sources.filter(
      ({ path }) => !/^functions\/([^/]+\/index|json-log)\.ts$|^infra\/|^web\/vite/.test(path),
    );
    expect(offenders(elsewhere, /process\.env/g)).toEqual([]);
  });

  it('the domain, the contract and the store never read the clock, and the first two use no randomness', () => {
    const pure = [...within('shared/domain/'), ...within('shared/contract/')];
    expect(
      offenders(pure, /Date\.now|new Date\(\)|performance\.now|Math\.random|randomUUID/g),
    ).toEqual([]);
    expect(offenders(within('shared/store/'), /Date\.now|new Date\(/g)).toEqual([]);
  });
});

describe('types are neither forced nor switched off', () => {
  it.each([
    ['any', /[:<(,|]\s*any\b(?!\w)/g],
    ['as', /[\w)\]}]\s+as\s+(?!const\b)[A-Z{(][\w.]*(?=[\s;,)<[\]])(?!\s*[,}]?.*from)/g],
    ['!', /[\w)\]]!(?=[.;,)[\]])/g],
    ['@ts-', /@ts-(?:ignore|expect-error|nocheck)/g],
  ])('no %s', (_, pattern) => {
    expect(offenders(sources, pattern)).toEqual([]);
  });
});

it('the lock file has the packages of every platform, not only those of the machine that made it', () => {
  const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } =
    JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const missing = [
    '@biomejs/biome',
    '@swc/core',
    'oxc-parser',
    'esbuild',
    'rolldown',
    'lightningcss',
    'typescript',
  ].flatMap(name =>
    Object.keys(lock.packages[`node_modules/${name}`]?.optionalDependencies ?? {}).filter(
      platform => !(`node_modules/${platform}` in lock.packages),
    ),
  );
  expect(missing).toEqual([]);
});

it('no line of facts can begin with its dot: the space before it does not break', () => {
  // The title of a tab is one line, and is taken apart at its dot.
  const titles = /(?:page-title|late-failures|public-bulletin-page)\.tsx$/;
  const breaking = within('web/').filter(
    ({ path, code }) =>
      !titles.test(path) &&
      /(?:^|[^\S\u00a0])·/m.test(code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')),
  );
  expect(breaking.map(({ path }) => path)).toEqual([]);
});

it('components have no Chinese signs of their own: an English page would show them', () => {
  const components = within('web/').filter(({ path }) => path.endsWith('.tsx'));
  const signs = components.flatMap(({ path, code }) =>
    code
      .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .split('\n')
      .filter(line => /[、，。：；（）《》]/.test(line) && !line.includes('/['))
      .map(line => `${path}: ${line.trim()}`),
  );
  expect(signs).toEqual([]);
});

it('every module begins with a description', () => {
  expect(sources.filter(({ code }) => !code.startsWith('/**')).map(({ path }) => path)).toEqual([]);
});

it('one file opens the browser’s storage, which may refuse at any time ', () => {
  const users = within('web/').filter(({ code }) =>
    /\b(?:local|session)Storage\b/.test(bare(code)),
  );
  expect(users.map(({ path }) => path)).toEqual(['web/storage/browser-storage.ts']);
});

it('pages send through the session, which holds what a signed-out person has sent', () => {
  const senders = [...within('web/')].filter(
    ({ path, code }) =>
      !path.startsWith('web/worker/') &&
      /(?<![#.\w])fetch\(|\bXMLHttpRequest\b|\bsendBeacon\b/.test(bare(code)),
  );
  expect(senders.map(({ path }) => path).toSorted()).toEqual([
    // Whether the pages' own host answers.
    'web/api/network.ts',
    // To the storage, which a signed form admits; an access token is not for it.
    'web/api/upload-photo.ts',
    // The public bulletin, which nobody signs in for.
    'web/features/bulletin/public-bulletin.ts',
    // Where the issuer is, before anybody has signed in, and its sign-out.
    'web/session/configuration.ts',
    'web/session/issuer.ts',
    'web/session/sign-in.ts',
  ]);
});
