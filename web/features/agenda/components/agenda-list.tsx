/**
 * All items of the agenda by number, each a link with my vote; optionally only those without my
 * vote.
 */
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { type AgendaItem, eligibility, isUnvoted } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import { CHOICE_SIGNS } from './ballot-box.tsx';

interface Props {
  readonly items: readonly AgendaItem[];
  readonly open: IdeaId;
  /** Whether it contains anything for me to vote on. */
  readonly votes: boolean;
  /** Whether the agenda has more than these. */
  readonly paged: boolean;
  readonly onlyUnvoted: boolean;
  readonly onFilter: (unvoted: boolean) => void;
  readonly onOpen: (idea: IdeaId) => void;
}

export function AgendaList({ items, open, votes, paged, onlyUnvoted, onFilter, onOpen }: Props) {
  const words = useAgendaWords();
  return (
    <section class="agenda-list" aria-label={words.agendaList}>
      {votes && (
        <label class="check">
          <input
            type="checkbox"
            role="switch"
            checked={onlyUnvoted}
            aria-checked={onlyUnvoted}
            onChange={event => onFilter(event.currentTarget.checked)}
          />
          {words.notYetVoted}
        </label>
      )}
      {items.length === 0 && <p>{paged ? words.pageVoted : words.allVoted}</p>}
      <ol>
        {items.map(item => (
          <li key={item.id} value={item.number}>
            <button
              type="button"
              class="plain"
              {...(item.id === open && { 'aria-current': 'true' })}
              onClick={() => onOpen(item.id)}
            >
              <span class="item-number">{item.number}</span>
              <span class="item-title">{item.title}</span>
              {item.carriedOver && <small>{words.carriedOver}</small>}
              <ItemMark item={item} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ItemMark({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  if (item.status !== 'on-agenda') return <small>{words.statuses[item.status]}</small>;
  const { myVote } = item.ballot;
  if (myVote !== null)
    return (
      <small>
        {CHOICE_SIGNS[myVote]} {words.choices[myVote]}
      </small>
    );
  if (isUnvoted(item)) return <small>{words.notYetVoted}</small>;
  return eligibility(item, membership.memberId) === 'recused' ? (
    <small>{words.recusedShort}</small>
  ) : null;
}
