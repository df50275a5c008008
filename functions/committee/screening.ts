/**
 * The secretary's acts on single ideas: giving one back, putting one on the agenda ahead of the day. Both may be repeated.
 */
import { listIdea, returnIdea } from '../../shared/contract/routes/screening.ts';
import { giveBack, list } from '../../shared/domain/idea/screening.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function giveIdeaBack({ members, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(returnIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        giveBack(idea, body.reason, signature),
      ),
    );
  });
}

export function putOnAgenda({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(listIdea, members, async ({ path, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        list(idea, signature, agendaPlace(idea, signature.at, organization.calendar)),
      ),
    );
  });
}
