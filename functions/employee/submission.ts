/**
 * Handing in an idea. One conditional put, whose key is derived from the client's `Idempotency-Key`: a request that is sent
 * again, because the first answer was lost on the way, meets the idea it made and gets the same answer.
 */
import { createHash, randomUUID } from 'node:crypto';
import { API_PREFIX } from '../../shared/contract/route.ts';
import { submitIdea } from '../../shared/contract/routes.ts';
import { ideaView } from '../../shared/contract/views.ts';
import { asSubmitted, submit } from '../../shared/domain/idea.ts';
import { earlierPlaces, takeIn } from '../../shared/domain/intake.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaIdFor } from '../../shared/store/ideas.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function handIn({ members, organizations, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(submitIdea, members, async ({ path, body, member, idempotencyKey }) => {
    const now = clock.now();
    const [organization, known] = await Promise.all([
      organizations.get(path.organization),
      members.known(path.organization, body.authorId === undefined ? [] : [body.authorId]),
    ]);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    const intake = takeIn(body, organization, member, body.authorId && known.get(body.authorId), now);
    if (!intake.ok) return intake;

    // Of an unnamed idea not even the id may depend on who handed it in.
    const who = body.unnamed ? 'unnamed' : member.id;
    const sameness = ['request', path.organization, who, idempotencyKey ?? randomUUID()];
    const others =
      idempotencyKey === undefined ? [] : earlierPlaces(intake.value, now, organization.calendar);
    const idea = submit({ ...intake.value, id: ideaIdFor(intake.value.round, sameness) });
    const created = await ideas.create(
      idea,
      others.map(round => ideaIdFor(round, sameness)),
      createHash('sha256').update(JSON.stringify(body)).digest('base64url'),
    );
    if (!created.created && !created.sameRequest) return { ok: false, refusal: { code: 'key-reused' } };
    const stored = created.created ? idea : asSubmitted(created.existing);
    return answer(ideaView(stored), {
      location: `${API_PREFIX}/organizations/${path.organization}/ideas/${stored.id}`,
      etag: `"${stored.version}"`,
    });
  });
}
