/** Another secretary has saved an order meanwhile: it is shown, and one of the two is chosen. */
import { useEffect } from 'preact/hooks';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { Warning } from '../../../ui/warning.tsx';
import type { AgendaItem } from '../agenda.ts';
import { useAgendaWords } from '../words.ts';

interface Props {
  readonly items: readonly AgendaItem[];
  readonly theirs: readonly IdeaId[];
  /** Reads the other order. */
  readonly onRead: () => void;
  readonly onTheirs: () => void;
  readonly onMine: () => void;
}

export function ArrangeConflict({ items, theirs, onRead, onTheirs, onMine }: Props) {
  const words = useAgendaWords();
  useEffect(onRead, []);
  return (
    <Warning>
      <p>
        <strong>{words.arrangeConflict}</strong> {words.arrangeConflictHint}
      </p>
      <details>
        <summary>{words.theirOrder}</summary>
        <ol>
          {theirs.map(id => (
            <li key={id}>{items.find(item => item.id === id)?.title}</li>
          ))}
        </ol>
      </details>
      <p class="actions">
        <button type="button" class="secondary" onClick={onTheirs}>
          {words.arrangeTheirs}
        </button>
        <button type="button" class="secondary" onClick={onMine}>
          {words.arrangeMine}
        </button>
      </p>
    </Warning>
  );
}
