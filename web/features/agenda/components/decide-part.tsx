/** The chair's part of an open idea: the press that the ballot allows, and other decisions. */
import type { AgendaItem } from '../agenda.ts';
import type { Announcements } from '../use-announcements.ts';
import { Announce } from './announce.tsx';
import { DecisionForm } from './decision-form.tsx';

interface Props {
  readonly item: AgendaItem;
  readonly announcements: Announcements;
}

export function DecidePart({ item, announcements }: Props) {
  const state = announcements.of(item.id)?.state;
  return (
    <section class="decide-part">
      <Announce item={item} announcements={announcements} />
      {state !== 'waiting' && state !== 'sending' && (
        <DecisionForm item={item} announcements={announcements} />
      )}
    </section>
  );
}
