/**
 * The caller. The gateway has verified the token before a handler runs; only its subject is read.
 * Roles are never taken from the request: they come from the organization's member list.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { isSubject, type Subject } from '../domain/kernel/ids.ts';

const authorized = z.object({
  authorizer: z.object({
    jwt: z.object({
      claims: z.object({
        sub: z.custom<Subject>(value => typeof value === 'string' && isSubject(value)),
      }),
    }),
  }),
});

/** The subject of the verified token; undefined if the gateway admitted the request without one. */
export function subjectOf(event: APIGatewayProxyEventV2): Subject | undefined {
  const parsed = authorized.safeParse(event.requestContext);
  return parsed.success ? parsed.data.authorizer.jwt.claims.sub : undefined;
}
