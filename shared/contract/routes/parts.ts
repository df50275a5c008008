/** The common parts of routes: parameters, pages, callers. */
import * as z from 'zod/mini';
import { ideaCursor, ideaId, limit, organizationId, roundId } from '../fields.ts';
import type { Access, RequestBody } from '../route.ts';

export const none = z.strictObject({});
export const noBody = { type: 'none', schema: z.undefined() } as const satisfies RequestBody;
export const ofOrganization = z.strictObject({ organization: organizationId });
export const ofRound = z.strictObject({ organization: organizationId, round: roundId });
export const ofIdea = z.strictObject({ organization: organizationId, idea: ideaId });

export const page = { limit: z.exactOptional(limit) };
export const pageOfIdeas = z.strictObject({ cursor: z.exactOptional(ideaCursor), ...page });

export const anyMember = { who: 'members', roles: ['employee'] } as const satisfies Access;
