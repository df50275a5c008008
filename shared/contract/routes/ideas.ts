/** Submitting ideas, one at a time or as a file; reading and supporting them. */
import * as z from 'zod/mini';
import { category, department, ideaCursor, ideaStatus, rowNumber } from '../fields.ts';
import { SLIP_COLUMNS } from '../file-columns.ts';
import type { Route } from '../route.ts';
import { ideaDetail, listedIdea, newIdea, support as supportReply } from '../schemas/idea.ts';
import { importReply } from '../schemas/import.ts';
import { listOf } from '../schemas/paging.ts';
import { submittedIdea } from '../schemas/unnamed.ts';
import {
  anyMember,
  noBody,
  none,
  ofIdea,
  ofOrganization,
  ofRound,
  page,
  pageOfIdeas,
} from './parts.ts';

const submissionRefusals = [
  'role-required-for-field',
  'author-and-unnamed',
  'unknown-author',
  'co-authors-and-unnamed',
  'co-author-not-possible',
  'ambiguous-number',
  'unknown-category',
  'unknown-department',
  'slip-dated-ahead',
  'key-reused',
  'photo-not-available',
] as const;

export const listIdeas = {
  id: 'listIdeas',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/ideas',
  summary: 'The ideas submitted for a round, newest first',
  audience: 'employee',
  access: anyMember,
  parameters: ofRound,
  query: z.strictObject({
    status: z.exactOptional(ideaStatus),
    category: z.exactOptional(category),
    department: z.exactOptional(department),
    cursor: z.exactOptional(ideaCursor),
    ...page,
  }),
  body: noBody,
  success: { status: 200, reply: listOf(listedIdea, ideaCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const listMyIdeas = {
  id: 'listMyIdeas',
  method: 'GET',
  path: '/organizations/{organization}/me/ideas',
  summary:
    'My ideas of all rounds, and those that name me as co-author, newest first; anonymous ones are nobody’s',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: pageOfIdeas,
  body: noBody,
  success: { status: 200, reply: listOf(listedIdea, ideaCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const submitIdea = {
  id: 'submitIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas',
  summary: 'Submit an idea; a secretary may do so for a member, with the time on the slip',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: newIdea },
  idempotent: true,
  success: { status: 201, reply: submittedIdea, people: true },
  refusals: ['not-found', ...submissionRefusals, 'too-much-written', 'round-full'],
} as const satisfies Route;

export const importIdeas = {
  id: 'importIdeas',
  method: 'POST',
  path: '/organizations/{organization}/ideas/import',
  summary:
    'Import a file of paper slips, a row a slip, each answered on its own; with preview=true nothing is written. A long file goes on where next says',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary'] },
  parameters: ofOrganization,
  query: z.strictObject({
    preview: z.exactOptional(z.enum(['true', 'false'])),
    from: z.exactOptional(rowNumber),
  }),
  body: {
    type: 'text/csv',
    schema: z.instanceof(Uint8Array),
    description: `UTF-8 (with or without BOM); as application/octet-stream also UTF-16 and GB18030. At most 256 KB, with the columns ${Object.keys(SLIP_COLUMNS).join(', ')}; 姓名 may be left out`,
  },
  success: { status: 200, reply: importReply, people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const getIdea = {
  id: 'getIdea',
  method: 'GET',
  path: '/organizations/{organization}/ideas/{idea}',
  summary: 'One idea with its history, and its tally as far as the reader may see it',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: noBody,
  success: { status: 200, reply: ideaDetail, people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const supportIdea = {
  id: 'supportIdea',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/support',
  summary: 'Back an idea',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: noBody,
  success: { status: 200, reply: supportReply },
  refusals: ['not-found', 'not-open-for-support'],
} as const satisfies Route;

export const withdrawSupport = {
  id: 'withdrawSupport',
  method: 'DELETE',
  path: '/organizations/{organization}/ideas/{idea}/support',
  summary: 'Take the backing back',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: noBody,
  success: { status: 200, reply: supportReply },
  refusals: ['not-found', 'not-open-for-support'],
} as const satisfies Route;
