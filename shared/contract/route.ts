/**
 * What a route is: one row of the contract. Everything that serves, calls, guards or describes an endpoint reads it from here.
 */
import type * as z from 'zod/mini';
import type { Role } from '../domain/organization.ts';
import type { RefusalCode } from '../domain/refusal.ts';

/** Whose function serves a route. */
export type Audience = 'employee' | 'committee' | 'manager';

/** Who may call: anybody at all, anybody signed in, or a member of the path's organization with one of the roles. */
export type Access =
  | { readonly who: 'anybody' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'members'; readonly roles: readonly [Role, ...Role[]] };

export type Schema = z.ZodMiniType;

export interface RequestBody {
  readonly type: 'application/json' | 'text/csv' | 'none';
  readonly schema: Schema;
  readonly description?: string;
}

export interface Route {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`, with parameters in braces as API Gateway and OpenAPI write them. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly audience: Audience;
  readonly access: Access;
  readonly parameters: z.ZodMiniObject;
  readonly query: z.ZodMiniObject;
  readonly body: RequestBody;
  /** Whether an `Idempotency-Key` header is taken. */
  readonly idempotent?: true;
  readonly success: { readonly status: 200 | 201; readonly reply: Schema };
  /** The refusals of the domain that this route can answer with. */
  readonly refusals: readonly RefusalCode[];
}

export const API_PREFIX = '/api';

/** The route as API Gateway names it: `PUT /api/organizations/{organization}/…`. */
export function routeKey({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${API_PREFIX}${path}`;
}
