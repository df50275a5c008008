/** Another secretary has saved an order meanwhile: it is shown, and one of the two is chosen. */
import { useEffect } from 'preact/hooks';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { Conflict } from '../../../ui/conflict.tsx';
import type { AgendaItem } from '../agenda.ts';
import { useChairingWords } from '../chairing/words.ts';

interface Props {
  readonly items: readonly AgendaItem[];
  readonly theirs: readonly IdeaId[];
  /** Reads the other order. */
  readonly onRead: () => void;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

export function ArrangeConflict({ items, theirs, onRead, onTheirs, onMine }: Props) {
  const words = useChairingWords();
  useEffect(onRead, []);
  return (
    <Conflict
      reason={words.arrangeConflict}
      now={
        <ol>
          {theirs.map(id => (
            <li key={id}>{items.find(item => item.id === id)?.title}</li>
          ))}
        </ol>
      }
      onKeep={onMine}
      onDrop={onTheirs}
    />
  );
}
