/** Contacts of departments, and the opinions that ideas are referred for. */
import { ideaCursor } from '../fields.ts';
import type { Route } from '../route.ts';
import { contactIdea, idea, newOpinion, newReferral } from '../schemas/idea.ts';
import { listOf } from '../schemas/paging.ts';
import { anyMember, noBody, none, ofIdea, ofOrganization, pageOfIdeas } from './parts.ts';

const refused = [
  'not-found',
  'wrong-state',
  'version-mismatch',
  'changed-meanwhile',
  'ballot-closed',
  'opinion-given',
  'author-as-adviser',
  'history-full',
] as const;

export const referIdea = {
  id: 'referIdea',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/referral',
  summary:
    'Ask for an opinion on an idea, of its department’s contact or another member, until its ballot closes',
  audience: 'committee',
  access: { who: 'members', roles: ['secretary'] },
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newReferral },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...refused, 'no-contact', 'unknown-adviser', 'ambiguous-number'],
} as const satisfies Route;

export const giveOpinion = {
  id: 'giveOpinion',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/opinion',
  summary:
    'Give the one opinion on an idea that one was asked about, or that is of one’s department, until its ballot closes',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newOpinion },
  precondition: 'optional',
  success: { status: 200, reply: idea, people: true },
  refusals: [...refused, 'not-asked'],
} as const satisfies Route;

export const listContactIdeas = {
  id: 'listContactIdeas',
  method: 'GET',
  path: '/organizations/{organization}/me/contact-ideas',
  summary:
    'The ideas of my departments in rounds not decided yet, and those my opinion is asked on; in each page the undecided first, then the newest',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: pageOfIdeas,
  body: noBody,
  success: { status: 200, reply: listOf(contactIdea, ideaCursor), people: true },
  refusals: ['not-found'],
} as const satisfies Route;
