/**
 * The agenda of a round, for the committee and its secretary: voting, deciding and arranging. What
 * is open and what the list shows is in the address and survives a reload.
 */
import { Link } from 'wouter-preact';
import { paths } from '../../../paths.ts';
import { holds, useOrganization } from '../../../session/organization-context.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { type ListedRound, pickRound, useRounds } from '../../../ui/rounds.ts';
import { Agenda } from '../components/agenda.tsx';
import { useAgendaWords } from '../words.ts';

export function AgendaPage({ fromAddress }: { readonly fromAddress: string | undefined }) {
  const { organization } = useOrganization();
  const rounds = useRounds();
  return (
    <QueryView of={rounds}>
      {({ items }) => {
        const round = pickRound(fromAddress, items, 'deliberating', organization.currentRound);
        const listed = items.find(({ id }) => id === round);
        const others = items.filter(({ id }) => id !== round);
        return (
          <>
            <ToPublish rounds={others} />
            <Agenda key={round} round={round} listed={listed} />
          </>
        );
      }}
    </QueryView>
  );
}

/**
 * Leads the chair to the round that is decided and may be published: the default agenda is the next
 * one's by then.
 */
function ToPublish({ rounds }: { readonly rounds: readonly ListedRound[] }) {
  const words = useAgendaWords();
  const { organization, membership } = useOrganization();
  if (!holds(membership, 'chair')) return null;
  return (
    <>
      {rounds
        .filter(({ state }) => state === 'decided')
        .map(({ id }) => (
          <p class="notice to-publish" key={id}>
            <Link href={paths.agenda(organization.id, id)}>
              {words.toBePublished(words.roundName(id))}
            </Link>
          </p>
        ))}
    </>
  );
}
