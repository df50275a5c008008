/**
 * The house rules that no compiler knows: which way imports point, who may look at the environment or the clock, and that
 * types are neither forced nor switched off.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');

interface Source {
  readonly path: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const sources: readonly Source[] = globSync('{shared,functions,infra,web}/**/*.{ts,tsx}', { cwd: ROOT }).map(
  path => {
    const code = readFileSync(join(ROOT, path), 'utf8');
    const imports = [...code.matchAll(/(?:^(?:import|export|\}).*from |\bimport\(|^import )'([^']+)'/gm)].map(
      ([, name = '']) => (name.startsWith('.') ? normalize(join(dirname(path), name)) : name),
    );
    return { path, code, imports };
  },
);

const within = (folder: string): readonly Source[] => sources.filter(({ path }) => path.startsWith(folder));
/** Code without comments and strings, near enough for a search. */
const bare = (code: string): string =>
  code
    .replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
const offenders = (files: readonly Source[], pattern: RegExp): string[] =>
  files.flatMap(({ path, code }) =>
    [...bare(code).matchAll(pattern)].map(([found]) => `${path}: ${found.trim()}`),
  );

/** Which of our own folders a folder may import from. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'shared/domain': ['shared/domain'],
  'shared/contract': ['shared/domain', 'shared/contract'],
  'shared/metrics': ['shared/domain', 'shared/metrics'],
  'shared/store': ['shared/domain', 'shared/store'],
  'shared/http': ['shared/domain', 'shared/contract', 'shared/store', 'shared/http'],
  functions: ['shared', 'functions'],
  web: ['shared/domain', 'shared/contract', 'web'],
  infra: ['shared', 'functions', 'infra'],
};

describe('imports point one way', () => {
  it.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
    const strays = within(`${folder}/`).flatMap(({ path, imports }) =>
      imports
        .filter(name => /^(shared|functions|infra|web|test)\//.test(name))
        .filter(name => !allowed.some(one => name.startsWith(`${one}/`)))
        .map(name => `${path} → ${name}`),
    );
    expect(strays).toEqual([]);
    expect(within(`${folder}/`).length).toBeGreaterThan(0);
  });

  it('the domain imports nothing from outside', () => {
    const outside = within('shared/domain/').flatMap(({ path, imports }) =>
      imports.filter(name => !name.startsWith('shared/')).map(name => `${path} → ${name}`),
    );
    expect(outside).toEqual([]);
  });

  it('one function knows nothing of another', () => {
    const strays = within('functions/').flatMap(({ path, imports }) => {
      const own = path.split('/').slice(0, 2).join('/');
      return (
        imports
          .filter(name => name.startsWith('functions/') && !name.startsWith(own))
          // What stands beside their folders is wiring, for all of them.
          .filter(name => !/^functions\/[^/]+\.ts$/.test(name))
          .map(name => `${path} → ${name}`)
      );
    });
    expect(strays).toEqual([]);
  });

  it('the AWS stack knows nothing of the local system, nor the other way round', () => {
    const strays = [...within('infra/aws/'), ...within('infra/local/')].flatMap(({ path, imports }) =>
      imports
        .filter(name => name.startsWith(path.startsWith('infra/aws/') ? 'infra/local/' : 'infra/aws/'))
        .map(name => `${path} → ${name}`),
    );
    expect(strays).toEqual([]);
  });
});

it('no files import each other in a circle', () => {
  const imports = new Map(sources.map(({ path, imports }) => [path, imports]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of imports.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

describe('the present and the environment come in at the edges', () => {
  it('only wiring reads the environment', () => {
    const elsewhere = sources.filter(
      ({ path }) => !/^functions\/([^/]+\/index|json-log)\.ts$|^infra\/|^web\/vite/.test(path),
    );
    expect(offenders(elsewhere, /process\.env/g)).toEqual([]);
  });

  it('the domain, the contract and the store never ask what time it is, nor throw dice that matter', () => {
    const pure = [...within('shared/domain/'), ...within('shared/contract/')];
    expect(offenders(pure, /Date\.now|new Date\(\)|performance\.now|Math\.random|randomUUID/g)).toEqual([]);
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

it('the lock file has every platform’s packages, also where the machine that made it had no use for them', () => {
  const lock: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  );
  const missing = [
    '@biomejs/biome',
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

it('every module opens with what it is', () => {
  expect(sources.filter(({ code }) => !code.startsWith('/**')).map(({ path }) => path)).toEqual([]);
});

it('one file opens the storage of the browser, which may refuse at any time', () => {
  const users = within('web/').filter(({ code }) => /\b(?:local|session)Storage\b/.test(bare(code)));
  expect(users.map(({ path }) => path)).toEqual(['web/storage/browser-storage.ts']);
});
