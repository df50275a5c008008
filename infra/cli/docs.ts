/**
 * `npm run docs`: regenerates the generated parts of `docs/cycle.md`, the routes' addresses in
 * `shared/contract/addresses.ts` and `docs/hosting/nginx.conf`, and writes new versions of stored
 * shapes into `docs/stored-shapes.json`. The command also has a test renew `docs/rights.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesModule } from '../docs/addresses.ts';
import { refreshed } from '../docs/cycle-chart.ts';
import { nginxConfiguration } from '../docs/nginx.ts';
import { readShapes, withNewVersions } from '../docs/stored-shapes.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCS = join(ROOT, 'docs');
const CYCLE = join(DOCS, 'cycle.md');
const SHAPES = join(DOCS, 'stored-shapes.json');

writeFileSync(CYCLE, refreshed(readFileSync(CYCLE, 'utf8')));
const shapes = withNewVersions(readShapes(readFileSync(SHAPES, 'utf8')));
writeFileSync(SHAPES, `${JSON.stringify(shapes, undefined, 2)}\n`);
writeFileSync(join(ROOT, 'shared', 'contract', 'addresses.ts'), addressesModule());
writeFileSync(join(DOCS, 'hosting', 'nginx.conf'), nginxConfiguration());
