/** The end of voting: what I voted, until when it can be changed and how, and what comes next. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CHOICES } from '../../../../shared/domain/idea/ballot.ts';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { useMoment } from '../../../i18n/use-moment.ts';
import { type AgendaItem, choicesMade } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import type { LastVote } from './choice-bar.tsx';

interface Props {
  readonly items: readonly AgendaItem[];
  /** Whether the agenda has more pages than this one. */
  readonly paged: boolean;
  readonly until: Instant;
  readonly lastVote: LastVote | undefined;
  readonly onVoteAgain: () => void;
  /** How many ideas a chair can announce; undefined for all others. */
  readonly ready: number | undefined;
  readonly onDecide: () => void;
}

export function AllVoted({ items, paged, until, lastVote, onVoteAgain, ready, onDecide }: Props) {
  const words = useAgendaWords();
  const moment = useMoment();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (lastVote !== undefined) heading.current?.focus();
  }, []);
  const made = choicesMade(items);
  return (
    <section class="all-voted">
      <h2 ref={heading} tabIndex={-1}>
        {paged ? words.pageVotedTitle : words.allVotedTitle}
      </h2>
      <p>{CHOICES.map(choice => `${words.choices[choice]} ${made[choice]}`).join('\u00a0· ')}</p>
      <p>
        {paged && words.pageVoted + words.sentenceGap}
        {words.allVotedUntil(moment(until))}
      </p>
      <p class="actions">
        {ready !== undefined && ready > 0 && (
          <button type="button" onClick={onDecide}>
            {words.toGoToDecide(ready)}
          </button>
        )}
        {lastVote !== undefined && (
          <button type="button" class="secondary" onClick={onVoteAgain}>
            {words.voteAgainOf(lastVote.item.title)}
          </button>
        )}
      </p>
    </section>
  );
}
