/** Casting a vote, or changing it. The same vote sent twice is one vote. */
import { castVote } from '../../shared/contract/routes.ts';
import { count, vote } from '../../shared/domain/ballot.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function recordVote({ members, ideas, rounds, votes, clock }: CommitteeDeps): Endpoint {
  return forMembers(castVote, members, async ({ path, body, member }) => {
    const idea = await ideas.get(path.organization, path.idea);
    const round = idea && (await rounds.get(path.organization, idea.agendaRound));
    if (!idea || !round) return { ok: false, refusal: { code: 'not-found', what: 'idea' } };
    const made = vote(idea, round, member.id, body, clock.now());
    if (!made.ok) return made;
    const cast = await votes.cast(idea, made.value);
    if (!cast.ok) return cast;
    const { choice, comment, castAt } = cast.value;
    return answer({
      choice,
      comment,
      castAt,
      tally: count(await votes.of(path.organization, idea.id, round.id)),
    });
  });
}
