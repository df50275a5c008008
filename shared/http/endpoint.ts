/**
 * An endpoint: a route of the contract and the function that answers it. The function receives
 * checked inputs (caller, path, body) in the contract's types, and answers with a value or with a
 * refusal that its route lists; any other refusal does not compile. Everything around it is done
 * once, here and in `api.ts`.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Access, ReplyType, RequestBody, Route, Schema } from '../contract/route.ts';
import type { MemberId, OrganizationId, Subject, ZoneId } from '../domain/kernel/ids.ts';
import type { NotFound } from '../domain/kernel/refusal.ts';
import { type Err, err, ok, type Result } from '../domain/kernel/result.ts';
import type { PeopleOf, Person } from '../domain/organization/directory.ts';
import { hasRole, type Member, type ZoneMember } from '../domain/organization/organization.ts';
import type { RefusalCode, RefusalOf } from '../domain/refusal.ts';
import { subjectOf } from './identity.ts';
import type { Language } from './language.ts';
import type { AnyRefusal, FileRefusal, InvalidRequest, RequestRefusal } from './refusal.ts';
import { bodyOf, headerOf } from './request.ts';

/** An endpoint's answer: a body, with optional headers, or a refusal. */
export type Answer<Body, Refusal> =
  | { readonly ok: true; readonly body: Body; readonly headers?: Readonly<Record<string, string>> }
  | Unchanged
  | Err<Refusal>;

