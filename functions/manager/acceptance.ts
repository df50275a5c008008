/**
 * Accepting work that is said to be done, or sending it back. Never by its owner.
 */
import * as contract from '../../shared/contract/routes/implementation.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { ManagerDeps } from './dependencies.ts';

export function sendBackIdea({ members, ideas, clock }: ManagerDeps): Endpoint {
  return forMembers(contract.sendBackIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        implementation.sendBackIdea(idea, body.reason, signature),
      ),
    );
  });
}

export function acceptIdea({ members, organizations, ideas, clock }: ManagerDeps): Endpoint {
  return forMembers(contract.acceptIdea, members, async ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea =>
        implementation.acceptIdea(idea, body.verifiedBenefit, signature, organization.rewardBands),
      ),
    );
  });
}
