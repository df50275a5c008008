/**
 * Comments on an idea: reading, writing, hiding and showing them. Writing may be repeated at any
 * time with its `Idempotency-Key`; hiding and showing may be repeated at will.
 */
import { createHash, randomUUID } from 'node:crypto';
import { commentView } from '../../shared/contract/comment-view.ts';
import * as contract from '../../shared/contract/routes/comments.ts';
import { hiddenAuthors, mayKnowAuthors } from '../../shared/domain/idea/blind-screening.ts';
import * as domain from '../../shared/domain/idea/comment.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import type {
  CommentId,
  IdeaId,
  MemberId,
  OrganizationId,
} from '../../shared/domain/kernel/ids.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { roundOf, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import type { Member } from '../../shared/domain/organization/organization.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { commentIdFor } from '../../shared/store/comments.ts';
import { readDecideStore } from '../../shared/store/read-decide-store.ts';
import { AGAIN } from '../../shared/store/retry.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function listComments(deps: EmployeeDeps): Endpoint {
  const { members, ideas, comments } = deps;
  return endpoint(contract.listComments, memberOf(members), async ({ path, query, member }) => {
    const idea = await ideas.seenBy(member.id).get(path.organization, path.idea);
    if (!idea) return err({ code: 'not-found', what: 'idea' });
    const [page, hidden] = await Promise.all([
      comments.ofIdea(path.organization, path.idea, query),
      hiddenFrom(member, idea, deps),
    ]);
    return answer({
      ...page,
      items: page.items.map(comment => commentView(comment, idea, member, hidden)),
    });
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
        ideas.seenBy(member.id).get(path.organization, path.idea),
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
      // A repeat of an earlier comment is answered even at the limit, and to the author of an idea
      // that was withdrawn since.
      const earlier = written.ok
        ? await comments.create(written.value, request)
        : await comments.madeBy(path.organization, path.idea, request);
      if (earlier && !earlier.sameRequest) return err({ code: 'key-reused' });
      const hidden = hiddenAuthors(idea, member, organization);
      if (earlier)
        return answer(commentView(domain.asWritten(earlier.comment), idea, member, hidden));
      return written.ok ? answer(commentView(written.value, idea, member, hidden)) : written;
    },
  );
}

export function hideComment(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.hideComment, memberOf(deps.members), ({ path, body, member }) =>
    changeComment(deps, path, member, (comment, idea) =>
      domain.hideComment(comment, idea, member, body.reason, deps.clock.now()),
    ),
  );
}

export function showComment(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.showComment, memberOf(deps.members), ({ path, member }) =>
    changeComment(deps, path, member, (comment, idea) =>
      domain.showComment(comment, idea, member, deps.clock.now()),
    ),
  );
}

/** Stores an act on a comment, and answers with the comment as `reader` sees it. */
async function changeComment<Refusal>(
  deps: EmployeeDeps,
  path: {
    readonly organization: OrganizationId;
    readonly idea: IdeaId;
    readonly comment: CommentId;
  },
  reader: Member,
  decide: (comment: domain.Comment, idea: Idea) => Result<domain.Comment, Refusal>,
) {
  const { ideas, comments } = deps;
  const idea = await ideas.seenBy(reader.id).get(path.organization, path.idea);
  if (!idea) return err({ code: 'not-found', what: 'idea' });
  const changed = await readDecideStore({
    async read() {
      const comment = await comments.get(path.organization, path.idea, path.comment);
      return comment ? ok(comment) : err({ code: 'not-found', what: 'comment' });
    },
    decide(comment): Result<{ readonly after: domain.Comment }, Refusal> {
      const after = decide(comment, idea);
      return after.ok ? ok({ after: after.value }) : after;
    },
    async store(before, { after }) {
      const stored = await comments.save(before, after);
      return stored.ok || stored.refusal.code !== 'changed-meanwhile' ? stored : AGAIN;
    },
  });
  if (!changed.ok) return changed;
  return answer(commentView(changed.value, idea, reader, await hiddenFrom(reader, idea, deps)));
}

/** The authors whom a reader may not know. The settings are read for nobody who may know all. */
async function hiddenFrom(
  reader: Member,
  idea: Idea,
  { organizations }: EmployeeDeps,
): Promise<readonly MemberId[]> {
  if (mayKnowAuthors(reader)) return [];
  return hiddenAuthors(idea, reader, await organizations.ofMember(reader, false));
}
