/**
 * The acts of an unnamed idea's author by its claim code: follow, revise, withdraw and claim it.
 */
import type { Route } from '../route.ts';
import { idea, ideaDetail } from '../schemas/idea.ts';
import { byCode, revisionByCode } from '../schemas/unnamed.ts';
import { anyMember, none, ofOrganization } from './parts.ts';

const byCodeBody = { type: 'application/json', schema: byCode } as const;
const onCode = ['not-found', 'unknown-claim-code', 'too-many-guesses'] as const;

export const openUnnamedIdea = {
  id: 'openUnnamedIdea',
  method: 'POST',
  path: '/organizations/{organization}/unnamed/idea',
  summary: 'The anonymous idea that a claim code opens. Nothing is kept of who asked',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: byCodeBody,
  success: { status: 200, reply: ideaDetail, people: true },
  refusals: onCode,
} as const satisfies Route;

export const reviseUnnamedIdea = {
  id: 'reviseUnnamedIdea',
  method: 'POST',
  path: '/organizations/{organization}/unnamed/revision',
  summary: 'Revise an anonymous idea, until it is on the agenda',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: { type: 'application/json', schema: revisionByCode },
  precondition: 'required',
  success: { status: 200, reply: idea, people: true },
  refusals: [
    ...onCode,
    'not-the-author',
    'wrong-state',
    'version-mismatch',
    'changed-meanwhile',
    'unknown-category',
    'unknown-department',
    'history-full',
    'photo-not-available',
  ],
} as const satisfies Route;

export const withdrawUnnamedIdea = {
  id: 'withdrawUnnamedIdea',
  method: 'POST',
  path: '/organizations/{organization}/unnamed/withdrawal',
  summary: 'Withdraw an anonymous idea, until somebody has voted on it',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: byCodeBody,
  success: { status: 200, reply: idea, people: true },
  refusals: [...onCode, 'not-the-author', 'wrong-state', 'changed-meanwhile', 'ballot-has-votes'],
} as const satisfies Route;

export const claimUnnamedIdea = {
  id: 'claimUnnamedIdea',
  method: 'POST',
  path: '/organizations/{organization}/unnamed/claim',
  summary: 'Come forward as the author of an anonymous idea; from then on its code opens nothing',
  audience: 'employee',
  access: anyMember,
  parameters: ofOrganization,
  query: none,
  body: byCodeBody,
  success: { status: 200, reply: idea, people: true },
  refusals: [...onCode, 'already-claimed', 'wrong-state', 'changed-meanwhile'],
} as const satisfies Route;
