/** Casting a vote, or changing it. The same vote sent twice is one vote. */
import { castVote } from '../../shared/contract/routes/deliberation.ts';
import { ballotResult, maySeeTally, openBallot, vote } from '../../shared/domain/idea/ballot.ts';
import { answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function recordVote({ members, ideas, rounds, votes, seats, clock }: CommitteeDeps): Endpoint {
  return forMembers(castVote, members, async ({ path, body, member: { id } }) => {
    const idea = await ideas.get(path.organization, path.idea);
    const round = idea && (await rounds.get(path.organization, idea.agendaRound));
    if (!idea || !round) return { ok: false, refusal: { code: 'not-found', what: 'idea' } };
    const now = clock.now();
    const open = openBallot(idea, round, now);
    if (!open.ok) return open;
    const { rules } = open.value;
    const seated = await seats(open.value);
    const made = vote(idea, round, { id, seat: seated.of(idea.id, id) }, body, now);
    if (!made.ok) return made;
    const cast = await votes.cast(idea, made.value);
    if (!cast.ok) return cast;
    const { choice, comment } = cast.value;
    return answer({
      choice,
      comment,
      castAt: cast.value.ballot === 'open' ? cast.value.castAt : undefined,
      tally: maySeeTally('open', true, rules.ballot)
        ? (ballotResult(await votes.of(path.organization, idea.id, round.id), seated.eligible(idea), rules)
            .tally ?? null)
        : null,
    });
  });
}
