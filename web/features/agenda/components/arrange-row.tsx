/** A row of an arrangement: a handle to drag it, or to move it with the arrow keys, and a number. */
import { GripVertical } from '../../../ui/icon.ts';
import type { AgendaItem } from '../agenda.ts';
import { useChairingWords } from '../chairing/words.ts';

/** What was used to move a row, which has the focus again afterwards. */
export type Control = 'handle' | 'place';

interface Props {
  readonly item: AgendaItem;
  readonly place: number;
  readonly last: number;
  readonly onMove: (place: number, control: Control) => void;
}

export function ArrangeRow({ item, place, last, onMove }: Props) {
  const words = useChairingWords();
  const by = (steps: number) => {
    const to = place + steps;
    if (to >= 1 && to <= last) onMove(to, 'handle');
  };
  return (
    <li data-idea={item.id}>
      <button
        type="button"
        class="plain drag-handle"
        data-control="handle"
        aria-label={words.dragHandle(item.title)}
        aria-keyshortcuts="ArrowUp ArrowDown"
        onKeyDown={event => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          by(event.key === 'ArrowUp' ? -1 : 1);
        }}
      >
        <GripVertical class="icon" aria-hidden="true" />
      </button>
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
      <span class="item-title">
        {item.title}
        <small>{words.supports(item.supports)}</small>
      </span>
    </li>
  );
}
