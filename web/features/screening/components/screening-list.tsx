/**
 * The ideas to screen; the arrow keys move through them. The letter keys act on the open idea here
 * only, where nothing is typed.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { MOST_AT_ONCE } from '../../../../shared/domain/organization/limits.ts';
import type { People } from '../../../ui/person.tsx';
import { isChoosable, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';
import { ScreeningRow } from './screening-row.tsx';

interface Props {
  readonly items: readonly ScreenedIdea[];
  readonly people: People;
  readonly open: IdeaId | undefined;
  readonly onOpen: (idea: IdeaId) => void;
  /** The ideas chosen for an act on all of them. */
  readonly chosen: ReadonlySet<IdeaId>;
  readonly onChoose: (ideas: ReadonlySet<IdeaId>) => void;
  /** Receives a letter; returns whether it was a shortcut. */
  readonly onKey: (letter: string) => boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function ScreeningList({ items, people, open, onOpen, chosen, onChoose, onKey }: Props) {
  const words = useScreeningWords();
  const choosable = items.filter(isChoosable).slice(0, MOST_AT_ONCE);
  const all = choosable.length > 0 && choosable.every(({ id }) => chosen.has(id));
  const choose = (ids: readonly IdeaId[], chooses: boolean) => {
    const others = [...chosen].filter(id => !ids.includes(id));
    onChoose(new Set(chooses ? [...others, ...ids].slice(0, MOST_AT_ONCE) : others));
  };
  const rows = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // The keys begin at once: the first arrow goes to the open idea from where a page begins.
    const begin = (event: KeyboardEvent) => {
      const { activeElement: focused } = document;
      const row = rows.current?.querySelector<HTMLElement>('[aria-current="true"]');
      if (STEPS[event.key] === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (focused !== document.body && focused?.tagName !== 'H1') return;
      if (row == null || row.offsetParent === null) return;
      event.preventDefault();
      row.focus();
    };
    addEventListener('keydown', begin);
    return () => removeEventListener('keydown', begin);
  }, []);
  const step = (buttons: NodeListOf<HTMLElement>, by: number) => {
    const at = items.findIndex(({ id }) => id === open) + by;
    const item = items[at];
    if (item === undefined) return;
    buttons[at]?.focus();
    onOpen(item.id);
  };
  return (
    <section class="desk-list" aria-label={words.screeningList}>
      <small id="screening-keys" class="desk-keys">
        {words.screeningKeys}
      </small>
      {choosable.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={all}
            onChange={event =>
              choose(
                choosable.map(({ id }) => id),
                event.currentTarget.checked,
              )
            }
          />
          {words.chooseAll(choosable.length)}
        </label>
      )}
      <ol
        ref={rows}
        class="rows"
        aria-describedby="screening-keys"
        onKeyDown={event => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const by = STEPS[event.key];
          if (by !== undefined) {
            event.preventDefault();
            step(event.currentTarget.querySelectorAll('button'), by);
          } else if (/^[a-z]$/i.test(event.key) && onKey(event.key.toUpperCase()))
            event.preventDefault();
        }}
      >
        {items.map(item => (
          <ScreeningRow
            key={item.id}
            item={item}
            people={people}
            open={item.id === open}
            onOpen={() => onOpen(item.id)}
            chosen={chosen.has(item.id)}
            onChoose={chooses => choose([item.id], chooses)}
          />
        ))}
      </ol>
    </section>
  );
}