/** An answer without a body: the client has the current version. */
interface Unchanged {
  readonly ok: true;
  readonly unchanged: true;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * A handler's possible refusals: those that its route lists, and errors in a request's fields or
 * file.
 */
export type HandlerRefusal<Code extends RefusalCode> =
  | RefusalOf<Code>
  | InvalidRequest
  | FileRefusal;

/** A complete endpoint, to be called with the gateway's event. */
export interface Endpoint {
  readonly route: Pick<Route, 'id' | 'method' | 'path' | 'audience' | 'access'>;
  readonly status: number;
  readonly type: ReplyType;
  answer(event: APIGatewayProxyEventV2, language: Language): Promise<Answer<unknown, AnyRefusal>>;
}

/** A route with the types of its schemas. */
export type Typed<
  Path extends Schema,
  Query extends Schema,
  Body extends Schema,
  Reply extends Schema,
  Code extends RefusalCode,
  Allowed extends Access,
> = Pick<Route, 'id' | 'method' | 'path' | 'audience' | 'precondition' | 'revalidation'> & {
  readonly access: Allowed;
  readonly parameters: Path;
  readonly query: Query;
  readonly body: Pick<RequestBody, 'type'> & { readonly schema: Body };
  readonly success: {
    readonly status: number;
    readonly type?: ReplyType;
    readonly reply: Reply;
    readonly people?: true;
  };
  readonly refusals: readonly Code[];
};

/** The condition on a route whose handler refuses with `Needed`: it lists all of it. */
export type Lists<Code, Needed extends RefusalCode> = [Needed] extends [Code]
  ? unknown
  : { readonly refusals: readonly Needed[] };

export interface Checked<Path extends Schema, Query extends Schema, Body extends Schema> {
  readonly path: z.output<Path>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  /** The client's `Idempotency-Key`, if it sent one. */
  readonly idempotencyKey: string | undefined;
  /** The version in the client's `If-Match`; always present if the route requires it. */
  readonly expectedVersion: number | undefined;
  /** The versions in the client's `If-None-Match`; none on a route without revalidation. */
  readonly knownVersions: readonly string[];
  readonly language: Language;
}

/**
 * Identifies the caller, and checks the route's access: from the token's subject, the path and the
 * route's access. A malformed path is refused only after the caller is known to be signed in.
 */
export type Identify<Path, Allowed extends Access, Who, Refusal> = (request: {
  readonly subject: Subject | undefined;
  readonly path: Result<Path, InvalidRequest>;
  readonly access: Allowed;
}) => Promise<Result<Identified<Who>, Refusal | InvalidRequest | CallerRefusal>>;

/** The caller, and the people they may see; those of their organization, if they are a member. */
interface Identified<Who> {
  readonly who: Who;
  readonly peopleOf?: PeopleOf;
}

type CallerRefusal = Extract<RequestRefusal, { readonly code: 'not-signed-in' | 'role-required' }>;
type Members = Extract<Access, { readonly who: 'members' }>;

/** The source of members. */
export interface Directory {
  find(subject: Subject, organization: OrganizationId): Promise<Member | undefined>;
  people(
    organization: OrganizationId,
    ids: readonly MemberId[],
  ): Promise<ReadonlyMap<MemberId, Person>>;
}

/** The source of the people of zones. */
export interface ZoneDirectory {
  findInZone(subject: Subject, zone: ZoneId): Promise<ZoneMember | undefined>;
}

/** Admits members of the path's organization who have one of the route's roles. */
export function memberOf(
  directory: Directory,
): Identify<{ organization: OrganizationId }, Members, { readonly member: Member }, NotFound> {
  return async ({ subject, path, access: { roles } }) => {
    if (subject === undefined) return err({ code: 'not-signed-in' });
    if (!path.ok) return path;
    const { organization } = path.value;
    const member = await directory.find(subject, organization);
    // The existence of an organization is private: a stranger gets the answer for a missing one.
    if (!member) return err({ code: 'not-found', what: 'organization' });
    if (!hasRole(member, roles)) return err({ code: 'role-required', roles });
    return ok({ who: { member }, peopleOf: ids => directory.people(organization, ids) });
  };
}

/** Admits the people of the path's zone. A stranger gets the answer for a missing zone. */
export function zoneMemberOf(
  directory: ZoneDirectory,
): Identify<
  { zone: ZoneId },
  { readonly who: 'zone-members' },
  { readonly member: ZoneMember },
  NotFound
> {
  return async ({ subject, path }) => {
    if (subject === undefined) return err({ code: 'not-signed-in' });
    if (!path.ok) return path;
    const member = await directory.findInZone(subject, path.value.zone);
    return member ? ok({ who: { member } }) : err({ code: 'not-found', what: 'zone' });
  };
}

/** Admits everyone with a valid token. */
export const signedIn: Identify<
  unknown,
  { readonly who: 'signed-in' },
  { readonly subject: Subject },
  never
> = async ({ subject }) =>
  subject === undefined ? err({ code: 'not-signed-in' }) : ok({ who: { subject } });

/** Admits everyone, signed in or not. */
export const anybody: Identify<unknown, { readonly who: 'anybody' }, object, never> = async () =>
  ok({ who: {} });

/** Answers with a body, and optional headers. */
export function answer<Body>(
  body: Body,
  headers?: Readonly<Record<string, string>>,
): Answer<Body, never> {
  return { ok: true, body, ...(headers && { headers }) };
}

/** Answers that the client has the current version. */
export function unchanged(headers: Readonly<Record<string, string>>): Answer<never, never> {
  return { ok: true, unchanged: true, headers };
}

/** Makes an endpoint, whose handler refuses only what its route lists. */
export function endpoint<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
  Code extends RefusalCode,
  Allowed extends Access,
  Who,
>(
  route: Typed<P, Q, B, R, Code, Allowed>,
  identify: Identify<z.output<P>, Allowed, Who, RefusalOf<NoInfer<Code>>>,
  run: (
    request: Checked<P, Q, B> & Who,
  ) => Promise<Answer<z.input<R>, HandlerRefusal<NoInfer<Code>>>>,
): Endpoint {
  return serving(route, identify, run);
}

/**
 * An endpoint without the compiler's check of its refusals: for functions that make endpoints of
 * one kind, and check it themselves. Replies are checked as strictly as requests: a reply that
 * violates the contract is a bug and throws.
 */
export function serving<
  P extends Schema,
  Q extends Schema,
  B extends Schema,
  R extends Schema,
  Allowed extends Access,
  Who,
>(
  route: Typed<P, Q, B, R, RefusalCode, Allowed>,
  identify: Identify<z.output<P>, Allowed, Who, AnyRefusal>,
  run: (request: Checked<P, Q, B> & Who) => Promise<Answer<z.input<R>, AnyRefusal>>,
): Endpoint {
  return {
    route,
    status: route.success.status,
    type: route.success.type ?? 'application/json',
    async answer(event, language) {
      const path = await parse(route.parameters, decoded(event.pathParameters));
      const caller = await identify({ subject: subjectOf(event), path, access: route.access });
      if (!caller.ok) return caller;
      if (!path.ok) return path;
      const rest = await parseRest(route, event);
      if (!rest.ok) return rest;
      const { who, peopleOf } = caller.value;
      const given = await run({ path: path.value, ...rest.value, language, ...who });
      if (!given.ok || 'unchanged' in given) return given;
      const { reply, people } = route.success;
      const body = z.parse(reply, given.body);
      if (!people || !peopleOf) return { ...given, body };
      const { peopleIn } = await import('./people.ts');
      return {
        ...given,
        body: Object.assign({ people: await peopleIn(reply, body, peopleOf) }, body),
      };
    },
  };
}

async function parseRest<Q extends Schema, B extends Schema>(
  route: Pick<Route, 'precondition' | 'revalidation'> & {
    readonly query: Q;
    readonly body: Pick<RequestBody, 'type'> & { readonly schema: B };
  },
  event: APIGatewayProxyEventV2,
): Promise<Result<Omit<Checked<Schema, Q, B>, 'path' | 'language'>, RequestRefusal>> {
  const query = await parse(route.query, { ...event.queryStringParameters });
  if (!query.ok) return query;
  const key = idempotencyKeyOf(event);
  if (!key.ok) return key;
  const version = expectedVersionOf(route, event);
  if (!version.ok) return version;
  const raw = bodyOf(event, route.body);
  if (!raw.ok) return raw;
  const body = await parse(route.body.schema, raw.value);
  if (!body.ok) return body;
  return ok({
    query: query.value,
    body: body.value,
    idempotencyKey: key.value,
    expectedVersion: version.value,
    knownVersions: route.revalidation ? knownVersionsOf(event) : [],
  });
}

function idempotencyKeyOf(
  event: APIGatewayProxyEventV2,
): Result<string | undefined, InvalidRequest> {
  const key = headerOf(event, 'idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return ok(key);
  const words = { zh: '1–255 个可见的 ASCII 字符', en: '1–255 visible ASCII characters' };
  return err({
    code: 'invalid-request',
    errors: [{ field: 'Idempotency-Key', rule: 'format', words }],
  });
}

/**
 * The version in `If-Match`, in the form of our entity tags: `"7"`. A route without a precondition
 * ignores it.
 */
function expectedVersionOf(
  { precondition }: Pick<Route, 'precondition'>,
  event: APIGatewayProxyEventV2,
): Result<number | undefined, RequestRefusal> {
  const given = precondition && headerOf(event, 'if-match');
  if (given === undefined)
    return precondition === 'required' ? err({ code: 'precondition-required' }) : ok(undefined);
  const version = /^"(0|[1-9]\d{0,14})"$/.exec(given.trim())?.[1];
  if (version !== undefined) return ok(Number(version));
  const words = {
    zh: '应为读到的版本，例如 "7"',
    en: 'Must be the version that was read, for example "7"',
  };
  return err({ code: 'invalid-request', errors: [{ field: 'If-Match', rule: 'format', words }] });
}

/**
 * The versions in `If-None-Match`, in the form of our entity tags. A proxy that compresses an answer
 * has made a tag weak.
 */
function knownVersionsOf(event: APIGatewayProxyEventV2): string[] {
  const tags = headerOf(event, 'if-none-match') ?? '';
  return [...tags.matchAll(/"([^"]*)"/g)].flatMap(([, version]) => version ?? []);
}

/** The words for broken rules are loaded with the first rule that is broken. */
async function parse<S extends Schema>(
  schema: S,
  value: unknown,
): Promise<Result<z.output<S>, InvalidRequest>> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return ok(parsed.data);
  const { fieldErrors } = await import('./validation.ts');
  return err({ code: 'invalid-request', errors: fieldErrors(parsed.error.issues, value) });
}

function decoded(parameters: APIGatewayProxyEventV2['pathParameters']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
