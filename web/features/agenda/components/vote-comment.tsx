/** The comment beside a vote, folded away until its button in the bar is pressed. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { COMMENT } from '../../../../shared/domain/kernel/text.ts';
import { CountedText } from '../../../ui/form/counted-text.tsx';
import type { AgendaItem } from '../agenda.ts';
import type { Ballot } from '../use-ballot.ts';
import { useAgendaWords } from '../words.ts';

interface Props {
  readonly item: AgendaItem;
  readonly ballot: Ballot;
  /** Whether it was opened by a press, so that it takes the focus. */
  readonly pressed: boolean;
}

export function VoteComment({ item, ballot, pressed }: Props) {
  const words = useAgendaWords();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!pressed) return;
    place.current?.querySelector('textarea')?.focus();
    // The focus alone leaves its end and the hint below the view.
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { myVote, rule } = item.ballot;
  return (
    <div class="vote-comment" ref={place}>
      <CountedText
        label={words.voteAsideLabel}
        name="vote-comment"
        limits={COMMENT}
        rows={2}
        required={false}
        hint={`${rule === 'secret' ? words.voteAsideSecret : words.voteAsideOpen}${
          myVote === null ? words.sentenceGap + words.voteAsideFirst : ''
        }`}
        value={ballot.comment}
        onInput={ballot.write}
        error={ballot.commentError}
      />
      {ballot.unsent && myVote !== null && (
        <button type="button" class="secondary" onClick={() => ballot.cast(myVote)}>
          {words.voteAsideSave}
        </button>
      )}
    </div>
  );
}
