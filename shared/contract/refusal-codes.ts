/**
 * All codes with which a route can refuse a request: those of its handler, which the route lists,
 * and earlier ones, which follow from the route's inputs and its allowed callers.
 */
import type { RefusalCode } from '../domain/refusal.ts';
import type { Route } from './route.ts';

/**
 * The refusals of a request before any rule of the domain is checked, and failures during its
 * answer.
 */
export type RequestCode =
  | 'invalid-request'
  | 'malformed-json'
  | 'malformed-csv'
  | 'unreadable-file'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'not-signed-in'
  | 'role-required'
  | 'precondition-required'
  | 'no-such-route'
  | 'not-through-site'
  | 'busy'
  | 'too-many-requests'
  | 'newer-item'
  | 'internal';

const OF_ANY_ROUTE = [
  'invalid-request',
  'busy',
  'too-many-requests',
  'newer-item',
  'internal',
] as const;

const OF_A_BODY = {
  none: [],
  'application/json': ['malformed-json', 'body-too-large', 'unsupported-media-type'],
  'text/csv': ['malformed-csv', 'unreadable-file', 'body-too-large', 'unsupported-media-type'],
} as const satisfies Record<Route['body']['type'], readonly RequestCode[]>;

const OF_CALLERS = {
  anybody: [],
  'signed-in': ['not-signed-in'],
  members: ['not-signed-in', 'role-required'],
  'zone-members': ['not-signed-in'],
} as const satisfies Record<Route['access']['who'], readonly RequestCode[]>;

export function refusalCodesOf({
  refusals,
  access,
  body,
  precondition,
}: Pick<Route, 'refusals' | 'access' | 'body' | 'precondition'>): readonly (
  | RefusalCode
  | RequestCode
)[] {
  return [
    ...refusals,
    ...(precondition === 'required' ? (['precondition-required'] as const) : []),
    ...OF_A_BODY[body.type],
    ...OF_CALLERS[access.who],
    ...OF_ANY_ROUTE,
  ];
}
