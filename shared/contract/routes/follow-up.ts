/**
 * What follows a decision: the author's rating and appeal, the chair's answer, the honour of an
 * excellent idea, and the queue of what is still unanswered.
 */
import * as z from 'zod/mini';
import { unansweredCursor } from '../fields.ts';
import type { Route } from '../route.ts';
import {
  appealByCode,
  newAppeal,
  newAppealAnswer,
  newRating,
  ratingByCode,
  unansweredIdea,
  waitsFor,
} from '../schemas/follow-up.ts';
import { idea } from '../schemas/idea.ts';
import { listOf } from '../schemas/paging.ts';
import { anyMember, noBody, none, ofIdea, ofOrganization, page } from './parts.ts';

const onOneIdea = ['not-found', 'wrong-state', 'version-mismatch', 'changed-meanwhile'] as const;
const onCode = [
  'not-found',
  'unknown-claim-code',
  'too-many-guesses',
  'wrong-state',
  'changed-meanwhile',
] as const;
const rating = ['not-the-author', 'already-rated', 'decision-not-published'] as const;
const appeal = [
  'not-the-author',
  'already-appealed',
  'decision-not-published',
  'appeal-too-late',
  'history-full',
] as const;
const chair = { who: 'members', roles: ['chair'] } as const;

export const rateOutcome = {
  id: 'rateOutcome',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/rating',
  summary:
    'Rate the outcome of one’s own idea, once, after the decision is published or the work accepted',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newRating },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, ...rating],
} as const satisfies Route;

export const rateUnnamedOutcome = {
  id: 'rateUnnamedOutcome',
  method: 'POST',
  path: '/organizations/{organization}/unnamed/rating',
  summary: 'The same for an anonymous idea, by its claim code',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: ratingByCode },
  success: { status: 200, reply: idea, people: true },
  refusals: [...onCode, ...rating],
} as const satisfies Route;

export const appealDecision = {
  id: 'appealDecision',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/appeal',
  summary:
    'Ask the chair once for a new ballot on one’s own declined idea, within some days of publication',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newAppeal },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, ...appeal],
} as const satisfies Route;

export const appealUnnamedDecision = {
  id: 'appealUnnamedDecision',
  method: 'POST',
  path: '/organizations/{organization}/unnamed/appeal',
  summary: 'The same for an anonymous idea, by its claim code',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: appealByCode },
  success: { status: 200, reply: idea, people: true },
  refusals: [...onCode, ...appeal],
} as const satisfies Route;

export const answerAppeal = {
  id: 'answerAppeal',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/appeal/answer',
  summary: 'Uphold an appeal, so that the idea is voted on again, or reject it',
  audience: 'committee',
  access: chair,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newAppealAnswer },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'no-appeal', 'appeal-answered', 'own-appeal'],
} as const satisfies Route;

export const nameExcellent = {
  id: 'nameExcellent',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/excellence',
  summary: 'Name an adopted idea excellent 优秀金点子, for the committee',
  audience: 'committee',
  access: chair,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'own-idea', 'history-full'],
} as const satisfies Route;

export const unnameExcellent = {
  id: 'unnameExcellent',
  method: 'DELETE',
  path: '/organizations/{organization}/ideas/{idea}/excellence',
  summary: 'Take the honour of an excellent idea back',
  audience: 'committee',
  access: chair,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'history-full'],
} as const satisfies Route;

export const listUnanswered = {
  id: 'listUnanswered',
  method: 'GET',
  path: '/organizations/{organization}/unanswered',
  summary:
    'Declined and deferred ideas without an official reply, or appeals without an answer; the oldest first',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary', 'chair'] },
  parameters: ofOrganization,
  query: z.strictObject({
    waitsFor: z.exactOptional(waitsFor),
    cursor: z.exactOptional(unansweredCursor),
    ...page,
  }),
  body: noBody,
  success: { status: 200, reply: listOf(unansweredIdea, unansweredCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;
