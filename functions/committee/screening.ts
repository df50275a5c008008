/**
 * The secretary's acts on single ideas: giving one back, putting one on the agenda ahead of the day. Both may be repeated.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function returnIdea({ members, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(contract.returnIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        screening.returnIdea(idea, body.reason, signature),
      ),
    );
  });
}

export function scheduleIdea({ members, organizations, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(contract.scheduleIdea, members, async ({ path, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        screening.scheduleIdea(idea, signature, agendaPlace(idea, signature.at, organization.calendar)),
      ),
    );
  });
}
