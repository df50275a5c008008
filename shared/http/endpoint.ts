/**
 * An endpoint: a route of the contract and the function that answers it. The function receives what has been checked (who,
 * which path, which body) in the contract's types, and answers with a value or a refusal; all that surrounds it is done once,
 * here and in `api.ts`.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { ReplyType, RequestBody, Route, Schema } from '../contract/route.ts';
import type { OrganizationId, Subject, ZoneId } from '../domain/kernel/ids.ts';
import { hasRole, type Member, type Role, type ZoneMember } from '../domain/organization/organization.ts';
import { subjectOf } from './identity.ts';
import type { Language } from './language.ts';
import type { AnyRefusal } from './refusal.ts';
import { bodyOf, headerOf } from './request.ts';
import { fieldErrors } from './validation.ts';

/** What an endpoint answers: a body, with headers where there are any, or why not. */
export type Answer<Body> =
  | { readonly ok: true; readonly body: Body; readonly headers?: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly refusal: AnyRefusal };

/** Where the stack looks people up. */
export interface Directory {
  find(subject: Subject, organization: OrganizationId): Promise<Member | undefined>;
}

/** Where the stack looks up the people of zones. */
export interface ZoneDirectory {
  findInZone(subject: Subject, zone: ZoneId): Promise<ZoneMember | undefined>;
}

/** An endpoint with all that it needs, ready to be called with the gateway's event. */
export interface Endpoint {
  readonly route: Pick<Route, 'id' | 'method' | 'path' | 'audience' | 'access'>;
  readonly status: number;
  readonly type: ReplyType;
  answer(event: APIGatewayProxyEventV2, language: Language): Promise<Answer<unknown>>;
}

/** A route as its schemas' types see it. */
type Typed<Path extends Schema, Query extends Schema, Body extends Schema, Reply extends Schema> = Pick<
  Route,
  'id' | 'method' | 'path' | 'audience' | 'precondition'
> & {
  readonly parameters: Path;
  readonly query: Query;
  readonly body: Pick<RequestBody, 'type'> & { readonly schema: Body };
  readonly success: { readonly status: number; readonly type?: ReplyType; readonly reply: Reply };
};

interface Checked<Path extends Schema, Query extends Schema, Body extends Schema> {
  readonly path: z.output<Path>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  /** The client's `Idempotency-Key`, if it sent one. */
  readonly idempotencyKey: string | undefined;
  /** The version in the client's `If-Match`; always there where the route requires it. */
  readonly expectedVersion: number | undefined;
  readonly language: Language;
}

/** Answers with a body, and headers where there are any. */
export function answer<Body>(body: Body, headers?: Readonly<Record<string, string>>): Answer<Body> {
  return { ok: true, body, ...(headers && { headers }) };
}

/** An endpoint for members of the path's organization who have one of the route's roles. */
export function forMembers<
  P extends z.ZodMiniType<{ organization: OrganizationId }>,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
>(
  route: Typed<P, Q, B, R> & {
    readonly access: { readonly who: 'members'; readonly roles: readonly [Role, ...Role[]] };
  },
  directory: Directory,
  run: (request: Checked<P, Q, B> & { readonly member: Member }) => Promise<Answer<z.input<R>>>,
): Endpoint {
  return endpoint(route, async (event, language) => {
    const subject = subjectOf(event);
    if (subject === undefined) return refuse({ code: 'not-signed-in' });
    const path = parsePath(route, event);
    if (!path.ok) return path;
    const member = await directory.find(subject, path.value.organization);
    // Whether an organization exists is its own business: strangers are told the same as for one that does not.
    if (!member) return refuse({ code: 'not-found', what: 'organization' });
    const { roles } = route.access;
    if (!hasRole(member, roles)) return refuse({ code: 'role-required', roles });
    const rest = parseRest(route, event);
    return rest.ok ? run({ path: path.value, ...rest.value, language, member }) : rest;
  });
}

/** An endpoint for the people of the path's zone. To strangers a zone is not there. */
export function forZoneMembers<
  P extends z.ZodMiniType<{ zone: ZoneId }>,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
>(
  route: Typed<P, Q, B, R> & { readonly access: { readonly who: 'zone-members' } },
  directory: ZoneDirectory,
  run: (request: Checked<P, Q, B> & { readonly member: ZoneMember }) => Promise<Answer<z.input<R>>>,
): Endpoint {
  return endpoint(route, async (event, language) => {
    const subject = subjectOf(event);
    if (subject === undefined) return refuse({ code: 'not-signed-in' });
    const path = parsePath(route, event);
    if (!path.ok) return path;
    const member = await directory.findInZone(subject, path.value.zone);
    if (!member) return refuse({ code: 'not-found', what: 'zone' });
    const rest = parseRest(route, event);
    return rest.ok ? run({ path: path.value, ...rest.value, language, member }) : rest;
  });
}

