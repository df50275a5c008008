/**
 * Accepting work that is said to be done, or sending it back. Never by its owner.
 */
import { acceptIdea, sendBackIdea } from '../../shared/contract/routes/implementation.ts';
import { accept, sendBack } from '../../shared/domain/idea/implementation.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { ManagerDeps } from './dependencies.ts';

export function findUndone({ members, ideas, clock }: ManagerDeps): Endpoint {
  return forMembers(sendBackIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        sendBack(idea, body.reason, signature),
      ),
    );
  });
}

export function confirmWork({ members, organizations, ideas, clock }: ManagerDeps): Endpoint {
  return forMembers(acceptIdea, members, async ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        accept(idea, body.verifiedBenefit, signature, organization.rewardBands),
      ),
    );
  });
}
