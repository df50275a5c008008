/**
 * The authors' acts on their own ideas: revising, withdrawing, and no longer being a co-author. A
 * withdrawal is stored on condition that nobody has voted, so a withdrawal and a vote never both
 * count.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import * as coAuthorship from '../../shared/domain/idea/co-authorship.ts';
import { newlyNamed, renameCoAuthors } from '../../shared/domain/idea/co-authorship.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { unknownLabelOfRevision } from '../../shared/domain/idea/submission.ts';
import { err, ok } from '../../shared/domain/kernel/result.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import { withPhotosTaken } from '../../shared/http/photo-taking.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function reviseIdea(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.reviseIdea, deps, async (idea, { body, member, signature }) => {
    const { coAuthorIds, ...written } = body;
    const [organization, known] = await Promise.all([
      deps.organizations.ofMember(member),
      deps.members.known(idea.organization, newlyNamed(idea, coAuthorIds ?? [])),
    ]);
    const unknown = unknownLabelOfRevision(written, idea, organization);
    if (unknown) return err(unknown);
    const named = coAuthorIds && renameCoAuthors(idea, coAuthorIds, known);
    if (named && !named.ok) return named;
    const content = {
      ...(idea.department && { department: idea.department }),
      ...(idea.photos && { photos: idea.photos }),
      ...written,
    };
    const place = agendaPlace(idea, signature.at, organization.calendar);
    const revised = screening.reviseIdea(idea, content, signature, place, named?.value);
    return revised.ok ? withPhotosTaken(idea, revised.value, deps) : revised;
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

export function declineAuthorship(deps: EmployeeDeps): Endpoint {
  return ideaAct(contract.declineAuthorship, deps, async (idea, { signature }) => {
    const round =
      idea.status === 'on-agenda'
        ? await deps.rounds.get(idea.organization, idea.agendaRound)
        : undefined;
    const balloted = coAuthorship.wasBalloted(idea, round);
    const declined = coAuthorship.declineAuthorship(idea, balloted, signature);
    if (!declined.ok) return declined;
    // Whoever declines before the ballot opens may vote, so it must not have opened meanwhile.
    const premises = round && !balloted ? [{ of: 'round', round } as const] : [];
    return ok({ after: declined.value, premises });
  });
}
