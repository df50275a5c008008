/** The items of the agenda by number in dense rows, each with its state and my vote. */
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import { StatusBadge } from '../../ideas/index.ts';
import { type AgendaItem, eligibility, isUnvoted } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';
import { AgendaRow } from './agenda-row.tsx';

const CHOICE_SIGNS = { approve: '✓', oppose: '✕', abstain: '–' } as const;

interface Props {
  readonly items: readonly AgendaItem[];
  readonly open: IdeaId | undefined;
  readonly onOpen: (idea: IdeaId) => void;
}

export function AgendaList({ items, open, onOpen }: Props) {
  const words = useAgendaWords();
  return (
    <ol class="rows agenda-rows" aria-label={words.agendaList}>
      {items.map(item => (
        <li key={item.id} value={item.number}>
          <AgendaRow
            item={item}
            open={open}
            onOpen={onOpen}
            facts={
              item.carriedOver ? `${item.category}\u00a0· ${words.carriedOver}` : item.category
            }
          >
            <ItemMark item={item} />
          </AgendaRow>
        </li>
      ))}
    </ol>
  );
}

function ItemMark({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const { membership } = useOrganization();
  // Its facts say already where it comes from.
  if (item.status === 'deferred' && item.carriedOver) return null;
  if (item.status !== 'on-agenda') return <StatusBadge status={item.status} />;
  const { myVote } = item.ballot;
  if (myVote !== null)
    return (
      <span class="my-vote">
        {CHOICE_SIGNS[myVote]} {words.choices[myVote]}
      </span>
    );
  if (isUnvoted(item)) return <span class="badge to-vote">{words.notYetVoted}</span>;
  return eligibility(item, membership.memberId) === 'recused' ? (
    <span class="my-vote">{words.recusedShort}</span>
  ) : null;
}
