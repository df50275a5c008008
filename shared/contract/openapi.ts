/**
 * The API's description, OpenAPI 3.1, made from the route table. No other place describes an
 * endpoint, so the description cannot become outdated.
 */
import * as z from 'zod/mini';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { refusalCodesOf } from './refusal-codes.ts';
import { API_PREFIX, FILE_TYPES, type Route, type Schema, type Success } from './route.ts';
import { ROUTES } from './routes/table.ts';
import { people } from './schemas/people.ts';
import { problem } from './schemas/problem.ts';

type JsonSuccess = Exclude<Success, { readonly type: 'text/csv' | 'image/jpeg' }>;

/** The whole document, as JSON. */
export function openApiDocument(): Record<string, unknown> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of ROUTES) {
    const path = `${API_PREFIX}${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    ...createDocument(
      {
        openapi: '3.1.0',
        info: {
          title: '金点子 Golden Ideas',
          version: '1',
          description:
            '民主议政日：职工提金点子，两委表决，采纳的跟踪到底，采纳率公示。' +
            ' The monthly democratic deliberation day: ideas, votes, decisions, and the published adoption rate.',
        },
        servers: [{ url: '/' }],
        tags: [...new Set(ROUTES.map(({ audience }) => audience))].map(name => ({ name })),
        security: [{ token: [] }],
        paths,
        components: {
          securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
        },
      },
      { allowEmptySchema: { custom: true, unknown: true } },
    ),
  };
}

function operation(route: Route): ZodOpenApiOperationObject {
  const { id, summary, audience, access, parameters, query, body, success } = route;
  const header = headers(route);
  return {
    operationId: id,
    summary,
    description: callers(route),
    tags: [audience],
    ...(access.who === 'anybody' && { security: [] }),
    requestParams: { path: parameters, query, ...(header && { header }) },
    ...(body.type === 'application/json' && {
      requestBody: { required: true, content: { 'application/json': { schema: body.schema } } },
    }),
    ...(body.type === 'text/csv' && {
      requestBody: {
        required: true,
        ...(body.description !== undefined && { description: body.description }),
        content: Object.fromEntries(
          FILE_TYPES.map(type => [type, { schema: { type: 'string', format: 'binary' } }]),
        ),
      },
    }),
    responses: {
      [success.status === 201 ? '201' : '200']: done(route),
      ...(route.revalidation && {
        '304': { description: 'It is still the version named in If-None-Match', headers: tagged },
      }),
      ...preconditionProblems(route),
      default: {
        description: 'Refused, or failed; `code` says why',
        content: { 'application/problem+json': { schema: problemOf(route) } },
      },
    },
  };
}

/** The problem document with only the codes that the route can refuse with. */
function problemOf(route: Route) {
  return z.intersection(problem, z.looseObject({ code: z.enum(refusalCodesOf(route)) }));
}

function headers({ idempotent, precondition, revalidation }: Route): z.ZodMiniObject | undefined {
  if (!idempotent && precondition === undefined && !revalidation) return undefined;
  const version = z.string().register(z.globalRegistry, {
    description:
      'The version that was read, in quotes; the request is refused where it is no longer the current one',
    pattern: '^"(0|[1-9][0-9]*)"$',
    examples: ['"7"'],
  });
  return z.object({
    ...(idempotent && {
      'Idempotency-Key': z.optional(
        z.string().register(z.globalRegistry, {
          description:
            'The same key and body give the same answer, once; remembered for this round and the two before',
        }),
      ),
    }),
    ...(precondition && {
      'If-Match': precondition === 'required' ? version : z.optional(version),
    }),
    ...(revalidation && {
      'If-None-Match': z.optional(
        z.string().register(z.globalRegistry, {
          description: 'The ETag of an earlier answer; if that is still current, there is no body',
        }),
      ),
    }),
  });
}

const tagged = z.object({
  ETag: z.optional(
    z.string().register(z.globalRegistry, {
      description: 'The version of the answer; absent while it may change unseen',
    }),
  ),
});

/** A file comes in parts; `Link` leads from each to the next. */
function done({ success, revalidation }: Route): ZodOpenApiResponseObject {
  if (success.type === 'image/jpeg')
    return {
      description: 'The picture',
      content: { 'image/jpeg': { schema: { type: 'string', format: 'binary' } } },
    };
  if (success.type !== 'text/csv')
    return {
      description: 'Done',
      ...(revalidation && { headers: tagged }),
      content: { 'application/json': { schema: bodyOf(success) } },
    };
  return {
    description: 'A part of the file; the parts one after another are the whole',
    headers: z.object({
      Link: z.optional(
        z.string().register(z.globalRegistry, {
          description: 'Where the next part is (RFC 8288, rel="next"); absent on the last one',
        }),
      ),
    }),
    content: { 'text/csv': { schema: success.reply } },
  };
}

/** The reply, and the people of its numbers. */
function bodyOf({ reply, people: hasPeople }: JsonSuccess): Schema {
  return hasPeople ? z.intersection(reply, z.object({ people })) : reply;
}

function preconditionProblems({ precondition }: Route): ZodOpenApiResponsesObject | undefined {
  const content = { 'application/problem+json': { schema: problem } };
  return (
    precondition && {
      '412': { description: 'It is no longer the version named in If-Match', content },
      ...(precondition === 'required' && {
        '428': { description: 'If-Match is missing', content },
      }),
    }
  );
}

function callers({ access }: Route): string {
  switch (access.who) {
    case 'anybody':
      return 'Anybody, signed in or not.';
    case 'signed-in':
      return 'Anybody who is signed in.';
    case 'members':
      return `Members of the organization with one of the roles: ${access.roles.join(', ')}.`;
    case 'zone-members':
      return 'Zone managers and grid officers of the zone.';
  }
}
