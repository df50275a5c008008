/** An item of the agenda by number and title, with a photo if it has any, which opens it. */
import type { ComponentChildren } from 'preact';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { PhotoThumb, thumbOf } from '../../photos/index.ts';
import type { AgendaItem } from '../agenda.ts';

interface Props {
  readonly item: AgendaItem;
  readonly open: IdeaId | undefined;
  readonly onOpen: (idea: IdeaId) => void;
  /** Below the title. */
  readonly facts: ComponentChildren;
  /** At the end of the row. */
  readonly children?: ComponentChildren;
}

export function AgendaRow({ item, open, onOpen, facts, children }: Props) {
  const photo = thumbOf(item.photos);
  return (
    <button
      type="button"
      class="plain agenda-row"
      {...(item.id === open && { 'aria-current': 'true' })}
      onClick={() => onOpen(item.id)}
    >
      <span class="item-number">{item.number}</span>
      <span class="item-title">
        {item.title}
        <small>{facts}</small>
      </span>
      {photo !== undefined && <PhotoThumb photo={photo} />}
      {children}
    </button>
  );
}
