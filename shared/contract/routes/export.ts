/** Exported files, for the organization's auditors and its spreadsheets. */
import * as z from 'zod/mini';
import { rowCursor } from '../fields.ts';
import type { Route } from '../route.ts';
import { noBody, ofRound } from './parts.ts';

export const exportIdeas = {
  id: 'exportIdeas',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/ideas.csv',
  summary:
    'All ideas of a round with what became of them, as a CSV file in parts, in the order of their ids; with rewards for managers',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary', 'manager'] },
  parameters: ofRound,
  query: z.strictObject({ cursor: z.exactOptional(rowCursor) }),
  body: noBody,
  success: { status: 200, type: 'text/csv', reply: z.string() },
  refusals: ['not-found'],
} as const satisfies Route;
