/** Finding ideas of an organization: by words, and those that are alike. */
import * as z from 'zod/mini';
import { SEARCH } from '../../domain/kernel/text.ts';
import { category, department, ideaStatus, line, roundId, searchCursor } from '../fields.ts';
import type { Route } from '../route.ts';
import { draftedIdea, hits, similarIdeas } from '../schemas/search.ts';
import { anyMember, noBody, none, ofOrganization, page } from './parts.ts';

export const searchIdeas = {
  id: 'searchIdeas',
  method: 'GET',
  path: '/organizations/{organization}/search',
  summary: 'Search the ideas of all rounds by words, the best hits first',
  audience: 'search',
  access: anyMember,
  parameters: ofOrganization,
  query: z.strictObject({
    q: line(SEARCH, 'What to look for; all words have to be there'),
    round: z.exactOptional(roundId),
    status: z.exactOptional(ideaStatus),
    category: z.exactOptional(category),
    department: z.exactOptional(department),
    cursor: z.exactOptional(searchCursor),
    ...page,
  }),
  body: noBody,
  success: { status: 200, reply: hits, people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const findSimilarIdeas = {
  id: 'findSimilarIdeas',
  method: 'POST',
  path: '/organizations/{organization}/similar-ideas',
  summary:
    'Ideas that are like one being typed. It changes nothing; the text is in a body because addresses are logged',
  audience: 'search',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: draftedIdea },
  success: { status: 200, reply: similarIdeas, people: true },
  refusals: ['not-found'],
} as const satisfies Route;
