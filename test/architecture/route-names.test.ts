/**
 * One name per act: a route's id is the name of its handler, in the folder of its audience.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROUTES } from '../../shared/contract/routes/table.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The functions in an audience's folder that make an endpoint. */
function handlersOf(audience: string): string[] {
  return globSync(`functions/${audience}/*.ts`, { cwd: ROOT }).flatMap(file =>
    [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bfunction (\w+)\([^)]*\): Endpoint\b/g),
    ].map(([, name = '']) => name),
  );
}

it.each([...new Set(ROUTES.map(({ audience }) => audience))])(
  'the handlers of %s have the names of its routes',
  audience => {
    const ids = ROUTES.filter(route => route.audience === audience).map(({ id }) => id);
    expect(handlersOf(audience).toSorted()).toEqual(ids.toSorted());
  },
);
