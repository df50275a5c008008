/**
 * The client that the contract types: `call(route, request)` builds the URL, headers and body from the route's row and reads the
 * reply with the route's own schema. A page that asks for something the API does not have does not compile.
 */
import * as z from 'zod/mini';
import { ApiProblem, NetworkFailure, UnexpectedReply } from './client-errors.ts';
import { API_PREFIX, type Route } from './route.ts';
import { problem } from './schemas.ts';

/** A part of a request that may be left out when nothing in it is required. */
type Part<Name extends string, Value> =
  Record<never, never> extends Value
    ? { readonly [name in Name]?: Value }
    : { readonly [name in Name]: Value };

type BodyOf<R extends Route> = R extends {
  readonly body: { readonly type: 'application/json'; readonly schema: infer Schema extends z.ZodMiniType };
}
  ? { readonly body: z.input<Schema> }
  : R extends { readonly body: { readonly type: 'text/csv' } }
    ? { readonly body: Blob }
    : { readonly body?: never };

type KeyOf<R extends Route> = R extends { readonly idempotent: true }
  ? { readonly idempotencyKey: string }
  : { readonly idempotencyKey?: never };

/** What a route asks for. */
export type RequestOf<R extends Route> = Part<'path', z.input<R['parameters']>> &
  Part<'query', z.input<R['query']>> &
  BodyOf<R> &
  KeyOf<R>;

/** What a route answers with. */
export type ReplyOf<R extends Route> = z.output<R['success']['reply']>;

export type Call = <R extends Route>(
  route: R,
  request: RequestOf<R>,
  signal?: AbortSignal,
) => Promise<ReplyOf<R>>;

export interface Connection {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly accessToken: () => Promise<string | undefined>;
  readonly language: () => string;
  /** Told of a 401; the call fails all the same. */
  readonly onUnauthorized: () => void;
}

/** A request as it looks when its route is not known: what all of them have in common. */
interface AnyRequest {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

export function createCall({ fetch, accessToken, language, onUnauthorized }: Connection): Call {
  // Two signatures: callers see the exact one; the body works with what all requests have in common.
  function call<R extends Route>(route: R, request: RequestOf<R>, signal?: AbortSignal): Promise<ReplyOf<R>>;
  async function call(route: Route, request: AnyRequest, signal?: AbortSignal): Promise<unknown> {
    const token = await accessToken();
    const headers = new Headers({
      accept: 'application/json, application/problem+json',
      'accept-language': language(),
    });
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    if (request.idempotencyKey !== undefined) headers.set('idempotency-key', request.idempotencyKey);
    if (route.body.type !== 'none') headers.set('content-type', route.body.type);
    const body = bodyOf(route, request);

    let response: Response;
    let text: string;
    try {
      response = await fetch(urlOf(route, request), {
        method: route.method,
        headers,
        ...(body !== undefined && { body }),
        ...(signal !== undefined && { signal }),
      });
      text = await response.text();
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new NetworkFailure('no answer from the network', { cause });
    }

    if (response.status === 401) onUnauthorized();
    if (response.status !== route.success.status) throw failureOf(response, text);
    const reply = z.safeParse(route.success.reply, json(text));
    if (!reply.success) throw new UnexpectedReply(response.status, reply.error);
    return reply.data;
  }
  return call;
}

/** The address of a route below `/api`, with its parameters filled in. */
function urlOf(route: Pick<Route, 'path'>, { path = {}, query = {} }: AnyRequest): string {
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return `${API_PREFIX}${filled}${search.size > 0 ? `?${search}` : ''}`;
}

function bodyOf(route: Route, { body }: AnyRequest): string | Blob | undefined {
  if (route.body.type === 'none' || body === undefined) return undefined;
  // A file goes out byte for byte: it may be GB18030, and the API is the one to tell.
  return body instanceof Blob ? body : JSON.stringify(body);
}

function failureOf(response: Response, text: string): Error {
  const parsed = z.safeParse(problem, json(text));
  return parsed.success ? new ApiProblem(parsed.data) : new UnexpectedReply(response.status, parsed.error);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
