/**
 * The secretary's arrangement of an agenda: sorted by a rule, or idea by idea, up, down or to a
 * position. Others see no change until the whole order is saved, and leaving an unsaved one asks
 * first.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { arrangeAgenda } from '../../../../shared/contract/routes/screening.ts';
import { AGENDA_ORDERS, type AgendaOrder } from '../../../../shared/domain/idea/agenda.ts';
import type { IdeaId, OrganizationId, RoundId } from '../../../../shared/domain/kernel/ids.ts';
import { useAskedToStay } from '../../../ui/navigation-blocker.tsx';
import { ActFailure, useAct } from '../../ideas/index.ts';
import type { AgendaItem } from '../agenda.ts';
import { moved, reconciled, sorted } from '../arrangement.ts';
import { useAgendaWords } from '../words.ts';

interface Props {
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly items: readonly AgendaItem[];
  readonly deliberating: boolean;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** An order that differs from the saved one; sorted by a rule until an idea is moved by hand. */
interface Draft {
  readonly order: readonly IdeaId[];
  readonly by?: AgendaOrder;
}

type Control = 'up' | 'down' | 'place';

export function ArrangeAgenda({
  organization,
  round,
  items,
  deliberating,
  onSaved,
  onCancel,
}: Props) {
  const words = useAgendaWords();
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const [said, setSaid] = useState('');
  const newest = useRef(draft);
  newest.current = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ readonly idea: IdeaId; readonly control: Control } | undefined>(
    undefined,
  );

  const order = reconciled(draft?.order ?? [], items);
  const saving = useAct(
    (call, { order, by }: Draft) =>
      call(arrangeAgenda, {
        path: { organization, round },
        body: by === undefined ? { order: [...order] } : { by },
      }),
    // Moves made in the meantime are still unsaved.
    (_, saved) => (saved === newest.current ? onSaved() : setSaid(words.arrangeSaid)),
  );
  useAskedToStay(draft === undefined || saving.isSuccess ? undefined : words.arrangeLeave);
  // The button that opened it is gone.
  useLayoutEffect(() => heading.current?.focus(), []);
  const sort = (by: AgendaOrder) => {
    setDraft({ order: sorted(items, by), by });
    setSaid(words.sortedSaid);
  };
  const move = (item: AgendaItem, place: number, control: Control) => {
    const next = moved(order, item.id, place);
    pressed.current = { idea: item.id, control };
    setDraft({ order: next });
    setSaid(words.movedSaid(item.title, next.indexOf(item.id) + 1));
  };
  useLayoutEffect(() => {
    // A moved row loses its focus; the next press should reach it again.
    if (pressed.current === undefined) return;
    const { idea, control } = pressed.current;
    pressed.current = undefined;
    const row = list.current?.querySelector(`[data-idea="${idea}"]`);
    const again = row?.querySelector<HTMLElement>(`[data-control="${control}"]:not(:disabled)`);
    (again ?? row?.querySelector<HTMLElement>('[data-control="place"]'))?.focus();
  });

  return (
    <section aria-labelledby="arrange-title">
      <h2 id="arrange-title" ref={heading} tabIndex={-1}>
        {words.arrangeTitle}
      </h2>
      <p>{words.arrangeText}</p>
      {deliberating && <p class="notice warning">{words.arrangeDuring}</p>}
      <p class="actions">
        {AGENDA_ORDERS.map(by => (
          <button key={by} type="button" class="secondary" onClick={() => sort(by)}>
            {words.arrangeBy[by]}
          </button>
        ))}
      </p>
      <p role="status">{said}</p>
      <ol class="arranging" ref={list}>
        {order.map((id, at) => {
          const item = items.find(one => one.id === id);
          return (
            item !== undefined && (
              <Row
                key={id}
                item={item}
                place={at + 1}
                last={order.length}
                onMove={(place, control) => move(item, place, control)}
              />
            )
          );
        })}
      </ol>
      <div class="saving">
        <ActFailure of={saving} />
        {draft !== undefined && <p>{words.arrangeUnsaved}</p>}
        <p class="actions">
          <button
            type="button"
            disabled={draft === undefined || saving.isPending}
            aria-busy={saving.isPending}
            onClick={() => draft !== undefined && saving.mutate({ ...draft, order })}
          >
            {words.arrangeSave}
          </button>
          <button type="button" class="secondary" onClick={onCancel}>
            {words.cancel}
          </button>
        </p>
      </div>
    </section>
  );
}

interface RowProps {
  readonly item: AgendaItem;
  readonly place: number;
  readonly last: number;
  readonly onMove: (place: number, control: Control) => void;
}

function Row({ item, place, last, onMove }: RowProps) {
  const words = useAgendaWords();
  return (
    <li data-idea={item.id}>
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={last}
        value={place}
        data-control="place"
        aria-label={words.moveTo(item.title)}
        onChange={({ currentTarget }) => {
          if (currentTarget.valueAsNumber >= 1) onMove(currentTarget.valueAsNumber, 'place');
          else currentTarget.value = String(place);
        }}
      />
      <span class="item-title">{item.title}</span>
      <small>{words.supports(item.supports)}</small>
      <button
        type="button"
        class="secondary outline"
        data-control="up"
        aria-label={words.moveUp(item.title)}
        disabled={place === 1}
        onClick={() => onMove(place - 1, 'up')}
      >
        <span aria-hidden="true">↑</span>
      </button>
      <button
        type="button"
        class="secondary outline"
        data-control="down"
        aria-label={words.moveDown(item.title)}
        disabled={place === last}
        onClick={() => onMove(place + 1, 'down')}
      >
        <span aria-hidden="true">↓</span>
      </button>
    </li>
  );
}
