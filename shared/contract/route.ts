/**
 * A route: one row of the contract. All code that serves, calls, guards or describes an endpoint
 * reads it from here.
 */
import type * as z from 'zod/mini';
import type { Role } from '../domain/organization/organization.ts';
import type { RefusalCode } from '../domain/refusal.ts';

/** The audience whose function serves a route. */
export type Audience =
  | 'employee'
  | 'committee'
  | 'manager'
  | 'administrator'
  | 'search'
  | 'photos'
  | 'zone';

/**
 * The allowed callers: everybody, every signed-in person, a member of the path's organization with
 * one of the roles, or a person of the path's zone.
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

/** A route's successful answer: JSON, a CSV file as text, or a picture. */
export type Success =
  | {
      readonly status: 200 | 201;
      readonly type?: 'application/json';
      readonly reply: Schema;
      /**
       * Whether the answer has `people` besides its reply: the names that belong to its numbers,
       * for members of the organization. The endpoint layer finds the numbers by the schema.
       */
      readonly people?: true;
    }
  | {
      readonly status: 200;
      readonly type: 'text/csv';
      readonly reply: z.ZodMiniType<string, string>;
    }
  | {
      readonly status: 200;
      readonly type: 'image/jpeg';
      readonly reply: z.ZodMiniType<Uint8Array, Uint8Array>;
    };

export type ReplyType = NonNullable<Success['type']>;

export interface Route {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api`, with parameters in braces as in API Gateway and OpenAPI. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly audience: Audience;
  readonly access: Access;
  readonly parameters: z.ZodMiniObject;
  readonly query: z.ZodMiniObject;
  readonly body: RequestBody;
  /** Whether an `Idempotency-Key` header is accepted. */
  readonly idempotent?: true;
  /**
   * Whether `If-Match` is accepted: the expected version, so that no newer one is overwritten
   * unseen.
   */
  readonly precondition?: 'required' | 'optional';
  /**
   * Whether `If-None-Match` is accepted: a client that has the current version gets no body, and
   * may keep what it got, to ask again each time.
   */
  readonly revalidation?: true;
  readonly success: Success;
  /** The refusals of the domain that this route can answer with. */
  readonly refusals: readonly RefusalCode[];
}

/**
 * The content types of a sent file. A gateway passes `text/*` on as UTF-8 and corrupts any other
 * encoding, so other encodings are sent as bytes.
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
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(parameters[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) search.set(name, value);
  const asked = search.toString();
  return `${API_PREFIX}${filled}${asked === '' ? '' : `?${asked}`}`;
}
