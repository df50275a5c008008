/**
 * The ideas to screen; the arrow keys move through them. The letter keys act on the open idea here
 * only, where nothing is typed.
 */
import type { IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { MOST_AT_ONCE } from '../../../../shared/domain/organization/limits.ts';
import { isDismissable, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

interface Props {
  readonly items: readonly ScreenedIdea[];
  readonly open: IdeaId | undefined;
  readonly onOpen: (idea: IdeaId) => void;
  /** The ideas chosen to be declined together. */
  readonly chosen: ReadonlySet<IdeaId>;
  readonly onChoose: (ideas: ReadonlySet<IdeaId>) => void;
  /** Receives a letter; returns whether it was a shortcut. */
  readonly onKey: (letter: string) => boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function ScreeningList({ items, open, onOpen, chosen, onChoose, onKey }: Props) {
  const words = useScreeningWords();
  const choosable = items.filter(isDismissable).slice(0, MOST_AT_ONCE);
  const all = choosable.length > 0 && choosable.every(({ id }) => chosen.has(id));
  const choose = (ids: readonly IdeaId[], chooses: boolean) => {
    const others = [...chosen].filter(id => !ids.includes(id));
    onChoose(new Set(chooses ? [...others, ...ids].slice(0, MOST_AT_ONCE) : others));
  };
  const step = (buttons: NodeListOf<HTMLElement>, by: number) => {
    const at = items.findIndex(({ id }) => id === open) + by;
    const item = items[at];
    if (item === undefined) return;
    buttons[at]?.focus();
    onOpen(item.id);
  };
  return (
    <section class="agenda-list" aria-label={words.screeningList}>
      <small id="screening-keys">{words.screeningKeys}</small>
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
          <li key={item.id} class="choosable">
            {isDismissable(item) && (
              <label class="check">
                <input
                  type="checkbox"
                  aria-label={words.chooseIdea(item.title)}
                  checked={chosen.has(item.id)}
                  onChange={event => choose([item.id], event.currentTarget.checked)}
                />
              </label>
            )}
            <button
              type="button"
              class="plain"
              {...(item.id === open && { 'aria-current': 'true' })}
              onClick={event => {
                onOpen(item.id);
                // A key press, not a click: the reader wants to continue in the text.
                if (event.detail === 0) document.getElementById('screened-idea')?.focus();
              }}
            >
              <span class="item-number">{item.status === 'on-agenda' && item.number}</span>
              <span class="item-title">{item.title}</span>
              {item.carriedOver && <small>{words.carriedOver}</small>}
              <small>{item.stranded ? words.stranded : words.statuses[item.status]}</small>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
