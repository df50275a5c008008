/**
 * What a route is: one row of the contract. Everything that serves, calls, guards or describes an endpoint reads it from here.
 */
import type * as z from 'zod/mini';
import type { Role } from '../domain/organization/organization.ts';
import type { RefusalCode } from '../domain/refusal.ts';

/** Whose function serves a route. */
export type Audience = 'employee' | 'committee' | 'manager' | 'administrator' | 'zone';

/**
 * Who may call: anybody at all, anybody signed in, a member of the path's organization with one of the roles, or somebody of the
 * path's zone.
 */
export type Access =
  | { readonly who: 'anybody' }
  | { readonly who: 'signed-in' }
  | { readonly who: 'members'; readonly roles: readonly [Role, ...Role[]] }
  | { readonly who: 'zone-members' };

export type Schema = z.ZodMiniType;

export interface RequestBody {
  readonly type: 'application/json' | 'text/csv' | 'none';
  readonly schema: Schema;
  readonly description?: string;
}

/** What a route answers with when all is well: JSON, or a CSV file as text. */
export type Success =
  | { readonly status: 200 | 201; readonly type?: 'application/json'; readonly reply: Schema }
  | { readonly status: 200; readonly type: 'text/csv'; readonly reply: z.ZodMiniType<string, string> };

export type ReplyType = NonNullable<Success['type']>;

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
  /** Whether `If-Match` is taken: the version that was read, so that nothing newer is overwritten unseen. */
  readonly precondition?: 'required' | 'optional';
  readonly success: Success;
  /** The refusals of the domain that this route can answer with. */
  readonly refusals: readonly RefusalCode[];
}

/**
 * What a file may be sent as. A gateway hands `text/*` on as UTF-8 and spoils any other encoding, so bytes in one come as such.
 */
export const FILE_TYPES = ['text/csv', 'application/octet-stream'] as const;

export const API_PREFIX = '/api';

/** The route as API Gateway names it: `PUT /api/organizations/{organization}/…`. */
export function routeKey({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${API_PREFIX}${path}`;
}

/** The address of a route, with its parameters filled in. */
export function addressOf(
  { path }: Pick<Route, 'path'>,
  parameters: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  const asked = search.toString();
  return `${API_PREFIX}${filled}${asked === '' ? '' : `?${asked}`}`;
}
