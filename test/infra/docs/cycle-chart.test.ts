/**
 * The rules of the cycle in `docs/cycle.md` agree with the code: the generated parts are up to
 * date, and the quoted refusals have their present words.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refreshed } from '../../../infra/docs/cycle-chart.ts';
import { ACT_NAMES, STATUS_NAMES } from '../../../shared/contract/names.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const cycle = readFileSync(join(ROOT, 'docs', 'cycle.md'), 'utf8');

describe('docs/cycle.md', () => {
  it('agrees with the code; if not, `npm run docs` updates it', () => {
    expect(refreshed(cycle)).toBe(cycle);
  });

  it('draws every state and names every act', () => {
    for (const status of Object.values(STATUS_NAMES))
      expect(cycle).toContain(`state "${status}" as`);
    for (const act of Object.values(ACT_NAMES))
      expect(cycle).toMatch(new RegExp(`^\\| ${act} +\\|`, 'm'));
  });

  it('quotes refusals in their present words', () => {
    const words = globSync('shared/http/wordings/*.ts', { cwd: ROOT })
      .map(file => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n');
    const rows = cycle
      .split('## 为什么被拒绝\n')
      .at(-1)!
      .split('\n')
      .filter(line => line.startsWith('| '))
      .slice(2);
    const quoted = rows.flatMap(row => row.split(' | ')[0]!.slice(2).trim().split('<br>'));
    expect(quoted.length).toBeGreaterThan(30);
    expect(quoted.filter(title => !words.includes(`'${title}'`))).toEqual([]);
  });

  it('has a heading for each of its links', () => {
    const headings = [...cycle.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    const links = [...cycle.matchAll(/\]\(#([^)]+)\)/g)].map(([, place]) => place);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(place => !headings.includes(place!))).toEqual([]);
  });
});

describe('a text without its markers', () => {
  it('is refused', () => {
    expect(() => refreshed(cycle.replace('<!-- end: chart -->', ''))).toThrow('"chart"');
    expect(() => refreshed(`${cycle}<!-- generated: bands -->`)).toThrow('"bands"');
  });
});
