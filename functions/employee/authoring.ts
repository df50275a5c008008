/**
 * What authors do with their own ideas: saying one anew, and taking one back. A withdrawal is stored on condition that nobody has
 * voted, so that it and a vote never both count.
 */
import { reviseIdea, withdrawIdea } from '../../shared/contract/routes/screening.ts';
import { revise, withdraw } from '../../shared/domain/idea/screening.ts';
import { unknownLabelAnew } from '../../shared/domain/idea/submission.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { accepted, refused } from '../../shared/domain/refusal.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function sayAnew({ members, organizations, ideas, clock }: EmployeeDeps): Endpoint {
  return forMembers(reviseIdea, members, async ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.act(path.organization, path.idea, expectedVersion, idea => {
        const unknown = unknownLabelAnew(body, idea, organization);
        if (unknown) return refused(unknown);
        const content = { ...(idea.department && { department: idea.department }), ...body };
        return revise(idea, content, signature, agendaPlace(idea, signature.at, organization.calendar));
      }),
    );
  });
}

export function takeBack({ members, ideas, ballots, clock }: EmployeeDeps): Endpoint {
  return forMembers(withdrawIdea, members, ({ path, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.actTogether(path.organization, path.idea, expectedVersion, async idea => {
        const ballot = idea.status === 'on-agenda' ? await ballots(idea) : undefined;
        const withdrawn = withdraw(idea, ballot?.votes.length ?? 0, signature);
        if (!withdrawn.ok) return withdrawn;
        return accepted({ after: withdrawn.value, premises: ballot ? [ballot.premise] : [] });
      }),
    );
  });
}
