/** The choice of what the list shows, with counts: all, mine to vote on, the chair's to announce. */
import { useAgendaWords } from '../words.ts';

export const SHOWS = ['all', 'unvoted', 'decide'] as const;
export type Show = (typeof SHOWS)[number];

interface Props {
  readonly show: Show;
  /** How many ideas each has; one without a number is not offered. */
  readonly counts: Readonly<Record<Show, number | undefined>>;
  readonly onShow: (show: Show) => void;
}

export function AgendaFilters({ show, counts, onShow }: Props) {
  const words = useAgendaWords();
  const names = { all: words.showAll, unvoted: words.showUnvoted, decide: words.showDecide };
  return (
    <fieldset class="chips one-line" aria-label={words.filters}>
      {SHOWS.map(
        one =>
          counts[one] !== undefined && (
            <button
              key={one}
              type="button"
              class="chip"
              aria-pressed={show === one}
              onClick={() => onShow(one)}
            >
              {names[one]} <small>{counts[one]}</small>
            </button>
          ),
      )}
    </fieldset>
  );
}
