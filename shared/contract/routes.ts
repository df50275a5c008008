/**
 * The route table: the whole API, a row an endpoint. API Gateway, the local server, authorization, parsing, reply
 * checking, the OpenAPI document and the pages' client are all made from it.
 */
import * as z from 'zod/mini';
import {
  category,
  department,
  ideaCursor,
  ideaId,
  ideaStatus,
  limit,
  organizationId,
  pageCursor,
  roundId,
} from './fields.ts';
import type { Access, RequestBody, Route } from './route.ts';
import {
  agendaItem,
  bulletin as bulletinReply,
  idea,
  ideaDetail,
  importReply,
  listedIdea,
  listOf,
  me,
  newDecision,
  newIdea,
  newVote,
  organization as organizationReply,
  round as roundReply,
  SLIP_COLUMNS,
  statistics as statisticsReply,
  support as supportReply,
  vote as voteReply,
} from './schemas.ts';

const none = z.strictObject({});
const noBody = { type: 'none', schema: z.undefined() } as const satisfies RequestBody;
const ofOrganization = z.strictObject({ organization: organizationId });
const ofRound = z.strictObject({ organization: organizationId, round: roundId });
const ofIdea = z.strictObject({ organization: organizationId, idea: ideaId });
const page = { limit: z.exactOptional(limit) };
const pageOfIdeas = z.strictObject({ cursor: z.exactOptional(ideaCursor), ...page });

const anyMember = { who: 'members', roles: ['employee'] } as const satisfies Access;
const submissionRefusals = [
  'role-required-for-field',
  'author-and-unnamed',
  'unknown-author',
  'unknown-category',
  'unknown-department',
  'slip-dated-ahead',
  'key-reused',
] as const;

export const getOpenApi = {
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This description of the API',
  audience: 'employee',
  access: { who: 'anybody' },
  parameters: none,
  query: none,
  body: noBody,
  success: { status: 200, reply: z.record(z.string(), z.unknown()) },
  refusals: [],
} as const satisfies Route;

export const getMe = {
  id: 'getMe',
  method: 'GET',
  path: '/me',
  summary: 'Who I am: memberships with roles and department',
  audience: 'employee',
  access: { who: 'signed-in' },
  parameters: none,
  query: none,
  body: noBody,
  success: { status: 200, reply: me },
  refusals: [],
} as const satisfies Route;

export const getOrganization = {
  id: 'getOrganization',
  method: 'GET',
  path: '/organizations/{organization}',
  summary: 'Profile, calendar, rules, departments, categories, current round',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: noBody,
  success: { status: 200, reply: organizationReply },
  refusals: ['not-found'],
} as const satisfies Route;

export const listRounds = {
  id: 'listRounds',
  method: 'GET',
  path: '/organizations/{organization}/rounds',
  summary: 'The rounds and their states, newest first',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: z.strictObject({ cursor: z.exactOptional(roundId), ...page }),
  body: noBody,
  success: { status: 200, reply: listOf(roundReply, roundId) },
  refusals: ['not-found'],
} as const satisfies Route;

export const getRound = {
  id: 'getRound',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}',
  summary: 'One round',
  audience: 'employee',
  access: anyMember,
  parameters: ofRound,
  query: none,
  body: noBody,
  success: { status: 200, reply: roundReply },
  refusals: ['not-found'],
} as const satisfies Route;

export const listIdeas = {
  id: 'listIdeas',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/ideas',
  summary: 'The ideas handed in for a round, newest first',
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
  success: { status: 200, reply: listOf(listedIdea, ideaCursor) },
  refusals: ['not-found'],
} as const satisfies Route;

export const listMyIdeas = {
  id: 'listMyIdeas',
  method: 'GET',
  path: '/organizations/{organization}/me/ideas',
  summary: 'My ideas of all rounds, newest first; unnamed ones are nobody’s',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: pageOfIdeas,
  body: noBody,
  success: { status: 200, reply: listOf(listedIdea, ideaCursor) },
  refusals: ['not-found'],
} as const satisfies Route;

export const submitIdea = {
  id: 'submitIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas',
  summary: 'Hand in an idea; a secretary may do so for a member, with the time on the slip',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: newIdea },
  idempotent: true,
  success: { status: 201, reply: idea },
  refusals: ['not-found', ...submissionRefusals],
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
  success: { status: 200, reply: ideaDetail },
  refusals: ['not-found'],
} as const satisfies Route;

export const addSupport = {
  id: 'addSupport',
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

export const removeSupport = {
  id: 'removeSupport',
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

export const getBulletin = {
  id: 'getBulletin',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/bulletin',
  summary: "The round's published result",
  audience: 'employee',
  access: anyMember,
  parameters: ofRound,
  query: z.strictObject({ cursor: z.exactOptional(pageCursor) }),
  body: noBody,
  success: { status: 200, reply: bulletinReply },
  refusals: ['not-found', 'not-yet-published'],
} as const satisfies Route;

export const importIdeas = {
  id: 'importIdeas',
  method: 'POST',
  path: '/organizations/{organization}/ideas/import',
  summary: 'Hand in a file of paper slips, a row a slip; each row is answered on its own',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary'] },
  parameters: ofOrganization,
  query: none,
  body: {
    type: 'text/csv',
    schema: z.instanceof(Uint8Array),
    description: `UTF-8 (with or without BOM) or GB18030, with the columns ${Object.keys(SLIP_COLUMNS).join(', ')}`,
  },
  success: { status: 200, reply: importReply },
  refusals: ['not-found'],
} as const satisfies Route;

export const getAgenda = {
  id: 'getAgenda',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/agenda',
  summary: 'The ideas up for decision in a round, with their ballots',
  audience: 'committee',
  access: { who: 'members', roles: ['committee', 'chair', 'secretary'] },
  parameters: ofRound,
  query: pageOfIdeas,
  body: noBody,
  success: { status: 200, reply: listOf(agendaItem, ideaCursor) },
  refusals: ['not-found'],
} as const satisfies Route;

export const castVote = {
  id: 'castVote',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/vote',
  summary: 'Vote on an idea, or change the vote, while its ballot is open',
  audience: 'committee',
  access: { who: 'members', roles: ['committee', 'chair'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newVote },
  success: { status: 200, reply: voteReply },
  refusals: [
    'not-found',
    'ballot-not-open',
    'ballot-closed',
    'not-an-elector',
    'recused',
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const decideIdea = {
  id: 'decideIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/decision',
  summary: 'Decide an idea before the round closes, as its ballot says',
  audience: 'committee',
  access: { who: 'members', roles: ['chair'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newDecision },
  success: { status: 200, reply: idea },
  refusals: [
    'not-found',
    'wrong-state',
    'ballot-not-open',
    'ballot-closed',
    'no-quorum',
    'against-the-ballot',
    'reason-required',
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const getStatistics = {
  id: 'getStatistics',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/statistics',
  summary: "A round's numbers by organization, department and category",
  audience: 'manager',
  access: { who: 'members', roles: ['manager'] },
  parameters: ofRound,
  query: none,
  body: noBody,
  success: { status: 200, reply: statisticsReply },
  refusals: ['not-found'],
} as const satisfies Route;

/** All routes, in the order in which the API is described. */
export const ROUTES: readonly Route[] = [
  getOpenApi,
  getMe,
  getOrganization,
  listRounds,
  getRound,
  listIdeas,
  listMyIdeas,
  submitIdea,
  importIdeas,
  getIdea,
  addSupport,
  removeSupport,
  getAgenda,
  castVote,
  decideIdea,
  getStatistics,
  getBulletin,
];
