/**
 * One idea of the agenda in full: the vote, the visible part of the tally, links to the next one,
 * and the chair's and secretary's acts after the decision.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DecisionOutcome } from '../../../../shared/domain/idea/decision.ts';
import type { IdeaId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { DecisionNote, IdeaFacts, IdeaText, StatusBadge } from '../../ideas/index.ts';
import { FollowUpActs } from '../../implementation/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import { BallotBox } from './ballot-box.tsx';
import { DecisionForm } from './decision-form.tsx';
import { ItemVotes } from './item-votes.tsx';

interface Props {
  readonly round: RoundId;
  readonly item: AgendaItem;
  readonly number: number;
  readonly all: number;
  /** Whether the agenda has more pages than this one. */
  readonly paged: boolean;
  /** The reader has opened it, so it takes the focus; it does not when the page opens. */
  readonly opened: boolean;
  readonly previous: IdeaId | undefined;
  readonly next: IdeaId | undefined;
  readonly nextNotVoted: IdeaId | undefined;
  readonly onBeforeVote: () => void;
  readonly onOpen: (idea: IdeaId) => void;
  readonly onDecided: (outcome: DecisionOutcome) => void;
  /** Called after another act, with its message. */
  readonly onDone: (said: string) => void;
}

export function AgendaCard({
  round,
  item,
  number,
  all,
  paged,
  opened,
  previous,
  next,
  nextNotVoted,
  onBeforeVote,
  onOpen,
  onDecided,
  onDone,
}: Props) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, when the card appears: each idea has a card of its own.
  useLayoutEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true });
  }, []);
  const decidable =
    holds(membership, 'chair') && item.status === 'on-agenda' && item.ballot.state === 'open';
  return (
    <article class="agenda-card" aria-labelledby="agenda-item-title">
      <header>
        <small>{words.itemOf(number, all)}</small>
        <h2 id="agenda-item-title" ref={heading} tabIndex={-1}>
          {item.title}
        </h2>
        <StatusBadge status={item.status} />{' '}
        {item.carriedOver && <span class="badge">{words.carriedOver}</span>}{' '}
        <IdeaFacts idea={item} /> <small class="facts">· {words.supports(item.supports)}</small>
      </header>
      <IdeaText idea={item} />
      {item.decision !== undefined && <DecisionNote decision={item.decision} />}
      {item.status === 'on-agenda' && (
        <BallotBox round={round} item={item} onBeforeVote={onBeforeVote} />
      )}
      <ItemVotes item={item} />
      <nav class="actions" aria-label={words.agendaList}>
        <Step label={`← ${words.previousItem}`} to={previous} onOpen={onOpen} />
        <Step label={`${words.nextItem} →`} to={next} onOpen={onOpen} />
        {item.ballot.myVote !== null && nextNotVoted === undefined ? (
          <strong role="status">{paged ? words.pageVoted : words.allVoted}</strong>
        ) : (
          nextNotVoted !== undefined && (
            <Step label={words.nextNotVoted} to={nextNotVoted} onOpen={onOpen} strong />
          )
        )}
      </nav>
      {decidable && <DecisionForm item={item} onDone={onDecided} />}
      <FollowUpActs idea={item} onDone={onDone} />
    </article>
  );
}

interface StepProps {
  readonly label: string;
  readonly to: IdeaId | undefined;
  readonly onOpen: (idea: IdeaId) => void;
  readonly strong?: boolean;
}

function Step({ label, to, onOpen, strong = false }: StepProps) {
  return (
    <button
      type="button"
      class={strong ? '' : 'secondary outline'}
      disabled={to === undefined}
      onClick={() => to !== undefined && onOpen(to)}
    >
      {label}
    </button>
  );
}
