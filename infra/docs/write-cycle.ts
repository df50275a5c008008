/**
 * `npm run docs`: writes the generated parts of `docs/cycle.md` anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshed } from './cycle-chart.ts';

const CYCLE = join(import.meta.dirname, '..', '..', 'docs', 'cycle.md');

writeFileSync(CYCLE, refreshed(readFileSync(CYCLE, 'utf8')));
