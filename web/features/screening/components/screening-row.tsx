/** A row of the screening list: the title, a line of the idea, its author, a photo, and its state. */
import { authorOf } from '../../../ui/author.ts';
import type { People } from '../../../ui/person.tsx';
import { StatusBadge } from '../../ideas/index.ts';
import { PhotoThumb, thumbOf } from '../../photos/index.ts';
import { isChoosable, type ScreenedIdea } from '../screening.ts';
import { useScreeningWords } from '../words.ts';

interface Props {
  readonly item: ScreenedIdea;
  readonly people: People;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly chosen: boolean;
  readonly onChoose: (chooses: boolean) => void;
}

export function ScreeningRow({ item, people, open, onOpen, chosen, onChoose }: Props) {
  const words = useScreeningWords();
  const { title, excerpt, category, department, carriedOver, stranded, status, number } = item;
  const photo = thumbOf(item.photos);
  const facts = [
    authorOf(item, people, words),
    department,
    category,
    carriedOver ? words.carriedOver : undefined,
  ].filter(fact => fact !== undefined);
  return (
    <li class="desk-row">
      {isChoosable(item) ? (
        <label class="check">
          <input
            type="checkbox"
            aria-label={words.chooseIdea(title)}
            checked={chosen}
            onChange={event => onChoose(event.currentTarget.checked)}
          />
        </label>
      ) : (
        <span class="desk-number">{status === 'on-agenda' && number}</span>
      )}
      <button
        type="button"
        class={photo === undefined ? 'plain' : 'plain with-photo'}
        {...(open && { 'aria-current': 'true' })}
        onClick={event => {
          onOpen();
          // A key press, not a click: the reader wants to continue in the text.
          if (event.detail === 0) document.getElementById('screened-idea')?.focus();
        }}
      >
        {photo !== undefined && <PhotoThumb photo={photo} />}
        <span class="desk-row-title">{title}</span>
        <span class="desk-row-excerpt">{excerpt}</span>
        <small>{facts.join('\u00a0· ')}</small>
        {stranded ? (
          <small class="fault">{words.stranded}</small>
        ) : (
          status !== 'submitted' && <StatusBadge status={status} />
        )}
      </button>
    </li>
  );
}
