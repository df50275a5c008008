/**
 * Comments on an idea: reading and writing them, hiding one and showing it again. Writing may be repeated with its
 * `Idempotency-Key` however late, hiding and showing at will.
 */
import { createHash, randomUUID } from 'node:crypto';
import { commentView } from '../../shared/contract/comment-view.ts';
import {
  hideComment,
  listComments,
  showComment,
  writeComment,
} from '../../shared/contract/routes/comments.ts';
import { asWritten, type Comment, hide, show, write } from '../../shared/domain/idea/comment.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { CommentId, IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { roundOf, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { accepted, type Outcome, refused } from '../../shared/domain/refusal.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { commentIdFor } from '../../shared/store/comments.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function readComments({ members, ideas, comments }: EmployeeDeps): Endpoint {
  return forMembers(listComments, members, async ({ path, query, member }) => {
    const idea = await ideas.get(path.organization, path.idea);
    if (!idea) return refused({ code: 'not-found', what: 'idea' });
    const page = await comments.ofIdea(path.organization, path.idea, query);
    return answer({ ...page, items: page.items.map(comment => commentView(comment, idea, member)) });
  });
}

export function comment({
  members,
  organizations,
  ideas,
  comments,
  writings,
  clock,
}: EmployeeDeps): Endpoint {
  return forMembers(writeComment, members, async ({ path, body, member, idempotencyKey }) => {
    const [organization, idea] = await Promise.all([
      organizations.get(path.organization),
      ideas.get(path.organization, path.idea),
    ]);
    if (!organization) return refused({ code: 'not-found', what: 'organization' });
    if (!idea) return refused({ code: 'not-found', what: 'idea' });
    const at = clock.now();
    const request = {
      writer: member.id,
      key: idempotencyKey ?? randomUUID(),
      fingerprint: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    };
    const id = commentIdFor(at, [path.organization, path.idea, request.writer, request.key]);
    const { calendar, limits } = organization;
    const round = roundOf(at, calendar);
    const writable = write(idea, id, { writer: member.id, text: body.text, at });
    const admitted = writable.ok
      ? await writings.admit({
          organization: organization.id,
          round,
          roundEnds: scheduleOf(round, calendar).intakeEndsAt,
          member: member.id,
          counted: 'comments',
          request: `${path.idea} ${request.key}`,
          now: at,
          anHour: limits.commentsAnHour,
          aRound: limits.commentsARound,
        })
      : writable;
    const written = admitted.ok ? writable : admitted;
    // What was written before the idea was withdrawn, or there was no more room, is answered for also afterwards.
    const earlier = written.ok
      ? await comments.create(written.value, request)
      : await comments.madeBy(path.organization, path.idea, request);
    if (earlier && !earlier.sameRequest) return refused({ code: 'key-reused' });
    if (earlier) return answer(commentView(asWritten(earlier.comment), idea, member));
    return written.ok ? answer(commentView(written.value, idea, member)) : written;
  });
}

export function hideOne(deps: EmployeeDeps): Endpoint {
  return forMembers(hideComment, deps.members, async ({ path, body, member }) => {
    const found = await commentOn(deps, path);
    if (!found.ok) return found;
    const { idea, comment } = found.value;
    const hidden = await stored(deps, comment, hide(comment, idea, member, body.reason, deps.clock.now()));
    return hidden.ok ? answer(commentView(hidden.value, idea, member)) : hidden;
  });
}

export function showOne(deps: EmployeeDeps): Endpoint {
  return forMembers(showComment, deps.members, async ({ path, member }) => {
    const found = await commentOn(deps, path);
    if (!found.ok) return found;
    const { idea, comment } = found.value;
    const shown = await stored(deps, comment, show(comment, idea, member, deps.clock.now()));
    return shown.ok ? answer(commentView(shown.value, idea, member)) : shown;
  });
}

async function commentOn(
  { ideas, comments }: EmployeeDeps,
  path: { readonly organization: OrganizationId; readonly idea: IdeaId; readonly comment: CommentId },
): Promise<Outcome<{ readonly idea: Idea; readonly comment: Comment }>> {
  const [idea, comment] = await Promise.all([
    ideas.get(path.organization, path.idea),
    comments.get(path.organization, path.idea, path.comment),
  ]);
  if (!idea) return refused({ code: 'not-found', what: 'idea' });
  return comment ? accepted({ idea, comment }) : refused({ code: 'not-found', what: 'comment' });
}

/** Stores what was made of a comment, unless it already is as wanted. */
async function stored(
  { comments }: EmployeeDeps,
  before: Comment,
  after: Outcome<Comment>,
): Promise<Outcome<Comment>> {
  return after.ok && after.value !== before ? comments.save(before, after.value) : after;
}
