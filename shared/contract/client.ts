/**
 * The client that the contract types: `call(route, request)` builds the URL, headers and body from
 * the route's row and checks the reply by the route's own schema. A page that requests something
 * the API lacks does not compile. It knows schemas by their common interface alone (Standard
 * Schema): the pages' build puts a lighter check in their place.
 */
import type * as z from 'zod/mini';
import {
  ApiProblem,
  GATEWAY_STATUSES,
  GatewayFailure,
  isProblem,
  NetworkFailure,
  UnexpectedReply,
} from './client-errors.ts';
import { addressOf, FILE_TYPES, type Route } from './route.ts';
import type { people } from './schemas/people.ts';

/** A part of a request that is optional when nothing in it is required. */
type Part<Name extends string, Value> =
  Record<never, never> extends Value
    ? { readonly [name in Name]?: Value }
    : { readonly [name in Name]: Value };

type BodyOf<R extends Route> = R extends {
  readonly body: {
    readonly type: 'application/json';
    readonly schema: infer Schema extends z.ZodMiniType;
  };
}
  ? { readonly body: z.input<Schema> }
  : R extends { readonly body: { readonly type: 'text/csv' } }
    ? { readonly body: Blob }
    : { readonly body?: never };

type KeyOf<R extends Route> = R extends { readonly idempotent: true }
  ? { readonly idempotencyKey: string }
  : { readonly idempotencyKey?: never };

/** The expected version, if the route takes one. */
type VersionOf<R extends Route> = R extends { readonly precondition: 'required' }
  ? { readonly ifMatch: number }
  : R extends { readonly precondition: 'optional' }
    ? { readonly ifMatch?: number }
    : { readonly ifMatch?: never };

/** The request of a route. */
export type RequestOf<R extends Route> = Part<'path', z.input<R['parameters']>> &
  Part<'query', z.input<R['query']>> &
  BodyOf<R> &
  KeyOf<R> &
  VersionOf<R>;

/** The reply of a route, with the people of its numbers if it has them. */
export type ReplyOf<R extends Route> = R extends { readonly success: { readonly type: 'text/csv' } }
  ? CsvPart<z.output<R['query']>>
  : R extends { readonly success: { readonly type: 'image/jpeg' } }
    ? never
    : R extends { readonly success: { readonly people: true } }
      ? z.output<R['success']['reply']> & WithPeople
      : z.output<R['success']['reply']>;

/** An API older than the pages tells no people. */
interface WithPeople {
  readonly people?: z.output<typeof people>;
}

/** A part of a CSV file, and the address of the next, if there is one. */
interface CsvPart<Query> {
  readonly text: string;
  readonly nextCursor?: Query extends { readonly cursor?: infer Cursor }
    ? NonNullable<Cursor>
    : never;
}

export type Call = <R extends Route>(
  route: R,
  request: RequestOf<R>,
  signal?: AbortSignal,
) => Promise<ReplyOf<R>>;

/** Sends a request: the browser's `fetch`, or its replacement by a session or a test. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

export interface Connection {
  readonly fetch: Send;
  /** The bearer token; not given if `fetch` adds it, or if nobody is signed in. */
  readonly accessToken?: () => Promise<string>;
  readonly language: () => string;
}

/** The common form of all requests, for an unknown route. */
interface AnyRequest {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly ifMatch?: number;
}

/** Keeps a byte order mark: in a file it is part of the text, for spreadsheets that need one. */
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function createCall({ fetch, accessToken, language }: Connection): Call {
  // Two signatures: callers see the exact one; the body works with the common form of all requests.
  function call<R extends Route>(
    route: R,
    request: RequestOf<R>,
    signal?: AbortSignal,
  ): Promise<ReplyOf<R>>;
  async function call(route: Route, request: AnyRequest, signal?: AbortSignal): Promise<unknown> {
    const headers = new Headers({
      accept: `${route.success.type ?? 'application/json'}, application/problem+json`,
      'accept-language': language(),
    });
    if (accessToken !== undefined) headers.set('authorization', `Bearer ${await accessToken()}`);
    if (request.idempotencyKey !== undefined)
      headers.set('idempotency-key', request.idempotencyKey);
    if (request.ifMatch !== undefined) headers.set('if-match', `"${request.ifMatch}"`);
    if (route.body.type !== 'none') headers.set('content-type', typeOf(route, request));
    const body = bodyOf(route, request);

    let response: Response;
    let text: string;
    try {
      response = await fetch(addressOf(route, request.path ?? {}, request.query), {
        method: route.method,
        headers,
        ...(body !== undefined && { body }),
        ...(signal !== undefined && { signal }),
      });
      text = UTF_8.decode(await response.arrayBuffer());
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new NetworkFailure('no answer from the network', { cause });
    }

    if (response.status !== route.success.status) throw failureOf(response, text);
    if (route.success.type === 'text/csv') return partOf(response, text);
    // A browser shows a picture by its address.
    if (route.success.type === 'image/jpeg') throw new UnexpectedReply(response.status);
    const { reply, people: hasPeople } = route.success;
    const answer = json(text);
    const read = await reply['~standard'].validate(answer);
    if (read.issues) throw new UnexpectedReply(response.status, read.issues);
    return hasPeople ? Object.assign({}, read.value, peopleIn(answer)) : read.value;
  }
  return call;
}

/** The names beside a reply: the endpoint layer adds them to what the reply's schema describes. */
function peopleIn(body: unknown): object {
  return typeof body === 'object' && body !== null && 'people' in body
    ? { people: body.people }
    : {};
}

/** A file has its own type: text, or bytes that the API interprets. */
function typeOf({ body: { type } }: Route, { body }: AnyRequest): string {
  const own = FILE_TYPES.find(one => body instanceof Blob && body.type.startsWith(one));
  return type === 'text/csv' && own !== undefined ? own : type;
}

function bodyOf(route: Route, { body }: AnyRequest): string | Blob | undefined {
  if (route.body.type === 'none' || body === undefined) return undefined;
  return body instanceof Blob ? body : JSON.stringify(body);
}

/** A part of a file. Of the address in `Link` only the cursor is used. */
function partOf(
  { status, headers }: Response,
  text: string,
): { readonly text: string; readonly nextCursor?: string } {
  // A proxy's page with status 200 would otherwise end up in the file.
  if (!headers.get('content-type')?.startsWith('text/csv')) throw new UnexpectedReply(status);
  const next = /<([^>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1];
  if (next === undefined) return { text };
  const nextCursor = new URLSearchParams(next.split('?', 2)[1]).get('cursor');
  if (nextCursor === null) throw new UnexpectedReply(status);
  return { text, nextCursor };
}

/** The error of a reply with a failure status. */
export function failureOf(response: Pick<Response, 'status' | 'headers'>, text: string): Error {
  const { status } = response;
  const body = json(text);
  const later = retryAfterSeconds(response);
  if (isProblem(body)) return new ApiProblem(body, later);
  const gateway = GATEWAY_STATUSES.find(one => one === status);
  return gateway === undefined ? new UnexpectedReply(status) : new GatewayFailure(gateway, later);
}

/** 0 without a value, or for a date, which neither the gateway nor the API sends. */
export function retryAfterSeconds({ headers }: Pick<Response, 'headers'>): number {
  const seconds = Number(headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? seconds : 0;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
