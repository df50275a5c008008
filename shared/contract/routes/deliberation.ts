/** The agenda, votes and decisions. */
import * as z from 'zod/mini';
import { ideaId, pageCursor } from '../fields.ts';
import type { Route } from '../route.ts';
import { agendaPage } from '../schemas/agenda.ts';
import { newDecision, newVote, vote as voteReply } from '../schemas/ballot.ts';
import { idea } from '../schemas/idea.ts';
import { round } from '../schemas/round.ts';
import { newReason, newReply } from '../schemas/work.ts';
import { noBody, none, ofIdea, ofRound, page } from './parts.ts';

export const getAgenda = {
  id: 'getAgenda',
  method: 'GET',
  path: '/organizations/{organization}/rounds/{round}/agenda',
  summary: 'The ideas up for decision in a round, in order and with their ballots',
  audience: 'committee',
  access: { who: 'members', roles: ['committee', 'chair', 'secretary'] },
  parameters: ofRound,
  query: z.strictObject({
    cursor: z.exactOptional(pageCursor),
    idea: z.exactOptional(ideaId),
    ...page,
  }),
  body: noBody,
  success: { status: 200, reply: agendaPage, people: true },
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
  success: { status: 200, reply: idea, people: true },
  refusals: [
    'not-found',
    'wrong-state',
    'ballot-not-open',
    'ballot-closed',
    'no-quorum',
    'against-the-ballot',
    'secret-ballot',
    'reason-required',
    'history-full',
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const reopenIdea = {
  id: 'reopenIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/reopening',
  summary: 'Take a decision back until its round is published; it stays in the history',
  audience: 'committee',
  access: { who: 'members', roles: ['chair'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReason },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [
    'not-found',
    'wrong-state',
    'round-published',
    'history-full',
    'version-mismatch',
    'changed-meanwhile',
  ],
} as const satisfies Route;

export const replyToIdea = {
  id: 'replyToIdea',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/reply',
  summary: 'Tell the author of a decided idea officially what becomes of it',
  audience: 'committee',
  access: { who: 'members', roles: ['chair', 'secretary'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReply },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: ['not-found', 'wrong-state', 'history-full', 'version-mismatch', 'changed-meanwhile'],
} as const satisfies Route;

export const publishRound = {
  id: 'publishRound',
  method: 'POST',
  path: '/organizations/{organization}/rounds/{round}/publication',
  summary: 'Have a decided round published now; the bulletin is there within a minute or two',
  audience: 'committee',
  access: { who: 'members', roles: ['chair'] },
  parameters: ofRound,
  query: none,
  body: noBody,
  success: { status: 200, reply: round, people: true },
  refusals: ['not-found', 'round-not-decided', 'changed-meanwhile'],
} as const satisfies Route;
