/**
 * One idea of the agenda, and one job: on a phone it fills the screen, with the choices at its foot.
 * Everything else, the chair's decision and what follows it, is below the text.
 */
import { Suspense } from 'preact/compat';
import { useState } from 'preact/hooks';
import type { Choice } from '../../../../shared/domain/idea/ballot.ts';
import type { IdeaId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { lazilyOr } from '../../../i18n/lazily.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { Failure } from '../../../ui/failure.tsx';
import { MessageSquare } from '../../../ui/icon.ts';
import { NotLoaded } from '../../../ui/not-loaded.tsx';
import type { People } from '../../../ui/person.tsx';
import { DecisionNote } from '../../ideas/index.ts';
import { implementationStyle } from '../../implementation/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { chairingStyle } from '../chairing/style.ts';
import { isUndecided } from '../deciding.ts';
import type { Announcements } from '../use-announcements.ts';
import { useBallot } from '../use-ballot.ts';
import { useKeys } from '../use-keys.ts';
import { useAgendaWords } from '../words.ts';
import { BallotFacts } from './ballot-facts.tsx';
import { CardHead } from './card-head.tsx';
import { ChoiceBar, type LastVote } from './choice-bar.tsx';
import { IdeaInFull } from './idea-in-full.tsx';
import { ItemVotes } from './item-votes.tsx';
import { VoteComment } from './vote-comment.tsx';

const DecidePart = lazilyOr(
  NotLoaded,
  async () => (await import('./decide-part.tsx')).DecidePart,
  chairingStyle,
);
const AfterDecision = lazilyOr(
  NotLoaded,
  async () => (await import('./after-decision.tsx')).AfterDecision,
  implementationStyle,
);

/** How an idea came to be open: by default, by the reader, or by itself after a vote. */
export type Opening = 'by-default' | 'by-reader' | 'by-itself';

interface Props {
  readonly round: RoundId;
  readonly items: readonly AgendaItem[];
  readonly item: AgendaItem;
  readonly total: number;
  readonly people: People | undefined;
  /** When the ballots close, while they are open. */
  readonly until: Instant | undefined;
  readonly opening: Opening;
  readonly lastVote: LastVote | undefined;
  readonly announcements: Announcements;
  readonly onVoted: (choice: Choice) => void;
  readonly onVoteAgain: () => void;
  readonly onOpen: (idea: IdeaId) => void;
  readonly onList: () => void;
  /** Called after an act that follows the decision, with its message. */
  readonly onDone: (said: string) => void;
}

export function AgendaCard({
  round,
  items,
  item,
  total,
  people,
  until,
  opening,
  lastVote,
  announcements,
  onVoted,
  onVoteAgain,
  onOpen,
  onList,
  onDone,
}: Props) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  const ballot = useBallot(round, item, until);
  const [commenting, setCommenting] = useState<'no' | 'began' | 'pressed'>(
    ballot.comment === '' ? 'no' : 'began',
  );
  const { mayVote } = item.ballot;
  const position = items.indexOf(item);
  const step = (to: AgendaItem | undefined) => to && (() => onOpen(to.id));
  const vote = (choice: Choice) => {
    if (ballot.cast(choice)) onVoted(choice);
    else setCommenting('pressed');
  };
  const voteBy = (choice: Choice) => (mayVote ? () => vote(choice) : undefined);
  useKeys({
    j: step(items[position + 1]),
    k: step(items[position - 1]),
    '1': voteBy('approve'),
    a: voteBy('approve'),
    '2': voteBy('oppose'),
    o: voteBy('oppose'),
    '3': voteBy('abstain'),
    x: voteBy('abstain'),
    u: lastVote && onVoteAgain,
  });
  return (
    <article class="agenda-card" aria-labelledby="agenda-item-title">
      <CardHead
        items={items}
        open={item}
        total={total}
        until={until}
        onList={onList}
        onOpen={onOpen}
      />
      <div class="card-body">
        <IdeaInFull item={item} people={people} opened={opening !== 'by-default'} />
        {item.decision !== undefined && <DecisionNote decision={item.decision} people={people} />}
        {item.status === 'on-agenda' && <BallotFacts item={item} />}
        <ItemVotes item={item} />
        {mayVote && commenting !== 'no' && (
          <VoteComment item={item} ballot={ballot} pressed={commenting === 'pressed'} />
        )}
        {ballot.error !== null && <Failure error={ballot.error} />}
        {holds(membership, 'chair') && isUndecided(item) && (
          <Suspense fallback={<span class="skeleton group-coming" />}>
            <DecidePart item={item} announcements={announcements} />
          </Suspense>
        )}
        {item.decision !== undefined && (
          <Suspense fallback={<span class="skeleton group-coming" />}>
            <AfterDecision idea={item} people={people} onDone={onDone} />
          </Suspense>
        )}
        {mayVote && <p class="key-hints">{words.voteKeys}</p>}
      </div>
      {item.status === 'on-agenda' && (
        <ChoiceBar
          item={item}
          until={until}
          lastVote={lastVote}
          cameByItself={opening === 'by-itself'}
          onVote={vote}
          onVoteAgain={onVoteAgain}
        >
          <button
            type="button"
            class="plain comment-button"
            aria-expanded={commenting !== 'no'}
            onClick={() => setCommenting(commenting === 'no' ? 'pressed' : 'no')}
          >
            <MessageSquare class="icon" aria-hidden="true" /> {words.voteAside}
          </button>
        </ChoiceBar>
      )}
    </article>
  );
}
