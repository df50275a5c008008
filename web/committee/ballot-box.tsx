/**
 * The three choices, with mine marked; or the reason why there is nothing to choose. The tally shows only as far as the API gives it.
 */
import { CHOICES, type Choice } from '../../shared/domain/ballot.ts';
import type { RoundId } from '../../shared/domain/ids.ts';
import { TallyLine } from '../idea/tally-line.tsx';
import { useWords } from '../language/language-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { useOrganization } from '../shell/organization-context.tsx';
import { type AgendaItem, standing } from './agenda.ts';
import { useVote } from './use-agenda.ts';

const SIGNS = { approve: '✓', oppose: '✕', abstain: '–' } as const satisfies Record<Choice, string>;

interface Props {
  readonly round: RoundId;
  readonly item: AgendaItem;
  readonly onBeforeVote: () => void;
}

export function BallotBox({ round, item, onBeforeVote }: Props) {
  const words = useWords();
  const vote = useVote(round, item);
  const { ballot } = item;
  const cast = (choice: Choice) => {
    onBeforeVote();
    vote.mutate(choice);
  };
  return (
    <section class="ballot" aria-label={words.ballot}>
      <Obstacle item={item} />
      {ballot.mayVote && (
        <fieldset class="choices" aria-label={words.ballot}>
          {CHOICES.map(choice => (
            <button
              type="button"
              key={choice}
              class={ballot.myVote === choice ? `choice ${choice}` : `choice ${choice} outline`}
              aria-pressed={ballot.myVote === choice}
              disabled={vote.isPending}
              onClick={() => cast(choice)}
            >
              <span aria-hidden="true">{SIGNS[choice]}</span> {words.choices[choice]}
            </button>
          ))}
        </fieldset>
      )}
      <p role="status">
        {vote.isSuccess && words.voteRecorded(words.choices[vote.data.choice])}
        {!vote.isSuccess && ballot.myVote !== null && words.myVote(words.choices[ballot.myVote])}
      </p>
      {vote.error !== null && <Failure error={vote.error} />}
      <p>
        {ballot.tally === null ? <small>{words.tallyHidden}</small> : <TallyLine tally={ballot.tally} />}{' '}
        {ballot.eligible !== undefined && ballot.quorum !== undefined && (
          <small>· {words.quorumOf(ballot.quorum, ballot.eligible)}</small>
        )}
      </p>
    </section>
  );
}

function Obstacle({ item }: { readonly item: AgendaItem }) {
  const words = useWords();
  const { membership } = useOrganization();
  switch (standing(item, membership.memberId)) {
    case 'may-vote':
      return null;
    case 'recused':
      return <p class="notice">{words.recused}</p>;
    case 'not-elector':
      return <p class="notice">{words.notElector}</p>;
    case 'not-open':
      return <p class="notice">{words.ballotStates['not-open']}</p>;
    case 'closed':
      return <p class="notice">{words.ballotStates.closed}</p>;
  }
}
