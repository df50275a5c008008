/**
 * The three choices, with mine marked, and an optional comment; or the reason why I cannot vote.
 * The tally is visible only as far as the API returns it.
 */
import { CHOICES, type Choice } from '../../../../shared/domain/idea/ballot.ts';
import type { RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { COMMENT, tidy } from '../../../../shared/domain/kernel/text.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import { fieldErrorsOf } from '../../../ui/form/field-errors.ts';
import { textError } from '../../../ui/form/text-error.ts';
import { TallyLine, useActFields, useBallotWords } from '../../ideas/index.ts';
import { type AgendaItem, eligibility } from '../agenda.ts';
import { useVote } from '../use-agenda.ts';
import { useAgendaWords } from '../words.ts';

export const CHOICE_SIGNS = { approve: '✓', oppose: '✕', abstain: '–' } as const satisfies Record<
  Choice,
  string
>;

interface Props {
  readonly round: RoundId;
  readonly item: AgendaItem;
  readonly onBeforeVote: () => void;
}

export function BallotBox({ round, item, onBeforeVote }: Props) {
  const words = useAgendaWords();
  const ballotWords = useBallotWords();
  const vote = useVote(round, item);
  const { ballot } = item;
  // Kept while the user visits another idea and comes back.
  const { fields, change, drop } = useActFields('vote', item, { comment: ballot.myComment ?? '' });
  const { comment } = fields;
  const written = tidy(comment);
  const wrong = written === '' ? undefined : textError(comment, COMMENT, words);
  const cast = (choice: Choice) => {
    if (wrong !== undefined) return;
    onBeforeVote();
    vote.mutate({ choice, ...(written !== '' && { comment: written }) }, { onSuccess: drop });
  };
  const changed = ballot.myVote !== null && written !== (ballot.myComment ?? '');
  return (
    <section class="ballot" aria-label={words.ballot}>
      <Obstacle item={item} />
      {ballot.mayVote && (
        <>
          <CountedText
            label={ballotWords.comment}
            name="vote-comment"
            limits={COMMENT}
            rows={2}
            required={false}
            hint={ballot.rule === 'secret' ? ballotWords.commentSecret : ballotWords.commentOpen}
            value={comment}
            onInput={comment => change({ comment })}
            error={wrong ?? fieldErrorsOf(vote.error).comment}
          />
          <fieldset class="choices" aria-label={words.ballot}>
            {CHOICES.map(choice => (
              <button
                type="button"
                key={choice}
                class={ballot.myVote === choice ? `choice ${choice}` : `choice ${choice} outline`}
                aria-pressed={ballot.myVote === choice}
                onClick={() => cast(choice)}
              >
                <span aria-hidden="true">{CHOICE_SIGNS[choice]}</span> {words.choices[choice]}
              </button>
            ))}
          </fieldset>
          {changed && (
            <button
              type="button"
              class="secondary"
              onClick={() => ballot.myVote !== null && cast(ballot.myVote)}
            >
              {ballotWords.saveComment}
            </button>
          )}
        </>
      )}
      <p role="status">
        {vote.isSuccess && words.voteRecorded(words.choices[vote.data.choice])}
        {!vote.isSuccess && ballot.myVote !== null && words.myVote(words.choices[ballot.myVote])}
      </p>
      {vote.error !== null && <Failure error={vote.error} />}
      <p>
        {ballot.tally !== null && <TallyLine tally={ballot.tally} />}
        {ballot.tally === null && ballot.rule !== 'secret' && <HiddenTally item={item} />}{' '}
        {ballot.eligible !== undefined && ballot.quorum !== undefined && (
          <small>
            {ballot.tally !== null && '· '}
            {words.quorumOf(ballot.quorum, ballot.eligible)}
          </small>
        )}
      </p>
    </section>
  );
}

/** When the tally becomes visible: to voters with their vote, to all others after the end. */
function HiddenTally({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  switch (eligibility(item, membership.memberId)) {
    case 'may-vote':
      return <small>{words.tallyHidden}</small>;
    case 'recused':
    case 'not-elector':
      return <small>{words.tallyHiddenFromYou}</small>;
    case 'not-open':
    case 'closed':
      return null;
  }
}

function Obstacle({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  switch (eligibility(item, membership.memberId)) {
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
