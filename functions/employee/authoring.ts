/**
 * What authors do with their own ideas: saying one anew, and taking one back. A withdrawal is stored on condition that nobody has
 * voted, so that it and a vote never both count.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { unknownLabelOfRevision } from '../../shared/domain/idea/submission.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { err, ok } from '../../shared/domain/refusal.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function reviseIdea({ members, organizations, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(contract.reviseIdea, members, async ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea => {
        const unknown = unknownLabelOfRevision(body, idea, organization);
        if (unknown) return err(unknown);
        const content = { ...(idea.department && { department: idea.department }), ...body };
        return screening.reviseIdea(
          idea,
          content,
          signature,
          agendaPlace(idea, signature.at, organization.calendar),
        );
      }),
    );
  });
}

export function withdrawIdea({ members, ideas, ballots, clock }: EmployeeDeps): Endpoint {
  return forMembers(contract.withdrawIdea, members, ({ path, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.actTogether(path.organization, path.idea, expectedVersion, async idea => {
        const ballot = idea.status === 'on-agenda' ? await ballots(idea) : undefined;
        const withdrawn = screening.withdrawIdea(idea, ballot?.votes.length ?? 0, signature);
        if (!withdrawn.ok) return withdrawn;
        return ok({ after: withdrawn.value, premises: ballot ? [ballot.premise] : [] });
      }),
    );
  });
}
