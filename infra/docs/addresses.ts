/**
 * The addresses of all routes without their schemas, as a module: `shared/contract/addresses.ts`. A
 * function finds its modules by them, and the route table stays the one definition of routes.
 */
import { routeKey } from '../../shared/contract/route.ts';
import { ROUTES } from '../../shared/contract/routes/table.ts';

export function addressesModule(): string {
  const lines = ROUTES.map(route => `  ${route.id}: '${routeKey(route)}',`);
  return [HEAD, 'export const ADDRESSES = {', ...lines, '} as const;', '', TAIL, ''].join('\n');
}

const HEAD = `/**
 * Each route's method and path, as the gateway names it. \`npm run docs\` writes it from the route
 * table; a test compares the two.
 */`;

const TAIL = 'export type RouteId = keyof typeof ADDRESSES;';
