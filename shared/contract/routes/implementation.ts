/**
 * Implementation and acceptance: assigning an adopted idea, following the work, and verifying its
 * benefit.
 */
import * as z from 'zod/mini';
import { duty, ideaCursor, workCursor, workState } from '../fields.ts';
import type { Route } from '../route.ts';
import { newAssignments, outcomes } from '../schemas/batch.ts';
import { idea, listedIdea, workItem } from '../schemas/idea.ts';
import { listOf } from '../schemas/paging.ts';
import {
  newAcceptance,
  newAssignment,
  newCompletion,
  newReason,
  newReport,
} from '../schemas/work.ts';
import { anyMember, noBody, none, ofIdea, ofOrganization, page, pageOfIdeas } from './parts.ts';

const onOneIdea = ['not-found', 'wrong-state', 'version-mismatch', 'changed-meanwhile'] as const;
const pageOfWork = { cursor: z.exactOptional(workCursor), ...page };

export const listImplementations = {
  id: 'listImplementations',
  method: 'GET',
  path: '/organizations/{organization}/implementations',
  summary: 'Ideas in progress, awaiting acceptance or awaiting a reward; the most urgent first',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: z.strictObject({
    state: z.exactOptional(workState),
    overdue: z.exactOptional(
      z.literal('true').register(z.globalRegistry, { description: 'Only what is overdue today' }),
    ),
    ...pageOfWork,
  }),
  body: noBody,
  success: { status: 200, reply: listOf(workItem, workCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const listUnassigned = {
  id: 'listUnassigned',
  method: 'GET',
  path: '/organizations/{organization}/implementations/unassigned',
  summary: 'Adopted ideas of all rounds without an owner; the newest round’s first',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: pageOfIdeas,
  body: noBody,
  success: { status: 200, reply: listOf(listedIdea, ideaCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const listMyWork = {
  id: 'listMyWork',
  method: 'GET',
  path: '/organizations/{organization}/me/implementations',
  summary: 'My work of all rounds, the most urgent first; or my finished work',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: z.strictObject({ duty: z.exactOptional(duty), ...pageOfWork }),
  body: noBody,
  success: { status: 200, reply: listOf(workItem, workCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const assignIdea = {
  id: 'assignIdea',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/assignment',
  summary: 'Assign an owner to an adopted idea, or another one',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary', 'chair'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newAssignment },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'unknown-owner', 'ambiguous-number', 'due-in-the-past', 'history-full'],
} as const satisfies Route;

export const assignIdeas = {
  id: 'assignIdeas',
  method: 'POST',
  path: '/organizations/{organization}/ideas/assignment',
  summary:
    'Assign owners to many adopted ideas, or other ones. Each is answered on its own; safe to repeat',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary', 'chair'] },
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: newAssignments },
  success: { status: 200, reply: outcomes },
  refusals: ['not-found'],
} as const satisfies Route;

export const reportProgress = {
  id: 'reportProgress',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/progress',
  summary: 'Report progress on the work',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReport },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'not-the-owner', 'history-full'],
} as const satisfies Route;

export const completeIdea = {
  id: 'completeIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/completion',
  summary: 'Complete the work, with its claimed benefit a year',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newCompletion },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'not-the-owner', 'history-full', 'photo-not-available'],
} as const satisfies Route;

export const sendBackIdea = {
  id: 'sendBackIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/send-back',
  summary: 'Send work back as not done yet; never by its owner',
  audience: 'manager',
  access: { who: 'members', roles: ['manager'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReason },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'own-work', 'history-full'],
} as const satisfies Route;

export const acceptIdea = {
  id: 'acceptIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/acceptance',
  summary: 'Accept the work, with its verified benefit a year; never by its owner',
  audience: 'manager',
  access: { who: 'members', roles: ['manager'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newAcceptance },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'own-work'],
} as const satisfies Route;

export const abandonIdea = {
  id: 'abandonIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/abandonment',
  summary: 'Abandon an adopted idea',
  audience: 'committee',
  access: { who: 'members', roles: ['chair'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReason },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: onOneIdea,
} as const satisfies Route;
