/**
 * The authors' acts on their own ideas: revising and withdrawing. A withdrawal is stored on
 * condition that nobody has voted, so a withdrawal and a vote never both count.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { unknownLabelOfRevision } from '../../shared/domain/idea/submission.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function reviseIdea(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.reviseIdea, deps, async (idea, { body, member, signature }) => {
    const organization = await deps.organizations.ofMember(member);
    const unknown = unknownLabelOfRevision(body, idea, organization);
    if (unknown) return err(unknown);
    const content = { ...(idea.department && { department: idea.department }), ...body };
    const place = agendaPlace(idea, signature.at, organization.calendar);
    return screening.reviseIdea(idea, content, signature, place);
  });
}

export function withdrawIdea(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.withdrawIdea, deps, async (idea, { signature }) => {
    const ballot = idea.status === 'on-agenda' ? await deps.ballots(idea) : undefined;
    const withdrawn = screening.withdrawIdea(idea, ballot?.votes.length ?? 0, signature);
    if (!withdrawn.ok) return withdrawn;
    return ok({ after: withdrawn.value, premises: ballot ? [ballot.premise] : [] });
  });
}
