/** The caller's identity, and the organization with its rounds. */
import * as z from 'zod/mini';
import { roundId } from '../fields.ts';
import type { Route } from '../route.ts';
import { me, organization as organizationReply } from '../schemas/organization.ts';
import { listOf } from '../schemas/paging.ts';
import { directory } from '../schemas/people.ts';
import { round as roundReply } from '../schemas/round.ts';
import { today } from '../schemas/today.ts';
import { anyMember, noBody, none, ofOrganization, ofRound, page } from './parts.ts';

export const getOpenApi = {
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This description of the API',
  audience: 'manager',
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

export const getToday = {
  id: 'getToday',
  method: 'GET',
  path: '/organizations/{organization}/me/today',
  summary: 'What waits for me, in every role I have; the round under way, and the last bulletin',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: noBody,
  success: { status: 200, reply: today },
  refusals: ['not-found'],
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
  success: { status: 200, reply: organizationReply, people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const getDirectory = {
  id: 'getDirectory',
  method: 'GET',
  path: '/organizations/{organization}/directory',
  summary: 'The active members: number, name, department and team. Keep it, and ask with its ETag',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: noBody,
  revalidation: true,
  success: { status: 200, reply: directory },
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
  success: { status: 200, reply: listOf(roundReply, roundId), people: true },
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
  success: { status: 200, reply: roundReply, people: true },
  refusals: ['not-found'],
} as const satisfies Route;
