/** The agenda of a round: every idea up for decision, with how its ballot stands for the reader. */
import { getAgenda } from '../../shared/contract/routes.ts';
import { ballotView, ideaView } from '../../shared/contract/views.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function readAgenda({ members, rounds, ideas, standings, clock }: CommitteeDeps): Endpoint {
  return forMembers(getAgenda, members, async ({ path, query, member }) => {
    const round = await rounds.get(path.organization, path.round);
    if (!round) return { ok: false, refusal: { code: 'not-found', what: 'round' } };
    const page = await ideas.byAgenda(path.organization, path.round, query);
    const standing = await standings.of(page.items, member.id);
    const at = clock.now();
    return answer({
      ...page,
      items: page.items.map(idea => {
        const { supports, supported, myVote, tally } = standing(idea.id);
        const ballot = ballotView(idea, round, { id: member.id, choice: myVote, at }, tally);
        return { ...ideaView(idea), supports, supported, ballot };
      }),
    });
  });
}
