/** Reading ideas: a round's, one's own, and a single one with its history and as much of its tally as the reader may see. */
import { getIdea, listIdeas, listMyIdeas } from '../../shared/contract/routes.ts';
import { ballotView, historyView, ideaView } from '../../shared/contract/views.ts';
import { count } from '../../shared/domain/ballot.ts';
import type { Idea } from '../../shared/domain/idea.ts';
import type { MemberId } from '../../shared/domain/ids.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function readIdeas(deps: EmployeeDeps): Endpoint {
  return forMembers(listIdeas, deps.members, async ({ path, query, member }) => {
    const page = await deps.ideas.byRound(path.organization, path.round, query, query);
    // An empty list of a round that was never held would look like a round without ideas.
    if (page.items.length === 0 && !(await deps.rounds.get(path.organization, path.round)))
      return { ok: false, refusal: { code: 'not-found', what: 'round' } };
    return answer({ ...page, items: await listed(page.items, member.id, deps) });
  });
}

export function readMyIdeas(deps: EmployeeDeps): Endpoint {
  return forMembers(listMyIdeas, deps.members, async ({ path, query, member }) => {
    const page = await deps.ideas.byAuthor(path.organization, member.id, query);
    return answer({ ...page, items: await listed(page.items, member.id, deps) });
  });
}

export function readIdea(deps: EmployeeDeps): Endpoint {
  return forMembers(getIdea, deps.members, async ({ path, member }) => {
    const idea = await deps.ideas.get(path.organization, path.idea);
    if (!idea) return { ok: false, refusal: { code: 'not-found', what: 'idea' } };
    const [round, votes, standing] = await Promise.all([
      deps.rounds.get(path.organization, idea.agendaRound),
      deps.votes.of(path.organization, idea.id, idea.agendaRound),
      deps.standings.of([idea], member.id),
    ]);
    const { supports, supported } = standing(idea.id);
    const choice = votes.find(({ voter }) => voter === member.id)?.choice;
    return answer(
      {
        ...ideaView(idea),
        supports,
        supported,
        ballot: ballotView(idea, round, { id: member.id, choice, at: deps.clock.now() }, count(votes)),
        history: historyView(idea),
      },
      { etag: `"${idea.version}"` },
    );
  });
}

async function listed(ideas: readonly Idea[], reader: MemberId, { standings }: EmployeeDeps) {
  const standing = await standings.of(ideas, reader);
  return ideas.map(idea => {
    const { supports, supported } = standing(idea.id);
    return { ...ideaView(idea), supports, supported };
  });
}
