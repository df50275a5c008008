/**
 * The votes of a tally, as far as the API returns them: each member's vote under the open rule;
 * under the secret rule only the comments, and a note that it is secret.
 */
import type { ReplyOf } from '../../../../shared/contract/client.ts';
import type { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useWords } from '../../../i18n/language-context.tsx';
import { useBallotWords } from '../ballot-words.ts';

interface Props {
  readonly idea: Pick<ReplyOf<typeof getIdea>, 'ballot' | 'votes' | 'voteComments'>;
}

export function VotesCast({ idea: { ballot, votes, voteComments = [] } }: Props) {
  const common = useWords();
  const words = useBallotWords();
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
          <ul>
            {votes.map(({ voter, choice, comment }) => (
              <li key={voter}>
                {words.voteOf(voter, common.choices[choice])}
                {comment !== undefined && <p class="written">{comment}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {voteComments.length > 0 && (
        <details class="votes">
          <summary>{words.voteComments}</summary>
          <ul>
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
