/**
 * Reads ideas: a round's, the reader's own, those without an owner, and a single one with its
 * history and the part of its tally that the reader may see.
 */
import type * as z from 'zod/mini';
import { blindDetail } from '../../shared/contract/blind-view.ts';
import {
  adviceFor,
  deferralView,
  historyView,
  ideaView,
  presentOf,
  progressView,
  ratingFor,
  rewardFor,
} from '../../shared/contract/idea-view.ts';
import * as contract from '../../shared/contract/routes/ideas.ts';
import * as implementationContract from '../../shared/contract/routes/implementation.ts';
import type { ideaDetail } from '../../shared/contract/schemas/idea.ts';
import { ballotView, NO_VOTES, votersView, votesView } from '../../shared/contract/views.ts';
import { asDecided } from '../../shared/domain/idea/apply-event.ts';
import type { Choice, Vote } from '../../shared/domain/idea/ballot.ts';
import { hiddenAuthors } from '../../shared/domain/idea/blind-screening.ts';
import { decisionOf, type Idea } from '../../shared/domain/idea/idea.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { type Member, sitsOnCommittee } from '../../shared/domain/organization/organization.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { Ballot } from '../../shared/store/ballots.ts';
import { listed } from '../listed-ideas.ts';
import type { EmployeeDeps } from './dependencies.ts';

type IdeaDetail = z.input<typeof ideaDetail>;

export function listIdeas(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.listIdeas, memberOf(deps.members), async ({ path, query, member }) => {
    const ideas = deps.ideas.seenBy(member.id);
    const page = await ideas.byRound(path.organization, path.round, query, query);
    // An empty list for a round that was never held would look like a round without ideas.
    const empty = page.items.length === 0 && page.nextCursor === undefined;
    if (empty && !(await deps.rounds.get(path.organization, path.round)))
      return err({ code: 'not-found', what: 'round' });
    return answer({ ...page, items: await listed(page.items, member, deps) });
  });
}

export function listMyIdeas(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.listMyIdeas, memberOf(deps.members), async ({ path, query, member }) => {
    const page = await deps.ideas.seenBy(member.id).byAuthor(path.organization, member.id, query);
    return answer({ ...page, items: await listed(page.items, member, deps) });
  });
}

export function listUnassigned(deps: EmployeeDeps): Endpoint {
  return endpoint(
    implementationContract.listUnassigned,
    memberOf(deps.members),
    async ({ path, query, member }) => {
      const ideas = deps.ideas.seenBy(member.id);
      const page = await ideas.byStatus(path.organization, 'adopted', query);
      return answer({ ...page, items: await listed(page.items, member, deps) });
    },
  );
}

export function getIdea(deps: EmployeeDeps): Endpoint {
  return endpoint(contract.getIdea, memberOf(deps.members), async ({ path, member }) => {
    const idea = await deps.ideas.seenBy(member.id).get(path.organization, path.idea);
    return idea
      ? answer(await detailOf(idea, member, deps), { etag: `"${idea.version}"` })
      : err({ code: 'not-found', what: 'idea' });
  });
}

/** An idea with everything that a reader may see of it. */
export async function detailOf(
  idea: Idea,
  member: Member,
  deps: EmployeeDeps,
): Promise<IdeaDetail> {
  const decidedIn = decisionOf(idea)?.round;
  const then = asDecided(idea);
  const [organization, ballot, former, backing, photos] = await Promise.all([
    deps.organizations.ofMember(member, false),
    deps.ballots(then, idea.agendaRound),
    // A deferred idea waits for another ballot. Its known votes are those of the ballot that
    // deferred it.
    decidedIn === undefined || decidedIn === idea.agendaRound
      ? undefined
      : deps.ballots(then, decidedIn),
    deps.summaries.backing([idea], member.id),
    deps.photoViews([idea]),
  ]);
  const { round, counted } = former ?? ballot ?? { counted: [] };
  const reader = {
    id: member.id,
    sits: sitsOnCommittee(member),
    ...(await ownVote(idea, ballot, member.id, deps)),
    at: deps.clock.now(),
  };
  const present = presentOf(organization, reader.at);
  const detail: IdeaDetail = {
    ...ideaView(idea, present, photos(idea)),
    ...progressView(idea, present, round),
    lastDeferral: deferralView(idea),
    ...backing(idea.id),
    ballot: ballotView(idea, ballot?.round, reader, ballot?.result?.tally ?? NO_VOTES),
    ...votesView(idea, round, reader, counted),
    ...votersView(idea, ballot?.round, member, reader.at, ballot?.counted ?? []),
    history: historyView(idea),
    reward: rewardFor(idea, member),
    rating: ratingFor(idea, member),
    ...adviceFor(idea, member),
  };
  return hiddenAuthors(idea, member, organization).length > 0 ? blindDetail(detail, idea) : detail;
}

/** The reader's vote, if there is one. */
async function ownVote(
  idea: Idea,
  ballot: Ballot | undefined,
  reader: MemberId,
  { pseudonyms }: EmployeeDeps,
): Promise<Pick<Vote, 'comment'> & { readonly choice: Choice | undefined }> {
  if (!ballot?.result) return { choice: undefined };
  const own = (await pseudonyms(ballot.round)).of(idea.id, reader);
  const vote = ballot.votes.find(({ seat }) => seat === own);
  return { choice: vote?.choice, ...(vote?.comment !== undefined && { comment: vote.comment }) };
}
