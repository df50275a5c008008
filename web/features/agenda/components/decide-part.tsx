/** The chair's part of an open idea: the press that the ballot allows, and other decisions. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AgendaItem } from '../agenda.ts';
import type { Announcements } from '../use-announcements.ts';
import { useAgendaWords } from '../words.ts';
import { Announce } from './announce.tsx';
import { DecisionForm } from './decision-form.tsx';

interface Props {
  readonly item: AgendaItem;
  readonly announcements: Announcements;
}

export function DecidePart({ item, announcements }: Props) {
  const words = useAgendaWords();
  const state = announcements.of(item.id)?.state;
  const part = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // The form whose button was pressed is gone.
    if (state === 'waiting' && document.activeElement === document.body)
      part.current?.querySelector('button')?.focus();
  }, [state]);
  return (
    <section class="decide-part" ref={part}>
      <h3>{words.decision}</h3>
      <Announce item={item} announcements={announcements} />
      {state !== 'waiting' && state !== 'sending' && (
        <DecisionForm item={item} announcements={announcements} />
      )}
    </section>
  );
}
