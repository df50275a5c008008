/**
 * The classes of requests, each with a limit of its own at the gateway. A route's class follows
 * from the route, so no row can have a wrong one, and a new class needs a limit to compile.
 */
import type { Route } from './route.ts';

/**
 * What anybody may read without signing in; what moves a file, and so takes seconds; what goes
 * through all texts of an organization; what changes something; and all other reading.
 */
export type RequestClass = 'public' | 'pictures' | 'files' | 'searches' | 'writes' | 'reads';

/** Requests a second of one route, and the number that may come at once. */
interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

export type Throttles = Readonly<Record<RequestClass, Throttle>>;

/**
 * For each route of a class. A large firm that opens the page within the same minute stays below; a
 * client's endless loop, or a stranger's trials, do not reach the bill.
 */
export const USUAL_THROTTLES: Throttles = {
  public: { rate: 50, burst: 100 },
  files: { rate: 10, burst: 20 },
  searches: { rate: 50, burst: 100 },
  writes: { rate: 100, burst: 200 },
  reads: { rate: 200, burst: 400 },
  // A list has many, and a meeting opens it at once.
  pictures: { rate: 400, burst: 800 },
};

export function requestClassOf({
  access,
  audience,
  body,
  success,
  method,
}: Pick<Route, 'access' | 'audience' | 'body' | 'success' | 'method'>): RequestClass {
  if (success.type === 'image/jpeg') return 'pictures';
  if (access.who === 'anybody') return 'public';
  if (body.type === 'text/csv' || success.type === 'text/csv') return 'files';
  if (audience === 'search') return 'searches';
  return method === 'GET' ? 'reads' : 'writes';
}
