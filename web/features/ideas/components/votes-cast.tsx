/**
 * The votes of a tally, as far as the API returns them: each member's vote under the open rule;
 * under the secret rule only the comments, and a note that it is secret.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { type People, Person } from '../../../ui/person.tsx';
import { useIdeasWords } from '../words.ts';

interface Props {
  readonly idea: Pick<ReplyOf<typeof getIdea>, 'ballot' | 'votes' | 'voteComments'>;
  readonly people: People | undefined;
}

export function VotesCast({ idea: { ballot, votes, voteComments = [] }, people }: Props) {
  const words = useIdeasWords();
  return (
    <>
      {ballot.rule === 'secret' && ballot.state !== 'not-open' && (
        <p>
          <small>{words.secretBallot}</small>
        </p>
      )}
      {votes !== undefined && (
        <details class="votes">
          <summary>{words.votes}</summary>
          {votes.length === 0 && <p>{words.votesEmpty}</p>}
          <ul class="rows">
            {votes.map(({ voter, choice, comment }) => (
              <li key={voter}>
                <Person id={voter} people={people} /> <strong>{words.choices[choice]}</strong>
                {comment !== undefined && <p class="written">{comment}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {voteComments.length > 0 && (
        <details class="votes">
          <summary>{words.voteComments}</summary>
          <ul class="rows">
            {voteComments.map((comment, number) => (
              <li key={`${number} ${comment}`} class="written">
                {comment}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
