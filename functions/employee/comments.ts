/**
 * Comments on an idea: reading and writing them, hiding one and showing it again. Writing may be repeated with its
 * `Idempotency-Key` however late, hiding and showing at will.
 */
import { createHash, randomUUID } from 'node:crypto';
import { commentView } from '../../shared/contract/comment-view.ts';
import * as contract from '../../shared/contract/routes/comments.ts';
import * as domain from '../../shared/domain/idea/comment.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type { CommentId, IdeaId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type { ChangedMeanwhile, NotFound } from '../../shared/domain/kernel/refusal.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { roundOf, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { commentIdFor } from '../../shared/store/comments.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function listComments({ members, ideas, comments }: EmployeeDeps): Endpoint {
  return endpoint(contract.listComments, memberOf(members), async ({ path, query, member }) => {
    const idea = await ideas.get(path.organization, path.idea);
    if (!idea) return err({ code: 'not-found', what: 'idea' });
    const page = await comments.ofIdea(path.organization, path.idea, query);
    return answer({ ...page, items: page.items.map(comment => commentView(comment, idea, member)) });
  });
}

export function writeComment({
  members,
  organizations,
  ideas,
  comments,
  quotas,
  clock,
}: EmployeeDeps): Endpoint {
  return endpoint(
    contract.writeComment,
    memberOf(members),
    async ({ path, body, member, idempotencyKey }) => {
      const [organization, idea] = await Promise.all([
        organizations.ofMember(member),
        ideas.get(path.organization, path.idea),
      ]);
      if (!idea) return err({ code: 'not-found', what: 'idea' });
      const at = clock.now();
      const request = {
        writer: member.id,
        key: idempotencyKey ?? randomUUID(),
        fingerprint: createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
      };
      const id = commentIdFor(at, [path.organization, path.idea, request.writer, request.key]);
      const { calendar, limits } = organization;
      const round = roundOf(at, calendar);
      const writable = domain.writeComment(idea, id, { writer: member.id, text: body.text, at });
      const admitted = writable.ok
        ? await quotas.admit({
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
      if (earlier && !earlier.sameRequest) return err({ code: 'key-reused' });
      if (earlier) return answer(commentView(domain.asWritten(earlier.comment), idea, member));
      return written.ok ? answer(commentView(written.value, idea, member)) : written;
    },
  );
}

export function hideComment(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.hideComment, memberOf(deps.members), async ({ path, body, member }) => {
    const found = await commentOn(deps, path);
    if (!found.ok) return found;
    const { idea, comment } = found.value;
    const hidden = await stored(
      deps,
      comment,
      domain.hideComment(comment, idea, member, body.reason, deps.clock.now()),
    );
    return hidden.ok ? answer(commentView(hidden.value, idea, member)) : hidden;
  });
}

export function showComment(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.showComment, memberOf(deps.members), async ({ path, member }) => {
    const found = await commentOn(deps, path);
    if (!found.ok) return found;
    const { idea, comment } = found.value;
    const shown = await stored(deps, comment, domain.showComment(comment, idea, member, deps.clock.now()));
    return shown.ok ? answer(commentView(shown.value, idea, member)) : shown;
  });
}

async function commentOn(
  { ideas, comments }: EmployeeDeps,
  path: { readonly organization: OrganizationId; readonly idea: IdeaId; readonly comment: CommentId },
): Promise<Result<{ readonly idea: Idea; readonly comment: domain.Comment }, NotFound>> {
  const [idea, comment] = await Promise.all([
    ideas.get(path.organization, path.idea),
    comments.get(path.organization, path.idea, path.comment),
  ]);
  if (!idea) return err({ code: 'not-found', what: 'idea' });
  return comment ? ok({ idea, comment }) : err({ code: 'not-found', what: 'comment' });
}

/** Stores what was made of a comment, unless it already is as wanted. */
async function stored<Refusal>(
  { comments }: EmployeeDeps,
  before: domain.Comment,
  after: Result<domain.Comment, Refusal>,
): Promise<Result<domain.Comment, Refusal | NotFound | ChangedMeanwhile>> {
  return after.ok && after.value !== before ? comments.save(before, after.value) : after;
}
