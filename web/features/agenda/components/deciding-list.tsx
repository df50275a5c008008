/** The chair's list: what can be announced first, each with turnout, quorum and the one press. */
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { useOrganization } from '../../../session/organization-context.tsx';
import type { AgendaItem } from '../agenda.ts';
import { isReady, readinessOf } from '../deciding.ts';
import type { Announcements } from '../use-announcements.ts';
import { useAgendaWords } from '../words.ts';
import { AgendaRow } from './agenda-row.tsx';
import { Announce } from './announce.tsx';

interface Props {
  /** Those ready first. */
  readonly items: readonly AgendaItem[];
  readonly open: IdeaId | undefined;
  readonly announcements: Announcements;
  readonly onOpen: (idea: IdeaId) => void;
}

export function DecidingList({ items, open, announcements, onOpen }: Props) {
  const words = useAgendaWords();
  return (
    <ol class="rows deciding-rows" aria-label={words.showDecide}>
      {items.map(item => (
        <li key={item.id} value={item.number}>
          <AgendaRow item={item} open={open} onOpen={onOpen} facts={<Turnout item={item} />} />
          <Announce item={item} announcements={announcements} look="secondary" />
        </li>
      ))}
    </ol>
  );
}

function Turnout({ item }: { readonly item: AgendaItem }) {
  const words = useAgendaWords();
  const { organization } = useOrganization();
  const { turnout, tally, quorum } = item.ballot;
  const readiness = readinessOf(item, organization.rules);
  const quorate = isReady(readiness) || readiness.state === 'vote-first';
  const facts = [
    turnout !== null && words.turnout(turnout.cast, turnout.eligible),
    quorumFact(),
    tally !== null && tally.abstain > 0 && `${words.choices.abstain} ${tally.abstain}`,
  ].filter(fact => fact !== false);
  return <>{facts.join('\u00a0· ')}</>;

  function quorumFact(): string {
    if (quorate) return words.quorate;
    // A secret ballot's turnout is hidden, and the end of the row already says that it is short.
    return turnout === null && quorum !== undefined ? words.quorumIs(quorum) : words.notQuorate;
  }
}
