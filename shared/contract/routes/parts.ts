/** The common parts of routes: parameters, pages, callers. */
import * as z from 'zod/mini';
import { type RoundId, roundsApart } from '../../domain/kernel/ids.ts';
import { ideaCursor, ideaId, limit, organizationId, type Rule, roundId } from '../fields.ts';
import type { Access, RequestBody } from '../route.ts';

export const none = z.strictObject({});
export const noBody = { type: 'none', schema: z.undefined() } as const satisfies RequestBody;
export const ofOrganization = z.strictObject({ organization: organizationId });
export const ofRound = z.strictObject({ organization: organizationId, round: roundId });
export const ofIdea = z.strictObject({ organization: organizationId, idea: ideaId });

export const page = { limit: z.exactOptional(limit) };
export const pageOfIdeas = z.strictObject({ cursor: z.exactOptional(ideaCursor), ...page });

/** The check of rounds from one to another: in this order, and at most so many. */
export const atMostRounds = (most: number) =>
  z.refine<{ readonly from: RoundId; readonly to: RoundId }>(
    ({ from, to }) => {
      const apart = roundsApart(from, to);
      return apart >= 0 && apart < most;
    },
    { path: ['to'], params: { rule: 'rounds', most } satisfies Rule },
  );

export const anyMember = { who: 'members', roles: ['employee'] } as const satisfies Access;