/** An endpoint for anybody whom the gateway knows. */
export function forSignedIn<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Typed<P, Q, B, R> & { readonly access: { readonly who: 'signed-in' } },
  run: (request: Checked<P, Q, B> & { readonly subject: Subject }) => Promise<Answer<z.input<R>>>,
): Endpoint {
  return endpoint(route, async (event, language) => {
    const subject = subjectOf(event);
    if (subject === undefined) return refuse({ code: 'not-signed-in' });
    const path = parsePath(route, event);
    if (!path.ok) return path;
    const rest = parseRest(route, event);
    return rest.ok ? run({ path: path.value, ...rest.value, language, subject }) : rest;
  });
}

/** An endpoint that anybody may read, signed in or not. */
export function forAnybody<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Typed<P, Q, B, R> & { readonly access: { readonly who: 'anybody' } },
  run: (request: Checked<P, Q, B>) => Promise<Answer<z.input<R>>>,
): Endpoint {
  return endpoint(route, async (event, language) => {
    const path = parsePath(route, event);
    if (!path.ok) return path;
    const rest = parseRest(route, event);
    return rest.ok ? run({ path: path.value, ...rest.value, language }) : rest;
  });
}

/** Checks what leaves as strictly as what comes in: a reply that is not of the contract is a bug and throws. */
function endpoint<R extends Schema>(
  route: Endpoint['route'] & {
    readonly success: { readonly status: number; readonly type?: ReplyType; readonly reply: R };
  },
  run: (event: APIGatewayProxyEventV2, language: Language) => Promise<Answer<z.input<R>>>,
): Endpoint {
  return {
    route,
    status: route.success.status,
    type: route.success.type ?? 'application/json',
    async answer(event, language) {
      const given = await run(event, language);
      return given.ok ? { ...given, body: z.parse(route.success.reply, given.body) } : given;
    },
  };
}

type Parsed<Value> = { readonly ok: true; readonly value: Value } | Extract<Answer<never>, { ok: false }>;

function parsePath<P extends Schema>(
  route: { readonly parameters: P },
  event: APIGatewayProxyEventV2,
): Parsed<z.output<P>> {
  return parse(route.parameters, decoded(event.pathParameters));
}

function parseRest<Q extends Schema, B extends Schema>(
  route: Pick<Route, 'precondition'> & {
    readonly query: Q;
    readonly body: Pick<RequestBody, 'type'> & { readonly schema: B };
  },
  event: APIGatewayProxyEventV2,
): Parsed<Omit<Checked<Schema, Q, B>, 'path' | 'language'>> {
  const query = parse(route.query, { ...event.queryStringParameters });
  if (!query.ok) return query;
  const key = idempotencyKeyOf(event);
  if (!key.ok) return key;
  const version = expectedVersionOf(route, event);
  if (!version.ok) return version;
  const raw = bodyOf(event, route.body);
  if (!raw.ok) return raw;
  const body = parse(route.body.schema, raw.value);
  if (!body.ok) return body;
  return {
    ok: true,
    value: {
      query: query.value,
      body: body.value,
      idempotencyKey: key.value,
      expectedVersion: version.value,
    },
  };
}

function idempotencyKeyOf(event: APIGatewayProxyEventV2): Parsed<string | undefined> {
  const key = headerOf(event, 'idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return { ok: true, value: key };
  const words = { zh: '1–255 个可见的 ASCII 字符', en: '1–255 visible ASCII characters' };
  return refuse({ code: 'invalid-request', errors: [{ field: 'Idempotency-Key', rule: 'format', words }] });
}

/** The version in `If-Match`, written as our entity tags are: `"7"`. A route that takes none does not look. */
function expectedVersionOf(
  { precondition }: Pick<Route, 'precondition'>,
  event: APIGatewayProxyEventV2,
): Parsed<number | undefined> {
  const given = precondition && headerOf(event, 'if-match');
  if (given === undefined)
    return precondition === 'required'
      ? refuse({ code: 'precondition-required' })
      : { ok: true, value: undefined };
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(given.trim())?.[1];
  if (version !== undefined) return { ok: true, value: Number(version) };
  const words = { zh: '应为读到的版本，例如 "7"', en: 'Must be the version that was read, for example "7"' };
  return refuse({ code: 'invalid-request', errors: [{ field: 'If-Match', rule: 'format', words }] });
}

function parse<S extends Schema>(schema: S, value: unknown): Parsed<z.output<S>> {
  const parsed = z.safeParse(schema, value);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : refuse({ code: 'invalid-request', errors: fieldErrors(parsed.error.issues, value) });
}

function decoded(parameters: APIGatewayProxyEventV2['pathParameters']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function refuse(refusal: AnyRefusal): Extract<Answer<never>, { ok: false }> {
  return { ok: false, refusal };
}
