/**
 * Production cannot reach the clock's control. The test follows the imports of the functions and
 * reads each file. (`npm run borders` checks what functions and the stack may import at all,
 * `functions.test.ts` their variables.)
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RIGHTS } from '../../infra/aws/rights.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The functions that know the table, and so the time; the canary knows neither. */
const names = Object.keys(RIGHTS);
const IMPORT = /\b(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** A file of the repository and all that it imports, directly or not, by path from the root. */
function reachedFrom(entry: string): Map<string, string> {
  const files = new Map<string, string>();
  const follow = (file: string): void => {
    const path = relative(ROOT, file);
    if (files.has(path)) return;
    const text = readFileSync(file, 'utf8');
    files.set(path, text);
    for (const [, imported = ''] of text.matchAll(IMPORT)) follow(resolve(dirname(file), imported));
  };
  follow(resolve(ROOT, entry));
  return files;
}

it('every folder of functions with an index is checked', () => {
  const folders = readdirSync(`${ROOT}functions`, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(`${ROOT}functions/${entry.name}/index.ts`))
    .map(({ name }) => name);
  expect(folders.toSorted()).toEqual([...names, 'canary'].toSorted());
});

describe.for(names)('%s', name => {
  const files = reachedFrom(`functions/${name}/index.ts`);

  it('consists of many files, so that the test follows its imports', () => {
    expect(files.size).toBeGreaterThan(10);
  });

  it("uses the system's clock and no other", () => {
    expect(files.get(`functions/${name}/index.ts`)).toMatch(/\bruntime\('[a-z-]+', /);
    const clocks = [...files]
      .filter(([, text]) => /\bnow:\s*(async\s*)?\(/.test(text))
      .map(([path]) => path);
    expect(clocks).toEqual(['functions/runtime.ts']);
    expect(files.get('functions/runtime.ts')).toContain(
      'clock: { now: () => instantOf(Date.now()) },',
    );
  });

  it('reads the environment in its index only, and only through its schema', () => {
    const readers = [...files]
      .filter(([, text]) => text.includes('process.env'))
      .map(([path]) => path);
    // The log names the trace of each request, which Lambda alone knows.
    expect(readers.filter(path => path !== 'functions/json-log.ts')).toEqual([
      `functions/${name}/index.ts`,
    ]);
    const index = files.get(`functions/${name}/index.ts`) ?? '';
    expect(index.match(/process\.env/g)).toHaveLength(1);
    expect(index).toMatch(/Env\.parse\(process\.env\)/);
  });
});

it('no route concerns the clock', () => {
  expect(ROUTES.filter(({ path }) => /clock|time|now|date/i.test(path))).toEqual([]);
});
