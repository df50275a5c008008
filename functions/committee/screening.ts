/**
 * The secretary's acts on single ideas: returning one, scheduling one ahead of the day. Both may be
 * repeated.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function returnIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.returnIdea, deps, (idea, { body, signature }) =>
    screening.returnIdea(idea, body.reason, signature),
  );
}

export function scheduleIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.scheduleIdea, deps, async (idea, { member, signature }) => {
    const { calendar } = await deps.organizations.ofMember(member);
    return screening.scheduleIdea(idea, signature, agendaPlace(idea, signature.at, calendar));
  });
}
