/** Comments on an idea: reading and writing them, hiding one and showing it again. */
import * as z from 'zod/mini';
import { commentId, ideaId, organizationId } from '../fields.ts';
import type { Route } from '../route.ts';
import { comment, newComment, newHiding } from '../schemas/comment.ts';
import { listOf } from '../schemas/paging.ts';
import { anyMember, noBody, none, ofIdea, page } from './parts.ts';

const ofComment = z.strictObject({
  organization: organizationId,
  idea: ideaId,
  comment: commentId,
});

export const listComments = {
  id: 'listComments',
  method: 'GET',
  path: '/organizations/{organization}/ideas/{idea}/comments',
  summary: 'The comments on an idea, oldest first',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: z.strictObject({ cursor: z.exactOptional(commentId), ...page }),
  body: noBody,
  success: { status: 200, reply: listOf(comment, commentId), people: true },
  refusals: ['not-found'],
} as const satisfies Route;

export const writeComment = {
  id: 'writeComment',
  method: 'POST',
  path: '/organizations/{organization}/ideas/{idea}/comments',
  summary: 'Comment on an idea, always under one’s own number',
  audience: 'employee',
  access: anyMember,
  parameters: ofIdea,
  query: none,
  body: { type: 'application/json', schema: newComment },
  idempotent: true,
  success: { status: 201, reply: comment, people: true },
  refusals: ['not-found', 'not-open-for-comments', 'key-reused', 'too-much-written'],
} as const satisfies Route;

export const hideComment = {
  id: 'hideComment',
  method: 'PUT',
  path: '/organizations/{organization}/ideas/{idea}/comments/{comment}/hidden',
  summary:
    'Hide a comment: its writer may, and who moderates: secretaries and chairs, on no idea of their own',
  audience: 'employee',
  access: anyMember,
  parameters: ofComment,
  query: none,
  body: { type: 'application/json', schema: newHiding },
  success: { status: 200, reply: comment, people: true },
  refusals: ['not-found', 'not-yours-to-hide', 'changed-meanwhile'],
} as const satisfies Route;

export const showComment = {
  id: 'showComment',
  method: 'DELETE',
  path: '/organizations/{organization}/ideas/{idea}/comments/{comment}/hidden',
  summary:
    'Show a comment again: its writer if they took it back, otherwise the idea’s authors and secretaries',
  audience: 'employee',
  access: anyMember,
  parameters: ofComment,
  query: none,
  body: noBody,
  success: { status: 200, reply: comment, people: true },
  refusals: ['not-found', 'not-yours-to-show', 'shown-too-often', 'changed-meanwhile'],
} as const satisfies Route;
