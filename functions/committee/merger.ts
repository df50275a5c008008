/**
 * Merging an idea into another that says the same, and taking it out again. Both ideas change in one transaction; their support
 * follows through the stream.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { signedBy } from '../../shared/domain/idea/transition.ts';
import { err, ok, type Result } from '../../shared/domain/refusal.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import { type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { ideaAnswer } from '../../shared/http/idea-answer.ts';
import type { Plan, Premise } from '../../shared/store/idea-acts.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function mergeIdea({ members, ideas, clock }: CommitteeDeps): Endpoint {
  return forMembers(contract.mergeIdea, members, ({ path, body, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    return ideaAnswer(
      ideas.actTogether(path.organization, path.idea, expectedVersion, async source => {
        const target = await ideas.follow(path.organization, body.into);
        if (!target) return err({ code: 'not-found', what: 'idea' });
        return bothChanged(target, screening.mergeIdea(source, target, signature), []);
      }),
    );
  });
}

export function unmergeIdea(deps: CommitteeDeps): Endpoint {
  const { members, organizations, ideas, ballots, clock } = deps;
  return forMembers(contract.unmergeIdea, members, async ({ path, member, expectedVersion }) => {
    const signature = signedBy(member.id, clock.now());
    const organization = await organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return ideaAnswer(
      ideas.actTogether(path.organization, path.idea, expectedVersion, async source => {
        const place = agendaPlace(source, signature.at, organization.calendar);
        // An idea that is not merged has no other half; against itself it gets the refusal it deserves, or counts as done before.
        const target = await ideas.get(
          path.organization,
          source.status === 'merged' ? source.into : source.id,
        );
        if (!target) throw new Error('an idea was merged into one that is not there');
        const ballot = await ballots(target);
        const merger = screening.unmergeIdea(source, target, ballot?.votes.length ?? 0, signature, place);
        return bothChanged(target, merger, ballot ? [ballot.premise] : []);
      }),
    );
  });
}

function bothChanged(
  target: Idea,
  merger: Result<screening.Merger>,
  premises: readonly Premise[],
): Result<Plan> {
  if (!merger.ok) return merger;
  const also = [{ before: target, after: merger.value.target }];
  return ok({ after: merger.value.source, also, premises });
}
