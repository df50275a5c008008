/** Casts a vote, or changes it. The same vote sent twice is one vote. */
import * as contract from '../../shared/contract/routes/deliberation.ts';
import * as ballot from '../../shared/domain/idea/ballot.ts';
import { err } from '../../shared/domain/kernel/result.ts';
import { answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import type { CommitteeDeps } from './dependencies.ts';

export function castVote({
  members,
  ideas,
  rounds,
  votes,
  pseudonyms,
  clock,
}: CommitteeDeps): Endpoint {
  return endpoint(contract.castVote, memberOf(members), async ({ path, body, member: { id } }) => {
    const idea = await ideas.seenBy(id).get(path.organization, path.idea);
    const round = idea && (await rounds.get(path.organization, idea.agendaRound));
    if (!idea || !round) return err({ code: 'not-found', what: 'idea' });
    const right = ballot.votingRight(idea, round, id, clock.now());
    if (!right.ok) return right;
    // The key of pseudonyms is fetched for electors only, so nobody else can have it fetched.
    const ballotPseudonyms = await pseudonyms(right.value.round);
    const { rules } = right.value.round;
    const cast = await votes.cast(
      idea,
      ballot.castVote(right.value, ballotPseudonyms.of(idea.id, id), body),
    );
    if (!cast.ok) return cast;
    const { choice, comment } = cast.value;
    return answer({
      choice,
      comment,
      castAt: cast.value.ballot === 'open' ? cast.value.castAt : undefined,
      tally: ballot.maySeeTally('open', true, rules.ballot)
        ? (ballot.ballotResult(
            await votes.of(path.organization, idea.id, round.id),
            ballotPseudonyms.eligible(idea),
            rules,
          ).tally ?? null)
        : null,
    });
  });
}
