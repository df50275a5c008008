/**
 * The head of the open idea: a strip of what I have voted on, the time left, and the way to the
 * list and to the ideas before and after. It stays in view.
 */
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../../../shared/domain/kernel/instant.ts';
import { ChevronLeft, ChevronRight, List } from '../../../ui/icon.ts';
import { type AgendaItem, isUnvoted, progress } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import { RemainingTime } from './remaining-time.tsx';

/** More segments than this would be too narrow to tell apart. */
const MOST_SEGMENTS = 70;

interface Props {
  readonly items: readonly AgendaItem[];
  readonly open: AgendaItem;
  /** The number of ideas on the whole agenda. */
  readonly total: number;
  /** When the ballots close, while they are open. */
  readonly until: Instant | undefined;
  readonly onList: () => void;
  readonly onOpen: (idea: IdeaId) => void;
}

export function CardHead({ items, open, total, until, onList, onOpen }: Props) {
  const words = useAgendaWords();
  const { done, all } = progress(items);
  const voting = until !== undefined && all > 0;
  const position = items.indexOf(open);
  const [previous, next] = [items[position - 1]?.id, items[position + 1]?.id];
  return (
    <header class="card-strip">
      <div class="card-way">
        <button type="button" class="plain to-list" aria-label={words.agendaList} onClick={onList}>
          <List class="icon" aria-hidden="true" />
        </button>
        <p>
          <strong>{voting ? words.voted(done, all) : words.itemOf(open.number, total)}</strong>
          {until !== undefined && (
            <small>
              <RemainingTime until={until} />
            </small>
          )}
        </p>
        <Step
          to={previous}
          label={words.previousItem}
          keyName="K"
          onOpen={onOpen}
          Icon={ChevronLeft}
        />
        <Step to={next} label={words.nextItem} keyName="J" onOpen={onOpen} Icon={ChevronRight} />
      </div>
      {voting &&
        (items.length > MOST_SEGMENTS ? (
          <progress value={done} max={all} aria-label={words.voted(done, all)} />
        ) : (
          <div class="segments" aria-hidden="true">
            {items.map(item => (
              <i key={item.id} class={segmentOf(item, item.id === open.id)} />
            ))}
          </div>
        ))}
    </header>
  );
}

function segmentOf(item: AgendaItem, open: boolean): string {
  const kind = item.ballot.myVote !== null ? 'voted' : isUnvoted(item) ? 'unvoted' : 'without';
  return open ? `${kind} open` : kind;
}

interface StepProps {
  readonly to: IdeaId | undefined;
  readonly label: string;
  readonly keyName: string;
  readonly onOpen: (idea: IdeaId) => void;
  readonly Icon: typeof ChevronLeft;
}

function Step({ to, label, keyName, onOpen, Icon }: StepProps) {
  return (
    <button
      type="button"
      class="plain"
      aria-label={label}
      aria-keyshortcuts={keyName}
      disabled={to === undefined}
      onClick={() => to !== undefined && onOpen(to)}
    >
      <Icon class="icon" aria-hidden="true" />
    </button>
  );
}
