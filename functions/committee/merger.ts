/**
 * Merges an idea into another with the same content, and unmerges it. Both ideas change in one
 * transaction; their support follows through the stream.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import * as screening from '../../shared/domain/idea/screening.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { agendaPlace } from '../../shared/domain/round/placement.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import type { Plan, Premise } from '../../shared/store/idea-acts.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function mergeIdea(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.mergeIdea, deps, async (source, { path, body, member, signature }) => {
    const target = await deps.ideas.seenBy(member.id).follow(path.organization, body.into);
    if (!target) return err({ code: 'not-found', what: 'idea' });
    return bothChanged(target, screening.mergeIdea(source, target, signature), []);
  });
}

export function unmergeIdea(deps: CommitteeDeps): Endpoint {
  const { organizations, ideas, ballots } = deps;
  return ideaAct(contract.unmergeIdea, deps, async (source, { path, member, signature }) => {
    const { calendar } = await organizations.ofMember(member);
    const place = agendaPlace(source, signature.at, calendar);
    // An idea that is not merged has no target. It is compared with itself, and refused or
    // recognized as a repeat.
    const target = await ideas.get(
      path.organization,
      source.status === 'merged' ? source.into : source.id,
    );
    if (!target) throw new Error('an idea was merged into one that is not there');
    const ballot = await ballots(target);
    const votesCast = ballot?.votes.length ?? 0;
    const merger = screening.unmergeIdea(source, target, votesCast, signature, place);
    return bothChanged(target, merger, ballot ? [ballot.premise] : []);
  });
}

function bothChanged<Refusal>(
  target: Idea,
  merger: Result<screening.Merger, Refusal>,
  premises: readonly Premise[],
): Result<Plan, Refusal> {
  if (!merger.ok) return merger;
  const also = [{ before: target, after: merger.value.target }];
  return ok({ after: merger.value.source, also, premises });
}
