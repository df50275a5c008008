/**
 * Corrects a paper slip that a secretary typed, or takes it back. Both are stored on condition that
 * nobody has voted, so a correction and a vote never both count. Both may be repeated.
 */
import * as contract from '../../shared/contract/routes/screening.ts';
import * as correction from '../../shared/domain/idea/correction.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { ok } from '../../shared/domain/kernel/result.ts';
import { theOneMeant } from '../../shared/domain/organization/employee-number.ts';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import { ideaAct } from '../../shared/http/idea-act.ts';
import { withPhotosTaken } from '../../shared/http/photo-taking.ts';
import type { Ballot } from '../../shared/store/ballots.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function correctSlip(deps: CommitteeDeps): Endpoint {
  const { members, organizations } = deps;
  return ideaAct(contract.correctSlip, deps, async (idea, { path, body, member, signature }) => {
    const [organization, known, ballot] = await Promise.all([
      organizations.ofMember(member),
      members.known(path.organization, body.authorId === undefined ? [] : [body.authorId]),
      ballotOf(idea, deps),
    ]);
    const author = theOneMeant((body.authorId && known.get(body.authorId)) ?? [], 'authorId');
    if (!author.ok) return author;
    // A number typed in other case is the member's own.
    const said = author.value ? { ...body, authorId: author.value.id } : body;
    const facts = { organization, author: author.value, votesCast: ballot?.votes.length ?? 0 };
    const corrected = correction.correctSlip(idea, said, facts, signature);
    if (!corrected.ok) return corrected;
    const after = await withPhotosTaken(idea, corrected.value, deps);
    if (!after.ok) return after;
    return ok({ after: after.value, premises: ballot ? [ballot.premise] : [] });
  });
}

export function takeBackSlip(deps: CommitteeDeps): Endpoint {
  return ideaAct(contract.takeBackSlip, deps, async (idea, { body, signature }) => {
    const ballot = await ballotOf(idea, deps);
    const votesCast = ballot?.votes.length ?? 0;
    const withdrawn = correction.takeBackSlip(idea, body.reason, votesCast, signature);
    if (!withdrawn.ok) return withdrawn;
    return ok({ after: withdrawn.value, premises: ballot ? [ballot.premise] : [] });
  });
}

async function ballotOf(
  idea: Idea,
  { ballots }: Pick<CommitteeDeps, 'ballots'>,
): Promise<Ballot | undefined> {
  return idea.status === 'on-agenda' ? await ballots(idea) : undefined;
}
