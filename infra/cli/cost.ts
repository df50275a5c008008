/**
 * `npm run cost`: the cost of a month by list prices, for one firm, a zone of 147 and ten thousand;
 * renews the tables of `docs/cost.md`. Prices are in `infra/docs/cost/prices.ts`, assumptions about
 * use in `usage.ts` beside it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from '../docs/cost/month.ts';
import { withCosts } from '../docs/cost/page.ts';

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'cost.md');

const [head = [], ...others] = rows();
console.table(others.map(row => Object.fromEntries(head.map((name, at) => [name, row[at]]))));
writeFileSync(PAGE, withCosts(readFileSync(PAGE, 'utf8')));
