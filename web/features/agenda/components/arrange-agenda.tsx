/**
 * The secretary's arrangement of an agenda: sorted by a rule, dragged, moved with the arrow keys or
 * to a number. Others see no change until the whole order is saved, and leaving an unsaved one asks
 * first.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AGENDA_ORDERS, type AgendaOrder } from '../../../../shared/domain/idea/agenda.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useAskedToStay } from '../../../ui/navigation-blocker.tsx';
import { ActFailure } from '../../ideas/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { moved, sorted } from '../arrangement.ts';
import { useChairingWords } from '../chairing/words.ts';
import { useArrangement } from '../use-arrangement.ts';
import { useDragging } from '../use-dragging.ts';
import { useAgendaWords } from '../words.ts';
import { ArrangeConflict } from './arrange-conflict.tsx';
import { ArrangeRow, type Control } from './arrange-row.tsx';

interface Props {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly items: readonly AgendaItem[];
  readonly deliberating: boolean;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function ArrangeAgenda({
  organization,
  round,
  items,
  deliberating,
  onSaved,
  onCancel,
}: Props) {
  const agendaWords = useAgendaWords();
  const words = useChairingWords();
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const used = useRef<{ readonly idea: IdeaId; readonly control: Control } | undefined>(undefined);
  const { order, draft, setDraft, saving, save, theirs, readTheirs, keepMine, takeTheirs } =
    useArrangement({ organization, round }, items, all =>
      all ? onSaved() : setSaid(agendaWords.arrangeSaid),
    );
  useAskedToStay(draft === undefined || saving.isSuccess ? undefined : words.arrangeLeave);
  // The button that opened it is gone.
  useLayoutEffect(() => heading.current?.focus(), []);

  const sort = (by: AgendaOrder) => {
    setDraft({ order: sorted(items, by), by });
    setSaid(words.sortedSaid);
  };
  const move = (id: IdeaId, place: number, control: Control) => {
    const next = moved(order, id, place);
    used.current = { idea: id, control };
    setDraft({ order: next });
    const title = items.find(item => item.id === id)?.title ?? '';
    setSaid(words.movedSaid(title, next.indexOf(id) + 1));
  };
  useDragging(list, '.drag-handle', (from, to) => {
    const id = order[from];
    if (id !== undefined) move(id, to + 1, 'handle');
  });
  useLayoutEffect(() => {
    // A moved row loses its focus; the next press should reach it again.
    if (used.current === undefined) return;
    const { idea, control } = used.current;
    used.current = undefined;
    const row = list.current?.querySelector(`[data-idea="${idea}"]`);
    row?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
  });

  return (
    <section class="arrange" aria-labelledby="arrange-title">
      <h2 id="arrange-title" ref={heading} tabIndex={-1}>
        {words.arrangeTitle}
      </h2>
      <p>{words.arrangeText}</p>
      {deliberating && <p class="notice attention">{words.arrangeDuring}</p>}
      <p class="actions">
        {AGENDA_ORDERS.map(by => (
          <button key={by} type="button" class="secondary" onClick={() => sort(by)}>
            {words.arrangeBy[by]}
          </button>
        ))}
      </p>
      <ol class="rows agenda-order" ref={list}>
        {order.map((id, at) => {
          const item = items.find(one => one.id === id);
          return (
            item !== undefined && (
              <ArrangeRow
                key={id}
                item={item}
                place={at + 1}
                last={order.length}
                onMove={(place, control) => move(id, place, control)}
              />
            )
          );
        })}
      </ol>
      <div class="order-foot">
        {theirs === undefined ? (
          <ActFailure of={saving} />
        ) : (
          <ArrangeConflict
            items={items}
            theirs={theirs}
            onRead={readTheirs}
            onTheirs={takeTheirs}
            onMine={keepMine}
          />
        )}
        <p role="status">{said || (draft !== undefined && words.arrangeUnsaved)}</p>
        <div class="actions">
          <button
            type="button"
            disabled={draft === undefined || saving.isPending}
            aria-busy={saving.isPending}
            onClick={save}
          >
            {words.arrangeSave}
          </button>
          <button type="button" class="secondary" onClick={onCancel}>
            {words.cancel}
          </button>
        </div>
      </div>
    </section>
  );
}
