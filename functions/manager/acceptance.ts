/** Accepts completed work, or sends it back. Its owner can do neither. */
import * as contract from '../../shared/contract/routes/implementation.ts';
import * as implementation from '../../shared/domain/idea/implementation.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { ManagerDeps } from './dependencies.ts';

export function sendBackIdea(deps: ManagerDeps): Endpoint {
  return ideaAct(contract.sendBackIdea, deps, (idea, { body, signature }) =>
    implementation.sendBackIdea(idea, body.reason, signature),
  );
}

export function acceptIdea(deps: ManagerDeps): Endpoint {
  return ideaAct(contract.acceptIdea, deps, async (idea, { body, member, signature }) => {
    const { rewardBands } = await deps.organizations.ofMember(member);
    return implementation.acceptIdea(idea, body.verifiedBenefit, signature, rewardBands);
  });
}
