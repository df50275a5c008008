/** Screening: the secretary's acts on ideas before the decision, and the author's on their own. */
import type { Route } from '../route.ts';
import { agendaOrder, newOrder } from '../schemas/agenda.ts';
import { chosenIdeas, newDismissals, outcomes } from '../schemas/batch.ts';
import { idea, revision, slipCorrection } from '../schemas/idea.ts';
import { newMerger, newReason, slipTakenBack } from '../schemas/work.ts';
import { anyMember, noBody, none, ofIdea, ofOrganization, ofRound } from './parts.ts';

const secretary = { who: 'members', roles: ['secretary'] } as const;
const onOneIdea = ['not-found', 'wrong-state', 'version-mismatch', 'changed-meanwhile'] as const;

export const returnIdea = {
  id: 'returnIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/return',
  summary: 'Return an idea to its author, with a note of what to change',
  audience: 'committee',
  access: secretary,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReason },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'history-full'],
} as const satisfies Route;

export const correctSlip = {
  id: 'correctSlip',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/slip',
  summary:
    'Correct what was typed or imported from a paper slip, its author and time included, until somebody has voted on it; what it said before stays in its history',
  audience: 'committee',
  access: secretary,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: slipCorrection },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [
    ...onOneIdea,
    'not-a-slip',
    'ballot-has-votes',
    'unknown-author',
    'ambiguous-number',
    'unknown-category',
    'unknown-department',
    'slip-dated-ahead',
    'slip-of-another-round',
    'history-full',
    'photo-not-available',
  ],
} as const satisfies Route;

export const takeBackSlip = {
  id: 'takeBackSlip',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/slip-withdrawal',
  summary: 'Take back a paper slip that was typed or imported, until somebody has voted on it',
  audience: 'committee',
  access: secretary,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: slipTakenBack },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'not-a-slip', 'ballot-has-votes'],
} as const satisfies Route;

export const dismissIdeas = {
  id: 'dismissIdeas',
  method: 'POST',
  path: '/organizations/{organization}/ideas/decline',
  summary:
    'Decline many ideas at once that are on no agenda, without a ballot. Each is answered on its own; safe to repeat',
  audience: 'committee',
  access: secretary,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: newDismissals },
  success: { status: 200, reply: outcomes },
  refusals: ['not-found'],
} as const satisfies Route;

export const scheduleIdea = {
  id: 'scheduleIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/listing',
  summary: 'Put an idea on the agenda ahead of the day',
  audience: 'committee',
  access: secretary,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: onOneIdea,
} as const satisfies Route;

export const scheduleIdeas = {
  id: 'scheduleIdeas',
  method: 'POST',
  path: '/organizations/{organization}/ideas/listing',
  summary:
    'Put many ideas on the agenda ahead of the day. Each is answered on its own; safe to repeat',
  audience: 'committee',
  access: secretary,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: chosenIdeas },
  success: { status: 200, reply: outcomes },
  refusals: ['not-found'],
} as const satisfies Route;

export const mergeIdea = {
  id: 'mergeIdea',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/merger',
  summary:
    'Merge an idea into another that says the same; if that one was merged, into the one it went into',
  audience: 'committee',
  access: secretary,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newMerger },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'merge-into-itself', 'target-not-open', 'history-full'],
} as const satisfies Route;

export const unmergeIdea = {
  id: 'unmergeIdea',
  method: 'DELETE',
  path: '/organizations/{organization}/ideas/{idea}/merger',
  summary: 'Take a merged idea out again, until somebody has voted on the one it went into',
  audience: 'committee',
  access: secretary,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'ballot-has-votes', 'target-not-open', 'history-full'],
} as const satisfies Route;

export const arrangeAgenda = {
  id: 'arrangeAgenda',
  method: 'PUT',
  path: '/organizations/{organization}/rounds/{round}/agenda/order',
  summary: 'Set the order of an agenda, idea by idea or by a rule',
  audience: 'committee',
  access: secretary,
  parameters: ofRound,
  query: none,
  body: { type: 'application/json', schema: newOrder },
  success: { status: 200, reply: agendaOrder },
  refusals: ['not-found', 'not-on-this-agenda', 'ballot-closed', 'changed-meanwhile'],
} as const satisfies Route;

export const reviseIdea = {
  id: 'reviseIdea',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}',
  summary:
    'Revise one’s own idea, until it is on the agenda; what it said before stays in its history',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: revision },
  precondition: 'required',
  success: { status: 200, reply: idea, people: true },
  refusals: [
    ...onOneIdea,
    'not-the-author',
    'unknown-category',
    'unknown-department',
    'co-authors-and-unnamed',
    'co-author-not-possible',
    'ambiguous-number',
    'history-full',
    'photo-not-available',
  ],
} as const satisfies Route;

export const declineAuthorship = {
  id: 'declineAuthorship',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/co-authorship/decline',
  summary:
    'No longer be a co-author of an idea, until its reward is approved; once its ballot has opened, one stays without a vote on it',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'not-a-co-author', 'last-author', 'reward-approved'],
} as const satisfies Route;

export const withdrawIdea = {
  id: 'withdrawIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/withdrawal',
  summary: 'Withdraw one’s own idea, until somebody has voted on it',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: noBody,
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...onOneIdea, 'not-the-author', 'ballot-has-votes'],
} as const satisfies Route;
