/**
 * The votes of an agenda's item. The agenda does not contain them; they are read once the tally is
 * visible.
 */
import { getIdea } from '../../../../shared/contract/routes/ideas.ts';
import { useReading } from '../../../api/reading.ts';
import { VotesCast } from '../../ideas/index.ts';
import type { AgendaItem } from '../agenda.ts';

export function ItemVotes({ item }: { readonly item: AgendaItem }) {
  return item.ballot.tally === null ? (
    <VotesCast idea={item} people={undefined} />
  ) : (
    <Read item={item} />
  );
}

function Read({ item }: { readonly item: AgendaItem }) {
  const idea = useReading(getIdea, { path: { organization: item.organization, idea: item.id } });
  return idea.data === undefined ? null : <VotesCast idea={idea.data} people={idea.data.people} />;
}
